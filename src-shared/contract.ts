import * as v from 'valibot';
import { DocumentSchema } from './document/schema';
import {
  ArticleDetailsSchema,
  ArticleSchema,
  ArticleSummarySchema,
  EditingPlaceSchema,
} from './model/article';
import { BylineSchema, BylineStyleSchema, CreditInputSchema } from './model/byline';
import { IdSchema, LineSchema, TimeSchema } from './model/common';
import { PersonDetailsSchema, PersonSummarySchema } from './model/person';
import {
  PassageTargetSchema,
  ProposalSchema,
  QuotationReadingSchema,
  QuotationViewSchema,
} from './model/quotation';
import { SearchResultSchema } from './model/search';
import { SourceDetailsSchema, SourceReadingSchema, SourceSummarySchema } from './model/source';

import { VerdictSchema } from './model/verdict';
import { HouseProfileSchema } from './quotation/verdict/profile';

/*
 * Everything that the interface and the command line may ask of a library, and everything that a
 * library announces. `dispatch` parses each input against it; tests parse each output.
 */

/**
 * A file to bring in: `granted` names one that the user picked in a dialog or dropped (main gives
 * the library process the path, the interface only a token); `bytes` is pasted or made in memory.
 */
export const IncomingFileSchema = v.variant('from', [
  v.object({ from: v.literal('granted'), token: IdSchema }),
  v.object({
    from: v.literal('bytes'),
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
    bytes: v.instance(Uint8Array),
  }),
]);
export type IncomingFile = v.InferOutput<typeof IncomingFileSchema>;

export const ExportFormatSchema = v.picklist(['markdown', 'html']);
export type ExportFormat = v.InferOutput<typeof ExportFormatSchema>;

const article = v.object({ articleId: IdSchema });
const nothing = v.object({});

/** An open point of the gate; `quotationIds` are those it is about. */
export const GatePointSchema = v.object({
  code: v.picklist([
    'quotations-altered',
    'quotations-review',
    'quotations-missing',
    'quotations-not-checkable',
    'quotations-unlinked',
    'speakers-missing',
    'byline-empty',
    'tk-marks',
    'source-confidential',
    'source-off-the-record',
    'source-embargoed',
  ]),
  quotationIds: v.array(IdSchema),
  /** How many things it is about, and the first of them in words (a quotation, a source title, the text around a TK). */
  count: v.number(),
  example: v.string(),
  /** True where nothing may be exported until it is settled: a confidential source is never let through. */
  blocking: v.boolean(),
});
export type GatePoint = v.InferOutput<typeof GatePointSchema>;

export const ImportedSourceSchema = v.object({
  name: v.string(),
  sourceId: IdSchema,
  /** True where the same bytes were already in the library: nothing was added. */
  duplicate: v.boolean(),
  /** How many open quotations of the library this source fits. */
  fits: v.number(),
});
export const SkippedFileSchema = v.object({
  name: v.string(),
  code: v.string(),
});

/** A passage of the library that fits words; offsets count in the text of the source's newest version. */
export const MatchSchema = v.object({
  ...PassageTargetSchema.entries,
  sourceId: IdSchema,
  sourceTitle: v.string(),
  fileName: v.string(),
  /** Compares passages of the same verdict; comparable between sources. */
  score: v.number(),
  verdict: VerdictSchema,
});

/** One quotation's part in a step of linking. */
export const LinkChangeSchema = v.object({
  quotationId: IdSchema,
  target: v.nullable(PassageTargetSchema),
  /** The speaker to set with the link; left out, the library looks at the passage. */
  speakerId: v.exactOptional(v.nullable(IdSchema)),
  /** A person that the link had added: removed again, unless something else names them by now. */
  addedPersonId: v.exactOptional(IdSchema),
});
export type LinkChange = v.InferOutput<typeof LinkChangeSchema>;

export const methods = {
  'library.info': {
    input: nothing,
    output: v.object({
      name: v.string(),
      articleCount: v.number(),
      sourceCount: v.number(),
      editorName: v.string(),
      readOnly: v.boolean(),
      /** The article that was open last. */
      lastArticleId: v.nullable(IdSchema),
    }),
  },
  /** Names the editor whose word checks are signed with. */
  'library.setEditorName': {
    input: v.object({ name: v.pipe(LineSchema, v.minLength(1)) }),
    output: nothing,
  },
  /** How strictly the newsroom quotes. A library in which nobody has chosen yet is strict. */
  'library.houseProfile': { input: nothing, output: HouseProfileSchema },
  /** Judges every quotation of the library anew by another profile; answers the one before, for undo. */
  'library.setHouseProfile': {
    input: v.object({ profile: HouseProfileSchema }),
    output: v.object({ previous: HouseProfileSchema }),
  },

  'articles.list': { input: nothing, output: v.array(ArticleSummarySchema) },
  'articles.create': { input: nothing, output: article },
  /** Brings in one article. Text pasted by the user comes as a `bytes` file named `pasted.txt`, `.html` or `.md`. */
  'articles.import': { input: v.object({ file: IncomingFileSchema }), output: article },
  'articles.open': { input: article, output: ArticleSchema },
  /**
   * Saves the working copy. `version` is the one the client started from; another one in the
   * library fails with `article-changed`. Answers once the change is on disk.
   */
  'articles.save': {
    input: v.object({ articleId: IdSchema, version: v.number(), document: DocumentSchema }),
    output: v.object({
      version: v.number(),
      savedAt: TimeSchema,
      quotations: v.array(QuotationViewSchema),
    }),
  },
  /** Changes some of an article's details; answers what they were before, for undo. */
  'articles.update': {
    input: v.object({ articleId: IdSchema, details: v.partial(ArticleDetailsSchema) }),
    output: v.object({ previous: v.partial(ArticleDetailsSchema) }),
  },
  'articles.rememberPlace': {
    input: v.object({ articleId: IdSchema, place: EditingPlaceSchema }),
    output: nothing,
  },
  'articles.remove': { input: article, output: nothing },
  'articles.restore': { input: article, output: nothing },

  'sources.list': { input: nothing, output: v.array(SourceSummarySchema) },
  'sources.read': { input: v.object({ sourceId: IdSchema }), output: SourceReadingSchema },
  /**
   * Brings in sources one after another. A file that cannot be read is named in `skipped` and
   * changes nothing. Progress comes as `import.progress` events with the same `jobId`.
   */
  'sources.import': {
    input: v.object({ jobId: IdSchema, files: v.array(IncomingFileSchema) }),
    output: v.object({
      imported: v.array(ImportedSourceSchema),
      /** How many open quotations have a passage in what was added; one that fits twice counts once. */
      fits: v.number(),
      skipped: v.array(SkippedFileSchema),
      cancelled: v.boolean(),
    }),
  },
  'sources.update': {
    input: v.object({ sourceId: IdSchema, details: v.partial(SourceDetailsSchema) }),
    output: v.object({ previous: v.partial(SourceDetailsSchema) }),
  },
  'sources.remove': { input: v.object({ sourceId: IdSchema }), output: nothing },
  'sources.restore': { input: v.object({ sourceId: IdSchema }), output: nothing },
  'jobs.cancel': { input: v.object({ jobId: IdSchema }), output: nothing },

  /** What is known of the quotations of an article's text, in its order. */
  'quotations.list': { input: article, output: v.array(QuotationViewSchema) },
  /**
   * What a save would say of these quotations if the article's text were this: for words that are not
   * saved yet. Changes nothing. Answers in the order of the input; a quotation that the library does
   * not know is unlinked.
   */
  'quotations.judge': {
    input: v.object({ articleId: IdSchema, quotations: v.array(QuotationReadingSchema) }),
    output: v.array(QuotationViewSchema),
  },
  /** The passages of the whole library that fit a quotation, best first. */
  'quotations.propose': {
    input: v.object({
      articleId: IdSchema,
      quotationId: IdSchema,
      limit: v.exactOptional(v.number()),
    }),
    output: v.array(ProposalSchema),
  },
  /** How many passages fit each open quotation of an article (for "2 passages found"). */
  'quotations.countProposals': {
    input: article,
    output: v.array(v.object({ quotationId: IdSchema, count: v.number() })),
  },
  /**
   * Links quotations to passages, or unlinks them (`target: null`). A quotation without a speaker
   * gets the one whose turn the passage is. One call is one step of undo: `previous` given back as
   * `links` restores what was, the speaker included.
   */
  'quotations.setLinks': {
    input: v.object({ articleId: IdSchema, links: v.array(LinkChangeSchema) }),
    output: v.object({
      previous: v.array(LinkChangeSchema),
      quotations: v.array(QuotationViewSchema),
    }),
  },
  /** The links that "link all exact matches" would make: each quotation with one verbatim passage and no other. */
  'quotations.findVerbatim': {
    input: article,
    output: v.array(v.object({ quotationId: IdSchema, target: PassageTargetSchema })),
  },
  /** The passages of the whole library that fit words which are in no article, best first. */
  'quotations.match': {
    input: v.object({
      /** Several where an attribution splits the quotation. */
      parts: v.pipe(v.array(v.string()), v.minLength(1)),
      limit: v.exactOptional(v.number()),
    }),
    output: v.array(MatchSchema),
  },
  'quotations.setSpeaker': {
    input: v.object({
      articleId: IdSchema,
      quotationId: IdSchema,
      personId: v.nullable(IdSchema),
    }),
    output: v.object({
      previous: v.nullable(IdSchema),
      quotations: v.array(QuotationViewSchema),
    }),
  },
  /** "Not a quotation", or that it is one after all. */
  'quotations.setDismissed': {
    input: v.object({ articleId: IdSchema, quotationId: IdSchema, dismissed: v.boolean() }),
    output: v.object({ previous: v.boolean(), quotations: v.array(QuotationViewSchema) }),
  },
  /** Signs a quotation (`confirmed`, or `accepted` with a reason), or takes the word back (`null`). */
  'quotations.setCheck': {
    input: v.object({
      articleId: IdSchema,
      quotationIds: v.array(IdSchema),
      check: v.nullable(
        v.object({
          kind: v.picklist(['confirmed', 'accepted']),
          reason: v.nullable(LineSchema),
        }),
      ),
    }),
    output: v.object({ quotations: v.array(QuotationViewSchema) }),
  },

  'people.list': { input: nothing, output: v.array(PersonSummarySchema) },
  'people.create': {
    input: v.object({ details: PersonDetailsSchema }),
    output: v.object({ personId: IdSchema }),
  },
  'people.update': {
    input: v.object({ personId: IdSchema, details: v.partial(PersonDetailsSchema) }),
    output: v.object({ previous: v.partial(PersonDetailsSchema) }),
  },
  /** Fails with `person-in-use` while a credit or a quotation names the person. */
  'people.remove': { input: v.object({ personId: IdSchema }), output: nothing },
  'people.restore': { input: v.object({ personId: IdSchema }), output: nothing },

  /** Replaces an article's credits, in order; answers the ones before, for undo. */
  'bylines.set': {
    input: v.object({
      articleId: IdSchema,
      style: BylineStyleSchema,
      credits: v.array(CreditInputSchema),
    }),
    output: v.object({
      byline: BylineSchema,
      previous: v.object({ style: BylineStyleSchema, credits: v.array(CreditInputSchema) }),
    }),
  },

  /**
   * Finds articles, sources and people by their words; `query` is read by search/query.ts, and nothing
   * in it is a mistake. `limit`: hits of each kind, 8 if left out. A newer search of the same `session`
   * cancels the one before, which fails with `cancelled`.
   */
  'search.find': {
    input: v.object({
      query: v.pipe(v.string(), v.maxLength(2000)),
      limit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
      session: v.exactOptional(IdSchema),
    }),
    output: SearchResultSchema,
  },

  'finish.gate': { input: article, output: v.array(GatePointSchema) },
  /** The text of one export, as it would be written. */
  'exports.preview': {
    input: v.object({ articleId: IdSchema, format: ExportFormatSchema }),
    output: v.object({ fileName: v.string(), text: v.string() }),
  },
  /** Writes the exports into a granted folder; a file that is there already is replaced only if `replace`. */
  'exports.write': {
    input: v.object({
      articleId: IdSchema,
      formats: v.pipe(v.array(ExportFormatSchema), v.minLength(1)),
      folder: IdSchema,
      replace: v.boolean(),
    }),
    output: v.object({
      written: v.array(v.string()),
      /** Names that are there already; nothing was written where this is not empty. */
      existing: v.array(v.string()),
    }),
  },
} as const;

export type Method = keyof typeof methods;
export type Input<M extends Method> = v.InferInput<(typeof methods)[M]['input']>;
export type ParsedInput<M extends Method> = v.InferOutput<(typeof methods)[M]['input']>;
export type Output<M extends Method> = v.InferOutput<(typeof methods)[M]['output']>;

/** What a library announces; events state what changed and never steer. */
export const events = {
  'articles.changed': v.object({ articleId: v.nullable(IdSchema) }),
  'sources.changed': v.object({ sourceId: v.nullable(IdSchema) }),
  'people.changed': v.object({}),
  'quotations.changed': v.object({ articleId: IdSchema }),
  'import.progress': v.object({
    jobId: IdSchema,
    done: v.number(),
    total: v.number(),
    name: v.string(),
  }),
  /** Sources that are in the matching index, while one that was behind is being built. */
  'matching.progress': v.object({ done: v.number(), total: v.number() }),
  /** How many things are not in the search index yet, while one that was behind is being built. */
  'search.progress': v.object({ behind: v.number() }),
  'storage.failed': v.object({ code: v.string() }),
} as const;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = v.InferOutput<(typeof events)[E]>;

/** Messages on the port between a window and the library process. */
export type RequestMessage = { id: number; method: Method; input: unknown };
export type ResponseMessage =
  | { id: number; ok: true; output: unknown }
  | { id: number; ok: false; error: import('./errors').WireError };
export type EventMessage = { event: EventName; payload: unknown };
