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
  return listSummaries(db, 'source.deleted_at IS NULL');
}

/** Sources that are in the bin, the one added last first. */
export function listRemovedSources(db: Database): SourceSummary[] {
  return listSummaries(db, 'source.deleted_at IS NOT NULL');
}

function listSummaries(db: Database, condition: string): SourceSummary[] {
  const collections = readMemberships(db);
  // Counted together: asked of each of 100,000 sources, most of which nobody quotes, it takes long.
  const quoted = new Map(countQuoted(db).map(({ sourceId, count }) => [sourceId, count]));
  return HOMES.flatMap((home) =>
    prepare<SummaryRow>(db, `${summaries(home)} WHERE ${condition}`).all(),
  )
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .map((row) => toSummary(row, collections.get(row.id) ?? [], quoted.get(row.id) ?? 0));
}

/** What is shown of a source, also of a removed one; throws `not-found`. */
export function readSourceSummary(db: Database, id: string): SourceSummary {
  for (const home of HOMES) {
    const row = prepare<SummaryRow>(db, `${summaries(home)} WHERE source.id = ?`).get(id);
    if (row) return withRest(db, home, row);
  }
  throw new StetError('not-found', { sourceId: id });
}

/** Some sources as the list has them, in any order; those that were removed, or never were, are left out. */
export function readSummaries(db: Database, ids: readonly string[]): SourceSummary[] {
  return ids.flatMap((id) =>
    HOMES.flatMap((home) => {
      const row = prepare<SummaryRow>(
        db,
        `${summaries(home)} WHERE source.id = ? AND source.deleted_at IS NULL`,
      ).get(id);
      return row ? [withRest(db, home, row)] : [];
    }),
  );
}

/** How many live quotations are linked to each source that has any. */
export function countQuoted(db: Database): { sourceId: string; count: number }[] {
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
    JOIN ${home}.source_version AS version ON version.source_id = source.id AND ${isCurrentVersion(home)}`;
}

function withRest(db: Database, home: Home, row: SummaryRow): SourceSummary {
  const quoted = prepare<number>(
    db,
    `SELECT count(*) ${quoting(home)} AND any_version.source_id = ?`,
  )
    .pluck()
    .get(row.id);
  return toSummary(row, collectionsOf(db, home, row.id), quoted ?? 0);
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
