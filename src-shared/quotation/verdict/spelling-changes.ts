import { type DraftToken, isFootnoteGlued, type SourceToken } from './compare';
import { isNegatedForm } from './lexicon';
import { type Finding, finding, looksLikeName, type Reading } from './reading';
import type { ReasonCode } from './reasons';
import { spellingRelation } from './spelling';
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
    if (reading.sameWords[draft.from] === source.from || draft.from === lastDraftWord) continue;
    // Part of a short form is missing on the other side: that is judged where it is missing.
    if (!allMatched(reading.draftTokens, step.draft, matchedDraft)) continue;
    if (!allMatched(reading.sourceTokens, step.source, matchedSource)) continue;
    lastDraftWord = draft.from;
    const code = formOf(reading, draft, source);
    if (code) findings.push(finding(reading, code, [draft], [source]));
  }
  return findings;
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
  if (draftWord.edited) return formOfEdited(draftWord.edited, sourceWord.key);
  if (draftWord.masked) return 'expletive-masked';
  const forms = [draft.form, source.form];
  if (forms.includes('number')) return draft.written === source.written ? null : 'numeral-style';
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

function formOfEdited(edited: { whole: string; kept: string }, source: string): ReasonCode {
  if (edited.whole === source) return 'bracket-case';
  if (isNegatedForm(edited.whole, source)) return 'bracket-drops-negation';
  if (isNegatedForm(source, edited.whole)) return 'bracket-inserts-negation';
  return 'bracket-morph';
}
