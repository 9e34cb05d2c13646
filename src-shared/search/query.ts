import * as v from 'valibot';
import { DateSchema } from '../model/common';
import { SOURCE_KINDS, type SourceKind, type Terms, TermsSchema } from '../model/source';
import { type SearchUnit, searchUnits } from './units';

/** What can be found. */
export const FOUND_KINDS = ['article', 'source', 'person', 'source-note'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** Words that have to stand one right after the other; usually one. */
export interface SearchTerm {
  units: SearchUnit[];
  /** The last of them is still being typed: a longer word will do. */
  isPrefix: boolean;
}

export interface SearchFilters {
  /** What is looked for; empty: everything. */
  in: FoundKind[];
  kinds: SourceKind[];
  terms: Terms[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; both days included. */
  from: string | null;
  to: string | null;
  speakers: SearchTerm[];
  tags: SearchTerm[];
  /** Names of collections; what is within them counts. */
  collections: string[];
}

export interface SearchQuery {
  wanted: SearchTerm[];
  excluded: SearchTerm[];
  filters: SearchFilters;
}

/** The names of filters, as they are typed before a colon. */
export const FILTER_NAMES = [
  'in',
  'kind',
  'from',
  'to',
  'speaker',
  'terms',
  'tag',
  'collection',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** What may stand after `in:`, and what it means. */
export const IN_VALUES: Record<string, FoundKind> = {
  articles: 'article',
  sources: 'source',
  people: 'person',
  notes: 'source-note',
};

/** One word of a query as it was typed. */
export interface QueryPart {
  /** UTF-16 code units into the query, `end` exclusive. */
  start: number;
  end: number;
  filter: FilterName | null;
  /** Without quotation marks, filter name and minus. */
  value: string;
  isExcluded: boolean;
  /** True where it ends with a closing quotation mark: nothing more is typed of it. */
  isClosed: boolean;
}

const MARKS = '"“”„«»';
const PART = new RegExp(
  `(-?)(?:(${FILTER_NAMES.join('|')}):)?(?:[${MARKS}]([^${MARKS}]*)([${MARKS}]?)|([^\\s${MARKS}]+))`,
  'giu',
);
const BARE_FILTER = new RegExp(`^-?(${FILTER_NAMES.join('|')}):$`, 'iu');

/** A query in its parts, whatever was typed. Filters that have no value yet are among them. */
export function queryParts(query: string): QueryPart[] {
  const parts: QueryPart[] = [];
  for (const match of query.matchAll(PART)) {
    const [all, minus = '', filter, quoted, closing = '', plain = ''] = match;
    const bare = BARE_FILTER.exec(plain);
    const name = (filter ?? bare?.[1])?.toLowerCase() as FilterName | undefined;
    parts.push({
      start: match.index,
      end: match.index + all.length,
      filter: name ?? null,
      value: bare ? '' : (quoted ?? plain),
      isExcluded: minus === '-' && name === undefined,
      isClosed: closing !== '',
    });
  }
  return parts;
}

/**
 * Reads a query as it is typed: words that all have to be there (the last one may go on), `"exact
 * phrases"`, `-without`, and filters (`kind:transcript`, `from:2024-03`, `speaker:"Mara Lind"`).
 * Nothing that is typed is a mistake: a filter without a sense is left aside.
 */
export function parseSearchQuery(query: string): SearchQuery {
  const wanted: SearchTerm[] = [];
  const excluded: SearchTerm[] = [];
  const filters: SearchFilters = {
    in: [],
    kinds: [],
    terms: [],
    from: null,
    to: null,
    speakers: [],
    tags: [],
    collections: [],
  };
  for (const { end, filter, value, isExcluded, isClosed } of queryParts(query)) {
    if (filter !== null) {
      addFilter(filters, filter, value);
      continue;
    }
    const units = searchUnits(value);
    if (units.length === 0) continue;
    const isTyped = !isClosed && !isExcluded && end === query.length;
    (isExcluded ? excluded : wanted).push({ units, isPrefix: isTyped });
  }
  return { wanted, excluded, filters };
}

/** True where the query says nothing to look for. */
export function isEmptyQuery({ wanted, filters }: SearchQuery): boolean {
  const { from, to, in: kinds, ...lists } = filters;
  return (
    wanted.length === 0 &&
    from === null &&
    to === null &&
    kinds.length === 0 &&
    Object.values(lists).every((list) => list.length === 0)
  );
}

function addFilter(filters: SearchFilters, name: FilterName, given: string): void {
  const value = given.trim().toLowerCase();
  switch (name) {
    case 'in': {
      const kind = Object.hasOwn(IN_VALUES, value) ? IN_VALUES[value] : undefined;
      if (kind) filters.in.push(kind);
      return;
    }
    case 'kind':
      filters.kinds.push(...SOURCE_KINDS.filter((kind) => kind === value));
      return;
    case 'terms':
      filters.terms.push(...TermsSchema.options.filter((terms) => terms === value));
      return;
    case 'from':
    case 'to':
      if (v.is(DateSchema, value)) filters[name] = value;
      return;
    case 'collection':
      if (value !== '') filters.collections.push(value);
      return;
    case 'speaker':
    case 'tag': {
      const units = searchUnits(value);
      if (units.length === 0) return;
      (name === 'speaker' ? filters.speakers : filters.tags).push({ units, isPrefix: false });
    }
  }
}
