import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, mkdir, open, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 as hashOf, originalPath, syncFolder, writeFileDurably } from './files';
import { newId } from './write';

/*
 * The bytes of sources that come in in numbers. A disk flushes one to two thousand files a second at
 * best. So the bytes of many small files are first written one after another into a journal beside
 * them, which is flushed once: from then on rows may speak of them. Their own files are written
 * right after, and flushed later, when nothing else goes on; only then the journal goes. After a crash
 * or a power cut the next opening writes anew what a journal has and its file has not.
 */

export interface Original {
  /** Of the bytes, in hexadecimal. */
  sha256: string;
  bytes: Uint8Array;
}

const FOLDER = 'originals';
const JOURNAL = '.journal-';
/** Before the bytes of each: a mark, the SHA-256 and the length in bytes (64 bits, little endian). */
const MARK = Buffer.from('STO1');
const HEADER_LENGTH = MARK.length + 32 + 8;
/** Larger files are flushed one by one. */
const LARGEST_IN_JOURNAL = 256 * 1024;
/** So few are not worth a journal. */
const FEWEST_IN_JOURNAL = 3;
/** A journal that is longer is followed by another. */
const JOURNAL_LENGTH = 64 * 1024 * 1024;
const FLUSHED_AT_ONCE = 4;

/** Journals that are being written; they are not to be settled yet. */
const beingWritten = new Set<string>();

/** Keeps the originals of one import. */
export class OriginalsWriter {
  private journal: { path: string; file: FileHandle; length: number } | null = null;
  /** The files of what is in the journal. */
  private files: Promise<void> = Promise.resolve();

  constructor(private readonly libraryFolder: string) {}

  /**
   * Resolves when the bytes of all of them are on disk; their files are there at the `end`. Those that were there already are left. Rejects where the
   * disk refuses; the writer is of no use then.
   */
  async keep(originals: readonly Original[]): Promise<void> {
    const unique = new Map(originals.map((original) => [original.sha256, original]));
    const missing = [...unique.values()].filter(
      ({ sha256, bytes }) => sizeOf(originalPath(this.libraryFolder, sha256)) !== bytes.byteLength,
    );
    if (missing.length === 0) return;
    const isSmall = ({ bytes }: Original) => bytes.byteLength <= LARGEST_IN_JOURNAL;
    const small = missing.filter(isSmall);
    const isJournalled = small.length >= FEWEST_IN_JOURNAL || this.journal !== null;
    const alone = isJournalled ? missing.filter((one) => !isSmall(one)) : missing;
    await this.makeFolders(missing);
    await inPool(alone, ({ sha256, bytes }) =>
      writeFileDurably(originalPath(this.libraryFolder, sha256), bytes),
    );
    if (alone.length > 0) {
      await syncFolder(join(this.libraryFolder, FOLDER));
      await syncFolder(this.libraryFolder);
    }
    if (!isJournalled || small.length === 0) return;
    await this.write(small);
    await this.files;
    this.files = inPool(small, ({ sha256, bytes }) =>
      writeFile(originalPath(this.libraryFolder, sha256), bytes),
    );
    // Whoever waits for them hears of it.
    this.files.catch(() => {});
  }

  /** Resolves when all files are there; nothing more is kept through this writer. */
  async end(): Promise<void> {
    try {
      await this.files;
    } finally {
      await this.endJournal();
    }
  }

  private async endJournal(): Promise<void> {
    const { journal } = this;
    this.journal = null;
    if (!journal) return;
    await journal.file.close();
    beingWritten.delete(journal.path);
  }

  private async makeFolders(originals: readonly Original[]): Promise<void> {
    const paths = originals.map(({ sha256 }) => dirname(originalPath(this.libraryFolder, sha256)));
    for (const path of new Set(paths)) await mkdir(path, { recursive: true });
  }

  private async write(originals: readonly Original[]): Promise<void> {
    if (this.journal && this.journal.length > JOURNAL_LENGTH) await this.end();
    const journal = this.journal ?? (await this.begin());
    this.journal = journal;
    const content = Buffer.concat(
      originals.flatMap(({ sha256, bytes }) => [headerOf(sha256, bytes), bytes]),
    );
    // Writes all of it or fails: a full disk does not pass for a short journal.
    await journal.file.writeFile(content);
    await journal.file.datasync();
    journal.length += content.byteLength;
  }

  private async begin() {
    const folder = join(this.libraryFolder, FOLDER);
    const path = join(folder, `${JOURNAL}${newId()}`);
    const file = await open(path, 'wx');
    beingWritten.add(path);
    await syncFolder(folder);
    await syncFolder(this.libraryFolder);
    return { path, file, length: 0 };
  }
}

function headerOf(sha256: string, bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.byteLength));
  return Buffer.concat([MARK, Buffer.from(sha256, 'hex'), length]);
}

/** Writes the files anew that a journal has and that a crash or a power cut did not leave whole. */
export function restoreOriginals(libraryFolder: string): void {
  for (const journal of listJournals(libraryFolder)) {
    const content = readFileSync(journal);
    for (const { sha256, start, length } of entriesOf(journal)) {
      const path = originalPath(libraryFolder, sha256);
      const bytes = content.subarray(start, start + length);
      // What was not written to its end has no row that speaks of it.
      if (hashOf(bytes) !== sha256) break;
      if (sizeOf(path) === length && hashOf(readFileSync(path)) === sha256) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
  }
}

/**
 * Flushes the files of the journals that nobody writes to any more, and takes these away. May be
 * stopped, or fail, at any time: what is left is done the next time.
 */
export async function settleOriginals(
  libraryFolder: string,
  isWanted: () => boolean = () => true,
): Promise<void> {
  for (const journal of listJournals(libraryFolder)) {
    if (beingWritten.has(journal)) continue;
    const folders = new Set<string>();
    await inPool(entriesOf(journal), async (entry) => {
      if (!isWanted()) return;
      const path = originalPath(libraryFolder, entry.sha256);
      if (sizeOf(path) === entry.length) await flush(path);
      else if (!(await writeAgain(journal, entry, path))) return;
      folders.add(dirname(path));
    });
    if (!isWanted()) return;
    await inPool([...folders], syncFolder);
    await syncFolder(join(libraryFolder, FOLDER));
    await unlink(journal);
  }
}

/** Where the disk was full, a file may not have got its bytes. False where the journal has them neither. */
async function writeAgain(journal: string, entry: Entry, path: string): Promise<boolean> {
  const bytes = Buffer.alloc(entry.length);
  const file = await open(journal, 'r');
  try {
    await file.read(bytes, 0, entry.length, entry.start);
  } finally {
    await file.close();
  }
  if (hashOf(bytes) !== entry.sha256) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFileDurably(path, bytes);
  return true;
}

async function flush(path: string): Promise<void> {
  // Windows flushes only what may be written to.
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function listJournals(libraryFolder: string): string[] {
  const folder = join(libraryFolder, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(JOURNAL))
    .map((name) => join(folder, name));
}

interface Entry {
  sha256: string;
  /** Of its bytes in the journal. */
  start: number;
  length: number;
}

/** The entries of a journal; one that was cut short ends it. */
function entriesOf(journal: string): Entry[] {
  const entries: Entry[] = [];
  const end = sizeOf(journal);
  const file = openSync(journal, 'r');
  try {
    const head = Buffer.alloc(HEADER_LENGTH);
    for (let at = 0; at + HEADER_LENGTH <= end; ) {
      readSync(file, head, 0, HEADER_LENGTH, at);
      const length = Number(head.readBigUInt64LE(MARK.length + 32));
      const start = at + HEADER_LENGTH;
      if (!head.subarray(0, MARK.length).equals(MARK) || start + length > end) break;
      entries.push({
        sha256: head.subarray(MARK.length, MARK.length + 32).toString('hex'),
        start,
        length,
      });
      at = start + length;
    }
  } finally {
    closeSync(file);
  }
  return entries;
}

/** In bytes; -1 where it is not there. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}

async function inPool<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const run = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(FLUSHED_AT_ONCE, items.length) }, run));
}
