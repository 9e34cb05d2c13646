/*
 * A made-up article of any length and the transcript behind it, the same at every run: every quotation
 * is in the transcript, word for word, and nowhere twice.
 */

const PROSE =
  'the harbour board met again on a cold morning to weigh repairs against fares while boats waited behind the eastern mole for tide and pilots and a slow crane lifted timber from one barge to another as clerks counted rope nets lamps casks and every bill that winter had left unpaid along the quay'.split(
    ' ',
  );
const SPOKEN =
  'we you they boats crews piers nets children widows pilots keep hold bring leave find count pay cannot will must never always before after during winter storms money ice bread oil rope lamps water enough nothing everybody nobody harbour island market council letters promise answer question'.split(
    ' ',
  );
const SPEAKERS = ['Mara Lind', 'Jonas Falk', 'Edda Storm', 'Petra Holm', 'Nils Aker'];

const WORDS_QUOTED = 20;

export interface WrittenText {
  /** The article as Markdown. */
  article: string;
  /** What was said, one turn a quotation. */
  transcript: string;
  /** The words of each quotation, without its marks, in the order of the text. */
  quotations: string[];
  /** A paragraph that quotes nobody, near the middle: its first words stand nowhere else. */
  prose: string;
}

/** Writes about `words` words with this many quotations in them. */
export function writeText(words: number, quotations: number): WrittenText {
  const random = numbers(words + quotations);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const some = (list: readonly string[], count: number) =>
    Array.from({ length: count }, () => pick(list)).join(' ');
  const each = Math.max(10, Math.round(words / quotations) - WORDS_QUOTED - 6);
  const said: string[] = [];
  const paragraphs: string[] = [];
  let prose = '';
  for (let number = 1; number <= quotations; number++) {
    const opening = `Report ${number} says that`;
    if (number === Math.ceil(quotations / 2)) prose = opening;
    paragraphs.push(`${opening} ${some(PROSE, each)}.`);
    const statement = `In case ${number} ${some(SPOKEN, WORDS_QUOTED - 3)}`;
    said.push(statement);
    paragraphs.push(`“${statement},” said ${SPEAKERS[number % SPEAKERS.length]}.`);
  }
  const turns = said.map((words, index) => `${SPEAKERS[(index + 1) % SPEAKERS.length]}: ${words}.`);
  return {
    article: `# The long winter of ${words} words\n\n${paragraphs.join('\n\n')}\n`,
    transcript: `${turns.join('\n\n')}\n`,
    quotations: said,
    prose,
  };
}

/** Numbers from 0 to 1, always the same for one seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
