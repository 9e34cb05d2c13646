import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { StetError } from '../../src-shared/errors';
import { placeWords } from '../../src-shared/import/page-words';
import { exists, sha256 } from '../library/files';
import { listQuotedStretches } from '../library/links';
import { originalFile } from '../library/original-journal';
import { readOriginal } from '../library/originals';
import { readVersion } from '../library/sources';
import type { Context, Handlers } from './context';

/** A PDF says what it is within its first bytes (ISO 32000-1, annex H: the first 1,024). */
const HEAD = 1024;
/** How much of the text around a stretch tells where on a web page it stands, in UTF-16 code units. */
const AROUND = 100;
const WEB_PAGE = /\.(?:x?html?|mht(?:ml)?)$/i;

export const pages = {
  'sources.quoted': ({ library }, { versionId }) => {
    const { sourceId, home } = readVersion(library.db, versionId);
    return listQuotedStretches(library.db, { id: sourceId, home })
      .filter((stretch) => stretch.sourceVersionId === versionId)
      .map(({ sourceVersionId: _, ...stretch }) => stretch);
  },

  'sources.hasPages': async (context, { versionId }) => {
    const original = await originalOf(context, versionId);
    return {
      hasPages: original !== null && (await isPdf(original.path)),
      isWebPage: original !== null && isWebPage(original) && (await exists(original.path)),
    };
  },

  'sources.keptPage': async (context, { versionId, marks }) => {
    const version = readVersion(context.library.db, versionId);
    const original = await originalOf(context, versionId);
    if (!original || !isWebPage(original)) {
      throw new StetError('not-found', { sourceVersionId: versionId });
    }
    const { text } = context.texts.get(version);
    const { html, placed } = await context.readKeptPage({
      file: {
        sha256: original.sha256,
        name: original.fileName,
        read: () => readWhole(original),
      },
      marks: marks.map(({ kind, start, end }) => ({
        kind,
        exact: text.slice(start, end),
        before: text.slice(Math.max(0, start - AROUND), start),
        after: text.slice(end, end + AROUND),
      })),
    });
    const token = randomBytes(16).toString('hex');
    await context.servePage({ token, html });
    return { token, placed };
  },

  'sources.page': async (context, { versionId, page, scale }) => {
    const { library, texts } = context;
    const version = readVersion(library.db, versionId);
    const original = await originalOf(context, versionId);
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

async function originalOf({ library }: Context, versionId: string): Promise<Original | null> {
  const original = readOriginal(library.db, readVersion(library.db, versionId));
  return original && { ...original, path: await originalFile(library, original.sha256) };
}

const isWebPage = ({ fileName }: Original) => WEB_PAGE.test(fileName);

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
