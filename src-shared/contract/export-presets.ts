import * as v from 'valibot';
import { IdSchema, LineSchema } from '../model/common';
import { MarkdownProfileSchema } from '../model/markdown-profile';
import { ExportFormatSchema } from './exports';

/** Forms that a newsroom exports together, under a name. The folder is each device's own. */
export const ExportPresetDetailsSchema = v.object({
  name: v.pipe(LineSchema, v.minLength(1)),
  formats: v.array(ExportFormatSchema),
  profile: MarkdownProfileSchema,
  bundle: v.boolean(),
  /** With contact details of the people in the byline. */
  withContact: v.boolean(),
});
export type ExportPresetDetails = v.InferOutput<typeof ExportPresetDetailsSchema>;

export const ExportPresetSchema = v.object({ id: IdSchema, ...ExportPresetDetailsSchema.entries });
export type ExportPreset = v.InferOutput<typeof ExportPresetSchema>;

const nothing = v.object({});
const one = v.object({ presetId: IdSchema });

export const exportPresetMethods = {
  /** By name. */
  'exportPresets.list': { input: nothing, output: v.array(ExportPresetSchema) },
  /** A preset of the same name is changed; otherwise one is added. */
  'exportPresets.save': { input: ExportPresetDetailsSchema, output: one },
  'exportPresets.remove': { input: one, output: nothing },
  'exportPresets.restore': { input: one, output: nothing },
} as const;
