import * as v from 'valibot';
import { IdSchema } from '../model/common';
import { MarkdownProfileSchema } from '../model/markdown-profile';
import { PictureIdSchema } from './pictures';

/** The forms of an export, in the order in which they are offered. */
export const EXPORT_FORMATS = [
  'markdown',
  'html',
  'text',
  'annotations',
  'csl',
  'bibtex',
  'ris',
  'ninjs',
  'docx',
  'pdf',
  'fact-check',
  'fact-check-docx',
] as const;
export const ExportFormatSchema = v.picklist(EXPORT_FORMATS);
export type ExportFormat = v.InferOutput<typeof ExportFormatSchema>;

/** A copy for the newsroom, which publishes nothing. */
export const isForChecking = (format: ExportFormat) => format.startsWith('fact-check');

/** Whether readers get it, and with it what was corrected. */
export const saysCorrections = (format: ExportFormat) =>
  !isForChecking(format) && !['annotations', 'csl', 'bibtex', 'ris'].includes(format);

/** Whether it has a place for how the people in the byline are reached. */
export const hasRoomForContact = (format: ExportFormat) =>
  ['markdown', 'html', 'ninjs', 'docx', 'pdf'].includes(format);

/** What a PDF is printed on. */
export const PaperSchema = v.picklist(['a4', 'letter']);
export type Paper = v.InferOutput<typeof PaperSchema>;

/** `path` is relative to the folder of the export, with `/`. */
export const ExportPictureSchema = v.object({ path: v.string(), picture: PictureIdSchema });
export type ExportPicture = v.InferOutput<typeof ExportPictureSchema>;

/** With contact details of the people in the byline; without them where nobody says. */
const WithContactSchema = v.exactOptional(v.boolean());

export const exportMethods = {
  /** The text of one export, as it would be written. */
  'exports.preview': {
    input: v.object({
      articleId: IdSchema,
      format: ExportFormatSchema,
      /** For whom Markdown is written; `generic` where nobody says. */
      profile: v.exactOptional(MarkdownProfileSchema),
      withContact: WithContactSchema,
    }),
    output: v.object({
      fileName: v.string(),
      text: v.string(),
      /** The pictures that are written beside it, by their paths in the folder. */
      pictures: v.array(ExportPictureSchema),
    }),
  },
  /** Stops whatever is being printed: nothing of that export is written. */
  'exports.cancel': { input: v.object({}), output: v.object({}) },
  /** Writes the exports into a granted folder; a file that is there already is replaced only if `replace`. */
  'exports.write': {
    input: v.object({
      articleId: IdSchema,
      formats: v.pipe(v.array(ExportFormatSchema), v.minLength(1)),
      folder: IdSchema,
      replace: v.boolean(),
      profile: v.exactOptional(MarkdownProfileSchema),
      /** A4 where nobody says. */
      paper: v.exactOptional(PaperSchema),
      withContact: WithContactSchema,
    }),
    output: v.object({
      written: v.array(v.string()),
      /** The pictures beside them, by their paths in the folder. */
      pictures: v.array(v.string()),
      /** Names that are there already; nothing was written where this is not empty. */
      existing: v.array(v.string()),
    }),
  },
} as const;
