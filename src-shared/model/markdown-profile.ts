import * as v from 'valibot';

/** For whom Markdown is written, in the order in which they are offered. */
export const MARKDOWN_PROFILES = [
  'generic',
  'hugo',
  'jekyll',
  'eleventy',
  'astro',
  'zola',
  'obsidian',
  'ghost',
  'pandoc',
] as const;
export const MarkdownProfileSchema = v.picklist(MARKDOWN_PROFILES);
export type MarkdownProfile = v.InferOutput<typeof MarkdownProfileSchema>;
