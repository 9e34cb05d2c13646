import type { FilterName } from '../../src-shared/search/query';
import { filtersOf, withFilter, withoutFilter } from './completion';
import { SHOWN_FILTERS, searchWords } from './search-words';

/** The filters to click on. One that is set says so, and a click takes it away. */
export function FilterRow({ query, onQuery }: { query: string; onQuery(query: string): void }) {
  const set = filtersOf(query);
  const toggle = (filter: FilterName) =>
    onQuery(set.has(filter) ? withoutFilter(query, filter) : withFilter(query, filter));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's; these narrow what is listed.
    <div className="search-filters" role="group" aria-label={searchWords.filtersLabel}>
      {SHOWN_FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          className="search-filter"
          aria-pressed={set.has(filter)}
          onClick={() => toggle(filter)}
        >
          {searchWords.filterLabels[filter]}
        </button>
      ))}
    </div>
  );
}
