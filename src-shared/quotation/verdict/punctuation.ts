import { QUOTATION_MARKS } from '../../text/characters';
import { takesPoint } from './abbreviations';
import type { Finding, Reading } from './reading';
import type { ReasonCode } from './reasons';

/** Judges the punctuation between words that follow each other in both texts. */
export function judgePunctuation(reading: Reading): Finding[] {
  const { draft, source, sameWords } = reading;
  const findings: Finding[] = [];
  for (let at = 1; at < draft.words.length; at++) {
    const before = sameWords[at - 1]!;
    const after = sameWords[at]!;
    if (before < 0 || after <= before) continue;
    const asideOnly = source.words.slice(before + 1, after).every((word) => word.role !== 'word');
    if (!asideOnly || draft.gapAt.has(at)) continue;
    if (isPlainlySame(reading, at, before, after)) continue;
    const betweenSource = sourceBetween(reading, before, after);
    const betweenDraft = draftBetween(reading, at);
    // Brackets round words that the source has without them are the editor's.
    const own = /[[\]]/.test(betweenSource) ? betweenDraft : betweenDraft.replace(/[[\]]/g, '');
    const inDraft = levelled(own, draft.words[at - 1]!.key);
    const inSource = levelled(betweenSource, source.words[before]!.key);
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

/** The same characters stand between the two words, and no brackets. */
function isPlainlySame({ draft, source }: Reading, at: number, before: number, after: number) {
  if (after !== before + 1 || draft.groupsAt.has(at)) return false;
  const from = source.words[before]!.end;
  const start = draft.words[at - 1]!.end;
  const length = draft.words[at]!.start - start;
  if (source.words[after]!.start - from !== length) return false;
  for (let offset = 0; offset < length; offset++) {
    if (draft.text[start + offset] !== source.text[from + offset]) return false;
  }
  return true;
}

function punctuationCode(
  inDraft: string,
  inSource: string,
  betweenParts: boolean,
): ReasonCode | null {
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
  for (const number of draft.groupsAt.get(at) ?? []) {
    const group = draft.groups[number]!;
    // The brackets of words that the source does not have, and notes, are no punctuation of its.
    const hasWords = group.to > group.from && reading.sameWords[group.from]! >= 0;
    if (hasWords || group.end <= from || group.start >= to) continue;
    text =
      draft.text.slice(from, Math.max(from, group.start)) +
      draft.text.slice(Math.min(to, group.end), to);
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
  '，': ',',
  '、': ',',
  '。': '.',
  '！': '!',
  '？': '?',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
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
    .replace(/\s+/g, ' ')
    .replace(/ ?(?:[–—―‒]+|-{2,}) ?| - /g, '—')
    .replace(/[\s¿¡]+/g, '');
  // 10-20 and 10–20 are typed alike.
  if (/\d$/.test(wordBefore) && plain === '-') return '—';
  return takesPoint(wordBefore) ? plain.replace(/^\./, '') : plain;
}
