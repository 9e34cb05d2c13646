import { lstat, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type ExportFormat,
  isForChecking,
  type Paper,
  saysCorrections,
} from '../../src-shared/contract/exports';
import { StetError } from '../../src-shared/errors';
import type { Article } from '../../src-shared/model/article';
import type { MarkdownProfile } from '../../src-shared/model/markdown-profile';
import type { ExportFile, ExportInput } from '../export/input';
import { renderExport } from '../export/registry';
import { listArticleCorrections, markCorrectionsExported } from '../library/article-corrections';
import { hiddenAddresses } from '../library/bundle-read';
import { exists, writeFileDurably } from '../library/files';
import { listPeople } from '../library/people';
import { keepRevision } from '../library/revisions';
import { readSource } from '../library/sources';
import { write } from '../library/write';
import { viewArticle } from './article-view';
import { bylineContacts } from './byline-contacts';
import { printedByline } from './byline-points';
import type { Context, Handlers } from './context';
import {
  cleanPicture,
  endingsOf,
  existingPictures,
  exportedPictures,
  writePictures,
} from './export-pictures';
import { blockingPoints, linkedSources } from './gate';
import { positionsOf } from './passage-positions';
import { printPage } from './print';
import { reviewOf } from './reviews';

export const exports = {
  'exports.preview': (context, { articleId, format, profile, withContact }) => {
    const article = viewArticle(context, articleId);
    const {
      fileName,
      text,
      pictures = [],
    } = render(inputOf(context, article, { profile, formats: [format], withContact }), format);
    return { fileName, text, pictures: [...pictures] };
  },

  'exports.cancel': ({ printing }) => {
    for (const stop of [...printing]) stop();
    return {};
  },

  'exports.write': async (context, order) => {
    const { articleId, formats, folder, replace, paper } = order;
    const { library, grants } = context;
    const path = grants.folders.get(folder);
    if (path === undefined) throw new StetError('not-found', { folder });
    const input = inputOf(context, viewArticle(context, articleId), order);
    const files = [...new Set(formats)].map((format) => render(input, format));
    const pictures = await exportedPictures(context, files);
    const existing = await existingPictures(path, pictures);
    for (const { fileName } of files) {
      if (await exists(join(path, fileName))) existing.push(fileName);
    }
    if (existing.length > 0 && !replace) return { written: [], pictures: [], existing };
    // All of it is made before any of it is written: what fails, or is given up, leaves nothing.
    const contents = await contentsOf(context, files, paper);
    if (!library.readOnly) {
      write(library, (transaction) => keepRevision(transaction, articleId, 'export'));
    }
    try {
      for (const { fileName } of files) await makeFolderOf(path, fileName);
      await writePictures(path, pictures);
      for (const [fileName, content] of contents) {
        await writeFileDurably(join(path, fileName), content);
      }
    } catch (error) {
      // The user's folder, not the library: the message has to say so.
      const full = (error as NodeJS.ErrnoException).code === 'ENOSPC';
      throw new StetError(
        'folder-unwritable',
        { reason: full ? 'disk-full' : 'refused' },
        { cause: error },
      );
    }
    if (!library.readOnly && formats.some(saysCorrections)) {
      write(library, (transaction) => markCorrectionsExported(transaction, articleId));
    }
    return {
      written: files.map(({ fileName }) => fileName),
      pictures: pictures.map((picture) => picture.path),
      existing: [],
    };
  },
} satisfies Partial<Handlers>;

/**
 * What the exporters read of an article, whatever its form. Throws `export-blocked` where a confidential
 * source stands behind a quotation, or words that were taken back: nothing of it may reach an export,
 * and so nothing is made.
 */
function inputOf(
  context: Context,
  article: Article,
  {
    profile = 'generic',
    formats,
    withContact = false,
  }: {
    profile?: MarkdownProfile | undefined;
    formats: readonly ExportFormat[];
    withContact?: boolean | undefined;
  },
): ExportInput {
  const [blocking] = blockingPoints(context, article.quotations);
  if (blocking) {
    throw new StetError('export-blocked', { code: blocking.code, count: blocking.count });
  }
  const sources = linkedSources(context, article.quotations).map(({ source }) => source);
  const quotations = article.quotations.map((quotation) =>
    quotation.dismissed ? { ...quotation, link: null } : quotation,
  );
  const { db } = context.library;
  const metadata = Object.fromEntries(sources.map(({ id }) => [id, readSource(db, id).metadata]));
  const pictures = endingsOf(context, article.document);
  const byline = printedByline(article.byline);
  return {
    article: { ...article, quotations, byline },
    sources,
    people: listPeople(db),
    metadata,
    pictures,
    corrections: listArticleCorrections(db, article.id),
    hiddenAddresses: hiddenAddresses(db),
    profile,
    ...(formats.includes('annotations')
      ? { hasSidecar: true, positions: positionsOf(context, quotations, sources) }
      : {}),
    ...(withContact ? { contacts: bylineContacts(context, byline.credits) } : {}),
    // It says more than may be published, so nothing else ever has it at hand.
    ...(formats.some(isForChecking) ? { review: reviewOf(context, article) } : {}),
  };
}

/** What is written into each file, by their names. */
async function contentsOf(
  context: Context,
  files: readonly ExportFile[],
  paper: Paper = 'a4',
): Promise<[fileName: string, content: string | Uint8Array][]> {
  const read = async (picture: string) => cleanPicture(context, picture);
  const contents: [string, string | Uint8Array][] = [];
  for (const { fileName, text, pack, printed } of files) {
    const content = printed
      ? await printPage(context, text, printed, paper)
      : pack
        ? await pack(read)
        : text;
    contents.push([fileName, content]);
  }
  return contents;
}

/** The folder that a file's name starts with, as in `harbour/index.md`. */
async function makeFolderOf(folder: string, fileName: string): Promise<void> {
  const own = dirname(fileName);
  if (own === '.') return;
  await mkdir(join(folder, own), { recursive: true });
  // A link could lead anywhere; what is written stays in the folder that was chosen.
  if ((await lstat(join(folder, own))).isSymbolicLink()) throw new Error('The folder is a link.');
}

function render(input: ExportInput, format: ExportFormat): ExportFile {
  const file = renderExport(input, format);
  const { fileName } = file;
  // The name is made of the headline; whatever that says, the file stays in the folder.
  if (!/^(?:[^/\\\0.][^/\\\0]{0,199}\/)?[^/\\\0.][^/\\\0]{0,199}$/.test(fileName)) {
    throw new StetError('internal', { message: 'An export has no proper file name.' });
  }
  return file;
}
