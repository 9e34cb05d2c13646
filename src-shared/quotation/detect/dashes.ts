/*
 * Speech that a dash introduces, as in Russian, Spanish, French and Czech: "— Едем, — сказал он."
 * A paragraph is taken for speech only where an attribution stands in it: a dash may as well begin
 * an item of a list, or a question of an interview.
 */
import type { Span } from '../../model/span';
import { matchInside } from '../speaker/inside';
import { tokensOf } from '../speaker/tokens';
import type { SpeakerWords } from '../speaker/words-type';
import type { MarkedStretch } from './marks-pair';

const LANGUAGES = /^(?:fr|es|ru|cs)$/u;
const OPENING = /^[—–―][ \u00a0\u202f]*(?=[\p{L}\p{N}¿¡«…])/u;
/** Spanish sets the dash against the attribution: "—Vamos —dijo Ana—. No me esperes." */
const SPANISH = /[ \u00a0][—–](?=\p{Ll})([^—–]+)(?:[—–][.,;:]?|$)/gu;
/** Elsewhere the attribution stands between a comma or full stop and dashes with spaces. */
const SPACED =
  /(?<=[,.!?…])[ \u00a0][—–―][ \u00a0](?=\p{Ll})([^—–―]+?)(?:[,.:;]?[ \u00a0][—–―][ \u00a0]|$)/gu;
/** No paragraph of speech is longer than this, in UTF-16 units. */
const LONGEST = 4000;
/** The verb stands among the first words of the attribution. */
const VERB_WITHIN = 4;

/** The speech of the paragraphs that begin with a dash, without the dashes, in order. */
export function findDashSpeech(
  text: string,
  paragraphs: readonly Span[],
  words: SpeakerWords,
): MarkedStretch[] {
  const found: MarkedStretch[] = [];
  if (!LANGUAGES.test(words.language)) return found;
  for (const { start, end } of paragraphs) {
    if (!'—–―'.includes(text.charAt(start)) || end - start > LONGEST) continue;
    const body = text.slice(start, end);
    const dash = OPENING.exec(body)?.[0].length;
    if (!dash) continue;
    for (const part of speechIn(body, dash, words)) {
      found.push({
        start: start + part.start,
        end: start + part.end,
        closed: true,
        block: false,
        dash: true,
      });
    }
  }
  return found;
}

function speechIn(body: string, dash: number, words: SpeakerWords): Span[] {
  const parts: Span[] = [];
  let from = dash;
  const pattern = words.language === 'es' ? SPANISH : SPACED;
  for (const match of body.matchAll(pattern)) {
    if (!attributes(match[1] ?? '', words)) continue;
    parts.push({ start: from, end: match.index });
    from = match.index + match[0].length;
  }
  if (parts.length === 0) {
    // French tells the speaker inside: "— Je viens, dit Paul. Et toi ?"
    const whole = { start: dash, end: body.length };
    return matchInside(body, { start: dash - 1, end: body.length }, words) ? [whole] : [];
  }
  parts.push({ start: from, end: body.length });
  return parts.map((part) => trimmed(body, part)).filter(({ start, end }) => end > start);
}

function attributes(clause: string, words: SpeakerWords): boolean {
  return tokensOf(clause, { start: 0, end: clause.length }, words.language)
    .slice(0, VERB_WITHIN)
    .some(({ kind, lower }) => kind === 'word' && words.cues.get(lower)?.form === 'finite');
}

function trimmed(body: string, { start, end }: Span): Span {
  const inner = body.slice(start, end);
  const lead = inner.length - inner.trimStart().length;
  return { start: start + lead, end: start + inner.trimEnd().length };
}
