import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import type { SavedSearch, SavedSearchDetails } from '../../src-shared/model/collection';
import { prepare } from './sqlite';
import { insertRow, newId, timeOf, updateRow, type Write } from './write';

/** Saved searches that were not removed, by name. */
export function listSavedSearches(db: Database): SavedSearch[] {
  return prepare<SavedSearch>(
    db,
    'SELECT id, name, query FROM main.saved_search WHERE deleted_at IS NULL',
  )
    .all()
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** A saved search, also a removed one; throws `not-found`. */
export function readSavedSearch(db: Database, id: string): SavedSearch {
  const row = prepare<SavedSearch>(
    db,
    'SELECT id, name, query FROM main.saved_search WHERE id = ?',
  ).get(id);
  if (!row) throw new StetError('not-found', { savedSearchId: id });
  return row;
}

export function addSavedSearch(write: Write, details: SavedSearchDetails): string {
  const id = newId();
  insertRow(write, 'saved_search', { id, ...details });
  return id;
}

export function updateSavedSearch(
  write: Write,
  id: string,
  { isDeleted, ...details }: Partial<SavedSearchDetails> & { isDeleted?: boolean },
): void {
  const deleted = isDeleted === undefined ? {} : { deleted_at: isDeleted ? timeOf(write) : null };
  updateRow(write, 'saved_search', { id }, { ...details, ...deleted });
}
