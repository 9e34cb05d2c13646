import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { onLines } from '../../src-shared/document/to-hast';
import { directionOf } from './direction';
import { notePieces, type PlannedSource } from './plan';
import { type ExportWords, exportWords, longDate } from './words';

/** The id of a source's note: `fn-1`. */
export function noteId(source: PlannedSource): string {
  return `fn-${source.number}`;
}

/** The id of a reference to it: `fnref-1`, `fnref-1-2` for the second. */
export function referenceId(source: PlannedSource, reference: number): string {
  return reference === 1 ? `fnref-${source.number}` : `fnref-${source.number}-${reference}`;
}

/** The notes below an article, one a source, each with a way back to every reference. */
export function sourcesSection(sources: readonly PlannedSource[], language: string): Element[] {
  if (sources.length === 0) return [];
  const words = exportWords(language);
  // Where the article's language has no words of its own, the section says that it is English.
  const lang = language.toLowerCase().startsWith(words.language) ? null : words.language;
  const dir = lang !== null && directionOf(language) !== null ? 'ltr' : null;
  const items = sources.map((source) =>
    h('li', { id: noteId(source) }, [h('p', note(source, lang ?? language, words))]),
  );
  return [
    h(
      'section',
      {
        className: ['sources'],
        role: 'doc-endnotes',
        ariaLabelledBy: ['sources-heading'],
        lang,
        dir,
      },
      [
        newline,
        h('h2', { id: 'sources-heading' }, words.sources),
        newline,
        h('ol', onLines(items)),
        newline,
      ],
    ),
  ];
}

const newline = { type: 'text', value: '\n' } as const;

function note(source: PlannedSource, language: string, words: ExportWords): ElementContent[] {
  const [first = '', ...rest] = notePieces(source, language);
  const places = [...new Set(source.quotations.map(({ place }) => place))].filter(
    (place) => place !== '',
  );
  const content: (ElementContent | string)[] = [h(source.named ? 'cite' : 'bdi', first)];
  for (const piece of rest) content.push(', ', dated(piece, source, language));
  if (places.length > 0) content.push(`, ${joinPlaces(places, words)}`);
  if (!/[.!?…]$/.test(places.at(-1) ?? rest.at(-1) ?? first)) content.push('.');
  content.push(...passageLinks(source, words));
  for (const { reference } of source.quotations) {
    const isOnly = source.quotations.length === 1;
    content.push(
      ' ',
      h(
        'a',
        {
          href: `#${referenceId(source, reference)}`,
          role: 'doc-backlink',
          ariaLabel: isOnly ? words.back : words.backNumber(reference),
        },
        '↩',
      ),
    );
  }
  return h('p', content).children;
}

/** "at 07:52, 09:10 and so on": the word for "at" once. */
function joinPlaces(places: readonly string[], words: ExportWords): string {
  return places
    .map((place, index) => {
      const at = `${words.at} `;
      return index > 0 && place.startsWith(at) ? place.slice(at.length) : place;
    })
    .join(', ');
}

function dated(piece: string, source: PlannedSource, language: string): Element {
  const date = source.named?.date ?? null;
  const isDate = date !== null && piece === longDate(date, language);
  return isDate ? h('time', { dateTime: date }, piece) : h('bdi', piece);
}

function passageLinks(source: PlannedSource, words: ExportWords): (ElementContent | string)[] {
  const url = source.named?.url ?? null;
  if (url === null) return [];
  const passages = [...new Set(source.quotations.map((quotation) => quotation.url))].filter(
    (address): address is string => address !== null && address !== url,
  );
  const [only] = passages;
  if (only === undefined) return [' ', h('a', { href: url }, words.sourceLink), '.'];
  if (passages.length === 1) return [' ', h('a', { href: only }, words.passage), '.'];
  const links = passages.flatMap((address, index) => [
    index === 0 ? ' ' : ', ',
    h('a', { href: address, ariaLabel: words.passageNumber(index + 1) }, String(index + 1)),
  ]);
  return [` ${words.passages}:`, ...links, '.'];
}
