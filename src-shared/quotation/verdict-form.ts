import { QUOTATION_MARKS } from '../text/characters';
import { takesPoint } from './abbreviations';
import { isNegatedForm, isNegation, phraseAt } from './lexicon';
import type { ReasonCode } from './reasons';
import { spellingRelation } from './spelling';
import { isDroppedG } from './spoken-forms';
import { looksLikeName } from './verdict-changes';
import { type DraftToken, isFootnoteGlued, type SourceToken } from './verdict-compare';
import { clauseBefore } from './verdict-groups';
import { type Finding, finding, type Reading } from './verdict-reading';

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

function formOf(reading: Reading, draft: DraftToken, source: SourceToken): ReasonCode | null {
  const draftWord = reading.draft.words[draft.from]!;
  const sourceWord = reading.source.words[source.from]!;
  if (draftWord.edited) return formOfEdited(draftWord.edited, sourceWord.key);
  if (draftWord.masked) return 'expletive-masked';
  const forms = [draft.form, source.form];
  if (forms.includes('number')) return isSameRaw(reading, draft, source) ? null : 'numeral-style';
  if (draftWord.key.replace(/'/g, '') === sourceWord.key.replace(/'/g, '')) {
    return draftWord.key === sourceWord.key ? null : 'punctuation-changed';
  }
  if (source.form === 'nonstandard' || isDroppedG(source.key, draft.key)) return 'nonstandard-spelling';
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
      return looksLikeName(reading, draft.from, source.from) ? 'name-spelling' : 'regional-spelling';
    case 'apostrophe':
      return 'punctuation-changed';
    case 'diacritics':
      return 'diacritics';
    default:
      return 'word-changed';
  }
}

function isSameRaw(reading: Reading, draft: DraftToken, source: SourceToken): boolean {
  const join = (words: readonly { key: string }[], from: number, to: number) =>
    words.slice(from, to).map((word) => word.key).join(' ');
  return (
    join(reading.draft.words, draft.from, draft.to) === join(reading.source.words, source.from, source.to)
  );
}

function formOfEdited(edited: { whole: string; kept: string }, source: string): ReasonCode {
  if (edited.whole === source) return 'bracket-case';
  if (isNegatedForm(edited.whole, source)) return 'bracket-drops-negation';
  if (isNegatedForm(source, edited.whole)) return 'bracket-inserts-negation';
  return 'bracket-morph';
}

/** Judges capitals of words that are the same. */
export function judgeCapitals(reading: Reading): Finding[] {
  const { draft, source, sameWords } = reading;
  const findings: Finding[] = [];
  const inCapitals = isInCapitals(reading);
  for (const [at, word] of draft.words.entries()) {
    const other = source.words[sameWords[at]!];
    if (!other || other.text === word.text) continue;
    const draftText = draft.text.slice(word.start, word.end);
    const sourceText = source.text.slice(other.start, other.end);
    let code: ReasonCode = 'capitalisation-changed';
    if (inCapitals) code = 'caps-restyled';
    else if (isAllCapitals(word.text) !== isAllCapitals(other.text)) code = 'capitals-changed';
    else if (beginsStretch(reading, at)) code = 'initial-case';
    else if (beginsSentence(reading, at)) continue;
    if (findings.some((found) => found.code === code && code === 'caps-restyled')) continue;
    findings.push({ code, draft: draftText, source: sourceText });
  }
  return findings;
}

const isAllCapitals = (text: string) => /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$/u.test(text);

/** True if most of the source's words for the draft are set in capitals. */
function isInCapitals(reading: Reading): boolean {
  let capitals = 0;
  let small = 0;
  for (const at of reading.sameWords) {
    const text = reading.source.words[at]?.text ?? '';
    if (/\p{Ll}/u.test(text)) small++;
    else if (isAllCapitals(text)) capitals++;
  }
  return capitals > 0 && capitals > 2 * small;
}

/** The first word, and the first after an ellipsis, a bracket or an attribution. */
function beginsStretch(reading: Reading, at: number): boolean {
  const { draft } = reading;
  return (
    at === 0 ||
    draft.partStarts.has(at) ||
    draft.gaps.some((gap) => gap.at === at) ||
    draft.groups.some((group) => group.to === at && group.from === 0)
  );
}

/** The draft begins a sentence where the source does not, or the other way round: its punctuation tells. */
function beginsSentence(reading: Reading, at: number): boolean {
  const before = reading.draft.words[at - 1];
  const other = reading.source.words[reading.sameWords[at]! - 1];
  const draftBefore = before ? reading.draft.text.slice(before.end, reading.draft.words[at]!.start) : '';
  const sourceBefore = other
    ? reading.source.text.slice(other.end, reading.source.words[reading.sameWords[at]!]!.start)
    : '';
  return /[.?!:]/.test(draftBefore) !== /[.?!:]/.test(sourceBefore);
}

/** Judges the punctuation between words that follow each other in both texts. */
export function judgePunctuation(reading: Reading): Finding[] {
  const { draft, source, sameWords } = reading;
  const findings: Finding[] = [];
  for (let at = 1; at < draft.words.length; at++) {
    const before = sameWords[at - 1]!;
    const after = sameWords[at]!;
    if (before < 0 || after <= before) continue;
    const asideOnly = source.words.slice(before + 1, after).every((word) => word.role !== 'word');
    const marked = draft.gaps.some((gap) => gap.at === at);
    if (!asideOnly || marked) continue;
    const inDraft = levelled(draftBetween(reading, at), draft.words[at - 1]!.key);
    const inSource = levelled(sourceBetween(reading, before, after), source.words[before]!.key);
    const code = punctuationCode(inDraft, inSource, draft.partStarts.has(at));
    if (!code) continue;
    findings.push({
      code,
      draft: draft.text.slice(draft.words[at - 1]!.start, draft.words[at]!.end),
      source: source.text.slice(source.words[before]!.start, source.words[after]!.end),
    });
  }
  return findings;
}

function punctuationCode(inDraft: string, inSource: string, betweenParts: boolean): ReasonCode | null {
  if (inDraft === inSource) return null;
  if (/[?¿]/.test(inDraft) !== /[?¿]/.test(inSource)) return 'force-changed';
  if (inDraft.includes('!') && !inSource.includes('!')) return 'force-changed';
  return betweenParts ? null : 'punctuation-changed';
}

function draftBetween(reading: Reading, at: number): string {
  const { draft } = reading;
  const from = draft.words[at - 1]!.end;
  const to = draft.words[at]!.start;
  let text = draft.text.slice(from, to);
  for (const group of draft.groups) {
    // The brackets of words that the source does not have, and notes, are no punctuation of its.
    const hasWords = group.to > group.from && reading.sameWords[group.from]! >= 0;
    if (hasWords || group.end <= from || group.start >= to) continue;
    text = draft.text.slice(from, Math.max(from, group.start)) + draft.text.slice(Math.min(to, group.end), to);
  }
  return text;
}

function sourceBetween(reading: Reading, before: number, after: number): string {
  const { text, words, asides } = reading.source;
  let at = words[before]!.end;
  const end = words[after]!.start;
  let result = '';
  for (const aside of asides) {
    if (aside.start < at || aside.end > end) continue;
    result += text.slice(at, aside.start);
    at = aside.end;
  }
  return result + text.slice(at, end);
}

const MARKS = new RegExp(`[${QUOTATION_MARKS}]`, 'g');
const FULL_WIDTH: Record<string, string> = {
  '，': ',', '、': ',', '。': '.', '！': '!', '？': '?', '；': ';', '：': ':', '（': '(', '）': ')',
};

/** Punctuation without quotation marks, emphasis and space; every dash alike, a hyphen apart. */
function levelled(between: string, wordBefore: string): string {
  const plain = between
    .replace(/[，、。！？；：（）]/g, (mark) => FULL_WIDTH[mark]!)
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(MARKS, '')
    .replace(/[*_#>|~†‡\\\u200B-\u200F\uFEFF\u00AD]/g, '')
    .replace(/…|\.(?:\s?\.){2,}/g, '…')
    .replace(/\s*(?:[–—―‒]+|-{2,})\s*|\s+-\s+/g, '—')
    .replace(/[\s¿¡]+/g, '');
  return takesPoint(wordBefore) ? plain.replace(/^\./, '') : plain;
}

/** Judges how the quotation ends against how the source goes on: force, qualifiers cut off. */
export function judgeEnds(reading: Reading): Finding[] {
  const { draft, source, sourceTokens, steps } = reading;
  const matches = steps.filter((step) => step.type === 'match');
  const first = matches[0];
  const last = matches.at(-1);
  if (!first || !last) return [];
  const lastDraftToken = reading.draftTokens.length - 1;
  const lastWord = sourceTokens[last.source]!.to - 1;
  const firstWord = sourceTokens[first.source]!.from;
  const trailingGap = draft.gaps.some((gap) => gap.at === draft.words.length);
  const leadingGap = draft.gaps.some((gap) => gap.at === 0);
  const startsSentence = isSentenceStart(reading, firstWord);
  const opensWithCapital = /^[^\p{L}\p{N}]*\p{Lu}/u.test(draft.text);
  const findings: Finding[] = [];

  if (last.draft === lastDraftToken && !trailingGap) {
    const ending = draft.text.slice(draft.words.at(-1)!.end);
    const after = source.text.slice(
      source.words[lastWord]!.end,
      source.words[lastWord + 1]?.start ?? source.text.length,
    );
    const sentence = sentenceEnd(reading, lastWord);
    const isWhole = opensWithCapital || startsSentence;
    const lost = isWhole && /[?？]/.test(endOfSentence(after)) && !/[?？]/.test(ending);
    const asked = /[?？]/.test(ending) && !/[?？]/.test(sentence);
    const exclaimed = /[!！]/.test(ending) && !/[!！]/.test(sentence);
    if (lost || asked || exclaimed) {
      findings.push({
        code: 'force-changed',
        draft: draft.text.slice(draft.words.at(-1)!.start),
        source: source.text.slice(source.words[lastWord]!.start, source.words[lastWord]!.end) + after.trimEnd(),
      });
    }
    const presentedWhole = opensWithCapital || startsSentence || /[.!?。！？]/.test(ending);
    const denial = negationAfter(reading, last.source);
    if (denial) findings.push(finding(reading, 'negation-cut', [], denial));
    const qualifier = presentedWhole ? qualifierAfter(reading, last.source) : null;
    if (qualifier) findings.push(finding(reading, 'cut-before-qualifier', [], qualifier));
  }
  if (first.draft === 0 && !leadingGap && !startsSentence) {
    const negation = negationBefore(reading, first.source);
    if (negation) findings.push(finding(reading, 'negation-cut', [], negation));
  }
  return findings;
}

/** Punctuation up to the end of the sentence: what follows a closing mark is not part of it. */
function endOfSentence(after: string): string {
  return /^[^\p{L}\p{N}\n]*/u.exec(after)?.[0] ?? '';
}

/** The punctuation that ends the sentence of a word of the source. */
function sentenceEnd(reading: Reading, word: number): string {
  const rest = reading.source.text.slice(reading.source.words[word]!.end, reading.source.words[word]!.end + 600);
  return /[.?!。？！…]+/.exec(rest)?.[0] ?? '';
}

function isSentenceStart(reading: Reading, word: number): boolean {
  const { text, words } = reading.source;
  const before = words[word - 1];
  const start = words[word]!.start;
  if (!before) return text.slice(Math.max(0, start - 3), start).trim() === '' && start < 4 || /[.?!:\n]\W*$/.test(text.slice(Math.max(0, start - 6), start));
  if (before.role === 'label') return true;
  return /[.?!:;。？！\n]/.test(text.slice(before.end, start));
}

const SENTENCE_END = /[.?!。？！]/;

function qualifierAfter(reading: Reading, token: number): SourceToken[] | null {
  const { lexicon, sourceTokens, source } = reading;
  const last = source.words[sourceTokens[token]!.to - 1]!;
  const next = sourceTokens[token + 1];
  if (!next) return null;
  // A capital begins a sentence too, where a heading or a list has no full stop.
  const begins = /^\p{Lu}\p{Ll}/u.test(source.words[next.from]!.text);
  const between = source.text.slice(last.end, source.words[next.from]!.start);
  if (begins || SENTENCE_END.test(between)) return null;
  const following = sourceTokens.slice(token + 1, token + 6);
  const keys = following.map((one) => one.key);
  const start = keys[0] === 'and' ? 1 : 0;
  if (lexicon.qualifiers.has(keys[start] ?? '')) return following.slice(0, start + 1);
  const phrase = phraseAt(lexicon.qualifierPhrases, keys, start);
  return phrase > 0 ? following.slice(0, start + phrase) : null;
}

/** A negation that follows without a pause: “Wir verkaufen den Hafen” (nicht). */
function negationAfter(reading: Reading, token: number): SourceToken[] | null {
  const { sourceTokens, source } = reading;
  const next = sourceTokens[token + 1];
  if (!next || !isNegation(reading.lexicon, next.key)) return null;
  const last = source.words[sourceTokens[token]!.to - 1]!;
  return /^\s*$/.test(source.text.slice(last.end, source.words[next.from]!.start)) ? [next] : null;
}

const WORDS_BEFORE = 3;
/** After these a negation denies nothing of what follows: no doubt, not only. */
const NO_DENIAL = new Set('doubt question only just merely simply but wonder less mind matter'.split(' '));

function negationBefore(reading: Reading, token: number): SourceToken[] | null {
  const before = clauseBefore(reading, token, WORDS_BEFORE);
  const at = before.findLastIndex((one) => isNegation(reading.lexicon, one.key));
  if (at < 0) return null;
  const next = before[at + 1]?.key ?? reading.sourceTokens[token]?.key ?? '';
  return NO_DENIAL.has(next) ? null : before.slice(at);
}
