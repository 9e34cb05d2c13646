import { basename } from 'node:path';
import * as v from 'valibot';
import type { ParsedContributor } from '../../src-shared/byline/parse';
import type { Output, ParsedInput } from '../../src-shared/contract';
import { detectInDocument } from '../../src-shared/document/detect-in-document';
import { markQuotations, type QuotationMark } from '../../src-shared/document/mark-quotations';
import type { Document } from '../../src-shared/document/schema';
import { type ErrorCode, StetError } from '../../src-shared/errors';
import type { ArticleFile } from '../../src-shared/import/article';
import type { CreditInput } from '../../src-shared/model/byline';
import type { Span } from '../../src-shared/model/span';
import { withoutAddedLines } from '../../src-shared/sidecar/added-lines';
import type { OwnCredit, Sidecar, SidecarRefusal } from '../../src-shared/sidecar/sidecar';
import { addArticle, updateArticle } from '../library/articles';
import { setCredits } from '../library/credits';
import { putWorkingCopy, storable } from '../library/documents';
import { keepRevision } from '../library/revisions';
import { newId, type Write, write } from '../library/write';
import { bringBack, type PlacedQuotations, placeQuotations } from './bring-back';
import { sidecarOf, sourceRows } from './bundle-beside';
import { importBundle, prepareSources, readBundle } from './bundle-import';
import { isBundle } from './bundle-parts';
import { keepRawByline } from './byline-raw';
import type { Context } from './context';
import { readIncoming, readWhole } from './incoming';
import { refreshQuotations } from './quotation-views';
import { readDocument, reconcileRows } from './read-quotations';
import { PeopleRecogniser } from './recognise-people';
import { findBundle, findSidecar, mayHaveSidecar } from './sidecar-file';
import { takePictures } from './take-pictures';

/** Brings in an article: its parts recognised, its quotations marked, its contributors among the people. */
export async function importArticle(
  context: Context,
  { file }: ParsedInput<'articles.import'>,
): Promise<Output<'articles.import'>> {
  const { name, bytes } = await readIncoming(context, file);
  if (isBundle(name)) {
    const articleId = await importBundle(context, name, bytes);
    return { articleId, ...ALL_PICTURES, cameBack: null, namesakes: [] };
  }
  const path = file.from === 'granted' ? (context.grants.files.get(file.token) ?? null) : null;
  const { sidecar, addSources, ...read } = await readWhatIsThere(context, name, bytes, path);
  const { article: imported, pictures: inside } = read;
  const record = isSidecar(sidecar) ? sidecar.article : undefined;
  const isMarkdown = /\.(?:md|markdown)$/i.test(name);
  const pictures = await takePictures(context, imported.document, path, inside, isMarkdown);
  const unmarked = isSidecar(sidecar)
    ? withoutAddedLines(pictures.document, sidecar)
    : pictures.document;
  const known = isSidecar(sidecar) ? placeQuotations(unmarked, sidecar) : NOTHING_KNOWN;
  const { document, language } = markAll(unmarked, imported.language, known.placed);
  const reading = readDocument(document, language);
  return write(context.library, (transaction) => {
    const articleId = newId();
    addArticle(transaction, {
      id: articleId,
      status: 'draft',
      language,
      section: record ? record.section : (imported.section ?? null),
      dateline: imported.dateline,
      tags: record?.tags ?? imported.tags ?? [],
      headline: reading.headline,
      bylineStyle: record?.byline.style ?? 'ap',
    });
    const bylineOverride = record?.byline.override ?? null;
    if (bylineOverride !== null) updateArticle(transaction, articleId, { bylineOverride });
    putWorkingCopy(transaction, articleId, storable(document), 1);
    keepRevision(transaction, articleId, 'import');
    reconcileRows(transaction, articleId, reading);
    const people = new PeopleRecogniser(transaction);
    const sourcesAdded = addSources(transaction);
    const credits = record
      ? ownCredits(people, record.byline.credits)
      : creditsOf(people, imported.contributors);
    setCredits(transaction, articleId, credits);
    keepRawByline(transaction, articleId, imported.byline);
    const cameBack = isSidecar(sidecar)
      ? { ...bringBack(context, transaction, articleId, known, people), sourcesAdded }
      : sidecar && { isUsed: false as const, because: sidecar };
    refreshQuotations(context, transaction, articleId);
    const namesakes = [...people.namesakes];
    const { leftOut: picturesLeftOut, missing: picturesMissing } = pictures;
    return { articleId, picturesLeftOut, picturesMissing, cameBack, namesakes };
  });
}

const ALL_PICTURES = { picturesLeftOut: 0, picturesMissing: 0 };
const NOTHING_KNOWN: PlacedQuotations = { placed: [], lost: [] };

type FoundSidecar = Sidecar | SidecarRefusal | null;
const isSidecar = (found: FoundSidecar): found is Sidecar =>
  typeof found === 'object' && found !== null;

/** Reads an article, and once more with what its sidecar says where there is one. */
async function readWhatIsThere(
  context: Context,
  name: string,
  bytes: Uint8Array,
  path: string | null,
): Promise<ArticleFile & Beside> {
  const file = await context.readArticle(name, bytes);
  if (path === null || !mayHaveSidecar(name)) return { ...file, ...NOTHING_BESIDE };
  const { sidecar: named } = file.article;
  const sidecar = await findSidecar(path, named);
  const beside =
    sidecar === null
      ? await readBundleBeside(context, path, named)
      : { ...NOTHING_BESIDE, sidecar };
  if (!isSidecar(beside.sidecar)) return { ...file, ...beside };
  return { ...(await context.readArticle(name, bytes, beside.sidecar.article)), ...beside };
}

/** What lies beside an article; `addSources` adds those of a bundle and answers how many were new. */
interface Beside {
  sidecar: FoundSidecar;
  addSources: (transaction: Write) => number;
}

const NOTHING_BESIDE: Beside = { sidecar: null, addSources: () => 0 };

const REFUSALS: Partial<Record<ErrorCode, SidecarRefusal>> = {
  'bundle-damaged': 'damaged',
  'bundle-newer': 'newer',
  'file-too-large': 'too-large',
};

/** The same of the bundle that lies beside it, whose sources come in. */
async function readBundleBeside(
  context: Context,
  path: string,
  named: string | undefined,
): Promise<Beside> {
  const place = await findBundle(path, named);
  if (place === null) return NOTHING_BESIDE;
  const name = basename(place);
  try {
    const { rows, files } = readBundle(context, name, await readWhole(place, name));
    const sidecar = sidecarOf(rows);
    return { sidecar, addSources: await prepareSources(context, name, sourceRows(rows), files) };
  } catch (error) {
    const isForeign = error instanceof StetError || error instanceof v.ValiError;
    if (!isForeign) throw error;
    const code = error instanceof StetError ? REFUSALS[error.code] : undefined;
    return { ...NOTHING_BESIDE, sidecar: code ?? 'damaged' };
  }
}

/**
 * Marks what is in quotation marks. What nobody seems to have said is marked too, with the reason
 * for thinking so: it is "not a quotation" once the editor says so.
 */
function markAll(
  document: Document,
  given: string | null,
  known: readonly QuotationMark[],
): { document: Document; language: string } {
  const { language, quotations, notQuotations } = detectInDocument(
    document,
    given ? { language: given } : {},
  );
  const detected = [
    ...quotations.map(({ parts }) => ({ id: newId(), parts })),
    ...notQuotations.map(({ start, end }) => ({ id: newId(), parts: [{ start, end }] })),
  ];
  const marks = [
    ...known.map(({ id, parts }) => ({ id, parts })),
    ...detected.filter(({ parts }) => !known.some((one) => sharesMost(one.parts, parts))),
  ];
  return { document: markQuotations(document, marks), language };
}

/** True for two quotations that have most of their words in common: they are one. */
function sharesMost(some: readonly Span[], others: readonly Span[]): boolean {
  const length = (spans: readonly Span[]) =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0);
  let shared = 0;
  for (const one of some) {
    for (const other of others) {
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  return 2 * shared > (length(some) + length(others)) / 2;
}

/** A contributor is one of the people, or a new one. */
function creditsOf(
  people: PeopleRecogniser,
  contributors: readonly ParsedContributor[],
): CreditInput[] {
  return contributors.map((contributor) => {
    const { name, role, location, jobTitle, affiliation, staff, note } = contributor;
    const kind = contributor.kind === 'unknown' ? 'person' : contributor.kind;
    return {
      personId: people.credited({ name, kind, affiliation: affiliation ?? null }),
      role,
      location: location ?? null,
      jobTitle: jobTitle ?? null,
      affiliation: affiliation ?? null,
      staff: staff ?? 'staff',
      tier: null,
      note: note ?? null,
    };
  });
}

/** The credits as they were when Stet wrote them. */
function ownCredits(people: PeopleRecogniser, credits: readonly OwnCredit[]): CreditInput[] {
  return credits.map(({ name, kind, url, affiliation, ...credit }) => ({
    ...credit,
    affiliation,
    personId: people.credited({ name, kind, affiliation, url }),
  }));
}
