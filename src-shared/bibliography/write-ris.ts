import type { CslItem } from './csl-item';
import { dateOf, namesOf, textOf } from './values';

/** Reference types of RIS (ReferenceManager); what is none of these is a GEN. */
const TYPES: Record<string, string> = {
  article: 'INPR',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'VIDEO',
  chapter: 'CHAP',
  classic: 'CLSWK',
  collection: 'EDBOOK',
  dataset: 'DATA',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  figure: 'FIGURE',
  graphic: 'ART',
  hearing: 'HEAR',
  interview: 'PCOMM',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'UNPB',
  map: 'MAP',
  motion_picture: 'MPCT',
  musical_score: 'MUSIC',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  patent: 'PAT',
  periodical: 'JFULL',
  personal_communication: 'PCOMM',
  post: 'BLOG',
  'post-weblog': 'BLOG',
  regulation: 'STAT',
  report: 'RPRT',
  software: 'COMP',
  song: 'SOUND',
  speech: 'SLIDE',
  standard: 'STAND',
  thesis: 'THES',
  webpage: 'ELEC',
};

/** RIS tags of fields that are a line of text each. */
const FIELDS: readonly (readonly [tag: string, field: string])[] = [
  ['TI', 'title'],
  ['T2', 'container-title'],
  ['T3', 'collection-title'],
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['M1', 'number'],
  ['M3', 'genre'],
  ['ET', 'edition'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['AN', 'archive_location'],
  ['DB', 'archive'],
  ['DO', 'DOI'],
  ['SN', 'ISBN'],
  ['SN', 'ISSN'],
  ['LA', 'language'],
  ['UR', 'URL'],
  ['AB', 'abstract'],
];

/** Records as RIS, each with its notes (what of it is quoted). Lines end with CR LF. */
export function writeRis(records: readonly { item: CslItem; notes: readonly string[] }[]): string {
  return records.map(({ item, notes }) => record(item, notes)).join('\r\n');
}

function record(item: CslItem, notes: readonly string[]): string {
  const lines: string[] = [];
  const put = (tag: string, value: string) => {
    const line = value.replace(/\s+/g, ' ').trim();
    if (line !== '') lines.push(`${tag}  - ${line}`);
  };
  put('TY', TYPES[item.type] ?? 'GEN');
  put('ID', item.id);
  for (const [tag, field] of [
    ['AU', 'author'],
    ['A2', 'editor'],
    ['A2', 'interviewer'],
    ['A4', 'translator'],
  ] as const) {
    for (const name of namesOf(item[field])) {
      const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
      put(tag, name.literal ?? [family, name.given, name.suffix].filter(Boolean).join(', '));
    }
  }
  for (const [tag, field] of FIELDS) put(tag, textOf(item[field]));
  const issued = dateOf(item.issued);
  if (issued !== null) {
    const [year = '', month = '', day = ''] = issued.split('-');
    put('PY', year);
    // A slash for each part, whether it is known or not.
    put('DA', `${year}/${month}/${day}/`);
  }
  const accessed = dateOf(item.accessed);
  if (accessed !== null) put('Y2', accessed.replaceAll('-', '/'));
  const [start = '', end = ''] = textOf(item.page).split(/[-–]/);
  put('SP', start);
  put('EP', end);
  for (const note of notes) put('N1', note);
  lines.push('ER  - ', '');
  return lines.join('\r\n');
}
