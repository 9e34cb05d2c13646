import type { Database } from 'better-sqlite3';
import {
  type Collection,
  type SourceTally,
  type SourceView,
  withinCollection,
} from '../../src-shared/model/collection';
import type { SourceSummary } from '../../src-shared/model/source';
import { listCollections } from './collections';
import { readAnySummaries } from './source-summaries';
import { readTags } from './sources';
import { prepare } from './sqlite';
import { HOMES, type Home } from './write';

/*
 * Sources in numbers: a library may have 100,000, of which a window shows some. Each index is named: the
 * planner, which knows nothing of how many rows there are, would rather read the sources themselves.
 */

/** The first `limit` sources of a view, the one added last before the others, and how many it has. */
export function browseSources(
  db: Database,
  view: SourceView,
  limit: number,
): { sources: SourceSummary[]; total: number } {
  const values = valuesOf(db, view);
  let total = 0;
  const found = HOMES.flatMap((home) => {
    const rows = `FROM ${rowsOf(view, home)}`;
    total += prepare<number>(db, `SELECT count(*) ${rows}`).pluck().get(values) ?? 0;
    return prepare<string>(db, `SELECT id ${rows} ORDER BY id DESC LIMIT @limit`)
      .pluck()
      .all({ ...values, limit });
  });
  // Ids grow with time.
  const ids = found.sort((a, b) => (a < b ? 1 : -1)).slice(0, limit);
  return { sources: readAnySummaries(db, ids), total };
}

/** SQL: the sources of a view that live in this file, as `FROM` wants them. */
function rowsOf(view: SourceView, home: Home): string {
  switch (view.kind) {
    case 'all':
      return `${home}.source INDEXED BY source_listed WHERE deleted_at IS NULL`;
    case 'bin':
      return `${home}.source INDEXED BY source_removed WHERE deleted_at IS NOT NULL`;
    case 'tag':
      // Most lists of tags are not worth parsing: they do not have the word.
      return `${home}.source INDEXED BY source_tags
        WHERE deleted_at IS NULL AND tags <> '[]' AND instr(tags, @quoted) > 0
          AND EXISTS (SELECT 1 FROM json_each(source.tags) WHERE value = @tag)`;
    case 'collection':
      return `(SELECT DISTINCT member.source_id AS id
        FROM ${home}.collection_source AS member INDEXED BY collection_source_listed
        CROSS JOIN ${home}.source INDEXED BY source_listed
          ON source.id = member.source_id AND source.deleted_at IS NULL
        WHERE member.deleted_at IS NULL
          AND member.collection_id IN (SELECT value FROM json_each(@collections)))`;
  }
}

function valuesOf(db: Database, view: SourceView): Record<string, string> {
  if (view.kind === 'tag') return { tag: view.tag, quoted: JSON.stringify(view.tag) };
  if (view.kind !== 'collection') return {};
  const within = withinCollection(listCollections(db), view.collectionId);
  return { collections: JSON.stringify([...within]) };
}

/** Counts the sources of each collection and tag. With 100,000 of them it takes some 100 ms. */
export function tallySources(db: Database): SourceTally {
  const tags = new Map<string, number>();
  const removed = new Set<string>();
  for (const home of HOMES) {
    const lists = prepare<{ tags: string; count: number }>(
      db,
      `SELECT tags, count(*) AS count FROM ${home}.source INDEXED BY source_tags
       WHERE deleted_at IS NULL AND tags <> '[]' GROUP BY tags`,
    ).all();
    for (const list of lists) {
      for (const tag of readTags(list)) tags.set(tag, (tags.get(tag) ?? 0) + list.count);
    }
    const inBin = `SELECT id FROM ${home}.source INDEXED BY source_removed WHERE deleted_at IS NOT NULL`;
    for (const id of prepare<string>(db, inBin).pluck().all()) removed.add(id);
  }
  const members = new Map<string, string[]>();
  for (const home of HOMES) {
    const rows = prepare<[collectionId: string, sourceId: string]>(
      db,
      `SELECT collection_id, source_id
       FROM ${home}.collection_source INDEXED BY collection_source_listed WHERE deleted_at IS NULL`,
    );
    for (const [collectionId, sourceId] of rows.raw().all()) {
      if (removed.has(sourceId)) continue;
      const known = members.get(sourceId);
      if (known) known.push(collectionId);
      else members.set(sourceId, [collectionId]);
    }
  }
  const collections = countInCollections(members.values(), listCollections(db));
  return {
    collections: [...collections].map(([collectionId, count]) => ({ collectionId, count })),
    tags: [...tags].map(([tag, count]) => ({ tag, count })),
  };
}

/**
 * How many sources are in each collection, what is within it counted too. A source is told by the ids
 * of the collections that it is in; those that are not there any more count for nothing.
 */
export function countInCollections(
  sources: Iterable<readonly string[]>,
  collections: readonly Pick<Collection, 'id' | 'parentId'>[],
): Map<string, number> {
  const parents = new Map(collections.map(({ id, parentId }) => [id, parentId]));
  const counts = new Map<string, number>();
  for (const source of sources) {
    const around = new Set<string>();
    for (const one of source) {
      let id: string | null | undefined = one;
      while (id && parents.has(id) && !around.has(id)) {
        around.add(id);
        id = parents.get(id);
      }
    }
    for (const id of around) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Whether a source that is kept apart, and not in the bin, is among some, or in the library (null). */
export function hasApart(
  db: Database,
  among: { sourceIds: readonly string[]; collectionIds: readonly string[] } | null,
): boolean {
  const listed = 'SELECT 1 FROM private.source WHERE deleted_at IS NULL';
  if (among === null) return prepare(db, `${listed} LIMIT 1`).get() !== undefined;
  const found = prepare(
    db,
    `${listed} AND (id IN (SELECT value FROM json_each(@sources))
      OR id IN (SELECT source_id FROM private.collection_source
        WHERE deleted_at IS NULL AND collection_id IN (SELECT value FROM json_each(@collections))))
     LIMIT 1`,
  ).get({
    sources: JSON.stringify(among.sourceIds),
    collections: JSON.stringify(among.collectionIds),
  });
  return found !== undefined;
}
