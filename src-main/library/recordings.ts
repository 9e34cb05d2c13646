import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import type { Recording } from '../../src-shared/model/recording';
import { readSource } from './sources';
import { prepare } from './sqlite';
import { type Home, insertRow, newId, timeOf, updateRow, type Write } from './write';

/** A recording with the name of its bytes. */
export interface StoredRecording extends Recording {
  sha256: string;
}

const RECORDINGS = (home: Home) =>
  `SELECT recording.id, recording.media_type AS mediaType, original.sha256, original.size,
     original.file_name AS fileName
   FROM ${home}.recording JOIN ${home}.original ON original.sha256 = recording.original_sha256
   WHERE recording.source_id = ?`;

/** The recording of a source; null where it has none. Throws `not-found` where there is no source. */
export function readRecording(db: Database, sourceId: string): StoredRecording | null {
  const { home } = readSource(db, sourceId);
  const row = prepare<StoredRecording>(
    db,
    `${RECORDINGS(home)} AND recording.deleted_at IS NULL ORDER BY recording.id DESC LIMIT 1`,
  ).get(sourceId);
  return row ?? null;
}

export interface NewRecording {
  mediaType: string;
  original: { sha256: string; size: number; fileName: string };
}

/**
 * Gives a source a recording in place of the one it had, in the file where the source lives. The same
 * bytes again are the recording that it was given then. Answers its id.
 */
export function addRecording(write: Write, sourceId: string, recording: NewRecording): string {
  const { home } = readSource(write.db, sourceId);
  const { sha256, size, fileName } = recording.original;
  const known = prepare(
    write.db,
    `SELECT id FROM ${home}.recording WHERE source_id = ? AND original_sha256 = ? ORDER BY id DESC LIMIT 1`,
  )
    .pluck()
    .get(sourceId, sha256) as string | undefined;
  const id = known ?? newId();
  if (known === undefined) {
    const isKept = prepare(write.db, `SELECT 1 FROM ${home}.original WHERE sha256 = ?`);
    if (!isKept.get(sha256))
      insertRow(write, 'original', { sha256, size, file_name: fileName }, home);
    const row = { id, source_id: sourceId, original_sha256: sha256 };
    insertRow(write, 'recording', { ...row, media_type: recording.mediaType }, home);
  }
  chooseRecording(write, sourceId, id);
  return id;
}

/**
 * Makes one of the recordings that a source was given its own, or none of them (null). Answers which
 * one it was before. Throws `not-found` where the source was never given it.
 */
export function chooseRecording(
  write: Write,
  sourceId: string,
  recordingId: string | null,
): string | null {
  const { home } = readSource(write.db, sourceId);
  const rows = prepare<{ id: string; deleted_at: string | null }>(
    write.db,
    `SELECT id, deleted_at FROM ${home}.recording WHERE source_id = ? ORDER BY id`,
  ).all(sourceId);
  const live = rows.filter(({ deleted_at }) => deleted_at === null).map(({ id }) => id);
  for (const id of live) {
    if (id === recordingId) continue;
    updateRow(write, 'recording', { id }, { deleted_at: timeOf(write) }, { home });
  }
  if (recordingId !== null && !live.includes(recordingId)) {
    if (!rows.some(({ id }) => id === recordingId)) {
      throw new StetError('not-found', { recordingId });
    }
    updateRow(write, 'recording', { id: recordingId }, { deleted_at: null }, { home });
  }
  return live.at(-1) ?? null;
}
