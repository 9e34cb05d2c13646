/*
 * What is asked about a source in the terms of CSL 1.0.2 (citation-style-language/schema): the types of
 * things, and which fields each of them usually has. A source keeps any other field that it came with.
 */

export const CSL_TYPES = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;
export type CslType = (typeof CSL_TYPES)[number];

/** Lists of names. */
export const NAME_FIELDS = [
  'author',
  'interviewer',
  'director',
  'recipient',
  'editor',
  'translator',
] as const;
export type NameField = (typeof NAME_FIELDS)[number];

export const DATE_FIELDS = ['issued', 'event-date', 'accessed'] as const;
export type DateField = (typeof DATE_FIELDS)[number];

/** Fields of one line, in the order in which they are shown. */
export const TEXT_FIELDS = [
  'container-title',
  'collection-title',
  'event-title',
  'event-place',
  'genre',
  'edition',
  'volume',
  'issue',
  'number',
  'section',
  'page',
  'publisher',
  'publisher-place',
  'authority',
  'DOI',
  'ISBN',
  'ISSN',
  'archive',
  'archive_location',
  'archive-place',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export interface TypeFields {
  names: readonly NameField[];
  dates: readonly DateField[];
  texts: readonly TextField[];
}

const PUBLISHED = ['publisher', 'publisher-place'] as const;
const ARCHIVED = ['archive', 'archive_location', 'archive-place'] as const;

const PERIODICAL: TypeFields = {
  names: ['author', 'editor', 'translator'],
  dates: ['issued', 'accessed'],
  texts: ['container-title', 'volume', 'issue', 'section', 'page', 'DOI', 'ISSN'],
};
const BOOK: TypeFields = {
  names: ['author', 'editor', 'translator'],
  dates: ['issued', 'accessed'],
  texts: ['collection-title', 'edition', 'volume', 'page', ...PUBLISHED, 'ISBN', 'DOI'],
};
const PART: TypeFields = { ...BOOK, texts: ['container-title', ...BOOK.texts] };
const WEB: TypeFields = {
  names: ['author', 'editor'],
  dates: ['issued', 'accessed'],
  texts: ['container-title', 'genre', 'publisher'],
};
const SPOKEN: TypeFields = {
  names: ['author', 'interviewer', 'director'],
  dates: ['issued', 'event-date', 'accessed'],
  texts: ['container-title', 'event-title', 'event-place', 'genre', ...PUBLISHED, ...ARCHIVED],
};
const INTERVIEW: TypeFields = { ...SPOKEN, names: ['author', 'interviewer', 'translator'] };
const PAPERS: TypeFields = {
  names: ['author', 'recipient', 'editor'],
  dates: ['issued', 'accessed'],
  texts: ['genre', 'number', 'page', ...PUBLISHED, ...ARCHIVED],
};
const REPORT: TypeFields = {
  names: ['author', 'editor', 'translator'],
  dates: ['issued', 'accessed'],
  texts: ['genre', 'number', 'collection-title', 'page', ...PUBLISHED, 'DOI', 'ISBN'],
};
const LAW: TypeFields = {
  names: ['author'],
  dates: ['issued', 'accessed'],
  texts: ['container-title', 'authority', 'number', 'volume', 'section', 'page', ...PUBLISHED],
};

const FIELDS: Partial<Record<CslType, TypeFields>> = {
  'article-journal': PERIODICAL,
  'article-magazine': PERIODICAL,
  'article-newspaper': PERIODICAL,
  article: PERIODICAL,
  periodical: PERIODICAL,
  review: PERIODICAL,
  'review-book': PERIODICAL,
  book: BOOK,
  classic: BOOK,
  collection: BOOK,
  pamphlet: BOOK,
  chapter: PART,
  'paper-conference': { ...PART, texts: ['event-title', 'event-place', ...PART.texts] },
  entry: PART,
  'entry-dictionary': PART,
  'entry-encyclopedia': PART,
  webpage: WEB,
  post: WEB,
  'post-weblog': WEB,
  dataset: { ...WEB, texts: [...WEB.texts, 'number', 'DOI'] },
  software: WEB,
  broadcast: SPOKEN,
  event: SPOKEN,
  hearing: { ...SPOKEN, texts: ['authority', 'number', ...SPOKEN.texts] },
  interview: INTERVIEW,
  motion_picture: SPOKEN,
  performance: SPOKEN,
  song: SPOKEN,
  speech: SPOKEN,
  personal_communication: PAPERS,
  manuscript: PAPERS,
  document: PAPERS,
  report: REPORT,
  standard: REPORT,
  thesis: REPORT,
  bill: LAW,
  legal_case: LAW,
  legislation: LAW,
  regulation: LAW,
  treaty: LAW,
};

/** The fields that a thing of this type usually has; of any other type those of a document. */
export function fieldsOfType(type: string): TypeFields {
  return (Object.hasOwn(FIELDS, type) ? FIELDS[type as CslType] : undefined) ?? PAPERS;
}
