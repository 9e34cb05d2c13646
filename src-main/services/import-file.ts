import * as v from 'valibot';
import { type ErrorCode, StetError, toWireError } from '../../src-shared/errors';
import {
  type Extraction,
  ExtractionSchema,
  SourceDetailsSchema,
} from '../../src-shared/model/source';
import { sha256 } from '../library/files';
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
    const isKnown = findByOriginal(context.library.db, hash).length > 0;
    const extractions = isKnown
      ? []
      : parseExtractions(name, await context.extract(fileNameOf(entry), bytes));
    return { kind: 'read', file: { entry, sha256: hash, bytes, extractions } };
  } catch (error) {
    if (isLibraryFailure(error)) return { kind: 'failure', entry, error };
    return { kind: 'refused', entry, code: refusalOf(error) };
  }
}

/**
 * Adds the sources of a file, all of them or none, in a transaction. The same bytes again add nothing:
 * what of them is in the bin comes out of it where `revives` says so, unless some of them never was.
 */
export function addFile(
  transaction: Write,
  { entry, sha256, bytes, extractions }: ReadFile,
  revives: boolean,
): Imported[] {
  const known = findByOriginal(transaction.db, sha256);
  if (known.length > 0) return bringBack(transaction, known, revives);
  const fileName = fileNameOf(entry);
  const original = { sha256, size: bytes.byteLength, fileName };
  return extractions.map((extraction) => ({
    sourceId: addSource(transaction, detailsOf(fileName, extraction), {
      kind: extraction.versionKind ?? 'extraction',
      text: extraction.text,
      locators: extraction.locators,
      original,
    }),
    duplicate: false,
  }));
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
  const parsed = v.safeParse(v.array(ExtractionSchema), answer);
  if (!parsed.success) throw new StetError('file-unreadable', { name });
  for (const { text, locators } of parsed.output) {
    if (locators.some(({ start, end }) => start > end || end > text.length)) {
      throw new StetError('file-unreadable', { name });
    }
  }
  const withText = parsed.output.filter(({ text }) => text.trim() !== '');
  if (withText.length === 0) throw new StetError('file-empty', { name });
  return withText;
}

function webAddress(url: string | null): string | null {
  return v.is(SourceDetailsSchema.entries.url, url) ? url : null;
}
