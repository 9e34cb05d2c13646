import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { QuotedStretch } from '../../src-shared/model/source';
import { VerdictChip } from '../ui/verdict';
import { claimWords } from '../words/claims';
import { quotationName } from '../words/quotations';
import { shorten } from '../words/text';
import { words } from '../words/words';
import { goToSourceUse } from './source-use';

/** Milliseconds that the pointer rests on a mark before the card comes, and is gone before it goes. */
const REST_MS = 350;
const GONE_MS = 200;
const EDGE = 8;

interface Asked {
  mark: HTMLElement;
  quoted: QuotedStretch[];
}

/** Says of quoted words, while the pointer or the focus is on them, which quotations and claims they are in. */
export function QuotingCard({
  root,
  quoted,
}: {
  root: React.RefObject<HTMLElement | null>;
  quoted: readonly QuotedStretch[];
}) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What is read anew while the pointer rests on a mark does not begin its rest anew.
  const known = useRef(quoted);
  known.current = quoted;
  const later = (delay: number, next: Asked | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAsked(next), delay);
  };

  useEffect(() => {
    const reader = root.current;
    if (!reader) return;
    const askedAt = (target: EventTarget | null): Asked | null => {
      const mark = target instanceof Element ? target.closest<HTMLElement>('[data-quoted]') : null;
      if (!mark) return null;
      const start = Number(mark.dataset.start);
      const end = start + (mark.textContent?.length ?? 0);
      const over = known.current.filter((one) => one.start < end && one.end > start);
      return over.length > 0 ? { mark, quoted: over } : null;
    };
    const over = (event: Event) => {
      const found = askedAt(event.target);
      later(found ? REST_MS : GONE_MS, found);
    };
    const focus = (event: FocusEvent) => {
      const mark = event.target as HTMLElement;
      if (mark.matches(':focus-visible')) later(0, askedAt(mark));
    };
    const leave = () => later(GONE_MS, null);
    const hide = () => later(0, null);
    // It stays with its words.
    const scroll = () => setAsked((shown) => shown && { ...shown });
    reader.addEventListener('pointerover', over);
    reader.addEventListener('pointerleave', leave);
    reader.addEventListener('focusin', focus);
    reader.addEventListener('focusout', leave);
    reader.addEventListener('scroll', scroll);
    reader.addEventListener('keydown', hide);
    return () => {
      clearTimeout(timer.current);
      reader.removeEventListener('pointerover', over);
      reader.removeEventListener('pointerleave', leave);
      reader.removeEventListener('focusin', focus);
      reader.removeEventListener('focusout', leave);
      reader.removeEventListener('scroll', scroll);
      reader.removeEventListener('keydown', hide);
    };
  }, [root]);

  if (!asked?.mark.isConnected) return null;
  return (
    <Card
      asked={asked}
      onEnter={() => clearTimeout(timer.current)}
      onLeave={() => later(GONE_MS, null)}
      onChosen={() => later(0, null)}
    />
  );
}

function Card({
  asked,
  onEnter,
  onLeave,
  onChosen,
}: {
  asked: Asked;
  onEnter(): void;
  onLeave(): void;
  onChosen(): void;
}) {
  const card = useRef<HTMLDivElement>(null);
  // Below the words, or above them where there is no room; measured before it is seen.
  useLayoutEffect(() => {
    if (!card.current) return;
    const [first] = asked.mark.getClientRects();
    const last = [...asked.mark.getClientRects()].at(-1);
    if (!first || !last) return;
    const { width, height } = card.current.getBoundingClientRect();
    const isBelow = last.bottom + height + EDGE < window.innerHeight;
    const left = Math.min(Math.max(EDGE, last.left), window.innerWidth - width - EDGE);
    card.current.style.left = `${left}px`;
    card.current.style.top = `${isBelow ? last.bottom + 4 : first.top - height - 4}px`;
  }, [asked]);
  return (
    <div
      ref={card}
      className="quoting-card"
      role="tooltip"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {asked.quoted.map((one) => (
        <button
          key={`${one.articleId} ${one.quotationId}`}
          type="button"
          tabIndex={-1}
          className="quoting"
          onClick={() => {
            onChosen();
            void goToSourceUse(one);
          }}
        >
          <span className="quoting-head">
            {one.verdict ? (
              <VerdictChip verdict={one.verdict} />
            ) : (
              <span className="chip chip-claim">{claimWords.claim}</span>
            )}
            <span className="quoting-article">
              {one.articleHeadline === '' ? words.untitled : one.articleHeadline}
            </span>
          </span>
          <span className="quoting-words">
            {one.kind === 'claim' ? shorten(one.text, 60) : quotationName(one.text)}
          </span>
        </button>
      ))}
    </div>
  );
}
