import { useEffect, useRef, useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { words } from '../words/words';
import { type NamedPlace, readPlace } from './go-to';

/** A small field that takes a page or a time and goes there. */
export function GoToField({
  places,
  example,
  request,
  onGo,
  onClose,
}: {
  places: { pages: boolean; times: boolean };
  /** Shown while nothing is in it; a place of the kind that the source has where it is null. */
  example: string | null;
  /** Answers whether the source has such a place. */
  /** The focus goes there with each request. */
  request: number | null;
  onGo(place: NamedPlace): boolean;
  /** Something was gone to, or Escape pressed. */
  onClose(): void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isNowhere, setNowhere] = useState(false);
  useEffect(() => {
    if (request !== null) input.current?.select();
  }, [request]);

  const go = () => {
    const place = readPlace(text);
    // A bare number is a page where there are pages, and minutes where there are none.
    const meant: NamedPlace | null =
      place?.kind === 'page' && !places.pages ? { kind: 'time', seconds: place.page * 60 } : place;
    const isThere = meant !== null && onGo(meant);
    setNowhere(text.trim() !== '' && !isThere);
    if (!isThere) return;
    setText('');
    onClose();
  };

  return (
    <TextField
      className="go-to"
      aria-label={words.sources.goTo(places)}
      value={text}
      isInvalid={isNowhere}
      onChange={(next) => {
        setText(next);
        setNowhere(false);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key !== 'Enter') return event.continuePropagation();
        event.preventDefault();
        go();
      }}
    >
      <Input
        ref={input}
        className="input"
        placeholder={example ?? words.sources.goToExample(places)}
      />
      <span className="visually-hidden" role="status">
        {isNowhere ? words.sources.goToNowhere : ''}
      </span>
    </TextField>
  );
}
