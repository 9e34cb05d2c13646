import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import type { SourceSummary } from '../../src-shared/model/source';
import { collectionsOf, readMemberships } from './collections';
import { isCurrent, isCurrentVersion } from './current';
import { type DetailsRow, readTags, toDetails } from './sources';
import { prepare } from './sqlite';
import { HOMES, type Home } from './write';

/* Sources as lists show them. A library may have 100,000. */

interface SummaryRow extends DetailsRow {
  id: string;
  tags: string;
  file_name: string;
  added_at: string;
  word_count: number;
  duration: number | null;
}

/** Sources that were not removed, the one added last first. */
export function listSources(db: Database): SourceSummary[] {
  const collections = readMemberships(db);
  // Counted together: asked of each of 100,000 sources, most of which nobody quotes, it takes long.
  const quoted = new Map(countQuoted(db).map(({ sourceId, count }) => [sourceId, count]));
  return HOMES.flatMap((home) =>
    prepare<SummaryRow>(db, `${summaries(home)} WHERE source.deleted_at IS NULL`).all(),
  )
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .map((row) => toSummary(row, collections.get(row.id) ?? [], quoted.get(row.id) ?? 0));
}

/** What is shown of a source, also of a removed one; throws `not-found`. */
export function readSourceSummary(db: Database, id: string): SourceSummary {
  const [found] = readAnySummaries(db, [id]);
  if (!found) throw new StetError('not-found', { sourceId: id });
  return found;
}

/** Some sources as the list has them, in the order of `ids`; those that were removed, or never were, are left out. */
export function readSummaries(db: Database, ids: readonly string[]): SourceSummary[] {
  return readAnySummaries(db, ids, 'source.deleted_at IS NULL');
}

/** The same of removed ones too, unless `condition` says otherwise. */
export function readAnySummaries(
  db: Database,
  ids: readonly string[],
  condition = 'true',
): SourceSummary[] {
  const wanted = JSON.stringify(ids);
  const found = new Map<string, SourceSummary>();
  for (const home of HOMES) {
    const among = '(SELECT value FROM json_each(@wanted))';
    const rows = prepare<SummaryRow>(
      db,
      `${summaries(home)} WHERE source.id IN ${among} AND ${condition}`,
    ).all({ wanted });
    if (rows.length === 0) continue;
    const counts = prepare<{ sourceId: string; count: number }>(
      db,
      `SELECT any_version.source_id AS sourceId, count(*) AS count ${quoting(home)}
         AND any_version.source_id IN ${among} GROUP BY any_version.source_id`,
    ).all({ wanted });
    const quoted = new Map(counts.map(({ sourceId, count }) => [sourceId, count]));
    for (const row of rows) {
      const collections = collectionsOf(db, home, row.id);
      found.set(row.id, toSummary(row, collections, quoted.get(row.id) ?? 0));
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** How many live quotations are linked to each source that has any. */
function countQuoted(db: Database): { sourceId: string; count: number }[] {
  return HOMES.flatMap((home) =>
    prepare<{ sourceId: string; count: number }>(
      db,
      `SELECT any_version.source_id AS sourceId, count(*) AS count ${quoting(home)}
       GROUP BY any_version.source_id`,
    ).all(),
  );
}

/** SQL: the live quotations that are linked to any version of a source (`any_version`). */
function quoting(home: Home): string {
  return `FROM ${home}.source_version AS any_version
    JOIN ${home}.passage ON passage.source_version_id = any_version.id
    JOIN ${home}.link ON link.passage_id = passage.id
    JOIN main.quotation ON quotation.id = link.quotation_id AND quotation.article_id = link.article_id
      AND quotation.deleted_at IS NULL AND quotation.dismissed = 0
    JOIN main.article ON article.id = quotation.article_id AND article.deleted_at IS NULL
    WHERE ${isCurrent('link', 'link', HOMES)}`;
}

/** A source's row with its current version. */
function summaries(home: Home): string {
  // Not the metadata, which nobody bounds.
  return `SELECT source.id, source.title, source.kind, source.medium, source.terms,
      source.embargo_until, source.disclosure, source.description, source.date, source.url,
      source.creator, source.tags, source.file_name, source.added_at,
      version.word_count, version.duration
    FROM ${home}.source
    CROSS JOIN ${home}.source_version AS version ON version.source_id = source.id AND ${isCurrentVersion(home)}`;
}

function toSummary(row: SummaryRow, collections: string[], quoted: number): SourceSummary {
  return {
    id: row.id,
    ...toDetails(row),
    tags: readTags(row),
    collections,
    addedAt: row.added_at,
    fileName: row.file_name,
    quotedCount: quoted,
    wordCount: row.word_count,
    duration: row.duration,
  };
}
