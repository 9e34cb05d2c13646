import { type Creator, type Entry, parse } from '@retorquere/bibtex-parser';
import { tagOfBabel } from '../bibliography/babel-languages';
import { StetError } from '../errors';
import type { Extraction, Metadata } from '../model/source';
import { type CslName, cslDate } from './csl';
import { recordSource, uniqueParts } from './record';

/** In characters. The parser takes about a second for each third of a million, of common records. */
const LARGEST = 12_000_000;
/**
 * Its time for one record grows with the square of its length: this many squares of a thousand
 * characters end in time, and are those of 25,000 records with abstracts.
 */
const MOST_WORK = 60_000;

/** Types of BibTeX and BibLaTeX as CSL-JSON names them. */
const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  artwork: 'graphic',
  audio: 'song',
  book: 'book',
  booklet: 'pamphlet',
  collection: 'collection',
  conference: 'paper-conference',
  dataset: 'dataset',
  electronic: 'webpage',
  image: 'graphic',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  inreference: 'entry-encyclopedia',
  jurisdiction: 'legal_case',
  legal: 'treaty',
  legislation: 'legislation',
  letter: 'personal_communication',
  manual: 'report',
  mastersthesis: 'thesis',
  movie: 'motion_picture',
  music: 'song',
  mvbook: 'book',
  online: 'webpage',
  patent: 'patent',
  performance: 'performance',
  periodical: 'periodical',
  phdthesis: 'thesis',
  proceedings: 'book',
  report: 'report',
  review: 'review',
  software: 'software',
  standard: 'standard',
  techreport: 'report',
  thesis: 'thesis',
  unpublished: 'manuscript',
  video: 'motion_picture',
  www: 'webpage',
};

const FIELDS: readonly (readonly [string, readonly string[]])[] = [
  ['title', ['title']],
  ['container-title', ['journaltitle', 'journal', 'booktitle', 'maintitle']],
  ['collection-title', ['series']],
  ['volume', ['volume']],
  ['issue', ['issue', 'number']],
  ['page', ['pages']],
  ['publisher', ['publisher', 'school', 'institution', 'organization']],
  ['publisher-place', ['location', 'address']],
  ['DOI', ['doi']],
  ['URL', ['url']],
  ['ISBN', ['isbn']],
  ['ISSN', ['issn']],
  ['language', ['langid', 'language']],
  ['edition', ['edition']],
  ['genre', ['type']],
  ['event-title', ['eventtitle']],
  ['event-place', ['venue']],
  ['archive_location', ['library']],
  ['abstract', ['abstract']],
  ['note', ['annotation', 'annote', 'note']],
];
const NAMES: readonly (readonly [keyof Entry['fields'], string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
];

/** Reads BibTeX or BibLaTeX: one source an entry, its `part` the citation key. */
export function extractBibtex(text: string, name: string): Extraction[] {
  if (text.length > LARGEST || workOf(text) > MOST_WORK)
    throw new StetError('file-too-large', { name });
  const { entries } = parse(text, {
    sentenceCase: false,
    caseProtection: false,
    unsupported: 'ignore',
  });
  if (entries.length === 0) throw new StetError('file-unreadable', { name });
  const unique = uniqueParts();
  return entries.map((entry, index) =>
    recordSource(itemOf(entry), unique(entry.key || `${index + 1}`)),
  );
}

/** The squares of the lengths of the records, in thousands of characters; braces part them. */
function workOf(text: string): number {
  let work = 0;
  let depth = 0;
  let start = 0;
  const count = (end: number) => {
    work += ((end - start) / 1000) ** 2;
    start = end;
  };
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    depth = brace === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth === 0) count(index + 1);
  }
  count(text.length);
  return work;
}

function itemOf({ type, key, fields }: Entry): Metadata {
  const item: Metadata = { type: TYPES[type.toLowerCase()] ?? 'document', 'citation-key': key };
  const values = fields as Record<string, unknown>;
  for (const [target, names] of FIELDS) {
    const value = names.map((one) => lineOf(values[one])).find((one) => one !== '');
    if (value !== undefined) item[target] = value;
  }
  for (const [source, target] of NAMES) {
    const names = (fields[source] as Creator[] | undefined)?.map(nameOf) ?? [];
    if (names.length > 0) item[target] = names;
  }
  const subtype = lineOf(values.entrysubtype);
  if (type === 'article' && (subtype === 'magazine' || subtype === 'newspaper')) {
    item.type = `article-${subtype}`;
  }
  if (typeof item.language === 'string') item.language = tagOfBabel(item.language);
  const keywords = lineOf(values.keywords);
  if (keywords !== '') item.keyword = keywords;
  const issued = dateOf(lineOf(values.date), lineOf(values.year), lineOf(values.month));
  if (issued !== null) item.issued = cslDate(issued);
  const accessed = dateOf(lineOf(values.urldate), '', '');
  if (accessed !== null) item.accessed = cslDate(accessed);
  return item;
}

function lineOf(value: unknown): string {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(', ');
  // Accents come as marks behind their letter.
  return typeof value === 'string' ? value.normalize('NFC').trim() : '';
}

function nameOf({ name, lastName, firstName, prefix, suffix }: Creator): CslName {
  if (!lastName) return { literal: lineOf(name ?? firstName) };
  return {
    family: lineOf(lastName),
    ...(firstName ? { given: lineOf(firstName) } : {}),
    ...(prefix ? { 'non-dropping-particle': prefix } : {}),
    ...(suffix ? { suffix } : {}),
  };
}

/** `date = {2026-05-04}`, or `year` and the number of a `month`. */
function dateOf(date: string, year: string, month: string): string | null {
  const known = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(date)?.[0];
  if (known) return known;
  if (!/^\d{4}$/.test(year)) return null;
  return /^\d{1,2}$/.test(month) ? `${year}-${month.padStart(2, '0')}` : year;
}
