import type { Acceptance, GatePoint } from '../../src-shared/contract/finish';
import type { Byline } from '../../src-shared/model/byline';
import type { QuotationCounts, QuotationView } from '../../src-shared/model/quotation';
import { reasonSentence } from '../../src-shared/words/reasons';
import { dateLabel, dayLabel } from './format';
import { passageLabel, quotationName, speakerLabel } from './quotations';
import { count, sentenceCase } from './text';

/*
 * The gate of "Finish and export": each open point in a line, and what is known about it below.
 */

interface Sentence {
  /** The first words of what it is about, then the rest. */
  one(example: string): string;
  many(number: number): string;
}

/** A quotation, a source's title or the words around a TK. */
const example = (text: string) => quotationName(text);

const POINTS: Record<GatePoint['code'], Sentence> = {
  'quotations-altered': {
    one: (text) => `${example(text)} differs from its source`,
    many: (number) => `${number} quotations differ from their sources`,
  },
  'quotations-review': {
    one: (text) => `${example(text)} wants to be looked at`,
    many: (number) => `${number} quotations want to be looked at`,
  },
  'quotations-missing': {
    one: (text) => `${example(text)} is not in its source`,
    many: (number) => `${number} quotations are not in their sources`,
  },
  'quotations-not-checkable': {
    one: (text) => `${example(text)} cannot be checked`,
    many: (number) => `${number} quotations cannot be checked`,
  },
  'quotations-unlinked': {
    one: (text) => `${example(text)} has no source`,
    many: (number) => `${number} quotations have no source`,
  },
  'speakers-missing': {
    one: (text) => `${example(text)} has nobody named as speaker`,
    many: (number) => `${number} quotations have nobody named as speaker`,
  },
  'read-backs-changes': {
    one: (text) => `The speaker asked for changes: ${example(text)}`,
    many: (number) => `Speakers asked for changes to ${number} quotations`,
  },
  'claims-changed': {
    one: (text) => `The source of a claim was corrected: ${example(text)}`,
    many: (number) => `The sources of ${number} claims were corrected`,
  },
  'claims-unchecked': {
    one: (text) => `A claim is not checked: ${example(text)}`,
    many: (number) => `${number} claims are not checked`,
  },
  'byline-empty': { one: () => 'No byline', many: () => 'No byline' },
  'byline-unnamed': {
    one: (name) => `The byline leaves out ${name}`,
    many: (number) => `The byline leaves out ${number} contributors`,
  },
  'byline-account': {
    one: (name) => `“${name}” in the byline is an account, and nobody’s name`,
    many: (number) => `${number} names in the byline are accounts, and nobody’s names`,
  },
  'tk-marks': {
    one: (text) => `TK is still in the text: ${example(text)}`,
    many: (number) => `TK is still in ${number} places of the text`,
  },
  'comments-open': {
    one: (text) => `A comment is open: ${example(text)}`,
    many: (number) => `${number} comments are open`,
  },
  'figures-unread': {
    one: (caption) =>
      caption === ''
        ? 'A picture has no alternative text'
        : `A picture has no alternative text: ${example(caption)}`,
    many: (number) => `${number} pictures have no alternative text`,
  },
  'figures-missing': {
    one: () => 'A picture is not in the library any more',
    many: (number) => `${number} pictures are not in the library any more`,
  },
  'suggestions-open': {
    one: (text) => `A suggestion is open: ${example(text)}`,
    many: (number) => `${number} suggestions are open`,
  },
  'source-confidential': {
    one: (text) => `A confidential source is quoted: ${example(text)}`,
    many: (number) => `${number} confidential sources are quoted`,
  },
  'source-off-the-record': {
    one: (text) => `A source off the record is quoted: ${example(text)}`,
    many: (number) => `${number} sources off the record are quoted`,
  },
  'source-embargoed': {
    one: (text) => `A source under embargo is quoted: ${example(text)}`,
    many: (number) => `${number} sources under embargo are quoted`,
  },
  'source-excluded': {
    one: (text) => `${example(text)} is from words that must not be used`,
    many: (number) => `${number} quotations are from words that must not be used`,
  },
  'consent-withdrawn': {
    one: (speaker) => `${speaker} has withdrawn consent, and is quoted`,
    many: (number) => `${number} quotations are of speakers who have withdrawn consent`,
  },
  'consent-refused': {
    one: (speaker) => `${speaker} has refused consent, and is quoted`,
    many: (number) => `${number} quotations are of speakers who have refused consent`,
  },
};

/** An open point in a line. */
export function gateTitle(point: GatePoint): string {
  const sentence = POINTS[point.code];
  return point.count === 1 ? sentence.one(point.example) : sentence.many(point.count);
}

const HINTS: Partial<Record<GatePoint['code'], string>> = {
  'quotations-not-checkable': 'Their sources have no text that Stet can read yet.',
  'quotations-missing': 'The passage may have moved: find it again, or unlink.',
  'read-backs-changes': 'Note down what became of it: approved, or sent again with other words.',
  'claims-changed': 'Link them to what the source says now, or sign them again.',
  'claims-unchecked': 'Link each to its passage and sign it, or let it stand with a reason.',
  'byline-empty': 'Readers will not learn who wrote it.',
  'byline-unnamed':
    'The line was written by hand and has to name everyone who is credited above the article.',
  'byline-account': 'Say who it was, or leave it out.',
  'comments-open': 'Somebody asked, and nobody has resolved it.',
  'suggestions-open':
    'Nobody has accepted or rejected what was proposed. It is exported as if it were accepted.',
  'figures-unread':
    'Say what is seen, for readers who do not see it, or that the picture is decorative.',
  'figures-missing': 'Put the picture in again, or take the figure out; exports leave it out.',
  'tk-marks': 'TK stands for something that is still to come.',
  'source-confidential':
    'Nothing of it may be published. Unlink the quotation or change what the source allows.',
  'source-off-the-record':
    'It was agreed that this is not published. Unlink the quotation or change the terms.',
  'source-excluded':
    'Unlink the quotation, or lift the exclusion in the source if its reason does not hold.',
  'consent-withdrawn':
    'Unlink the quotation, or change the agreement in the source’s details if consent was given anew.',
  'consent-refused':
    'What was said in public may be quoted all the same. What was agreed stands in the source’s details.',
};

/** What is known about a point: of one quotation its reason and place, of several how many can be helped. */
export function gateDetail(
  point: GatePoint,
  quotations: readonly QuotationView[],
  proposals: Readonly<Record<string, number>>,
): string {
  const about = quotations.filter(({ id }) => point.quotationIds.includes(id));
  const hint = HINTS[point.code];
  const [first] = about;
  if (hint && point.code !== 'quotations-missing') return hint;
  if (point.code === 'source-embargoed') return embargoEnds(point);
  if (point.code === 'quotations-unlinked') {
    const fitting = about.filter(({ id }) => (proposals[id] ?? 0) > 0).length;
    const unnamed = about.filter((one) => !one.speaker && !one.attribution?.name).length;
    const parts = [
      fitting === 0 ? 'No passage of the library fits.' : `${have(fitting)} a passage that fits.`,
    ];
    if (unnamed > 0) parts.push(`${have(unnamed)} nobody named as speaker.`);
    return parts.join(' ');
  }
  if (about.length === 1 && first) {
    const [reason] = first.reasons;
    const where = [speakerLabel(first), passageLabel(first)].filter(Boolean).join(', ');
    return [hint ?? (reason ? reasonSentence(reason) : ''), where].filter(Boolean).join(' ');
  }
  return (
    hint ??
    about
      .map(({ text }) => example(text))
      .slice(0, 3)
      .join(' · ')
  );
}

function embargoEnds({ count: number, until }: GatePoint): string {
  if (!until) return 'Nobody has said until when: the day belongs into the source’s details.';
  return number === 1
    ? `It may be published from ${dateLabel(until)} on.`
    : `The last of them may be published from ${dateLabel(until)} on.`;
}

const have = (number: number) => `${number} ${number === 1 ? 'has' : 'have'}`;

/** "Accepted by Noor Haddad, 3 May: It is a name." */
export function acceptedBy({ reason, editorName, at }: Acceptance): string {
  return `Accepted by ${editorName || 'somebody without a name'}, ${dayLabel(at)}: ${reason}`;
}

/** "11 quotations: 4 stand, 7 are open. …" */
export function gateSummary(counts: QuotationCounts): string {
  if (counts.total === 0) return 'There are no quotations in this article.';
  if (counts.open === 0) {
    return counts.total === 1
      ? 'One quotation, and it stands.'
      : `${count(counts.total, 'quotation')}, and all of them stand.`;
  }
  const open = counts.open === 1 ? '1 is open' : `${counts.open} are open`;
  const stand = counts.settled === 1 ? '1 stands' : `${counts.settled} stand`;
  return `${count(counts.total, 'quotation')}: ${stand}, ${open}. Settle each, or let it stand with your reason and name.`;
}

const PASSES: [GatePoint['code'], string][] = [
  ['source-confidential', 'no confidential source'],
  ['source-off-the-record', 'nothing off the record'],
  ['source-embargoed', 'no embargo'],
  ['source-excluded', 'nothing excluded'],
  ['consent-withdrawn', 'no consent withdrawn'],
  ['tk-marks', 'no TK'],
  ['comments-open', 'no open comment'],
  ['suggestions-open', 'no open suggestion'],
];

/** What was looked for and not found: "No confidential source, no embargo, no TK"; null where all was. */
export function gatePasses(points: readonly GatePoint[]): string | null {
  const absent = PASSES.filter(([code]) => points.every((point) => point.code !== code));
  return absent.length === 0 ? null : sentenceCase(absent.map(([, words]) => words).join(', '));
}

export function bylineTitle(byline: Byline): string {
  return `Byline: ${byline.line.replace(/\n/g, ', ')}`;
}

export function bylineDetail(byline: Byline): string {
  return count(byline.credits.length, 'contributor');
}
