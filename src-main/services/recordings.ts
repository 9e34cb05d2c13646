import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ParsedInput } from '../../src-shared/contract';
import { StetError } from '../../src-shared/errors';
import { recordingType } from '../../src-shared/file-kinds';
import { type Copying, keepOriginalFile, originalPath } from '../library/files';
import { addRecording, chooseRecording, readRecording } from '../library/recordings';
import { readSource } from '../library/sources';
import { write } from '../library/write';
import type { Context, Handlers, Job } from './context';

/** How often at most the progress of a copy is announced, in milliseconds. */
const PROGRESS_MS = 100;

export const recordings = {
  'recordings.of': ({ library }, { sourceId }) => {
    const found = readRecording(library.db, sourceId);
    if (!found) return { recording: null };
    const { sha256: _, ...recording } = found;
    return { recording };
  },

  'recordings.open': async ({ library, serveMedia }, { sourceId }) => {
    const recording = readRecording(library.db, sourceId);
    if (!recording) throw new StetError('not-found', { sourceId });
    const path = originalPath(library.folder, recording.sha256);
    const found = await stat(path).catch(() => null);
    if (found?.size !== recording.size) {
      throw new StetError('file-unreadable', { name: recording.fileName });
    }
    const token = randomBytes(16).toString('hex');
    await serveMedia({ token, path, mediaType: recording.mediaType });
    return { token };
  },

  'recordings.attach': async (context, { jobId, sourceId, token }) => {
    const path = context.grants.files.get(token);
    if (path === undefined) throw new StetError('not-found', { token });
    const previous = readRecording(context.library.db, sourceId)?.id ?? null;
    const job: Job = { cancelled: false };
    context.jobs.set(jobId, job);
    try {
      const recordingId = await attachRecording(context, sourceId, path, { jobId, job });
      return { recordingId, previous };
    } finally {
      context.jobs.delete(jobId);
    }
  },

  'recordings.choose': ({ library }, { sourceId, recordingId }) => ({
    previous: write(library, (transaction) => chooseRecording(transaction, sourceId, recordingId)),
  }),
} satisfies Partial<Handlers>;

/**
 * Keeps a file of sound or film as the recording of a source, in place of the one it had; answers the
 * recording's id. The file may be of any size. Rejects with `recording-unsupported` where its ending
 * is not that of a recording, `file-unreadable`, `file-empty`, `cancelled` and what storage says; then
 * nothing is changed.
 *
 * @param during the job that it belongs to, which can be cancelled and is told of progress.
 */
export async function attachRecording(
  context: Context,
  sourceId: string,
  path: string,
  during: { jobId: ParsedInput<'jobs.cancel'>['jobId']; job: Job } | null = null,
): Promise<string> {
  const { library } = context;
  if (library.readOnly) throw new StetError('read-only');
  const name = basename(path);
  const mediaType = recordingType(name);
  if (mediaType === null) throw new StetError('recording-unsupported', { name });
  readSource(library.db, sourceId);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new StetError('file-unreadable', { name });
  if (found.size === 0) throw new StetError('file-empty', { name });
  const original = await keepOriginalFile(
    library.folder,
    path,
    during ? progress(context, during, name, found.size) : {},
  ).catch((error) => {
    throw error instanceof StetError
      ? new StetError(error.code, { name }, { cause: error })
      : error;
  });
  // The bytes are on disk before any row speaks of them.
  return write(library, (transaction) =>
    addRecording(transaction, sourceId, { mediaType, original: { ...original, fileName: name } }),
  );
}

function progress(
  context: Context,
  { jobId, job }: { jobId: string; job: Job },
  name: string,
  total: number,
): Copying {
  let last = 0;
  return {
    isCancelled: () => job.cancelled,
    onBytes(done) {
      if (Date.now() - last < PROGRESS_MS && done < total) return;
      last = Date.now();
      context.announce('recordings.progress', { jobId, name, done, total });
    },
  };
}
