import { babelName } from './babel-languages';
import type { CslItem } from './csl-item';
import { dateOf, namesOf, nameWords, textOf } from './values';

/** Entry types of BibLaTeX; what is none of these is a misc. */
const TYPES: Record<string, string> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  bill: 'legislation',
  book: 'book',
  broadcast: 'video',
  chapter: 'incollection',
  classic: 'book',
  collection: 'collection',
  dataset: 'dataset',
  entry: 'inreference',
  'entry-dictionary': 'inreference',
  'entry-encyclopedia': 'inreference',
  figure: 'image',
  graphic: 'image',
  legal_case: 'jurisdiction',
  legislation: 'legislation',
  manuscript: 'unpublished',
  map: 'image',
  motion_picture: 'movie',
  musical_score: 'music',
  pamphlet: 'booklet',
  'paper-conference': 'inproceedings',
  patent: 'patent',
  performance: 'performance',
  periodical: 'periodical',
  personal_communication: 'letter',
  post: 'online',
  'post-weblog': 'online',
  regulation: 'legislation',
  report: 'report',
  review: 'review',
  'review-book': 'review',
  software: 'software',
  song: 'music',
  speech: 'unpublished',
  standard: 'standard',
  thesis: 'thesis',
  treaty: 'legal',
  webpage: 'online',
};

/** How a thing came to be known that its entry type does not tell. */
const HOW_PUBLISHED: Record<string, string> = {
  broadcast: 'Broadcast',
  hearing: 'Hearing',
  interview: 'Interview',
  speech: 'Speech',
};
/** Which article it is, as BibLaTeX's styles and citeproc ask for it. */
const SUBTYPES: Record<string, string> = {
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
};
const HAS_ISSUES = new Set(['article', 'periodical', 'review']);
const HAS_INSTITUTION = new Set(['report', 'thesis']);
const IS_PART = new Set(['incollection', 'inproceedings', 'inreference']);

/** Fields that are a line of text each. `address` is BibTeX's own word, which BibLaTeX reads too. */
const FIELDS: readonly (readonly [name: string, field: string])[] = [
  ['series', 'collection-title'],
  ['edition', 'edition'],
  ['volume', 'volume'],
  ['type', 'genre'],
  ['address', 'publisher-place'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['abstract', 'abstract'],
];

/** Records as BibTeX in the fields of BibLaTeX, each with a note (what of it is quoted). */
export function writeBibtex(
  records: readonly { item: CslItem; notes: readonly string[] }[],
): string {
  return records.map(({ item, notes }) => entry(item, notes)).join('\n');
}

function entry(item: CslItem, notes: readonly string[]): string {
  const type = TYPES[item.type] ?? 'misc';
  const fields: [string, string][] = [];
  const put = (name: string, value: string) => {
    if (value.trim() !== '') fields.push([name, value]);
  };
  const said = (field: string) => inTex(textOf(item[field]));
  for (const field of ['author', 'editor', 'translator'] as const) {
    put(field, namesOf(item[field]).map(printedName).join(' and '));
  }
  put('title', kept(said('title')));
  put('entrysubtype', SUBTYPES[item.type] ?? '');
  for (const [name, field] of FIELDS) put(name, said(field));
  // What is unpublished and has an event is a speech to citeproc.
  if (item.type !== 'manuscript') {
    put('eventtitle', said('event-title'));
    put('venue', said('event-place'));
  }
  put('number', (HAS_ISSUES.has(type) && said('issue')) || said('number') || said('issue'));
  const container = said('container-title');
  const hasPlace = HAS_ISSUES.has(type) || IS_PART.has(type) || type === 'online';
  const publisher = said('publisher');
  if (HAS_ISSUES.has(type) && type !== 'periodical') put('journaltitle', container);
  if (IS_PART.has(type)) put('booktitle', kept(container));
  if (type === 'online') put('organization', container || publisher);
  else put(HAS_INSTITUTION.has(type) ? 'institution' : 'publisher', publisher);
  put(
    'howpublished',
    [howPublished(item), ...(hasPlace ? [] : [container])].filter((one) => one !== '').join(', '),
  );
  put('library', [said('archive'), said('archive_location')].filter(Boolean).join(', '));
  put('pages', said('page').replace(/(\d)[-–](\d)/g, '$1--$2'));
  put('date', dateOf(item.issued) ?? '');
  put('eventdate', dateOf(item['event-date']) ?? '');
  // An address and a DOI are printed as they are: their signs are not TeX's.
  put('doi', textOf(item.DOI).replace(/[{}\\]/g, encodeURIComponent));
  put('url', textOf(item.URL).replace(/[{}\\]/g, encodeURIComponent));
  put('urldate', dateOf(item.accessed) ?? '');
  put('langid', babelName(textOf(item.language)));
  put('note', notes.map(inTex).join('; '));
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${type}{${item.id},\n${lines.join('')}}\n`;
}

/** Second braces keep capitals, which styles take out of English titles: "the saltmere quay". */
function kept(title: string): string {
  return title === '' ? '' : `{${title}}`;
}

/** "Interview by Ira Beck": BibLaTeX has no field for who asked. */
function howPublished(item: CslItem): string {
  const how = HOW_PUBLISHED[item.type] ?? '';
  const by = namesOf(item.interviewer).map(nameWords).map(inTex);
  return how === '' || by.length === 0 ? how : `${how} by ${by.join(' and ')}`;
}

function printedName(name: ReturnType<typeof namesOf>[number]): string {
  const { family, given, literal, suffix, 'non-dropping-particle': particle } = name;
  // Braces keep a name whole that has no parts: "Port Authority and Sons" is one.
  if (literal !== undefined) return `{${inTex(literal)}}`;
  const last = [particle, family].filter(Boolean).map((part) => inTex(part ?? ''));
  const isOneWord = particle === undefined && /^\p{Ll}/u.test(family ?? '');
  return [isOneWord ? `{${last.join(' ')}}` : last.join(' '), suffix, given]
    .filter(Boolean)
    .map((part, index) => (index === 0 ? part : inTex(part ?? '')))
    .join(', ');
}

const SIGNS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Words as TeX prints them: its own signs are written out, all other characters are UTF-8. */
function inTex(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\~^#$%&_{}]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
}
