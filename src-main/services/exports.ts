import { join } from 'node:path';
import type { ExportFormat } from '../../src-shared/contract/exports';
import { StetError } from '../../src-shared/errors';
import type { Article } from '../../src-shared/model/article';
import type { ExportFile, ExportInput } from '../export/input';
import { renderExport } from '../export/registry';
import { exists, writeFileDurably } from '../library/files';
import { listPeople } from '../library/people';
import { keepRevision } from '../library/revisions';
import { readSource } from '../library/sources';
import { write } from '../library/write';
import { viewArticle } from './articles';
import type { Context, Handlers } from './context';
import { blockingPoints, linkedSources } from './finish';

export const exports = {
  'exports.preview': (context, { articleId, format }) =>
    render(inputOf(context, viewArticle(context, articleId)), format),

  'exports.write': async (context, { articleId, formats, folder, replace }) => {
    const { library, grants } = context;
    const path = grants.folders.get(folder);
    if (path === undefined) throw new StetError('not-found', { folder });
    const input = inputOf(context, viewArticle(context, articleId));
    const files = [...new Set(formats)].map((format) => render(input, format));
    const existing: string[] = [];
    for (const { fileName } of files) {
      if (await exists(join(path, fileName))) existing.push(fileName);
    }
    if (existing.length > 0 && !replace) return { written: [], existing };
    if (!library.readOnly) {
      write(library, (transaction) => keepRevision(transaction, articleId, 'export'));
    }
    try {
      for (const { fileName, text } of files) await writeFileDurably(join(path, fileName), text);
    } catch (error) {
      // The user's folder, not the library: the message has to say so.
      const full = (error as NodeJS.ErrnoException).code === 'ENOSPC';
      throw new StetError(
        'folder-unwritable',
        { reason: full ? 'disk-full' : 'refused' },
        { cause: error },
      );
    }
    return { written: files.map(({ fileName }) => fileName), existing: [] };
  },
} satisfies Partial<Handlers>;

/**
 * What the exporters read of an article, whatever its form. Throws `export-blocked` where a confidential
 * source stands behind a quotation, or words that were taken back: nothing of it may reach an export,
 * and so nothing is made.
 */
function inputOf(context: Context, article: Article): ExportInput {
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
  return { article: { ...article, quotations }, sources, people: listPeople(db), metadata };
}

function render(input: ExportInput, format: ExportFormat): ExportFile {
  const { fileName, text } = renderExport(input, format);
  // The name is made of the headline; whatever that says, the file stays in the folder.
  if (!/^[^/\\\0]{1,200}$/.test(fileName) || fileName.startsWith('.')) {
    throw new StetError('internal', { message: 'An export has no proper file name.' });
  }
  return { fileName, text };
}
