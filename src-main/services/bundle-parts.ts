import { strToU8, zipSync } from 'fflate';
import * as v from 'valibot';
import { StetError } from '../../src-shared/errors';
import { BUNDLE_EXTENSION } from '../../src-shared/file-kinds';
import { LARGEST_PART, listParts, readPart } from '../../src-shared/import/zip';
import { sha256 } from '../library/files';

/*
 * The form of a bundle: a zip archive with a manifest, which names every other part with its length and
 * its SHA-256; the rows as JSON; and files under their hashes. Archives come from anywhere: nothing of
 * one is used before all of it fits its manifest.
 */

const VERSION = 1;
const MANIFEST = 'manifest.json';
const ROWS = 'library.json';
const FILE = /^(?:originals|pictures)\/[0-9a-f]{64}$/;
/** All parts together, in bytes. */
const LARGEST = 256 * 1024 * 1024;

const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const ManifestSchema = v.object({
  format: v.literal('stet-bundle'),
  version: v.literal(VERSION),
  /** The number of the library's schema that the rows are of. */
  schema: v.number(),
  articleId: v.pipe(v.string(), v.uuid()),
  parts: v.array(v.object({ path: v.string(), size: v.number(), sha256: HashSchema })),
});

export interface BundleContents {
  articleId: string;
  schema: number;
  /** The rows by table, as JSON. */
  rows: string;
  /** By path: `originals/<sha256>`, `pictures/<sha256>`. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** True for bytes that may be a bundle by the name of their file. */
export function isBundle(fileName: string): boolean {
  return fileName.toLowerCase().endsWith(`.${BUNDLE_EXTENSION}`);
}

/** The same contents give the same bytes. */
export function packBundle({ articleId, schema, rows, files }: BundleContents): Uint8Array {
  const parts = new Map([[ROWS, strToU8(rows)], ...files]);
  const manifest = {
    format: 'stet-bundle',
    version: VERSION,
    schema,
    articleId,
    parts: [...parts].map(([path, bytes]) => ({
      path,
      size: bytes.byteLength,
      sha256: sha256(bytes),
    })),
  };
  const all = {
    [MANIFEST]: strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    ...Object.fromEntries(parts),
  };
  // The time is fixed, so that the same article gives the same bytes.
  return zipSync(all, { mtime: new Date(1980, 0, 1), level: 6 });
}

/**
 * Reads a bundle. Throws `bundle-newer` for one of a later version, `bundle-damaged` for one that is cut
 * short, was changed, or holds what its manifest does not name, and `file-too-large`.
 */
export function unpackBundle(name: string, bytes: Uint8Array): BundleContents {
  try {
    return unpack(name, bytes);
  } catch (error) {
    if (error instanceof StetError && error.code !== 'file-unreadable') throw error;
    throw new StetError('bundle-damaged', { name }, { cause: error });
  }
}

function unpack(name: string, bytes: Uint8Array): BundleContents {
  const parts = listParts(name, bytes);
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  if (total > LARGEST) throw new StetError('file-too-large', { name });
  const byName = new Map(parts.map((part) => [part.name, part]));
  const [manifestPart, rowsPart] = [byName.get(MANIFEST), byName.get(ROWS)];
  const isKnown = (path: string) => path === MANIFEST || path === ROWS || FILE.test(path);
  const damaged = () => new StetError('bundle-damaged', { name });
  if (byName.size !== parts.length || !manifestPart || !rowsPart) throw damaged();
  const manifest = parseManifest(name, textOf(readPart(name, bytes, manifestPart)));
  if (![...byName.keys()].every(isKnown)) throw damaged();
  if (manifest.parts.length !== parts.length - 1) throw damaged();
  const files = new Map<string, Uint8Array>();
  for (const { path, size, sha256: hash } of manifest.parts) {
    const part = byName.get(path);
    if (!part || path === MANIFEST || part.size !== size) throw damaged();
    const content = readPart(name, bytes, part);
    if (sha256(content) !== hash || (path !== ROWS && !path.endsWith(hash))) throw damaged();
    files.set(path, content);
  }
  const rows = files.get(ROWS);
  if (!rows) throw damaged();
  files.delete(ROWS);
  return { articleId: manifest.articleId, schema: manifest.schema, rows: textOf(rows), files };
}

function parseManifest(name: string, text: string) {
  const json = JSON.parse(text) as { format?: unknown; version?: unknown };
  if (json.format === 'stet-bundle' && typeof json.version === 'number' && json.version > VERSION) {
    throw new StetError('bundle-newer', { name });
  }
  return v.parse(ManifestSchema, json);
}

const decoder = new TextDecoder('utf-8', { fatal: true });
function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** True for a file that a bundle has room for. */
export function fitsBundle(size: number, used: number): boolean {
  return size <= LARGEST_PART && used + size <= LARGEST / 2;
}
