import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { onOneLine } from '../../../src-shared/document/figure';
import { Button } from '../../ui/button';
import { figureWords } from '../../words/figures';
import type { FigureFields } from './node';

const words = figureWords.card;

type Said = Pick<FigureFields, 'alternativeText' | 'credit'>;

export interface FigureCardProps {
  fields: FigureFields;
  /** CSS pixels within the page. */
  top: number;
  left: number;
  onSave(fields: Said): void;
  onReplace(): void;
  onRemove(): void;
  /** `isDone`: by a key or a button, so that the focus goes back to the picture. */
  onClose(isDone: boolean): void;
}

/** What is said of a picture. Kept when the card closes, unless it closes by Escape. */
export function FigureCard(props: FigureCardProps) {
  const { fields, onSave, onClose } = props;
  const [alternative, setAlternative] = useState(fields.alternativeText ?? '');
  const [isDecorative, setDecorative] = useState(fields.alternativeText === '');
  const [credit, setCredit] = useState(fields.credit);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);

  // Below a picture at the end of the window there is no room yet.
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);

  function save() {
    const line = onOneLine(alternative);
    const alternativeText = isDecorative ? '' : line === '' ? null : line;
    const said = { alternativeText, credit: onOneLine(credit) };
    const isSame = said.alternativeText === fields.alternativeText && said.credit === fields.credit;
    if (!isSame) onSave(said);
  }

  function done(event?: FormEvent) {
    event?.preventDefault();
    save();
    onClose(true);
  }

  function keyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose(true);
    } else if (event.key === 'Enter' && event.target instanceof HTMLTextAreaElement) {
      done(event);
    }
  }

  return (
    <form
      ref={form}
      className="figure-card"
      role="dialog"
      aria-label={words.title}
      style={{ top: props.top + 6, left: props.left }}
      onSubmit={done}
      onKeyDown={keyDown}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        save();
        onClose(false);
      }}
    >
      <label htmlFor={`${id}-alternative`}>{words.alternativeText}</label>
      <textarea
        id={`${id}-alternative`}
        rows={2}
        // biome-ignore lint/a11y/noAutofocus: the card opens on request, and this is what it asks for.
        autoFocus
        value={alternative}
        disabled={isDecorative}
        placeholder={words.alternativeHint}
        onChange={(event) => setAlternative(event.target.value)}
      />
      <Checkbox className="checkbox" isSelected={isDecorative} onChange={setDecorative}>
        <span className="checkbox-box" aria-hidden="true" />
        {words.decorative}
      </Checkbox>
      <label htmlFor={`${id}-credit`}>{words.credit}</label>
      <input
        id={`${id}-credit`}
        type="text"
        value={credit}
        placeholder={words.creditHint}
        onChange={(event) => setCredit(event.target.value)}
      />
      <div className="figure-card-actions">
        <Button
          small
          onPress={() => {
            save();
            props.onReplace();
          }}
        >
          {words.replace}
        </Button>
        <Button small tone="danger" onPress={props.onRemove}>
          {words.remove}
        </Button>
        <span className="push" />
        <Button small tone="primary" type="submit">
          {words.done}
        </Button>
      </div>
    </form>
  );
}
