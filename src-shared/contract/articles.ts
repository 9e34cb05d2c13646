import * as v from 'valibot';
import { DocumentSchema } from '../document/schema';
import {
  ArticleDetailsSchema,
  ArticleSchema,
  ArticleShelfSchema,
  ArticleSummarySchema,
  DeskSchema,
  EditingPlaceSchema,
} from '../model/article';
import { IdSchema, TimeSchema } from '../model/common';
import { QuotationViewSchema } from '../model/quotation';
import { SIDECAR_REFUSALS } from '../sidecar/sidecar';
import { IncomingFileSchema } from './incoming-file';

const article = v.object({ articleId: IdSchema });

const nothing = v.object({});

/** A quotation that came back without its link. */
const LeftUnlinkedSchema = v.object({
  /**
   * `source`: it is not in this library; `passage`: it is, and does not have the words, or has them
   * more than once; `quotation`: the article does not have the words; `described`: nobody was told
   * where they are from.
   */
  because: v.picklist(['source', 'passage', 'quotation', 'described']),
  /** The words of the quotation. */
  words: v.string(),
  /** What the source is called, where it may be named. */
  title: v.nullable(v.string()),
});
export type LeftUnlinked = v.InferOutput<typeof LeftUnlinkedSchema>;

/** What came of the annotations that lie beside an article. */
const CameBackSchema = v.variant('isUsed', [
  v.object({ isUsed: v.literal(false), because: v.picklist(SIDECAR_REFUSALS) }),
  v.object({
    isUsed: v.literal(true),
    /** How many quotations are linked again. */
    linked: v.number(),
    /** Sources that came in from the bundle beside it. */
    sourcesAdded: v.number(),
    left: v.array(LeftUnlinkedSchema),
  }),
]);
export type CameBack = v.InferOutput<typeof CameBackSchema>;

/** Changes of the details of several articles, and of where they lie. */
const ArticleChangesSchema = v.pipe(
  v.array(
    v.object({
      articleId: IdSchema,
      details: v.partial(ArticleDetailsSchema),
      shelf: v.exactOptional(ArticleShelfSchema),
    }),
  ),
  v.maxLength(20_000),
);

export const articleMethods = {
  /** Those on the desk and in the archive, the one changed last first. */
  'articles.list': { input: nothing, output: v.array(ArticleSummarySchema) },
  /** Those in the bin, the one thrown away last first. */
  'articles.listRemoved': { input: nothing, output: v.array(ArticleSummarySchema) },
  /** The articles that were opened last, the newest first; those in the bin left out. */
  'articles.recent': { input: nothing, output: v.array(IdSchema) },
  'articles.create': { input: nothing, output: article },
  /** Brings in one article. Text pasted by the user comes as a `bytes` file named `pasted.txt`, `.html` or `.md`. */
  'articles.import': {
    input: v.object({ file: IncomingFileSchema }),
    output: v.object({
      articleId: IdSchema,
      /** Pictures that did not come in: of web sites, not beside the file, or none that Stet takes. */
      picturesLeftOut: v.number(),
      /** The same of a Markdown file, where each leaves a figure with its address. */
      picturesMissing: v.number(),
      /** What came of the annotations beside the file; null where there are none. */
      cameBack: v.nullable(CameBackSchema),
      /** Names that several people have: whom they mean was left open, and each has a record of its own. */
      namesakes: v.array(v.string()),
    }),
  },
  /** Reads an article with all that is known of its quotations; changes nothing. */
  'articles.open': { input: article, output: ArticleSchema },
  /**
   * Says that an article is in a window: it leads the recent ones, the one before is kept as it was
   * left, and the lists know the verdicts it was opened with.
   */
  'articles.enter': { input: article, output: v.null() },
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
  /**
   * Changes some of an article's details; answers what they were before, for undo. Fails with
   * `gate-open` where it would be marked as finished with open points.
   */
  'articles.update': {
    input: v.object({ articleId: IdSchema, details: v.partial(ArticleDetailsSchema) }),
    output: v.object({ previous: v.partial(ArticleDetailsSchema) }),
  },
  /** Changes several articles in one go, all of them or none, as `articles.update` does; answers what undoes it. */
  'articles.updateMany': {
    input: v.object({ changes: ArticleChangesSchema }),
    output: v.object({ previous: ArticleChangesSchema }),
  },
  'articles.rememberPlace': {
    input: v.object({ articleId: IdSchema, place: EditingPlaceSchema }),
    output: nothing,
  },
  'articles.rememberDesk': {
    input: v.object({ articleId: IdSchema, desk: DeskSchema }),
    output: nothing,
  },
  /**
   * Deletes articles of the bin for good, with their revisions and all that hangs on them. Cannot be
   * undone. Fails with `not-found` where one is not in the bin.
   */
  'articles.erase': {
    input: v.object({ articleIds: v.pipe(v.array(IdSchema), v.maxLength(20_000)) }),
    output: nothing,
  },
  'articles.remove': { input: article, output: nothing },
  'articles.restore': { input: article, output: nothing },
} as const;
