import * as v from 'valibot';
import { IdSchema } from '../model/common';

/** The forms of an export, in the order in which they are offered. */
export const EXPORT_FORMATS = [
  'markdown',
  'html',
  'text',
  'annotations',
  'csl',
  'bibtex',
  'ris',
] as const;
export const ExportFormatSchema = v.picklist(EXPORT_FORMATS);
export type ExportFormat = v.InferOutput<typeof ExportFormatSchema>;

export const exportMethods = {
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
