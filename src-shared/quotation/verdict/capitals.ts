import type { Finding, Reading } from './reading';
import type { ReasonCode } from './reasons';

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
    else if (isAllCapitals(word.text)) code = 'capitals-changed';
    else if (isAllCapitals(other.text)) {
      code = OTHER_IN_CAPITALS.has(word.key) ? 'capitals-changed' : 'caps-restyled';
    } else if (beginsStretch(reading, at)) code = 'initial-case';
    else if (beginsSentence(reading, at)) continue;
    if (findings.some((found) => found.code === code && code === 'caps-restyled')) continue;
    findings.push({ code, draft: draftText, source: sourceText });
  }
  return findings;
}

/** Words that in capitals are the initials of something else. */
const OTHER_IN_CAPITALS = new Set('us it who aids act cop pet sad'.split(' '));

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
    draft.gapAt.has(at) ||
    (draft.groups[0]?.from === 0 && draft.groups[0].to === at)
  );
}

/** The draft begins a sentence where the source does not, or the other way round: its punctuation tells. */
function beginsSentence(reading: Reading, at: number): boolean {
  const before = reading.draft.words[at - 1];
  const other = reading.source.words[reading.sameWords[at]! - 1];
  const draftBefore = before
    ? reading.draft.text.slice(before.end, reading.draft.words[at]!.start)
    : '';
  const sourceBefore = other
    ? reading.source.text.slice(other.end, reading.source.words[reading.sameWords[at]!]!.start)
    : '';
  return /[.?!:]/.test(draftBefore) !== /[.?!:]/.test(sourceBefore);
}
