import * as v from 'valibot';
import { StetError } from '../../src-shared/errors';
import { ArticleDetailsSchema } from '../../src-shared/model/article';
import { BylineSchema } from '../../src-shared/model/byline';
import { HouseStyleSchema } from '../../src-shared/model/house-style';
import { AgreementSchema, NoteTextSchema } from '../../src-shared/model/note';
import { PersonKindSchema } from '../../src-shared/model/person';
import { PlaceSchema, QuotationViewSchema } from '../../src-shared/model/quotation';
import {
  LocatorSchema,
  MetadataSchema,
  SourceDetailsSchema,
  TagSchema,
} from '../../src-shared/model/source';
import { disclosed } from '../export/plan';
import { readArticle } from '../library/articles';
import type { BundleRows } from '../library/bundle-read';
import { addRows, checkRows, refuse, withColumns, withFreeIds } from '../library/bundle-write';
import { openDocument } from '../library/documents';
import { keepOriginal, sha256 } from '../library/files';
import { MIGRATIONS } from '../library/migrations/list';
import { type Write, write } from '../library/write';
import { unpackBundle } from './bundle-parts';
import { viewByline } from './byline-view';
import type { Context } from './context';
import { keepPicture } from './pictures';
import { refreshQuotations } from './quotation-views';

/**
 * Brings in a bundle as an article of its own; answers its id. Ids are kept where they are free. Throws
 * `bundle-damaged`, `bundle-newer` or `file-too-large`: then nothing of it is in the library but, at
 * most, files that no row speaks of.
 */
export async function importBundle(
  context: Context,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const { library } = context;
  if (library.readOnly) throw new StetError('read-only');
  const { rows: given, files } = readBundle(context, name, bytes);
  const { rows, kept } = withFreeIds(library.db, given);
  const id = String(rows.article?.[0]?.id);
  for (const [path, content] of files) {
    if (path.startsWith('pictures/')) await keepPicture(context, name, content);
    else await keepOriginal(library.folder, content);
  }
  return write(library, (transaction) =>
    named(name, () => {
      addRows(transaction, rows, kept);
      // What the rest of Stet reads has to be what it expects, or nothing comes in.
      v.parse(v.array(QuotationViewSchema), refreshQuotations(context, transaction, id));
      v.parse(BylineSchema, viewByline(context.library, readArticle(transaction.db, id)));
      return id;
    }),
  );
}

/** What is in a bundle, once all of it was checked. Throws as `importBundle` does; changes nothing. */
export function readBundle({ library }: Context, name: string, bytes: Uint8Array) {
  const { articleId, schema, rows: json, files } = unpackBundle(name, bytes);
  if (schema > MIGRATIONS.length) throw new StetError('bundle-newer', { name });
  return named(name, () => {
    const tables: unknown = JSON.parse(json);
    if (!isTables(tables)) refuse('library.json');
    const rows = withColumns(library.db, tables);
    checkRows(library.db, rows, articleId);
    checkValues(rows, files);
    return { rows, files };
  });
}

/**
 * Puts the originals of sources that are to come in where they belong; answers what adds their rows, which
 * answers how many sources came in.
 */
export async function prepareSources(
  { library }: Context,
  name: string,
  given: BundleRows,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<(transaction: Write) => number> {
  const { rows, kept } = withFreeIds(library.db, given);
  for (const [path, content] of files) {
    if (path.startsWith('originals/')) await keepOriginal(library.folder, content);
  }
  return (transaction) =>
    named(name, () => {
      addRows(transaction, rows, kept);
      return (rows.source ?? []).filter(({ id }) => !kept.has(String(id))).length;
    });
}

/** What is wrong with a bundle is said with its name; a failure of the library stays what it is. */
function named<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const isForeign =
      error instanceof SyntaxError ||
      error instanceof RangeError ||
      error instanceof TypeError ||
      error instanceof v.ValiError ||
      (error instanceof StetError &&
        ['bundle-damaged', 'library-damaged', 'not-found'].includes(error.code)) ||
      /^SQLITE_CONSTRAINT/.test((error as { code?: string }).code ?? '');
    if (isForeign) throw new StetError('bundle-damaged', { name }, { cause: error });
    throw error;
  }
}

function isTables(value: unknown): value is BundleRows {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (rows) => Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null),
    )
  );
}

/** What the columns hold has to be what Stet itself would write. */
function checkValues(rows: BundleRows, files: ReadonlyMap<string, Uint8Array>): void {
  const all = (table: string) => rows[table] ?? [];
  const json = (value: unknown) => JSON.parse(String(value)) as unknown;
  const texts = new Map(all('source_text').map((row) => [row.sha256, String(row.text)]));
  for (const [hash, text] of texts) if (sha256(text) !== hash) refuse('source_text');
  for (const row of all('article')) {
    v.parse(ArticleDetailsSchema, { ...row, tags: json(row.tags) });
  }
  for (const row of [...all('working_copy'), ...all('revision')]) {
    if (sha256(String(row.document)) !== row.sha256) refuse('document');
    openDocument({ json: String(row.document), sha256: String(row.sha256) });
  }
  for (const row of all('house_style')) {
    if (v.parse(HouseStyleSchema, json(row.style)).name !== row.name) refuse('house_style');
  }
  for (const row of all('person')) v.parse(PersonKindSchema, row.kind);
  for (const row of [...all('person'), ...all('source')]) {
    if (row.url !== null && !/^https?:\/\//i.test(String(row.url))) refuse('url');
  }
  for (const row of all('source')) {
    const details = v.parse(SourceDetailsSchema, { ...row, embargoUntil: row.embargo_until });
    v.parse(MetadataSchema, json(row.metadata));
    v.parse(v.array(TagSchema), json(row.tags));
    // Stet puts no other source into a bundle, and a protected one has another home.
    if (disclosed(details) !== 'named') refuse('source');
    if (/[/\\\0]/.test(String(row.file_name))) refuse('source');
    if (!all('source_version').some((version) => version.source_id === row.id)) refuse('source');
  }
  for (const row of all('original')) {
    if (files.get(`originals/${row.sha256}`)?.byteLength !== row.size) refuse('original');
    if (/[/\\\0]/.test(String(row.file_name))) refuse('original');
  }
  for (const row of all('source_version')) {
    const length = texts.get(String(row.text_sha256))?.length ?? -1;
    const locators = v.parse(v.array(LocatorSchema), json(row.locators));
    if (!locators.every(({ start, end }) => start <= end && end <= length)) refuse('locators');
  }
  const textOf = new Map(
    all('source_version').map((row) => [row.id, texts.get(String(row.text_sha256)) ?? '']),
  );
  for (const row of all('agreement')) {
    const { agreed_on: agreedOn, withdrawn_on: withdrawnOn, withdrawal_reason, ...rest } = row;
    const dates = { agreedOn, withdrawnOn, withdrawalReason: withdrawal_reason };
    v.parse(AgreementSchema, { ...rest, ...dates });
  }
  for (const row of all('source_note')) {
    v.parse(NoteTextSchema, row.text);
    if (row.source_version_id === null) continue;
    const text = textOf.get(String(row.source_version_id)) ?? '';
    if (text.slice(Number(row.start), Number(row.end)) !== row.exact) refuse('source_note');
  }
  for (const row of all('collection')) v.parse(TagSchema, row.name);
  for (const row of all('passage')) {
    v.parse(PlaceSchema, json(row.place));
    const text = textOf.get(String(row.source_version_id)) ?? '';
    if (text.slice(Number(row.start), Number(row.end)) !== row.exact) refuse('passage');
  }
}
