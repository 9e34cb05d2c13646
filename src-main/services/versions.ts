import type { Output, ParsedInput } from '../../src-shared/contract';
import { StetError } from '../../src-shared/errors';
import { carryLocatorsByLine } from '../../src-shared/import/carry-lines';
import { adoptPlaces, carryLocators } from '../../src-shared/import/carry-locators';
import { isOfRecord, type VersionKind } from '../../src-shared/model/version';
import { compareTexts } from '../../src-shared/text/compare-texts';
import { keepOriginal } from '../library/files';
import { listLinksOfSource } from '../library/links';
import {
  addVersion,
  type NewVersion,
  readCurrentVersion,
  readSource,
  readText,
  readVersion,
  type SourceText,
  type SourceVersion,
} from '../library/sources';
import {
  listTranscripts,
  listVersionSummaries,
  readVersionFacts,
  setFirstKind,
  withdrawVersion,
} from '../library/versions';
import { write } from '../library/write';
import { type CarryPlan, carryLinks, planCarrying, takeLinksBack } from './carry-links';
import type { Context, Handlers, Job } from './context';
import { correctedQuotations, impactOf } from './impact';
import { parseExtractions } from './import-file';
import { readIncoming } from './incoming';
import { judgeAhead, refreshQuotations } from './quotation-views';
import { pairWith } from './version-pairs';

export const versions = {
  'sources.addVersion': async (context, input) => {
    const { jobId } = input;
    const job: Job = { cancelled: false };
    if (jobId !== undefined) context.jobs.set(jobId, job);
    try {
      return await add(context, input, job);
    } finally {
      if (jobId !== undefined) context.jobs.delete(jobId);
    }
  },

  'sources.setFirstKind': ({ library }, { sourceId, kind }) => ({
    previous: write(library, (transaction) => setFirstKind(transaction, sourceId, kind)),
  }),

  'sources.setFirstKinds': ({ library }, { kinds }) => ({
    previous: write(library, (transaction) =>
      kinds.map(({ sourceId, kind }) => ({
        sourceId,
        kind: setFirstKind(transaction, sourceId, kind),
      })),
    ),
  }),

  'sources.transcripts': ({ library }, { sourceIds }) => listTranscripts(library.db, sourceIds),

  'sources.withdrawVersion': async (context, { versionId }) => {
    const { library } = context;
    const version = readVersion(library.db, versionId);
    if (readVersionFacts(library.db, version).isWithdrawn) {
      throw new StetError('not-found', { versionId });
    }
    if (version.number === 1) throw new StetError('invalid-input', { versionId });
    const before = listVersionSummaries(library.db, version.sourceId).findLast(
      (one) => one.id !== versionId && isOfRecord(one.kind),
    );
    // Links that an editor made to it are carried over like those of any other.
    const target = before ? readVersion(library.db, before.id) : null;
    const words = target && readText(library.db, target);
    const plan = words
      ? await planCarrying(context, version.sourceId, new Set([versionId]), words)
      : null;
    write(library, (transaction) => {
      takeLinksBack(transaction, versionId);
      withdrawVersion(transaction, versionId);
      if (target && words && plan) carryLinks(transaction, target, words, plan);
    });
    await followVersions(context, version.sourceId);
    return {};
  },

  'sources.compareVersions': ({ library, texts }, { fromVersionId, toVersionId }) =>
    compareTexts(
      texts.get(readVersion(library.db, fromVersionId)).text,
      texts.get(readVersion(library.db, toVersionId)).text,
    ),

  'sources.impact': (context, { sourceId }) => impactOf(context, sourceId),
  'sources.corrected': (context) => correctedQuotations(context),
} satisfies Partial<Handlers>;

type Input = ParsedInput<'sources.addVersion'>;

async function add(
  context: Context,
  { sourceId, kind, reason, language, content }: Input,
  job: Job,
): Promise<Output<'sources.addVersion'>> {
  const { library } = context;
  if (library.readOnly) throw new StetError('read-only');
  const current = readCurrentVersion(library.db, sourceId);
  const incoming = await readContent(context, current, kind, content);
  const replaced = listVersionSummaries(library.db, sourceId).filter((one) => isOfRecord(one.kind));
  const plan: CarryPlan = isOfRecord(kind)
    ? await planCarrying(context, sourceId, new Set(replaced.map(({ id }) => id)), incoming)
    : new Map();
  if (job.cancelled) throw new StetError('cancelled');
  const versionId = write(library, (transaction) => {
    const id = addVersion(transaction, sourceId, {
      ...incoming,
      kind,
      reason: reason || null,
      language: kind === 'translated' ? language : null,
    });
    // It may have become confidential while a long file was read.
    const { home } = readSource(transaction.db, sourceId);
    carryLinks(transaction, { id, sourceId, home }, incoming, plan);
    return id;
  });
  await followVersions(context, sourceId);
  return { versionId, impact: await impactOf(context, sourceId) };
}

/** The words of a new version, with where they stand, and its original where it has one. */
async function readContent(
  context: Context,
  current: SourceVersion,
  kind: VersionKind,
  content: Input['content'],
): Promise<Pick<NewVersion, 'text' | 'locators' | 'original'>> {
  if (content.from === 'text') {
    const text = content.text.replace(/\r\n?/g, '\n');
    return { ...place(context, current, kind, text), original: null };
  }
  const { name, bytes } = await readIncoming(context, content.file);
  const [extraction, ...others] = parseExtractions(name, await context.extract(name, bytes));
  if (!extraction || others.length > 0) throw new StetError('file-several-sources', { name });
  const { text, locators } = extraction;
  const hash = await keepOriginal(context.library.folder, bytes);
  return {
    text,
    locators:
      kind === 'translated'
        ? locators
        : adoptPlaces(pairWith(context, current, { text, locators }), locators),
    original: { sha256: hash, size: bytes.byteLength, fileName: name },
  };
}

/** Typed or pasted words stand where those of the current version do that they were made from. */
function place(
  context: Context,
  current: SourceVersion,
  kind: VersionKind,
  text: string,
): SourceText {
  if (kind === 'translated') {
    const before = context.texts.get(current);
    return { text, locators: carryLocatorsByLine(before.text, before.locators, text) };
  }
  return { text, locators: carryLocators(pairWith(context, current, { text, locators: [] })) };
}

/** Verdicts depend on what the source says, and on whether that was corrected. */
async function followVersions(context: Context, sourceId: string): Promise<void> {
  const { library } = context;
  context.announce('sources.changed', { sourceId });
  const source = readSource(library.db, sourceId);
  const links = listLinksOfSource(library.db, source);
  for (const articleId of new Set(links.map((link) => link.articleId))) {
    await judgeAhead(context, articleId);
    write(library, (transaction) => refreshQuotations(context, transaction, articleId));
    context.announce('quotations.changed', { articleId });
  }
}
