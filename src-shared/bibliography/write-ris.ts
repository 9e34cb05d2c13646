import type { CslItem } from './csl-item';
import { dateOf, namesOf, textOf } from './values';

/** Reference types of RIS (ReferenceManager); what is none of these is a GEN. */
const TYPES: Record<string, string> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'VIDEO',
  chapter: 'CHAP',
  hearing: 'HEAR',
  interview: 'PCOMM',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'UNPB',
  map: 'MAP',
  motion_picture: 'VIDEO',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  patent: 'PAT',
  personal_communication: 'PCOMM',
  post: 'BLOG',
  'post-weblog': 'BLOG',
  report: 'RPRT',
  software: 'COMP',
  song: 'SOUND',
  speech: 'SOUND',
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
      put(tag, name.literal ?? [name.family, name.given, name.suffix].filter(Boolean).join(', '));
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
