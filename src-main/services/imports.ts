import { StetError } from '../../src-shared/errors';
import {
  addWatchedFolder,
  countWaiting,
  forgetWaiting,
  listWaiting,
  removeWatchedFolder,
  restoreWatchedFolder,
} from '../library/imports';
import { write } from '../library/write';
import type { Context, Handlers } from './context';
import { pathsBehind } from './grants';
import { planPaths } from './import-plan';
import { importSources, runImport } from './source-import';

/** The imports that were cancelled or cut short. */
function stoppedJobs({ library, jobs }: Context) {
  return countWaiting(library.db).filter(({ jobId }) => !jobs.has(jobId));
}

export const imports = {
  'sources.import': importSources,

  'imports.waiting': (context) => ({
    left: stoppedJobs(context).reduce((sum, { left }) => sum + left, 0),
  }),

  'imports.resume': (context, { jobId }) =>
    runImport(context, jobId, () => {
      const stopped = stoppedJobs(context).map((job) => job.jobId);
      const paths = listWaiting(context.library.db)
        .filter((file) => stopped.includes(file.jobId))
        .map(({ path }) => path);
      return planPaths([...new Set(paths)], stopped);
    }),

  'imports.discard': (context) => {
    write(context.library, (transaction) => {
      for (const { jobId } of stoppedJobs(context)) forgetWaiting(transaction, jobId);
    });
    context.announce('imports.changed', {});
    return {};
  },

  'imports.watched': (context) => context.watchedFolders.list(),

  'imports.watch': async (context, { token }) => {
    const [path] = await pathsBehind(context.grants.folders, [token]);
    if (!path) throw new StetError('not-found', { token });
    const folderId = write(context.library, (transaction) => addWatchedFolder(transaction, path));
    context.watchedFolders.look();
    context.announce('imports.changed', {});
    return { folderId };
  },

  'imports.unwatch': (context, { folderId }) => {
    const removed = write(context.library, (transaction) =>
      removeWatchedFolder(transaction, folderId),
    );
    if (removed) context.watchedFolders.unwatched.set(folderId, removed);
    context.watchedFolders.look();
    context.announce('imports.changed', {});
    return {};
  },

  'imports.rewatch': (context, { folderId }) => {
    const folder = context.watchedFolders.unwatched.get(folderId);
    if (!folder) throw new StetError('not-found', { folderId });
    write(context.library, (transaction) => restoreWatchedFolder(transaction, folder));
    context.watchedFolders.unwatched.delete(folderId);
    context.watchedFolders.look();
    context.announce('imports.changed', {});
    return {};
  },

  'imports.look': (context) => {
    context.watchedFolders.look();
    return {};
  },
} satisfies Partial<Handlers>;
