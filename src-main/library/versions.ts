import type { Database } from 'better-sqlite3';
import type { FirstVersionKind, VersionKind, VersionSummary } from '../../src-shared/model/version';
import { isCurrentVersion } from './current';
import { forgetVersion, indexNewVersion } from './matching/documents';
import { readCurrentVersion, readHome, readText, readVersion, type SourceVersion } from './sources';
import { prepare } from './sqlite';
import { HOMES, timeOf, updateRow, type Write } from './write';

/** The versions of a source that were not taken back, oldest first; throws `not-found`. */
export function listVersionSummaries(db: Database, sourceId: string): VersionSummary[] {
  const home = readHome(db, sourceId);
  return prepare<Omit<VersionSummary, 'number' | 'isCurrent'> & { isCurrent: number }>(
    db,
    `SELECT version.id, version.kind, version.reason, version.language, version.written_at AS at,
       ${isCurrentVersion(home)} AS isCurrent, original.file_name AS fileName,
       coalesce(editor.name, '') AS editorName
     FROM ${home}.source_version AS version
     LEFT JOIN ${home}.original ON original.sha256 = version.original_sha256
     LEFT JOIN main.editor ON editor.id = version.editor_id
     WHERE version.source_id = ? AND version.withdrawn_at IS NULL ORDER BY version.number`,
  )
    .all(sourceId)
    .map((row, index) => ({ ...row, number: index + 1, isCurrent: row.isCurrent === 1 }));
}

/** What is told of a version that took another's place. */
export interface VersionFacts {
  kind: VersionKind;
  reason: string | null;
  at: string;
  /** When it was added, by the logical clock. */
  clock: string;
  isWithdrawn: boolean;
}

export function readVersionFacts(db: Database, version: SourceVersion): VersionFacts {
  const { isWithdrawn, ...facts } = prepare<
    Omit<VersionFacts, 'isWithdrawn'> & { isWithdrawn: number }
  >(
    db,
    `SELECT kind, reason, written_at AS at, clock, withdrawn_at IS NOT NULL AS isWithdrawn
     FROM ${version.home}.source_version WHERE id = ?`,
  ).get(version.id)!;
  return { ...facts, isWithdrawn: isWithdrawn === 1 };
}

/** Those of these sources that are transcripts or subtitles, in their order, and what their first version is. */
export function listTranscripts(
  db: Database,
  sourceIds: readonly string[],
): { sourceId: string; kind: FirstVersionKind }[] {
  const wanted = JSON.stringify(sourceIds);
  const rows = HOMES.flatMap((home) =>
    prepare<{ sourceId: string; kind: FirstVersionKind }>(
      db,
      `SELECT source.id AS sourceId, version.kind
       FROM ${home}.source CROSS JOIN ${home}.source_version AS version
         ON version.source_id = source.id AND version.number = 1
       WHERE source.id IN (SELECT value FROM json_each(?))
         AND source.kind IN ('transcript', 'subtitles')`,
    ).all(wanted),
  );
  const kinds = new Map(rows.map((row) => [row.sourceId, row]));
  return sourceIds.flatMap((id) => kinds.get(id) ?? []);
}

/** Says what the first version of a source is; answers what was said before. Throws `not-found`. */
export function setFirstKind(
  write: Write,
  sourceId: string,
  kind: FirstVersionKind,
): FirstVersionKind {
  const { db } = write;
  const home = readHome(db, sourceId);
  const first = prepare<{ id: string; kind: FirstVersionKind; writtenAt: string }>(
    db,
    `SELECT id, kind, written_at AS writtenAt FROM ${home}.source_version
     WHERE source_id = ? ORDER BY number LIMIT 1`,
  ).get(sourceId)!;
  if (first.kind === kind) return first.kind;
  updateRow(write, 'source_version', { id: first.id }, { kind }, { home });
  // It came in when it came in, whatever is said of it later.
  prepare(db, `UPDATE ${home}.source_version SET written_at = ? WHERE id = ?`).run(
    first.writtenAt,
    first.id,
  );
  return first.kind;
}

/**
 * Takes a version back: the one before it is current again where it was. Its words stay where they are.
 * The version has to be another one than the first.
 */
export function withdrawVersion(write: Write, versionId: string): void {
  const { db } = write;
  const { sourceId, home } = readVersion(db, versionId);
  const wasCurrent = readCurrentVersion(db, sourceId).id === versionId;
  updateRow(write, 'source_version', { id: versionId }, { withdrawn_at: timeOf(write) }, { home });
  forgetVersion(db, home, versionId);
  if (!wasCurrent) return;
  const current = readCurrentVersion(db, sourceId);
  indexNewVersion(db, home, current.id, readText(db, current).text, null);
}
