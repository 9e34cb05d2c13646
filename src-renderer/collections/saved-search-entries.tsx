import type { SavedSearch } from '../../src-shared/model/collection';
import { isEmptyQuery, parseSearchQuery } from '../../src-shared/search/query';
import { openDialog } from '../shell';
import type { Entry, Group } from '../ui/palette';
import { collectionWords } from '../words/collections';
import { removeSavedSearch } from './collection-actions';

/** A saved search in the palette: it is typed for the user. */
export function savedSearchEntry(
  { id, name, query }: SavedSearch,
  onQuery: (query: string) => void,
): Entry {
  return {
    id,
    content: (
      <>
        <span className="palette-label">{name}</span>
        <small>{query}</small>
      </>
    ),
    // What is typed next is another word.
    perform: () => onQuery(`${query} `),
    stays: true,
  };
}

/** Keeps what is looked for; where it is kept already, changes or deletes that. */
export function keepingGroup(query: string, searches: readonly SavedSearch[]): Group {
  const typed = query.trim();
  if (isEmptyQuery(parseSearchQuery(query))) return { title: '', entries: [] };
  const saved = searches.find((search) => search.query === typed);
  const entry = (id: string, label: string, perform: () => void): Entry => ({
    id,
    content: <span className="palette-label">{label}</span>,
    perform,
  });
  const keep = (savedSearchId: string | null) =>
    openDialog({ kind: 'saved-search', savedSearchId, query: typed });
  return {
    isAside: true,
    title: saved ? collectionWords.searchMenu(saved.name) : collectionWords.savedSearches,
    entries: saved
      ? [
          entry('change search', collectionWords.changeSearch, () => keep(saved.id)),
          entry('remove search', collectionWords.removeSearch, () => void removeSavedSearch(saved)),
        ]
      : [entry('save search', collectionWords.saveSearch, () => keep(null))],
  };
}
