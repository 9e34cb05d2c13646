import { type DraftToken, isFootnoteGlued, type SourceToken } from './compare';
import { isExpletive } from './expletives';
import { isNegatedForm, isNegation } from './lexicon';
import type { Treatment } from './profile';
import { type Finding, finding, looksLikeName, type Reading } from './reading';
import type { ReasonCode } from './reasons';
import { isDoubtfulCorrection, spellingRelation } from './spelling';
import { isDroppedG } from './spoken-forms';

/** Judges how words that are the same are written: spelling, numerals, short forms, masks. */
export function judgeSpelling(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  const matchedDraft = new Set<number>();
  const matchedSource = new Set<number>();
  for (const step of reading.steps) {
    if (step.type !== 'match') continue;
    matchedDraft.add(step.draft);
    matchedSource.add(step.source);
  }
  let lastDraftWord = -1;
  for (const step of reading.steps) {
    if (step.type !== 'match') continue;
    const draft = reading.draftTokens[step.draft]!;
    const source = reading.sourceTokens[step.source]!;
    if (isWrittenAlike(reading, draft, source) || draft.from === lastDraftWord) continue;
    // Part of a short form is missing on the other side: that is judged where it is missing.
    if (!allMatched(reading.draftTokens, step.draft, matchedDraft)) continue;
    if (!allMatched(reading.sourceTokens, step.source, matchedSource)) continue;
    lastDraftWord = draft.from;
    const code = formOf(reading, draft, source);
    if (!code) continue;
    const least = leastOf(code, draft.key, sourceLetters(reading, source));
    findings.push(finding(reading, code, [draft], [source], least));
  }
  return findings;
}

/** True if the words that two tokens come from are the same ones. */
function isWrittenAlike(reading: Reading, draft: DraftToken, source: SourceToken): boolean {
  if (reading.sameWords[draft.from] !== source.from) return false;
  return draft.written === source.written || (draft.form !== 'number' && source.form !== 'number');
}

/** True if every token of the words that a token comes from is matched. */
function allMatched(
  tokens: readonly { from: number; to: number }[],
  at: number,
  matched: ReadonlySet<number>,
): boolean {
  const { from, to } = tokens[at]!;
  for (let other = at; other >= 0 && tokens[other]!.to > from; other--) {
    if (!matched.has(other)) return false;
  }
  for (let other = at; other < tokens.length && tokens[other]!.from < to; other++) {
    if (!matched.has(other)) return false;
  }
  return true;
}

/** What makes two tokens of the same word differ in writing; null for a difference that does not count. */
export function formOf(
  reading: Reading,
  draft: DraftToken,
  source: SourceToken,
): ReasonCode | null {
  const draftWord = reading.draft.words[draft.from]!;
  const sourceWord = reading.source.words[source.from]!;
  if (draftWord.edited) return formOfEdited(reading, draftWord.edited, sourceWord.key);
  if (draftWord.masked) return 'expletive-masked';
  const forms = [draft.form, source.form];
  if (forms.includes('number')) return draft.written === source.written ? null : 'numeral-style';
  // An apostrophe at the edge of a word cannot be told from a quotation mark.
  if (draftWord.key.replace(EDGE, '') === sourceWord.key.replace(EDGE, '')) return null;
  if (draftWord.key.replace(/'/g, '') === sourceWord.key.replace(/'/g, '')) {
    return draftWord.key === sourceWord.key ? null : 'punctuation-changed';
  }
  if (source.form === 'nonstandard' || isDroppedG(source.key, draft.key))
    return 'nonstandard-spelling';
  if (draft.form === 'nonstandard' || isDroppedG(draft.key, source.key)) {
    return 'nonstandard-spelling-added';
  }
  if (forms.includes('division')) return 'word-division';
  if (forms.includes('contraction')) return 'contraction';
  if (forms.includes('abbreviation')) return 'abbreviation';
  if (isFootnoteGlued(draft.key, source.key)) return null;
  switch (spellingRelation(draft.key, source.key)) {
    case 'correction':
      return 'spelling-correction';
    case 'regional':
      return looksLikeName(reading, draft.from, source.from)
        ? 'name-spelling'
        : 'regional-spelling';
    case 'apostrophe':
      return 'punctuation-changed';
    case 'diacritics':
      return 'diacritics';
    default:
      return 'word-changed';
  }
}

/** A word of the source as it is printed, asterisks included. */
function sourceLetters({ source }: Reading, token: SourceToken): string {
  const word = source.words[token.from]!;
  return /[*]/.test(source.text.slice(word.start, word.end))
    ? source.text.slice(word.start, word.end)
    : token.key;
}

/** What no profile can make less of: a mask over a harmless word, a word that only looks misread. */
function leastOf(code: ReasonCode, draft: string, source: string): Treatment | undefined {
  if (code === 'expletive-masked' && !isExpletive(source)) return 'altered';
  if (code === 'spelling-correction' && isDoubtfulCorrection(draft, source)) return 'review';
  return undefined;
}

const EDGE = /^'+|'+$/g;

function formOfEdited(
  { lexicon }: Reading,
  edited: { whole: string; kept: string },
  source: string,
): ReasonCode {
  const { whole } = edited;
  if (whole === source) return 'bracket-case';
  const denies = isNegation(lexicon, whole) || CUT_SHORT.test(whole);
  const denied = isNegation(lexicon, source) || CUT_SHORT.test(source);
  if (isNegatedForm(whole, source) || (denied && !denies)) return 'bracket-drops-negation';
  if (isNegatedForm(source, whole) || (denies && !denied)) return 'bracket-inserts-negation';
  if (lexicon.modals.has(whole) || lexicon.modals.has(source)) return 'bracket-changes-modal';
  return 'bracket-morph';
}
/** can[not], would[n't], hope[less]. */
const CUT_SHORT = /(?:not|n't|less|lessly)$/;
