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
import { IncomingFileSchema } from './incoming-file';

const article = v.object({ articleId: IdSchema });

const nothing = v.object({});

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
    }),
  },
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
  /** Changes several articles in one go, all of them or none; answers what undoes it. */
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
