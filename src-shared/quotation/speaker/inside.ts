import type { Span } from '../../model/span';
import { matchClause } from './after';
import type { Match } from './match';
import { type Token, tokensOf } from './tokens';
import type { SpeakerWords } from './words-type';

/** Only the beginning of a quotation is searched for an attribution inside it, in UTF-16 units. */
const INSIDE = 600;

/**
 * The attribution that stands inside the marks, as French, Spanish and Russian papers set it:
 * «Le marché, *explique Paul Renard*. Sans lui …». The match counts in the tokens it comes with.
 */
export function matchInside(
  text: string,
  stretch: Span,
  words: SpeakerWords,
): { match: Match; tokens: Token[] } | null {
  if (!/^(?:fr|es|ru)$/u.test(words.language)) return null;
  const end = Math.min(stretch.end, stretch.start + INSIDE);
  const tokens = tokensOf(text, { start: stretch.start + 1, end }, words.language);
  for (let at = 1; at < tokens.length - 1; at += 1) {
    const before = tokens[at - 1]?.text ?? '';
    const cue = words.cues.get(tokens[at]?.lower ?? '');
    if (!/^[,—–]$/u.test(before) || cue?.form !== 'finite' || !cue.reporting) continue;
    if (tokens[at + 1]?.kind !== 'word') continue;
    const match = matchClause(tokens, at, tokens.length, words);
    if (!match || match.speaker.first !== at + 1) continue;
    const next = tokens[match.end];
    if (next && !/^[,.—–]$/u.test(next.text)) continue;
    return { match: { ...match, confidence: 0.85 }, tokens };
  }
  return null;
}
