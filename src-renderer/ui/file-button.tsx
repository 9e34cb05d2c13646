import { useRef } from 'react';
import { attempt } from '../actions';
import { Button } from './button';

/** Has a JSON file chosen, and hands it over. */
export function FileButton({
  label,
  onChoose,
}: {
  label: string;
  onChoose(file: File): Promise<unknown>;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={label}
        hidden
        onChange={(event) => {
          const [given] = event.target.files ?? [];
          if (given) void attempt(() => onChoose(given));
          event.target.value = '';
        }}
      />
      <Button onPress={() => input.current?.click()}>{label}</Button>
    </>
  );
}
