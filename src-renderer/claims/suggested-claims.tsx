import { useMemo, useState } from 'react';
import type { FoundClaim } from '../../src-shared/claim/find-claims';
import { useClaimProposals, useDismissedClaims } from '../queries/quotations';
import { getShell, showSource, useShell } from '../shell';
import { useArrowKeys } from '../ui/arrow-keys';
import { Button } from '../ui/button';
import { ChangeButton } from '../ui/change-button';
import { claimWords as said } from '../words/claims';
import { placeLabel } from '../words/format';
import { shorten } from '../words/text';
import { findForSentence, linkSentence, markSentence, setSentenceDismissed } from './claim-actions';
import { Pieces } from './pieces';

/** More than anybody looks at at once; the rest comes as these are settled. */
const SHOWN = 100;
const BEST_LENGTH = 220;

/** The sentences that look as if they needed a source and have none: each is linked or dismissed. */
export function SuggestedClaims({ articleId }: { articleId: string }) {
  const found = useShell((state) => state.claimSuggestions);
  const { data: dismissed = [] } = useDismissedClaims(articleId);
  const [openText, setOpenText] = useState<string | null>(null);
  const [showsDismissed, setShowsDismissed] = useState(false);
  const onKeyDown = useArrowKeys('.card-head');
  const [listed, settled] = useMemo(() => {
    const isDismissed = new Set(dismissed);
    return [
      found.filter(({ text }) => !isDismissed.has(text)),
      found.filter(({ text }) => isDismissed.has(text)),
    ];
  }, [found, dismissed]);
  const shown = listed.slice(0, SHOWN);

  return (
    <section className="suggested-claims" aria-label={said.suggestionsLabel}>
      <header className="suggested-head">
        <h3>{said.suggestionsTitle}</h3>
        <span>{listed.length > 0 ? said.suggestionsCount(listed.length) : ''}</span>
      </header>
      {listed.length === 0 ? <p className="suggested-none">{said.suggestionsNone}</p> : null}
      <ol className="cards" onKeyDown={onKeyDown} aria-label={said.suggestionsLabel}>
        {shown.map((suggestion, index) => (
          <Suggestion
            key={`${suggestion.text} ${shown.findIndex(({ text }) => text === suggestion.text) === index ? '' : index}`}
            articleId={articleId}
            suggestion={suggestion}
            isOpen={suggestion.text === openText}
            isReachable={index === 0}
            onOpen={() => setOpenText(suggestion.text === openText ? null : suggestion.text)}
          />
        ))}
      </ol>
      {settled.length > 0 ? (
        <p className="suggested-none">
          {settled.length === 1 ? said.dismissedOne : said.dismissed(settled.length)}{' '}
          <Button
            tone="quiet"
            small
            aria-expanded={showsDismissed}
            onPress={() => setShowsDismissed(!showsDismissed)}
          >
            {showsDismissed ? said.hideDismissed : said.showDismissed}
          </Button>
        </p>
      ) : null}
      {showsDismissed ? (
        <ul className="cards">
          {settled.map(({ text, start }) => (
            <li key={start} className="card suggested-dismissed">
              <span dir="auto">{shorten(text, BEST_LENGTH)}</span>
              <Button
                small
                tone="quiet"
                onPress={() => void setSentenceDismissed(articleId, text, false)}
              >
                {said.undismiss}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Suggestion({
  articleId,
  suggestion,
  isOpen,
  isReachable,
  onOpen,
}: {
  articleId: string;
  suggestion: FoundClaim;
  isOpen: boolean;
  isReachable: boolean;
  onOpen(): void;
}) {
  const { text, kinds, reasons } = suggestion;
  return (
    <li className={`card${isOpen ? ' card-selected' : ''}`}>
      <button
        type="button"
        className="card-head"
        aria-expanded={isOpen}
        tabIndex={isReachable || isOpen ? 0 : -1}
        onClick={() => {
          onOpen();
          if (!isOpen) getShell().manuscript?.selectWords(suggestion);
        }}
      >
        <span className="card-text" dir="auto">
          <Pieces text={text} marked={reasons} />
        </span>
        <span className="card-meta">
          <span className="card-line">{said.why(kinds)}</span>
        </span>
      </button>
      {isOpen ? (
        <div className="card-details">
          <Best articleId={articleId} suggestion={suggestion} />
          <div className="card-actions">
            <Button small onPress={() => void findForSentence(suggestion)}>
              {said.findPassages}
            </Button>
            <ChangeButton small onPress={() => void markSentence(suggestion)}>
              {said.mark}
            </ChangeButton>
            <Button small onPress={() => void setSentenceDismissed(articleId, text, true)}>
              {said.dismiss}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}

/** The passage of the library that fits best, to be linked at once. */
function Best({ articleId, suggestion }: { articleId: string; suggestion: FoundClaim }) {
  const { data: proposals, isPending } = useClaimProposals(suggestion.text);
  const best = proposals?.[0];
  if (!best) {
    return <p className="explanation">{isPending ? said.looking : said.noPassage}</p>;
  }
  const place = placeLabel(best.place);
  return (
    <>
      <p className="passage-source">
        {best.sourceTitle}
        {place ? (
          <>
            {' · '}
            <button
              type="button"
              className="link-button"
              onClick={() => showSource(best.sourceId, best)}
            >
              {place}
            </button>
          </>
        ) : null}
      </p>
      <blockquote className="passage-text" dir="auto">
        <Pieces text={best.exact} marked={best.shared} />
      </blockquote>
      <div className="card-actions">
        <ChangeButton
          small
          tone="primary"
          onPress={() => void linkSentence(articleId, suggestion, best)}
        >
          {said.link}
        </ChangeButton>
      </div>
    </>
  );
}
