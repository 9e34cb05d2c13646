import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { leadsToOneOf } from '../../src-shared/document/links';
import { plainText } from '../../src-shared/document/plain-text';
import { StetError } from '../../src-shared/errors';
import { readPicture } from '../../src-shared/picture/read-picture';
import { exportFileName } from '../export/file-name';
import { disclosed } from '../export/plan';
import { headerTexts } from '../export/texts';
import {
  type BundleRows,
  hiddenAddresses,
  readBundleRows,
  sourcesLinkedFrom,
} from '../library/bundle-read';
import { exists, originalPath, sha256, writeFileDurably } from '../library/files';
import { MIGRATIONS } from '../library/migrations/list';
import { readSource } from '../library/sources';
import { viewArticle } from './article-view';
import { forBundle } from './bundle-document';
import { fitsBundle, packBundle } from './bundle-parts';
import type { Context, Handlers } from './context';
import { endingsOf } from './export-pictures';
import { blockingPoints } from './gate';
import { readStored } from './pictures';

export const bundles = {
  'bundles.write': async (context, { articleId, folder, replace, revisions }) => {
    const path = context.grants.folders.get(folder);
    if (path === undefined) throw new StetError('not-found', { folder });
    const { document } = viewArticle(context, articleId);
    const { headline } = headerTexts(plainText(document));
    const fileName = exportFileName(headline, null, 'stet');
    const place = join(path, fileName);
    const { bytes, sourcesLeftOut } = await makeBundle(context, articleId, revisions);
    if (!replace && (await exists(place))) {
      return { written: [], existing: [fileName], sourcesLeftOut };
    }
    try {
      await writeFileDurably(place, bytes);
    } catch (error) {
      const full = (error as NodeJS.ErrnoException).code === 'ENOSPC';
      const reason = full ? 'disk-full' : 'refused';
      throw new StetError('folder-unwritable', { reason }, { cause: error });
    }
    return { written: [fileName], existing: [], sourcesLeftOut };
  },
} satisfies Partial<Handlers>;

/**
 * An article as a bundle. Of a source that may not be named nothing is in it, and its quotations are as
 * if they were linked to none: no speaker, no check, no address.
 */
export async function makeBundle(
  context: Context,
  articleId: string,
  withRevisions: boolean,
): Promise<{ bytes: Uint8Array; sourcesLeftOut: number }> {
  const { db } = context.library;
  const article = viewArticle(context, articleId);
  const [blocking] = blockingPoints(context, article.quotations);
  if (blocking) {
    throw new StetError('export-blocked', { code: blocking.code, count: blocking.count });
  }
  const linked = sourcesLinkedFrom(db, articleId);
  const isTold = (sourceId: string, isPrivate: boolean) =>
    !isPrivate && sourceId !== '' && disclosed(readSource(db, sourceId)) === 'named';
  const told = new Set<string>();
  const untold = new Set<string>();
  const hidden = new Set<string>();
  for (const { sourceId, quotationId, isPrivate } of linked) {
    if (isTold(sourceId, isPrivate)) told.add(sourceId);
    else {
      hidden.add(quotationId);
      if (sourceId !== '') untold.add(sourceId);
    }
  }
  const rows = readBundleRows(db, articleId, [...told].sort(), hidden, withRevisions);
  // A source that only hidden words are linked to is not in the bundle, and none is that nothing links to.
  const files = await packFiles(context, rows, article.document);
  const isHidden = leadsToOneOf(hiddenAddresses(db));
  for (const table of ['working_copy', 'revision']) {
    for (const row of rows[table] ?? []) {
      const json = forBundle(String(row.document), isHidden);
      row.document = json;
      row.sha256 = sha256(json);
    }
  }
  for (const row of rows.source ?? []) row.metadata = withoutOwnWords(String(row.metadata));
  return {
    bytes: packBundle({
      articleId,
      schema: MIGRATIONS.length,
      rows: JSON.stringify(rows),
      files,
    }),
    sourcesLeftOut: untold.size,
  };
}

/** The files that rows speak of. One that is too large or is gone is left out, and the rows know. */
async function packFiles(
  context: Context,
  rows: BundleRows,
  document: Parameters<typeof endingsOf>[1],
): Promise<Map<string, Uint8Array>> {
  const { library } = context;
  const files = new Map<string, Uint8Array>();
  let used = 0;
  const originals = [];
  for (const row of rows.original ?? []) {
    const hash = String(row.sha256);
    const fits = fitsBundle(Number(row.size), used);
    const bytes = fits
      ? await readFile(originalPath(library.folder, hash)).catch(() => null)
      : null;
    if (!bytes || sha256(bytes) !== hash) continue;
    used += bytes.byteLength;
    files.set(`originals/${hash}`, new Uint8Array(bytes));
    originals.push(row);
  }
  const packed = new Set(originals.map((row) => row.sha256));
  rows.original = originals;
  for (const row of rows.source_version ?? []) {
    if (!packed.has(row.original_sha256 ?? '')) row.original_sha256 = null;
  }
  const renamed = new Map<string, string>();
  for (const picture of Object.keys(endingsOf(context, document)).sort()) {
    const stored = await readStored(context, picture);
    // What a camera writes into a picture stays at home; what is left has another hash.
    const bytes = readPicture('', stored.bytes).clean();
    if (!fitsBundle(bytes.byteLength, used)) throw new StetError('file-too-large', { name: '' });
    used += bytes.byteLength;
    const hash = sha256(bytes);
    renamed.set(picture, hash);
    files.set(`pictures/${hash}`, bytes);
  }
  for (const table of ['working_copy', 'revision']) {
    for (const row of rows[table] ?? []) {
      let json = String(row.document);
      for (const [from, to] of renamed) json = json.replaceAll(from, to);
      row.document = json;
    }
  }
  return files;
}
/** Fields in which people keep words for themselves. */
const OWN_FIELDS = new Set(['note', 'annote', 'custom', 'keyword']);

function withoutOwnWords(metadata: string): string {
  const fields = JSON.parse(metadata) as Record<string, unknown>;
  return JSON.stringify(
    Object.fromEntries(Object.entries(fields).filter(([field]) => !OWN_FIELDS.has(field))),
  );
}
