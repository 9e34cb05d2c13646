import { roleOf } from './changes';
import type { DraftToken, SourceToken } from './compare';
import type { Group } from './draft';
import { isExpletive } from './expletives';
import { isNegatedForm, isNegation } from './lexicon';
import { type Finding, finding, type Reading } from './reading';
import { isNumberToken, type Token } from './tokens';

/** What the comparison says about words in brackets or parentheses. */
export interface GroupMatch {
  group: Group;
  /** Its tokens that the source has, and the source's for them. */
  matched: { draft: DraftToken; source: SourceToken }[];
  /** Its tokens that the source does not have. */
  added: DraftToken[];
  /** What the source has in their stead. */
  replaced: SourceToken[];
  /** Number of the token of the source that follows. */
  sourceNext: number;
}

/** Judges words in brackets or parentheses, or a note in brackets. */
export function judgeGroup(reading: Reading, match: GroupMatch): Finding[] {
  const { group, matched, added } = match;
  if (group.note) return judgeNote(reading, match);
  const replaced = match.replaced.filter((token) => roleOf(reading, token) === 'word');
  if (matched.some((pair) => enclosedBy(reading, pair.source) !== null)) return [];
  if (added.length === 0 && replaced.length === 0) {
    const needless = group.kind === 'bracket';
    return needless ? [{ code: 'bracket', draft: wording(reading, group) }] : [];
  }
  const code = group.kind === 'bracket' ? 'bracket' : 'paren-insertion';
  const findings: Finding[] = [
    { ...finding(reading, code, [], replaced), draft: wording(reading, group) },
  ];
  findings.push(...meaningTurned(reading, group, added, replaced));
  findings.push(...meaningTurnedAtEdge(reading, match));
  return findings;
}

function wording(reading: Reading, group: Group): string {
  return reading.draft.text.slice(group.start, group.end);
}

function meaningTurned(
  reading: Reading,
  group: Group,
  added: readonly DraftToken[],
  replaced: readonly SourceToken[],
): Finding[] {
  const { lexicon, limits } = reading;
  const about = { ...finding(reading, 'bracket', [], replaced), draft: wording(reading, group) };
  const findings: Finding[] = [];
  const negations = (tokens: readonly Token[]) =>
    tokens.filter((token) => isNegation(lexicon, token.key)).length;
  const lost =
    negations(replaced) - negations(added) + prefixed(added, replaced) - prefixed(replaced, added);
  if (lost > 0) findings.push({ ...about, code: 'bracket-drops-negation' });
  if (lost < 0) findings.push({ ...about, code: 'bracket-inserts-negation' });
  const hedged = (tokens: readonly Token[]) =>
    tokens.some((token) => lexicon.hedges.has(token.key));
  if (hedged(replaced) && !hedged(added)) {
    findings.push({ ...about, code: 'omission-drops-qualifier' });
  }
  const changes = (test: (token: Token) => boolean) =>
    replaced.some(test) && keys(replaced.filter(test)) !== keys(added.filter(test));
  if (changes(isNumberToken)) findings.push({ ...about, code: 'bracket-changes-number' });
  if (changes((token) => lexicon.modals.has(token.key))) {
    findings.push({ ...about, code: 'bracket-changes-modal' });
  }
  const count = new Set(replaced.map((token) => token.from)).size;
  if (count > limits.bracketedWords)
    findings.push({ ...about, code: 'bracket-replaces-long-span' });
  return findings;
}

/** How many words of the one list are negated by a prefix in the other: legal, illegal. */
function prefixed(words: readonly Token[], negated: readonly Token[]): number {
  return words.filter((word) => negated.some((other) => isNegatedForm(word.key, other.key))).length;
}

function keys(tokens: readonly Token[]): string {
  return tokens.map((token) => token.key).join(' ');
}

/**
 * Brackets at the beginning or the end stand for words that are not part of the passage. If those
 * deny, so did the speaker: “[The mayor] resigned” for "Nobody resigned".
 */
function meaningTurnedAtEdge(reading: Reading, match: GroupMatch): Finding[] {
  const { group, added } = match;
  const { draft, steps, lexicon, limits } = reading;
  if (group.kind !== 'bracket' || added.some((token) => isNegation(lexicon, token.key))) return [];
  const matches = steps.filter((step) => step.type === 'match');
  const first = matches[0];
  const last = matches.at(-1);
  if (!first || !last) return [];
  const atStart = group.from === 0;
  const atEnd = group.to === draft.words.length;
  const neighbours = atStart
    ? clauseBefore(reading, first.source, limits.bracketedWords)
    : atEnd
      ? clauseAfter(reading, last.source, limits.bracketedWords)
      : [];
  if (!neighbours.some((token) => isNegation(lexicon, token.key))) return [];
  const code = 'bracket-drops-negation';
  return [{ ...finding(reading, code, [], neighbours), draft: wording(reading, group) }];
}

const CLAUSE_END = /[.?!;:,()–—]/;

/** Up to so many tokens of the same clause before a token of the source, in text order. */
export function clauseBefore(reading: Reading, token: number, most: number): SourceToken[] {
  const { sourceTokens } = reading;
  const found: SourceToken[] = [];
  for (let at = token - 1; at >= 0 && found.length < most; at--) {
    if (CLAUSE_END.test(between(reading, sourceTokens[at]!, sourceTokens[at + 1]!))) break;
    found.unshift(sourceTokens[at]!);
  }
  return found;
}

/** Up to so many tokens of the same clause after a token of the source. */
function clauseAfter(reading: Reading, token: number, most: number): SourceToken[] {
  const { sourceTokens } = reading;
  const found: SourceToken[] = [];
  for (let at = token + 1; at < sourceTokens.length && found.length < most; at++) {
    if (CLAUSE_END.test(between(reading, sourceTokens[at - 1]!, sourceTokens[at]!))) break;
    found.push(sourceTokens[at]!);
  }
  return found;
}

function between(reading: Reading, one: Token, other: Token): string {
  const { text, words } = reading.source;
  return text.slice(words[one.to - 1]!.end, words[other.from]!.start);
}

const LONGEST_ENCLOSED = 200;

/** The bracket of the source that a word of it stands in, or null. */
export function enclosedBy(reading: Reading, token: SourceToken): '[' | '(' | null {
  const { text, words } = reading.source;
  const start = words[token.from]!.start;
  let closed = 0;
  for (let at = start - 1; at >= Math.max(0, start - LONGEST_ENCLOSED); at--) {
    const character = text[at];
    if (character === ')' || character === ']') closed++;
    else if (character === '(' || character === '[') {
      if (closed === 0) return character;
      closed--;
    }
  }
  return null;
}

function judgeNote(reading: Reading, match: GroupMatch): Finding[] {
  const { group, replaced } = match;
  const draft = wording(reading, group);
  if (group.note === 'sic') return judgeSic(reading, group, draft);
  if (group.note === 'emphasis-note') return [{ code: 'emphasis-note', draft }];
  if (isNoteOfSource(reading, match, draft)) return [];
  const words = replaced.filter((token) => roleOf(reading, token) === 'word');
  // [expletive] in the place of a harmless word says that the speaker swore.
  const swore = words.length === 0 || words.some((token) => isExpletive(token.key));
  const least = NAMES_EXPLETIVE.test(group.content) && !swore ? 'altered' : undefined;
  return [
    { ...finding(reading, 'editorial-note', [], words, least), draft },
    ...meaningTurned(reading, group, [], words),
  ];
}

const NAMES_EXPLETIVE = /expletive|bleep|swear/;

function judgeSic(reading: Reading, group: Group, draft: string): Finding[] {
  const before = group.from - 1;
  const vouchedFor = before >= 0 && reading.sameWords[before]! >= 0;
  const word = reading.draft.words[before];
  const about = word ? `${reading.draft.text.slice(word.start, word.end)} ${draft}` : draft;
  return [{ code: vouchedFor ? 'sic' : 'sic-on-changed-word', draft: about }];
}

/** The transcript itself has the same note at this place. */
function isNoteOfSource(reading: Reading, match: GroupMatch, draft: string): boolean {
  const next = reading.sourceTokens[match.sourceNext];
  const { source } = reading;
  const end = next ? source.words[next.from]!.start : source.text.length;
  const level = (note: string) => note.slice(1, -1).toLowerCase().trim();
  return source.asides.some(
    (aside) =>
      aside.end <= end &&
      end - aside.end < 40 &&
      level(source.text.slice(aside.start, aside.end)) === level(draft),
  );
}
