import * as v from 'valibot';
import { IdSchema, LanguageSchema, LineSchema } from '../model/common';
import {
  ComparedParagraphSchema,
  FirstVersionKindSchema,
  ImpactSchema,
  VersionKindSchema,
} from '../model/version';
import { IncomingFileSchema } from './incoming-file';

const source = v.object({ sourceId: IdSchema });
/** What the words that a source came in with are said to be. */
const FirstKindSchema = v.object({ ...source.entries, kind: FirstVersionKindSchema });
export type FirstKind = v.InferOutput<typeof FirstKindSchema>;

export const versionMethods = {
  /**
   * Adds a version of a source: the words of a file, or words that were pasted or typed, which keep the
   * pages, times and turns of the current version. Links follow to the same words of a version that
   * becomes the current one; where they do not recur at the same place, they stay and are to be
   * looked at. Throws `file-several-sources`, `cancelled`, and whatever makes
   * a file unreadable.
   */
  'sources.addVersion': {
    input: v.object({
      ...source.entries,
      /** To cancel it by while its file is read; nothing was added then. */
      jobId: v.exactOptional(IdSchema),
      kind: VersionKindSchema,
      reason: v.nullable(LineSchema),
      /** Of a translation. */
      language: v.nullable(LanguageSchema),
      content: v.variant('from', [
        v.object({ from: v.literal('file'), file: IncomingFileSchema }),
        v.object({ from: v.literal('text'), text: v.pipe(v.string(), v.regex(/\S/)) }),
      ]),
    }),
    output: v.object({ versionId: IdSchema, impact: ImpactSchema }),
  },
  /**
   * Takes a version back: it is no longer found or read, and links go back to where they were. The
   * first version of a source stays. Throws `not-found`.
   */
  'sources.withdrawVersion': {
    input: v.object({ versionId: IdSchema }),
    output: v.object({}),
  },
  /**
   * Says whether the words that a source came in with are a machine's transcript; answers what was said
   * before. Its words stay as they are.
   */
  'sources.setFirstKind': {
    input: FirstKindSchema,
    output: v.object({ previous: FirstVersionKindSchema }),
  },
  /** The same of many, all or none, in their order. */
  'sources.setFirstKinds': {
    input: v.object({ kinds: v.array(FirstKindSchema) }),
    output: v.object({ previous: v.array(FirstKindSchema) }),
  },
  /** Those of these sources that are transcripts or subtitles, and what is said of their words. */
  'sources.transcripts': {
    input: v.object({ sourceIds: v.array(IdSchema) }),
    output: v.array(FirstKindSchema),
  },
  /** The word diff between two versions, by paragraphs. */
  'sources.compareVersions': {
    input: v.object({ fromVersionId: IdSchema, toVersionId: IdSchema }),
    output: v.array(ComparedParagraphSchema),
  },
  /** Every article and quotation that any version of a source touches. */
  'sources.impact': { input: source, output: ImpactSchema },
  /** Every quotation of the library whose passage has been corrected since, and that nobody settled. */
  'sources.corrected': { input: v.object({}), output: ImpactSchema },
} as const;
