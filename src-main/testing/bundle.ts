import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { sha256 } from '../library/files';
import { newId } from '../library/write';
import { type Desk, importArticle, importSource, openDesk, quotationWith, targetOf } from './desk';

/* Bundles for tests: written, taken in, and tampered with. */

type Options = { revisions?: boolean };

/** The bundle of an article, as it is written. */
export async function bundleOf(desk: Desk, articleId: string, { revisions = true }: Options = {}) {
  const folder = newId();
  desk.host.grantFolder(folder, desk.folder);
  const { written, sourcesLeftOut } = await desk.call('bundles.write', {
    articleId,
    folder,
    replace: true,
    revisions,
  });
  return { bytes: new Uint8Array(readFileSync(join(desk.folder, written[0]!))), sourcesLeftOut };
}

/** Takes a bundle in; answers the id of its article. */
export const take = async (desk: Desk, bytes: Uint8Array) => {
  const file = { from: 'bytes' as const, name: 'harbour.stet', bytes: new Uint8Array(bytes) };
  return (await desk.call('articles.import', { file })).articleId;
};

/** A library with an article, its source, a link, a speaker, a check, a claim's comment and a revision. */
export async function written() {
  const desk = await openDesk();
  const article = await importArticle(desk);
  const source = await importSource(desk);
  const quotation = quotationWith(article.quotations, 'stay open');
  const target = targetOf(source, 'The harbour will stay open all winter.');
  await desk.call('quotations.setLinks', {
    articleId: article.id,
    links: [{ quotationId: quotation.id, target }],
  });
  const signed = { kind: 'confirmed' as const, reason: null };
  await desk.call('quotations.setCheck', {
    articleId: article.id,
    quotationIds: [quotation.id],
    check: signed,
  });
  return { desk, article, source, quotation };
}

/** With parts of its archive that were changed. */
export const repacked = (
  bytes: Uint8Array,
  change: (parts: Record<string, Uint8Array>) => void,
) => {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(parts);
};
/** With rows that were changed, and a manifest that fits them. */
export const withRows = (
  bytes: Uint8Array,
  change: (rows: Record<string, Record<string, unknown>[]>) => void,
) =>
  repacked(bytes, (parts) => {
    const rows = JSON.parse(new TextDecoder().decode(parts['library.json']));
    change(rows);
    const content = strToU8(JSON.stringify(rows));
    parts['library.json'] = content;
    const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json']));
    for (const part of manifest.parts) {
      if (part.path === 'library.json')
        Object.assign(part, { size: content.length, sha256: sha256(content) });
    }
    parts['manifest.json'] = strToU8(JSON.stringify(manifest));
  });
