import type { LexicalEditor } from 'lexical';
import { type FoundClaim, findClaims } from '../../../src-shared/claim/find-claims';
import {
  type PlainBlockKind,
  type PlainText,
  plainText,
} from '../../../src-shared/document/plain-text';
import type { Span } from '../../../src-shared/model/span';
import { isContentChange } from '../changes';
import type { LiveDocument } from '../live-document';

/** A pause in typing after which the sentences are looked at, */
const PAUSE_MS = 700;
/** and the browser may put it off so long until it has nothing better to do. */
const LATEST_MS = 2000;
/** One piece of the work takes no longer than this, in milliseconds. */
const PIECE_MS = 8;

/** What is the article's own word; figures of a table and captions are not listed one by one. */
const READ: ReadonlySet<PlainBlockKind> = new Set(['paragraph', 'list-item', 'standfirst']);

export interface ClaimSuggestionsOptions {
  language(): string;
  /** Told the sentences that look as if they needed a source, when they changed; offsets into the plain text. */
  onSuggestions(suggestions: FoundClaim[]): void;
}

/**
 * Looks for sentences that look as if they needed a source, in pauses and in pieces, so that typing is
 * never kept waiting. A line that was looked at before is not looked at again.
 */
export function registerClaimSuggestions(
  editor: LexicalEditor,
  live: LiveDocument,
  { language, onSuggestions }: ClaimSuggestionsOptions,
): () => void {
  let known = new Map<string, FoundClaim[]>();
  let pause: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  let told: string | null = null;

  function schedule(delay: number) {
    cancel();
    pause = setTimeout(() => {
      idle = requestIdleCallback(() => start(), { timeout: LATEST_MS });
    }, delay);
  }

  function cancel() {
    clearTimeout(pause);
    if (idle !== undefined) cancelIdleCallback(idle);
    idle = undefined;
  }

  function start() {
    const lines = linesOf(plainText(live.read()));
    const tag = language();
    const next = new Map<string, FoundClaim[]>();
    const found: FoundClaim[] = [];
    let at = 0;
    const work = () => {
      const until = performance.now() + PIECE_MS;
      while (at < lines.length && performance.now() < until) {
        const line = lines[at++]!;
        const key = JSON.stringify([tag, line.text, line.covered]);
        const claims = known.get(key) ?? findClaims(line, tag);
        next.set(key, claims);
        for (const claim of claims) {
          found.push({ ...claim, start: line.start + claim.start, end: line.start + claim.end });
        }
      }
      if (at < lines.length) {
        idle = requestIdleCallback(work, { timeout: LATEST_MS });
        return;
      }
      known = next;
      tell(found);
    };
    work();
  }

  function tell(found: FoundClaim[]) {
    const text = JSON.stringify(found);
    if (text === told) return;
    told = text;
    onSuggestions(found);
  }

  const stopListening = editor.registerUpdateListener((update) => {
    if (isContentChange(update)) schedule(PAUSE_MS);
  });
  schedule(0);
  return () => {
    stopListening();
    cancel();
  };
}

interface Line {
  start: number;
  text: string;
  covered: Span[];
}

/** The lines that are read, with what stands in quotation marks in them or is a claim already. */
function linesOf({ text, blocks, quotations, claims }: PlainText): Line[] {
  const covered = [...quotations.values(), ...claims.values()]
    .flat()
    .sort((a, b) => a.start - b.start);
  let next = 0;
  return blocks.flatMap(({ kind, start, end }) => {
    while ((covered[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    if (!READ.has(kind)) return [];
    const inside: Span[] = [];
    for (let at = next; (covered[at]?.start ?? end) < end; at++) {
      const span = covered[at]!;
      if (span.end > start) {
        inside.push({
          start: Math.max(0, span.start - start),
          end: Math.min(end, span.end) - start,
        });
      }
    }
    return [{ start, text: text.slice(start, end), covered: inside }];
  });
}
