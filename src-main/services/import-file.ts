import * as v from 'valibot';
import { type ErrorCode, StetError, toWireError } from '../../src-shared/errors';
import {
  type Extraction,
  ExtractionSchema,
  SourceDetailsSchema,
} from '../../src-shared/model/source';
import { sha256 } from '../library/files';
import { partsOfOriginal } from '../library/originals';
import {
  addSource,
  findByOriginal,
  type NewSource,
  readSource,
  updateSource,
} from '../library/sources';
import { toStorageError } from '../library/sqlite';
import type { Write } from '../library/write';
import type { Context } from './context';
import type { Entry } from './import-plan';
import { readKnown, SIZE_LIMIT } from './incoming';

/** A file of an import that was read and is not in the library yet. */
export interface ReadFile {
  entry: Entry;
  sha256: string;
  bytes: Uint8Array;
  /** Empty where the library has these bytes already. */
  extractions: Extraction[];
}

/** What became of reading a file; a `failure` is of the library and not of the file. */
export type Reading =
  | { kind: 'read'; file: ReadFile }
  | { kind: 'refused'; entry: Entry; code: ErrorCode }
  | { kind: 'failure'; entry: Entry; error: unknown };

export interface Imported {
  sourceId: string;
  duplicate: boolean;
}

const LIBRARY_CODES: ReadonlySet<string> = new Set([
  'process-gone',
  'disk-full',
  'read-only',
  'storage-failed',
  'library-damaged',
]);

/** True where every other file would fail the same way. */
export function isLibraryFailure(error: unknown): boolean {
  return LIBRARY_CODES.has(toWireError(toStorageError(error)).code);
}

/** Why a file is refused, for anything that was thrown because of it. */
export function refusalOf(error: unknown): ErrorCode {
  const { code } = toWireError(error);
  if (code !== 'internal') return code;
  console.error('A source could not be brought in:', error);
  return 'file-unreadable';
}

/** Reads a file of so many bytes, and its text. Never rejects. */
export async function readEntry(context: Context, entry: Entry, size: number): Promise<Reading> {
  if (entry.code !== null) return { kind: 'refused', entry, code: entry.code };
  const { name } = entry;
  try {
    const bytes = entry.bytes ?? (await readKnown(entry.path ?? '', name, size));
    if (bytes.byteLength > SIZE_LIMIT) throw new StetError('file-too-large', { name });
    const hash = sha256(bytes);
    if (!context.library.db.open) throw new StetError('process-gone');
    if (isWhole(context, hash)) {
      return { kind: 'read', file: { entry, sha256: hash, bytes, extractions: [] } };
    }
    const answer = await context.extract(fileNameOf(entry), bytes);
    const extractions = await parseInTurns(name, answer);
    return { kind: 'read', file: { entry, sha256: hash, bytes, extractions } };
  } catch (error) {
    if (isLibraryFailure(error)) return { kind: 'failure', entry, error };
    return { kind: 'refused', entry, code: refusalOf(error) };
  }
}

/**
 * True where these bytes are in the library. Of a file that holds several sources some may be missing,
 * since it comes in in several transactions: it is read again.
 */
function isWhole({ library: { db } }: Context, hash: string): boolean {
  return findByOriginal(db, hash).length > 0 && partsOfOriginal(db, hash).size === 0;
}

/** The sources of a file that are not in the library, in a list of its own. */
export function missingSources(db: Write['db'], { sha256, extractions }: ReadFile): Extraction[] {
  if (findByOriginal(db, sha256).length === 0) return [...extractions];
  const parts = partsOfOriginal(db, sha256);
  if (parts.size === 0) return [];
  return extractions.filter(({ part }) => part !== undefined && !parts.has(part));
}

/** A file that holds more sources than this comes in in several transactions. */
const MOST_AT_ONCE = 20;

export function longFile(reading: Reading): ReadFile | null {
  const isLong = reading.kind === 'read' && reading.file.extractions.length > MOST_AT_ONCE;
  return isLong ? reading.file : null;
}

/**
 * Adds the sources of a file, all of them or none, in a transaction. The same bytes again add nothing:
 * what of them is in the bin comes out of it where `revives` says so, unless some of them never was.
 */
export function addFile(transaction: Write, file: ReadFile, revives: boolean): Imported[] {
  const missing = missingSources(transaction.db, file);
  const isBack = addAgain(transaction, file, revives);
  return [...isBack, ...missing.map((extraction) => addExtraction(transaction, file, extraction))];
}

/** Adds one source of a file. */
export function addExtraction(
  transaction: Write,
  { entry, sha256, bytes }: ReadFile,
  extraction: Extraction,
): Imported {
  const fileName = fileNameOf(entry);
  const sourceId = addSource(transaction, detailsOf(fileName, extraction), {
    kind: extraction.versionKind ?? 'extraction',
    text: extraction.text,
    locators: extraction.locators,
    original: { sha256, size: bytes.byteLength, fileName },
  });
  return { sourceId, duplicate: false };
}

/** What of a file was in the library already, as `addFile` says. */
export function addAgain(transaction: Write, { sha256 }: ReadFile, revives: boolean): Imported[] {
  const known = findByOriginal(transaction.db, sha256);
  return known.length > 0 ? bringBack(transaction, known, revives) : [];
}

function bringBack(
  transaction: Write,
  known: ReturnType<typeof findByOriginal>,
  revives: boolean,
): Imported[] {
  const live = known.filter(({ isDeleted }) => !isDeleted);
  if (live.length > 0 || !revives) {
    return live.map(({ sourceId }) => ({ sourceId, duplicate: true }));
  }
  return known.map(({ sourceId }) => {
    const { home } = readSource(transaction.db, sourceId);
    updateSource(transaction, sourceId, home, { isDeleted: false });
    return { sourceId, duplicate: false };
  });
}

function fileNameOf({ name }: Entry): string {
  return name.split('/').at(-1) ?? name;
}

function detailsOf(name: string, extraction: Extraction): NewSource {
  return {
    title: extraction.title || name.replace(/\.[^.]+$/, '') || name,
    kind: extraction.kind,
    medium: extraction.medium,
    terms: 'on-the-record',
    embargoUntil: null,
    disclosure: 'public',
    description: null,
    date: extraction.date,
    url: webAddress(extraction.url),
    creator: extraction.creator || null,
    fileName: name,
    language: extraction.language,
    metadata: extraction.metadata,
    part: extraction.part,
  };
}

/** What an extractor answers is foreign, like the file it read. */
export function parseExtractions(name: string, answer: Extraction[]): Extraction[] {
  return notEmpty(name, withText(name, answer));
}

const PARSED_AT_ONCE = 50;

/** The same; others have their turn while a file of thousands of sources is looked at. */
async function parseInTurns(name: string, answer: Extraction[]): Promise<Extraction[]> {
  if (!Array.isArray(answer) || answer.length <= PARSED_AT_ONCE) {
    return parseExtractions(name, answer);
  }
  const parsed: Extraction[] = [];
  for (let from = 0; from < answer.length; from += PARSED_AT_ONCE) {
    parsed.push(...withText(name, answer.slice(from, from + PARSED_AT_ONCE)));
    await new Promise(setImmediate);
  }
  return notEmpty(name, parsed);
}

function notEmpty(name: string, extractions: Extraction[]): Extraction[] {
  if (extractions.length === 0) throw new StetError('file-empty', { name });
  return extractions;
}

function withText(name: string, answer: Extraction[]): Extraction[] {
  const parsed = v.safeParse(v.array(ExtractionSchema), answer);
  if (!parsed.success) throw new StetError('file-unreadable', { name });
  for (const { text, locators } of parsed.output) {
    if (locators.some(({ start, end }) => start > end || end > text.length)) {
      throw new StetError('file-unreadable', { name });
    }
  }
  return parsed.output.filter(({ text }) => text.trim() !== '');
}

function webAddress(url: string | null): string | null {
  return v.is(SourceDetailsSchema.entries.url, url) ? url : null;
}
