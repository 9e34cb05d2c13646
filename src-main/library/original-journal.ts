import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from 'node:fs';
import {
  type FileHandle,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 as hashOf, originalPath, syncFolder, writeFileDurably } from './files';
import type { Library } from './open';
import { newId } from './write';

/*
 * The bytes of sources that come in in numbers. A disk flushes one to two thousand files a second at
 * best, and making a small file takes longer than all the rest that is done with it. So the bytes of
 * many small files are written one after another into a journal, which is flushed once: from then on
 * rows may speak of them. Their own files are written and flushed later, when nothing else goes on;
 * then the journal goes. Until then an original is taken out of the journal by whoever wants its file.
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

  constructor(private readonly libraryFolder: string) {}

  /**
   * Resolves when the bytes of all of them are on disk: in their files, or in a journal. Those whose
   * files were there already are left. Rejects where the disk refuses; the writer is of no use then.
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
    await this.keepAlone(alone);
    if (isJournalled && small.length > 0) await this.write(small);
  }

  /** Nothing more is kept through this writer. */
  async end(): Promise<void> {
    await this.endJournal();
  }

  private async keepAlone(originals: readonly Original[]): Promise<void> {
    if (originals.length === 0) return;
    const paths = originals.map(({ sha256 }) => dirname(originalPath(this.libraryFolder, sha256)));
    for (const path of new Set(paths)) await mkdir(path, { recursive: true });
    await inPool(originals, ({ sha256, bytes }) =>
      writeFileDurably(originalPath(this.libraryFolder, sha256), bytes),
    );
    await syncFolder(join(this.libraryFolder, FOLDER));
    await syncFolder(this.libraryFolder);
  }

  private async endJournal(): Promise<void> {
    const { journal } = this;
    this.journal = null;
    if (!journal) return;
    await journal.file.close();
    beingWritten.delete(journal.path);
  }

  private async write(originals: readonly Original[]): Promise<void> {
    if (this.journal && this.journal.length > JOURNAL_LENGTH) await this.endJournal();
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
    // What is in its way is told by opening the journal.
    if (!existsSync(folder)) await mkdir(folder, { recursive: true });
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

/**
 * The path of an original whose bytes are wanted: where only a journal has them, the file is written
 * first. The file is not there where nothing has the bytes.
 */
export async function originalFile(
  { folder: libraryFolder, readOnly }: Pick<Library, 'folder' | 'readOnly'>,
  sha256: string,
): Promise<string> {
  const path = originalPath(libraryFolder, sha256);
  if (readOnly || sizeOf(path) >= 0) return path;
  for (const journal of listJournals(libraryFolder)) {
    const entry = await findEntry(journal, sha256);
    if (!entry) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeOut(journal, [entry], libraryFolder);
    break;
  }
  return path;
}

/**
 * Writes and flushes the files of the journals that nobody writes to any more, and takes these away.
 * May be stopped, or fail, at any time: what is left is done the next time.
 */
export async function settleOriginals(
  libraryFolder: string,
  isWanted: () => boolean = () => true,
): Promise<void> {
  for (const journal of listJournals(libraryFolder)) {
    if (beingWritten.has(journal)) continue;
    const entries = await entriesOf(journal);
    const folders = new Set(
      entries.map(({ sha256 }) => dirname(originalPath(libraryFolder, sha256))),
    );
    for (const folder of folders) await mkdir(folder, { recursive: true });
    for (let from = 0; from < entries.length; from += WRITTEN_AT_ONCE) {
      if (!isWanted()) return;
      await writeOut(journal, entries.slice(from, from + WRITTEN_AT_ONCE), libraryFolder);
    }
    await inPool([...folders], syncFolder);
    await syncFolder(join(libraryFolder, FOLDER));
    await syncFolder(libraryFolder);
    await unlink(journal);
  }
}

const WRITTEN_AT_ONCE = 64;

/** Writes and flushes the files of some entries. What a power cut left of one is written anew. */
async function writeOut(
  journal: string,
  entries: readonly Entry[],
  libraryFolder: string,
): Promise<void> {
  const content = await open(journal, 'r').catch(unlessGone);
  // Someone else has written them meanwhile.
  if (!content) return;
  try {
    await inPool(entries, async ({ sha256, start, length }) => {
      const path = originalPath(libraryFolder, sha256);
      const bytes = Buffer.alloc(length);
      await content.read(bytes, 0, length, start);
      // What was not written to its end has no row that speaks of it.
      if (hashOf(bytes) !== sha256) return;
      const isThere = sizeOf(path) === length && hashOf(await readFile(path)) === sha256;
      if (isThere) await flush(path);
      else await writeBeside(path, bytes);
    });
  } finally {
    await content.close();
  }
}

/** Under its name the file is there whole or not at all. The folder is not flushed. */
async function writeBeside(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${randomBytes(8).toString('hex')}`);
  try {
    await writeFile(temporary, bytes, { flag: 'wx', flush: true });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function unlessGone(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
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

async function findEntry(journal: string, sha256: string): Promise<Entry | undefined> {
  return (await entriesOf(journal).catch(unlessGone))?.find((entry) => entry.sha256 === sha256);
}

/** Heads that are read in one turn. */
const HEADS_AT_ONCE = 256;

/** The entries of a journal; one that was cut short ends it. */
async function entriesOf(journal: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const file = openSync(journal, 'r');
  try {
    const end = fstatSync(file).size;
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
      if (entries.length % HEADS_AT_ONCE === 0) await new Promise(setImmediate);
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
