import * as v from 'valibot';
import type { Output, ParsedInput } from '../../src-shared/contract';
import type { IncomingFile } from '../../src-shared/contract/incoming-file';
import { StetError, toWireError } from '../../src-shared/errors';
import {
  type Extraction,
  ExtractionSchema,
  SourceDetailsSchema,
} from '../../src-shared/model/source';
import { keepOriginal, sha256 } from '../library/files';
import {
  addSource,
  findByOriginal,
  type NewSource,
  readSource,
  updateSource,
} from '../library/sources';
import { toStorageError } from '../library/sqlite';
import { write } from '../library/write';
import type { Context, Job } from './context';
import { findFitting } from './fitting';
import { nameOf, readIncoming } from './incoming';

/**
 * Brings in sources, one after another. A file that cannot be read is named and skipped; a library
 * that cannot be written ends the job, since every other file would fail the same way.
 */
export async function importSources(
  context: Context,
  { jobId, files }: ParsedInput<'sources.import'>,
): Promise<Output<'sources.import'>> {
  if (context.library.readOnly) throw new StetError('read-only');
  const job: Job = { cancelled: false };
  context.jobs.set(jobId, job);
  const result: Output<'sources.import'> = {
    imported: [],
    fits: 0,
    skipped: [],
    cancelled: false,
  };
  const fitting = new Set<string>();
  const total = files.length;
  try {
    for (const [done, file] of files.entries()) {
      if (job.cancelled) break;
      const name = nameOf(context, file);
      context.announce('import.progress', { jobId, done, total, name });
      try {
        for (const source of await importFile(context, file, job)) {
          const fits = await findFitting(context, source.sourceId, job);
          result.imported.push({ name, ...source, fits: fits.length });
          if (!source.duplicate) for (const one of fits) fitting.add(one);
        }
      } catch (error) {
        const { code } = toWireError(toStorageError(error));
        if (STORAGE_CODES.has(code)) throw error;
        if (code === 'internal') console.error('A source could not be brought in:', error);
        result.skipped.push({ name, code: code === 'internal' ? 'file-unreadable' : code });
      }
      // Others may ask for something between two files.
      await new Promise(setImmediate);
    }
  } finally {
    context.jobs.delete(jobId);
  }
  result.fits = fitting.size;
  result.cancelled = job.cancelled;
  if (!job.cancelled) {
    const name = nameOf(context, files.at(-1) ?? { from: 'bytes', name: '-', bytes: NO_BYTES });
    context.announce('import.progress', { jobId, done: total, total, name });
  }
  return result;
}

const NO_BYTES = new Uint8Array();
const STORAGE_CODES = new Set(['disk-full', 'read-only', 'storage-failed', 'library-damaged']);

interface Imported {
  sourceId: string;
  duplicate: boolean;
}

/** The sources of one file, all of them or none; none where the job was cancelled while it was read. */
async function importFile(context: Context, incoming: IncomingFile, job: Job): Promise<Imported[]> {
  const { library } = context;
  const { name, bytes } = await readIncoming(context, incoming);
  const known = findByOriginal(library.db, sha256(bytes));
  if (known.length > 0) return bringBack(context, known);
  const extractions = parseExtractions(name, await context.extract(name, bytes));
  if (job.cancelled) return [];
  // The bytes are on disk before any row speaks of them.
  const original = {
    sha256: await keepOriginal(library.folder, bytes),
    size: bytes.byteLength,
    fileName: name,
  };
  return write(library, (transaction) =>
    extractions.map((extraction) => ({
      sourceId: addSource(transaction, detailsOf(name, extraction), {
        kind: 'extraction',
        text: extraction.text,
        locators: extraction.locators,
        original,
      }),
      duplicate: false,
    })),
  );
}

/** The same bytes again: what of them is in the bin comes out of it, unless some of them never was. */
function bringBack({ library }: Context, known: ReturnType<typeof findByOriginal>): Imported[] {
  const live = known.filter(({ isDeleted }) => !isDeleted);
  if (live.length > 0) return live.map(({ sourceId }) => ({ sourceId, duplicate: true }));
  return write(library, (transaction) =>
    known.map(({ sourceId }) => {
      const { home } = readSource(transaction.db, sourceId);
      updateSource(transaction, sourceId, home, { isDeleted: false });
      return { sourceId, duplicate: false };
    }),
  );
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
  };
}

/** What an extractor answers is foreign, like the file it read. */
function parseExtractions(name: string, answer: Extraction[]): Extraction[] {
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
