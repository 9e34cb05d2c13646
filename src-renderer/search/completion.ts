import {
  FILTER_NAMES,
  type FilterName,
  type QueryPart,
  queryParts,
} from '../../src-shared/search/query';
import { choicesOf, type FilterChoice } from './search-words';

/** The query with a filter begun at its end: what is typed next is its value. */
export function withFilter(query: string, filter: FilterName): string {
  const begun = partAtEnd(query);
  // A filter that was begun and left empty gives way.
  const kept = begun?.filter && begun.value === '' ? query.slice(0, begun.start) : query;
  const text = kept.trimEnd();
  return `${text}${text === '' ? '' : ' '}${filter}:`;
}

/** The query without every filter of this name. */
export function withoutFilter(query: string, filter: FilterName): string {
  let text = query;
  for (const { start, end } of queryParts(query)
    .filter((part) => part.filter === filter)
    .toReversed()) {
    text = `${text.slice(0, start)}${text.slice(end).trimStart()}`;
  }
  return text;
}

/** What the query is narrowed by: each filter with what was typed after it. */
export function filtersOf(query: string): Map<FilterName, string> {
  return new Map(
    queryParts(query).flatMap(({ filter, value }) => (filter && value ? [[filter, value]] : [])),
  );
}

export interface Completion extends FilterChoice {
  /** The query once this is chosen. */
  query: string;
}

/**
 * The values that fit the filter at the end of the query, while one is being typed there; `names` has
 * those that the library knows.
 */
export function completionsOf(
  query: string,
  names: Partial<Record<FilterName, readonly string[]>>,
): { filter: FilterName; completions: Completion[] } | null {
  const part = partAtEnd(query);
  if (!part?.filter || part.isClosed) return null;
  const { filter, start } = part;
  const wanted = part.value.toLowerCase();
  const choices = names[filter]?.map((name) => ({ value: name, label: name })) ?? choicesOf(filter);
  const completions = choices
    .filter(
      ({ value, label }) =>
        value.toLowerCase() !== wanted &&
        (value.toLowerCase().includes(wanted) || label.toLowerCase().startsWith(wanted)),
    )
    .slice(0, MOST)
    .map((choice) => ({
      ...choice,
      query: `${query.slice(0, start)}${filter}:${inMarks(choice.value)} `,
    }));
  return { filter, completions };
}

const MOST = 8;

/** The beginnings of filter names that the last word of the query may become. */
export function filterNamesFor(query: string): FilterName[] {
  const part = partAtEnd(query);
  if (!part || part.filter || part.isExcluded || part.value.length < 2) return [];
  return FILTER_NAMES.filter((name) => name.startsWith(part.value.toLowerCase()));
}

function partAtEnd(query: string): QueryPart | undefined {
  const last = queryParts(query).at(-1);
  return last?.end === query.length ? last : undefined;
}

function inMarks(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}
