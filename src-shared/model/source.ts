import * as v from 'valibot';
import { DateSchema, IdSchema, LineSchema, OffsetSchema, TimeSchema } from './common';
import { ExcludedStretchSchema } from './note';
import { VerdictSchema } from './verdict';
import { FirstVersionKindSchema, SourceUseKindSchema, VersionSummarySchema } from './version';

export const SOURCE_KINDS = [
  'transcript',
  'subtitles',
  'web-page',
  'document',
  'email',
  'note',
] as const;
export const SourceKindSchema = v.picklist(SOURCE_KINDS);
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Whether the words were said or written: the quotation rules differ. */
export const MediumSchema = v.picklist(['spoken', 'written']);
export type Medium = v.InferOutput<typeof MediumSchema>;

export const TermsSchema = v.picklist([
  'on-the-record',
  'background',
  'off-the-record',
  'embargoed',
]);
export type Terms = v.InferOutput<typeof TermsSchema>;

/** `confidential`: nothing of the source may reach any export. `described`: only its description may. */
export const DisclosureSchema = v.picklist(['public', 'described', 'confidential']);
export type Disclosure = v.InferOutput<typeof DisclosureSchema>;

/** True for a source that is kept apart from what may be shared: in `private.sqlite`, with all that hangs on it. */
export function isKeptApart(source: { terms: string; disclosure: string }): boolean {
  return source.disclosure === 'confidential' || source.terms === 'off-the-record';
}

/**
 * Where a stretch of a source's text stands in the original: `start` and `end` are UTF-16 offsets
 * into the extracted text; `time` and `endTime` are seconds; `paragraph` and `page` count from 1.
 * A speaker turn's stretch is its words without the label.
 */
export const LocatorSchema = v.object({
  start: OffsetSchema,
  end: OffsetSchema,
  paragraph: v.exactOptional(v.number()),
  page: v.exactOptional(v.number()),
  time: v.exactOptional(v.number()),
  endTime: v.exactOptional(v.number()),
  speaker: v.exactOptional(v.string()),
  /** The mark of the footnote or endnote whose words these are. */
  note: v.exactOptional(v.string()),
});
export type Locator = v.InferOutput<typeof LocatorSchema>;

/**
 * What a file says about a source in the fields of CSL-JSON 1.0.2 (`type`, `author`, `issued`,
 * `container-title`, …), beyond the fields that Stet has of its own.
 */
export const MetadataSchema = v.record(v.string(), v.unknown());
export type Metadata = v.InferOutput<typeof MetadataSchema>;

/** What an importer yields of each source in a file, whatever its format. */
export const ExtractionSchema = v.object({
  /** Which one it is where a file holds several (messages, records); unique within the file. */
  part: v.exactOptional(LineSchema),
  metadata: v.exactOptional(MetadataSchema),
  /** `machine` where the file says that nobody typed it. */
  versionKind: v.exactOptional(FirstVersionKindSchema),
  title: v.nullable(LineSchema),
  kind: SourceKindSchema,
  medium: MediumSchema,
  language: v.nullable(v.string()),
  date: v.nullable(DateSchema),
  url: v.nullable(v.string()),
  creator: v.nullable(LineSchema),
  text: v.string(),
  locators: v.array(LocatorSchema),
});
export type Extraction = v.InferOutput<typeof ExtractionSchema>;

export const SourceDetailsSchema = v.object({
  title: v.pipe(LineSchema, v.minLength(1)),
  kind: SourceKindSchema,
  medium: MediumSchema,
  terms: TermsSchema,
  /** Set when the terms are `embargoed`. */
  embargoUntil: v.nullable(DateSchema),
  disclosure: DisclosureSchema,
  /** What a described source is called in exports, e.g. "a council official". */
  description: v.nullable(LineSchema),
  date: v.nullable(DateSchema),
  url: v.nullable(v.pipe(v.string(), v.url(), v.regex(/^https?:/i))),
  creator: v.nullable(LineSchema),
});
export type SourceDetails = v.InferOutput<typeof SourceDetailsSchema>;

export const TagSchema = v.pipe(LineSchema, v.minLength(1));

/** Everything about a source that an editor may change. */
export const EditableSourceSchema = v.object({
  ...SourceDetailsSchema.entries,
  tags: v.array(TagSchema),
  metadata: MetadataSchema,
});
export type EditableSource = v.InferOutput<typeof EditableSourceSchema>;

export const SourceChangesSchema = v.partial(EditableSourceSchema);
export type SourceChanges = v.InferOutput<typeof SourceChangesSchema>;

export const SourceSummarySchema = v.object({
  id: IdSchema,
  ...SourceDetailsSchema.entries,
  tags: v.array(v.string()),
  /** The collections that it is in, by id; one that was removed may be among them. */
  collections: v.array(IdSchema),
  addedAt: TimeSchema,
  fileName: v.string(),
  /** How many live quotations are linked to any version of it. */
  quotedCount: v.number(),
  wordCount: v.number(),
  /** Seconds, of a recording's last timecode. */
  duration: v.nullable(v.number()),
});
export type SourceSummary = v.InferOutput<typeof SourceSummarySchema>;

/** A stretch of the version that is read that a quotation or a claim is linked to. */
export const QuotedStretchSchema = v.object({
  kind: SourceUseKindSchema,
  /** Of the quotation, or of the claim. */
  quotationId: IdSchema,
  articleId: IdSchema,
  articleHeadline: v.string(),
  /** Its words as they stand in the article, and how they compare: null of a claim, which says it its own way. */
  text: v.string(),
  verdict: v.nullable(VerdictSchema),
  start: OffsetSchema,
  end: OffsetSchema,
});
export type QuotedStretch = v.InferOutput<typeof QuotedStretchSchema>;

export const SourceReadingSchema = v.object({
  source: SourceSummarySchema,
  metadata: MetadataSchema,
  /** Which of the sources in its file it is, where the file holds several. */
  part: v.nullable(v.string()),
  versionId: IdSchema,
  versionNumber: v.number(),
  versionCount: v.number(),
  /** Oldest first, without those that were taken back. */
  versions: v.array(VersionSummarySchema),
  text: v.string(),
  locators: v.array(LocatorSchema),
  quoted: v.array(QuotedStretchSchema),
  /** What of the text must not be used. */
  excluded: v.array(ExcludedStretchSchema),
});
export type SourceReading = v.InferOutput<typeof SourceReadingSchema>;
