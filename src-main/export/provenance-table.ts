import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Verdict } from '../../src-shared/model/verdict';
import { clip } from '../../src-shared/words/quoted';
import { VERDICT_NAMES } from '../../src-shared/words/verdicts';
import { factCheckWords as words } from './fact-check-words';
import type { ReviewedQuotation } from './review';

/** The shapes of the drawn map as characters: told apart without their colours. */
const MARKS: Readonly<Record<Verdict, string>> = {
  verbatim: '●',
  permitted: '◉',
  review: '▲',
  altered: '◆',
  missing: '✕',
  'not-checkable': '□',
  unlinked: '○',
};

const LONGEST_WORDS = 160;

/**
 * The map as a table, for Word: which passages of which sources carry which quotations. A drawing would
 * have to be a picture there, which nobody can search, correct or have read aloud.
 *
 * `width` of the first row is a percentage: the table is made for `packDocx` alone.
 *
 * @param hrefOf the address of a quotation's entry
 */
export function provenanceTable(
  quotations: readonly ReviewedQuotation[],
  hrefOf: (quotation: ReviewedQuotation) => string,
): Element {
  const bySource = new Map<string, ReviewedQuotation[]>();
  for (const one of quotations) {
    if (one.source === null) continue;
    const some = bySource.get(one.source.key);
    if (some) some.push(one);
    else bySource.set(one.source.key, [one]);
  }
  const without = quotations.filter(({ source }) => source === null);
  const row = (one: ReviewedQuotation) => {
    const { number, view, verdict, passage, source } = one;
    const place = passage
      ? [passage.place, passage.exact].filter((part) => part !== '').join(' · ')
      : source
        ? words.described
        : '';
    return h('tr', [
      h('td', [
        h('a', { href: hrefOf(one) }, String(number)),
        ` ${clip(view.text, LONGEST_WORDS)}`,
      ]),
      h('td', { className: [`v-${verdict}`] }, `${MARKS[verdict]} ${VERDICT_NAMES[verdict]}`),
      h('td', clip(place, LONGEST_WORDS)),
    ]);
  };
  const group = (label: string, some: readonly ReviewedQuotation[]) =>
    some.length === 0
      ? []
      : [h('tr', [h('th', { scope: 'rowgroup', colSpan: 3 }, label)]), ...some.map(row)];
  return h('table', [
    h('thead', [
      h('tr', [
        h('th', { scope: 'col', width: 41 }, words.quotation),
        h('th', { scope: 'col', width: 21 }, words.verdict),
        h('th', { scope: 'col', width: 38 }, words.passage),
      ]),
    ]),
    h('tbody', [
      ...[...bySource.values()].flatMap((some) =>
        group(some[0]?.source?.label ?? '', [...some].sort(byPassage)),
      ),
      ...group(words.noSource, without),
    ]),
  ]);
}

/** In the order of the source; quotations of one passage stand together. */
function byPassage(a: ReviewedQuotation, b: ReviewedQuotation): number {
  const start = ({ passage, view }: ReviewedQuotation) => (passage && view.link?.start) ?? 0;
  return start(a) - start(b) || a.number - b.number;
}
