import * as v from 'valibot';
import { OffsetSchema } from './common';

/*
 * A web page as it was kept, to be looked at: without anything that acts or asks for anything, its own
 * pictures and styles in it, and stretches of the source's words marked
 * (docs/decisions/0018-pages-and-recordings.md).
 */

export const KEPT_MARKS = ['quoted', 'shown', 'found', 'excluded'] as const;
const KeptMarkKindSchema = v.picklist(KEPT_MARKS);
export type KeptMarkKind = v.InferOutput<typeof KeptMarkKindSchema>;

/** More stretches than this are not marked. */
export const MOST_KEPT_MARKS = 500;

/** A stretch of a source's text that is to be marked on the page. */
export const WantedMarkSchema = v.object({
  kind: KeptMarkKindSchema,
  start: OffsetSchema,
  end: OffsetSchema,
});
export type WantedMark = v.InferOutput<typeof WantedMarkSchema>;

/** Words to mark on a page, with those around them, which tell one place from another. */
export interface KeptMark {
  kind: KeptMarkKind;
  exact: string;
  before: string;
  after: string;
}

/** What the extractor makes of a page: foreign like the file it is from. */
export const KeptPageSchema = v.object({
  /** A whole document. The mark at index 3 is reached by the fragments `#stet-3-a` and `#stet-3-b`. */
  html: v.string(),
  /** Of each mark whether its words are on the page. */
  placed: v.array(v.boolean()),
});
export type KeptPage = v.InferOutput<typeof KeptPageSchema>;
