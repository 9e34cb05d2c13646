import * as v from 'valibot';
import { DocumentSchema } from '../document/schema';
import {
  ArticleDetailsSchema,
  ArticleSchema,
  ArticleSummarySchema,
  EditingPlaceSchema,
} from '../model/article';
import { IdSchema, TimeSchema } from '../model/common';
import { QuotationViewSchema } from '../model/quotation';
import { IncomingFileSchema } from './incoming-file';

const article = v.object({ articleId: IdSchema });

const nothing = v.object({});

export const articleMethods = {
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
} as const;
