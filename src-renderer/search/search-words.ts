import type { SearchGroup, SearchResult } from '../../src-shared/model/search';
import { SOURCE_KINDS, TermsSchema } from '../../src-shared/model/source';
import { FILTER_NAMES, type FilterName, IN_VALUES } from '../../src-shared/search/query';
import { SOURCE_KIND_LABELS, TERMS_LABELS } from '../words/sources';
import { count, list } from '../words/text';

/** What a search says. */
export const searchWords = {
  filters: 'Filters',
  filtersLabel: 'Narrow the search',
  filterLabels: {
    in: 'Look in',
    kind: 'Kind',
    from: 'Since',
    to: 'Until',
    speaker: 'Speaker',
    terms: 'Terms',
    tag: 'Tag',
    collection: 'Collection',
  } satisfies Record<FilterName, string>,
  /** What is typed after a filter that has no list to choose from. */
  filterHints: {
    in: '',
    kind: '',
    from: 'a year, a month or a day, such as 2024-03',
    to: 'a year, a month or a day, such as 2024-03',
    speaker: 'a name; a name of several words in quotation marks',
    terms: '',
    tag: 'a tag; one of several words in quotation marks',
    collection: 'a collection; a name of several words in quotation marks',
  } satisfies Record<FilterName, string>,
  note: 'Note',
  private: 'Confidential',
  offTheRecord: 'Off the record',
  hint: 'Quotation marks find a phrase, a minus leaves a word out.',
  nothing: (query: string) => `Nothing has the words “${query}”.`,
  nothingWithFilters: 'Nothing has these words within these filters.',
  behind: (number: number) =>
    `${count(number, 'thing')} not read for searching yet: there may be more to find.`,
  groupCount: ({ count: number, isAtLeast }: SearchGroup) =>
    `${number.toLocaleString('en-GB')}${isAtLeast ? ' or more' : ''}`,
};

/** "Found: 2 articles, 8 sources and 1 person", said aloud. */
export function foundAloud({ articles, sources, people, notes }: SearchResult): string {
  const said = (group: SearchGroup, one: string, many: string) =>
    group.count === 0
      ? []
      : [`${group.isAtLeast ? 'at least ' : ''}${count(group.count, one, many)}`];
  const parts = [
    ...said(articles, 'article', 'articles'),
    ...said(sources, 'source', 'sources'),
    ...said(people, 'person', 'people'),
    ...said(notes, 'note', 'notes'),
  ];
  return parts.length === 0 ? 'Nothing found' : `Found: ${list(parts)}`;
}

export interface FilterChoice {
  /** As it is typed, e.g. `transcript`. */
  value: string;
  label: string;
}

/** The filters as buttons, in the order in which they stand. */
export const SHOWN_FILTERS = FILTER_NAMES;

const IN_LABELS: Record<string, string> = {
  articles: 'Articles',
  sources: 'Sources',
  people: 'People',
  notes: 'Notes',
};

/** What may stand after a filter; empty where anything may. */
export function choicesOf(filter: FilterName): FilterChoice[] {
  if (filter === 'in') {
    return Object.keys(IN_VALUES).map((value) => ({ value, label: IN_LABELS[value] ?? value }));
  }
  if (filter === 'kind') {
    return SOURCE_KINDS.map((value) => ({ value, label: SOURCE_KIND_LABELS[value] }));
  }
  if (filter === 'terms') {
    return TermsSchema.options.map((value) => ({ value, label: TERMS_LABELS[value] }));
  }
  return [];
}
