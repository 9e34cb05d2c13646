import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ErrorCode } from '../../src-shared/errors';
import { recordingType } from '../../src-shared/file-kinds';
import { pairRecordings } from '../../src-shared/import/pair-recordings';
import { readRecording } from '../library/recordings';
import type { Context, Job } from './context';
import { isLibraryFailure, refusalOf } from './import-file';
import type { Entry } from './import-plan';
import { attachRecording } from './recordings';

/**
 * Gives the files of an import that hold words the recordings among them (pair-recordings.ts). A
 * recording is no file of its own then; one that has no words is refused, and says so.
 *
 * @param beside paths of files that lie beside them and were not named, but may belong to them.
 */
export function withRecordings(entries: readonly Entry[], beside: readonly string[] = []): Entry[] {
  const paths = [...entries.map(({ path, name }) => path ?? name), ...beside];
  const { recordingOf, alone, spare } = pairRecordings(paths);
  const refused = new Map<number, ErrorCode>([
    ...alone.map((number): [number, ErrorCode] => [number, 'recording-without-words']),
    ...spare.map((number): [number, ErrorCode] => [number, 'recording-spare']),
  ]);
  const named = entries.flatMap((entry, number): Entry[] => {
    const code = entry.code ?? refused.get(number);
    if (code) return [{ ...entry, code }];
    if (recordingType(entry.name) !== null && entry.path !== null) return [];
    const recording = recordingOf[number] ?? null;
    return [recording === null ? entry : { ...entry, recording: paths[recording]! }];
  });
  // Words that came in before their recording did.
  const words = beside.flatMap((path, number): Entry[] => {
    const recording = recordingOf[entries.length + number] ?? null;
    const entry = recording === null ? undefined : entries[recording];
    if (!entry) return [];
    const { index } = entry;
    return [
      { index, name: basename(path), path, bytes: null, code: null, recording: paths[recording!]! },
    ];
  });
  return [...named, ...words];
}

/** The same, with what lies in the same folders: an import that goes on, or a folder that is watched. */
export async function withRecordingsBeside(entries: readonly Entry[]): Promise<Entry[]> {
  const known = new Set(entries.map(({ path }) => path));
  const folders = new Set(entries.flatMap(({ path }) => (path === null ? [] : [dirname(path)])));
  const beside: string[] = [];
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    if (!names.some((name) => recordingType(name) !== null)) continue;
    beside.push(...names.map((name) => join(folder, name)).filter((path) => !known.has(path)));
  }
  return withRecordings(entries, beside);
}

/**
 * Keeps the recording that came in with the words of a source; those that were in the library before
 * keep the one they have. Answers why it was refused, or null. Rejects where the library cannot be
 * written.
 */
export async function keepRecording(
  context: Context,
  source: { sourceId: string; duplicate: boolean },
  path: string,
  during: { jobId: string; job: Job },
): Promise<ErrorCode | null> {
  const { sourceId, duplicate } = source;
  if (duplicate && readRecording(context.library.db, sourceId) !== null) return null;
  try {
    await attachRecording(context, sourceId, path, during);
    return null;
  } catch (error) {
    if (isLibraryFailure(error)) throw error;
    return during.job.cancelled ? null : refusalOf(error);
  }
}
