import { StetError } from '../errors';
import type { Extraction, Metadata } from '../model/source';
import { type CslName, cslDate, cslName } from './csl';
import { recordSource, uniqueParts } from './record';

/** Types of RIS as CSL-JSON names them. */
const TYPES: Readonly<Record<string, string>> = {
  ABST: 'article',
  ART: 'graphic',
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  CLSWK: 'classic',
  COMP: 'software',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  DATA: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'collection',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  FIGURE: 'figure',
  GOVDOC: 'report',
  HEAR: 'hearing',
  ICOMM: 'personal_communication',
  INPR: 'article',
  JFULL: 'periodical',
  JOUR: 'article-journal',
  LEGAL: 'legislation',
  MAP: 'map',
  MANSCPT: 'manuscript',
  MGZN: 'article-magazine',
  MPCT: 'motion_picture',
  MUSIC: 'musical_score',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  PCOMM: 'personal_communication',
  RPRT: 'report',
  SLIDE: 'speech',
  SOUND: 'song',
  STAND: 'standard',
  STAT: 'legislation',
  THES: 'thesis',
  UNPB: 'manuscript',
  VIDEO: 'motion_picture',
};

/** Tags with one value, as CSL-JSON names them; the first one that a record has counts. */
const FIELDS: readonly (readonly [string, readonly string[]])[] = [
  ['title', ['TI', 'T1', 'CT', 'BT']],
  ['container-title', ['T2', 'JO', 'JF', 'JA', 'J2', 'J1']],
  ['collection-title', ['T3']],
  ['volume', ['VL']],
  ['issue', ['IS', 'CP']],
  ['publisher', ['PB']],
  ['publisher-place', ['CY', 'PP']],
  ['DOI', ['DO']],
  ['URL', ['UR', 'L2']],
  ['language', ['LA']],
  ['edition', ['ET']],
  ['archive', ['DB', 'DP']],
  ['archive_location', ['AN']],
  ['number', ['M1']],
  ['genre', ['M3']],
  ['call-number', ['CN']],
  ['abstract', ['AB', 'N2']],
];
const NAMES: readonly (readonly [string, readonly string[]])[] = [
  ['author', ['AU', 'A1']],
  ['editor', ['ED', 'A2']],
  ['translator', ['A4']],
];

const LINE = /^\s*([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?$/;

type Fields = Map<string, string[]>;

/** Reads RIS as reference libraries export it: one source a record. */
export function extractRis(text: string, name: string): Extraction[] {
  const records = recordsOf(text);
  if (records.length === 0) throw new StetError('file-unreadable', { name });
  const unique = uniqueParts();
  return records.map((fields, index) =>
    recordSource(itemOf(fields), unique(first(fields, ['ID']) ?? `${index + 1}`)),
  );
}

function recordsOf(text: string): Fields[] {
  const records: Fields[] = [];
  let fields: Fields | null = null;
  let values: string[] | null = null;
  for (const line of text.split('\n')) {
    const tagged = LINE.exec(line);
    const tag = tagged?.[1];
    const value = tagged?.[2]?.trim() ?? '';
    if (tag === 'TY') {
      fields = new Map([['TY', [value]]]);
      records.push(fields);
      values = null;
    } else if (tag === 'ER') {
      fields = null;
      values = null;
    } else if (tag !== undefined && fields) {
      values = fields.get(tag) ?? [];
      values.push(value);
      fields.set(tag, values);
    } else if (values && line.trim() !== '') {
      // Long values go on in the next line.
      values.push(`${values.pop() ?? ''}\n${line.trim()}`);
    }
  }
  return records;
}

function itemOf(fields: Fields): Metadata {
  const item: Metadata = { type: TYPES[first(fields, ['TY']) ?? ''] ?? 'document' };
  for (const [key, tags] of FIELDS) {
    const value = first(fields, tags);
    if (value !== null) item[key] = key === 'abstract' ? value : value.replace(/\s+/g, ' ');
  }
  for (const [key, tags] of NAMES) {
    const names = tags.flatMap((tag) => fields.get(tag) ?? []).map(risName);
    if (names.length > 0) item[key] = names;
  }
  const notes = ['N1', 'RN'].flatMap((tag) => fields.get(tag) ?? []);
  if (notes.length > 0) item.note = notes.map(withoutTags).join('\n');
  const keywords = fields.get('KW') ?? [];
  if (keywords.length > 0) item.keyword = keywords.join(', ');
  const pages = [first(fields, ['SP']), first(fields, ['EP'])].filter((one) => one !== null);
  if (pages.length > 0) item.page = pages.join('–');
  const issued = dateOf(first(fields, ['DA']) ?? '') ?? dateOf(first(fields, ['PY', 'Y1']) ?? '');
  if (issued !== null) item.issued = cslDate(issued);
  const accessed = dateOf(first(fields, ['Y2']) ?? '');
  if (accessed !== null) item.accessed = cslDate(accessed);
  const number = first(fields, ['SN']);
  if (number !== null) item[/^(?:97[89])?[\d-]{9,}[\dXx]$/.test(number) ? 'ISBN' : 'ISSN'] = number;
  return item;
}

function first(fields: Fields, tags: readonly string[]): string | null {
  for (const tag of tags) {
    const value = fields.get(tag)?.find((one) => one !== '');
    if (value !== undefined) return value;
  }
  return null;
}

/** "Lind, Mara" or "Lind, Mara, Jr." */
function risName(name: string): CslName {
  const [family = '', given = '', suffix = ''] = name.split(',').map((part) => part.trim());
  return suffix === '' ? cslName(name) : { family, given, suffix };
}

/** Zotero writes its notes as HTML. */
function withoutTags(note: string): string {
  return note.includes('<')
    ? note.replace(/<\/(?:p|div|li|h\d)>|<br\s*\/?>/gi, '\n').replace(/<[a-z/][^<>]*>/gi, '')
    : note;
}

/** "2026/05/04/Spring" as far as it goes. */
function dateOf(value: string): string | null {
  const [, year, month, day] =
    /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?/.exec(value.trim()) ?? [];
  if (year === undefined) return null;
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
