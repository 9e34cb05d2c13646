import { useEffect, useState } from 'react';
import { unnamedIn } from '../../src-shared/byline/override';
import { type Byline, LONGEST_LINE } from '../../src-shared/model/byline';
import { Button } from '../ui/button';
import { TextArea } from '../ui/fields';
import { ownLineWords as said } from '../words/bylines';
import { words } from '../words/words';
import { CreditWords, lineDirection } from './credit-words';

/** The line as it will be printed, and a way to write it by hand: then it still has to name everyone. */
export function BylineLine({
  byline,
  isLocked,
  onOverride,
}: {
  byline: Byline;
  /** The article is finished: the line is the one that was printed. */
  isLocked: boolean;
  onOverride(line: string | null): void;
}) {
  const { line, tail, override, credits } = byline;
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => setTyped(null), [override]);
  const unnamed = typed === null ? byline.unnamed : unnamedIn(typed, credits);
  const isEmpty = typed !== null && typed.trim() === '';
  return (
    <div className="byline-preview">
      <p className="field-label">
        {isLocked ? said.frozen : override === null ? words.byline.preview : said.byHand}
      </p>
      {typed === null ? (
        <p className="byline-result" dir={lineDirection(line, credits)}>
          {line === '' ? words.byline.none : <CreditWords text={line} credits={credits} />}
        </p>
      ) : (
        <TextArea
          label={said.label}
          hideLabel
          rows={3}
          value={typed}
          maxLength={LONGEST_LINE}
          onChange={setTyped}
          autoFocus
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped(null);
            else event.continuePropagation();
          }}
        />
      )}
      {unnamed.length > 0 ? (
        <p className="inline-error" role="alert">
          {said.unnamed(unnamed)}
        </p>
      ) : null}
      {tail ? (
        <p className="byline-result byline-tail" dir={lineDirection(tail, credits)}>
          <CreditWords text={tail} credits={credits} />
        </p>
      ) : null}
      {isLocked || credits.length === 0 ? null : (
        <div className="button-row">
          {typed === null ? (
            <Button small onPress={() => setTyped(line)}>
              {said.write}
            </Button>
          ) : (
            <>
              <Button
                small
                tone="primary"
                isDisabled={isEmpty || typed.trim() === override}
                onPress={() => onOverride(typed.trim())}
              >
                {said.keep}
              </Button>
              <Button small onPress={() => setTyped(null)}>
                {words.cancel}
              </Button>
            </>
          )}
          {override !== null && typed === null ? (
            <Button small onPress={() => onOverride(null)}>
              {said.generate}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
