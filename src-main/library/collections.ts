import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import type { Collection, CollectionDetails } from '../../src-shared/model/collection';
import { prepare } from './sqlite';
import { HOMES, type Home, insertRow, newId, timeOf, updateRow, type Write } from './write';

interface CollectionRow {
  id: string;
  name: string;
  parent_id: string | null;
}

/** Collections that were not removed, by name. */
export function listCollections(db: Database): Collection[] {
  return prepare<CollectionRow>(
    db,
    'SELECT id, name, parent_id FROM main.collection WHERE deleted_at IS NULL',
  )
    .all()
    .map(fromRow)
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** A collection, also a removed one; throws `not-found`. */
export function readCollection(db: Database, id: string): Collection {
  const row = prepare<CollectionRow>(
    db,
    'SELECT id, name, parent_id FROM main.collection WHERE id = ?',
  ).get(id);
  if (!row) throw new StetError('not-found', { collectionId: id });
  return fromRow(row);
}

export function addCollection(write: Write, { name, parentId }: CollectionDetails): string {
  const id = newId();
  insertRow(write, 'collection', { id, name, parent_id: parentId });
  return id;
}

export function updateCollection(
  write: Write,
  id: string,
  { name, parentId, isDeleted }: Partial<CollectionDetails> & { isDeleted?: boolean },
): void {
  updateRow(
    write,
    'collection',
    { id },
    {
      ...(name === undefined ? {} : { name }),
      ...(parentId === undefined ? {} : { parent_id: parentId }),
      ...(isDeleted === undefined ? {} : { deleted_at: isDeleted ? timeOf(write) : null }),
    },
  );
}

/** Puts a source of this file into a collection or takes it out; answers whether that was news. */
export function setMember(
  write: Write,
  home: Home,
  { collectionId, sourceId, isIn }: { collectionId: string; sourceId: string; isIn: boolean },
): boolean {
  const row = prepare<{ id: string; deleted_at: string | null }>(
    write.db,
    `SELECT id, deleted_at FROM ${home}.collection_source WHERE collection_id = ? AND source_id = ?`,
  ).get(collectionId, sourceId);
  if (isIn === (row !== undefined && row.deleted_at === null)) return false;
  if (row) {
    const deletedAt = isIn ? null : timeOf(write);
    updateRow(write, 'collection_source', { id: row.id }, { deleted_at: deletedAt }, { home });
  } else {
    const member = { id: newId(), collection_id: collectionId, source_id: sourceId };
    insertRow(write, 'collection_source', member, home);
  }
  return true;
}

interface MembershipRow {
  sourceId: string;
  collectionId: string;
}

/** The collections of every source that is in any, by the source's id. */
export function readMemberships(db: Database): Map<string, string[]> {
  const memberships = new Map<string, string[]>();
  for (const home of HOMES) {
    const rows = prepare<MembershipRow>(
      db,
      `SELECT source_id AS sourceId, collection_id AS collectionId FROM ${home}.collection_source
       WHERE deleted_at IS NULL ORDER BY id`,
    ).all();
    for (const { sourceId, collectionId } of rows) {
      const known = memberships.get(sourceId);
      if (known) known.push(collectionId);
      else memberships.set(sourceId, [collectionId]);
    }
  }
  return memberships;
}

/** The collections of a source that lives in this file. */
export function collectionsOf(db: Database, home: Home, sourceId: string): string[] {
  return prepare<string>(
    db,
    `SELECT collection_id FROM ${home}.collection_source
     WHERE source_id = ? AND deleted_at IS NULL ORDER BY id`,
  )
    .pluck()
    .all(sourceId);
}

function fromRow({ id, name, parent_id }: CollectionRow): Collection {
  return { id, name, parentId: parent_id };
}
