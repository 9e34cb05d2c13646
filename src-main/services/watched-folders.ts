import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { v7 as newId } from 'uuid';
import type { Output } from '../../src-shared/contract';
import {
  forgetWatchedFiles,
  listWatchedFiles,
  listWatchedFolders,
  putWatchedFile,
  type UnwatchedFolder,
  type WatchedFile,
  type WatchedFolderRow,
} from '../library/imports';
import { toStorageError } from '../library/sqlite';
import { write } from '../library/write';
import type { Context } from './context';
import { type FoundFile, type FoundFiles, walkFolder } from './folder-walk';
import { planPaths } from './import-plan';
import { runImport } from './source-import';

/** A folder is looked at so often, whatever the system tells of it. */
const LOOK_MS = 30_000;
/** What the system tells comes in bursts. */
const GATHER_MS = 300;
/** A file that did not change for so long is taken to be whole. */
const STABLE_MS = 1_200;

/** A file as it was when it was looked at last. */
interface Seen {
  size: number;
  modified: number;
  since: number;
}

interface Watching {
  watcher: FSWatcher | null;
  /** Files that may still be written. */
  unstable: Map<string, Seen>;
  isThere: boolean;
}

/**
 * Folders from which new files come in by themselves: everything readable in them that was not looked
 * at before. Nothing comes back from the bin by it, and what cannot be read is refused once.
 */
export class WatchedFolders {
  /** Those that are not watched any more, for the undo in the message that says so. */
  readonly unwatched = new Map<string, UnwatchedFolder>();
  private readonly watching = new Map<string, Watching>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private isAskedAgain = false;
  private isStopped = false;

  constructor(
    /** The context is there when it is first asked for. */
    private readonly context: () => Context,
    /** False where a command has the library: what comes in is for the window to show. */
    private readonly isActive: boolean,
  ) {}

  /** Looks at the folders soon, and from then on. */
  look(delay = 0): void {
    if (!this.isActive || this.isStopped || this.context().library.readOnly) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.lookNow();
    }, delay);
    // A command that is done does not wait for it.
    this.timer.unref();
  }

  /** Looks at them; resolves when what is new has come in. */
  async lookNow(): Promise<void> {
    if (this.running) {
      this.isAskedAgain = true;
      return this.running;
    }
    this.running = this.lookAtAll().finally(() => {
      this.running = null;
      const isWaiting = [...this.watching.values()].some(({ unstable }) => unstable.size > 0);
      if (this.isAskedAgain) this.look(GATHER_MS);
      else if (isWaiting) this.look(STABLE_MS);
      else if (this.watching.size > 0) this.look(LOOK_MS);
      this.isAskedAgain = false;
    });
    return this.running;
  }

  list(): Output<'imports.watched'> {
    const { db } = this.context().library;
    return listWatchedFolders(db).map(({ id, path }) => {
      const files = listWatchedFiles(db, id);
      return {
        id,
        name: shortName(path),
        isThere: this.watching.get(id)?.isThere ?? true,
        added: files.filter(({ code }) => code === null).length,
        refused: files.flatMap(({ name, code }) => (code === null ? [] : [{ name, code }])),
      };
    });
  }

  stop(): void {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    for (const { watcher } of this.watching.values()) watcher?.close();
    this.watching.clear();
  }

  private async lookAtAll(): Promise<void> {
    const { library } = this.context();
    const folders = listWatchedFolders(library.db);
    for (const [id, { watcher }] of this.watching) {
      if (folders.some((folder) => folder.id === id)) continue;
      watcher?.close();
      this.watching.delete(id);
    }
    for (const folder of folders) {
      if (this.isStopped) return;
      try {
        await this.lookAt(folder);
      } catch (error) {
        // The library refuses, or is being closed: the next look is a new attempt.
        if (!this.isStopped) console.error('A watched folder:', toStorageError(error));
      }
    }
  }

  private async lookAt(folder: WatchedFolderRow): Promise<void> {
    const watching = this.watchingOf(folder);
    // Before it is walked: nothing that comes in between is missed.
    watching.watcher ??= this.watch(folder);
    const found = await walkFolder(folder.path, () => !this.isStopped).catch(() => null);
    if (this.isStopped) return;
    if (found === null) {
      this.sayGone(folder, watching);
      return;
    }
    if (!watching.isThere) {
      watching.isThere = true;
      this.context().announce('imports.changed', {});
    }
    const fresh = await this.freshFiles(folder, watching, found);
    if (fresh.length > 0 && !this.isStopped) await this.bringIn(folder, fresh);
  }

  private watchingOf({ id }: WatchedFolderRow): Watching {
    const known = this.watching.get(id);
    if (known) return known;
    const watching: Watching = { watcher: null, unstable: new Map(), isThere: true };
    this.watching.set(id, watching);
    return watching;
  }

  /** The folders within it are seen at the next look. */
  private watch({ id, path }: WatchedFolderRow): FSWatcher | null {
    try {
      const watcher = watch(path, { persistent: false }, () => this.look(GATHER_MS));
      watcher.on('error', () => {
        watcher.close();
        const watching = this.watching.get(id);
        if (watching) watching.watcher = null;
      });
      return watcher;
    } catch {
      // Some file systems cannot tell; it is looked at from time to time all the same.
      return null;
    }
  }

  private sayGone({ path }: WatchedFolderRow, watching: Watching): void {
    watching.watcher?.close();
    watching.watcher = null;
    watching.unstable.clear();
    if (!watching.isThere) return;
    watching.isThere = false;
    const { announce } = this.context();
    announce('imports.changed', {});
    announce('imports.arrived', { ...NOTHING, folder: shortName(path), isThere: false });
  }

  /** What was not looked at as it is now, and is not being written any more. */
  private async freshFiles(
    { id }: WatchedFolderRow,
    { unstable }: Watching,
    { files }: FoundFiles,
  ): Promise<(FoundFile & Seen)[]> {
    const { library } = this.context();
    const known = new Map(listWatchedFiles(library.db, id).map((file) => [file.name, file]));
    const fresh: (FoundFile & Seen)[] = [];
    const names = new Set<string>();
    for (const file of files) {
      names.add(file.name);
      const stats = await stat(file.path).catch(() => null);
      if (!stats) continue;
      const seen = { size: stats.size, modified: Math.round(stats.mtimeMs), since: Date.now() };
      const before = known.get(file.name);
      if (before && isSame(before, seen)) continue;
      const last = unstable.get(file.name);
      const since = last && isSame(last, seen) ? last.since : seen.since;
      const rested = Math.max(seen.since - since, seen.since - seen.modified);
      // A file without a word yet is given time to get some.
      const isStable = (stats.size > 0 && rested >= STABLE_MS) || rested >= 10 * STABLE_MS;
      if (isStable) {
        unstable.delete(file.name);
        fresh.push({ ...file, ...seen });
      } else unstable.set(file.name, { ...seen, since });
    }
    for (const name of unstable.keys()) if (!names.has(name)) unstable.delete(name);
    const gone = [...known.keys()].filter((name) => !names.has(name));
    if (gone.length > 0) write(library, (w) => forgetWatchedFiles(w, id, gone));
    return fresh;
  }

  private async bringIn(folder: WatchedFolderRow, fresh: (FoundFile & Seen)[]): Promise<void> {
    const context = this.context();
    const paths = fresh.map(({ path }) => path);
    const result = await runImport(context, newId(), () => planPaths(paths), {
      revives: false,
      resumable: false,
    });
    if (result.cancelled || this.isStopped) return;
    const codes = new Map(result.skipped.map(({ index, code }) => [index, code]));
    const looked = fresh.map(({ name, size, modified }, index): WatchedFile => {
      return { name, size, modified, code: codes.get(index) ?? null };
    });
    write(context.library, (w) => {
      for (const file of looked) putWatchedFile(w, folder.id, file);
    });
    const added = result.imported.filter(({ duplicate }) => !duplicate);
    const refused = looked.flatMap(({ name, code }) => (code === null ? [] : [{ name, code }]));
    context.announce('imports.changed', {});
    if (added.length === 0 && refused.length === 0) return;
    context.announce('imports.arrived', {
      folder: shortName(folder.path),
      added: added.length,
      fits: result.fits,
      sourceId: added[0]?.sourceId ?? null,
      refused,
      isThere: true,
    });
  }
}

const NOTHING = { added: 0, fits: 0, sourceId: null, refused: [] };

function isSame(one: { size: number; modified: number }, other: typeof one): boolean {
  return one.size === other.size && one.modified === other.modified;
}

/** The last two parts: two folders are often called the same. */
function shortName(path: string): string {
  const parent = basename(dirname(path));
  return parent === '' ? basename(path) : join(parent, basename(path));
}
