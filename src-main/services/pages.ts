import { open, readFile } from 'node:fs/promises';
import { StetError } from '../../src-shared/errors';
import { placeWords } from '../../src-shared/import/page-words';
import { originalPath, sha256 } from '../library/files';
import { listQuotedStretches } from '../library/links';
import { readOriginal } from '../library/originals';
import { readVersion } from '../library/sources';
import type { Context, Handlers } from './context';

/** A PDF says what it is within its first bytes (ISO 32000-1, annex H: the first 1,024). */
const HEAD = 1024;

export const pages = {
  'sources.quoted': ({ library }, { versionId }) => {
    const { sourceId, home } = readVersion(library.db, versionId);
    return listQuotedStretches(library.db, { id: sourceId, home })
      .filter((stretch) => stretch.sourceVersionId === versionId)
      .map(({ sourceVersionId: _, ...stretch }) => stretch);
  },

  'sources.hasPages': async (context, { versionId }) => {
    const original = originalOf(context, versionId);
    return { hasPages: original !== null && (await isPdf(original.path)) };
  },

  'sources.page': async (context, { versionId, page, scale }) => {
    const { library, texts } = context;
    const version = readVersion(library.db, versionId);
    const original = originalOf(context, versionId);
    if (!original) throw new StetError('not-found', { sourceVersionId: versionId });
    const drawn = await context.drawPage({
      file: { sha256: original.sha256, read: () => readWhole(original) },
      page,
      scale,
    });
    const { text, locators } = texts.get(version);
    const stretches = locators.filter((locator) => locator.page === page);
    return { ...drawn, words: placeWords(drawn.words, text, stretches) };
  },
} satisfies Partial<Handlers>;

interface Original {
  sha256: string;
  fileName: string;
  path: string;
}

function originalOf({ library }: Context, versionId: string): Original | null {
  const original = readOriginal(library.db, readVersion(library.db, versionId));
  return original && { ...original, path: originalPath(library.folder, original.sha256) };
}

async function isPdf(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0);
    return Buffer.from(buffer.subarray(0, bytesRead)).includes('%PDF-');
  } finally {
    await file.close();
  }
}

async function readWhole({ path, fileName, sha256: hash }: Original): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new StetError('file-unreadable', { name: fileName }, { cause });
  });
  if (sha256(bytes) !== hash) throw new StetError('file-unreadable', { name: fileName });
  return new Uint8Array(bytes);
}
