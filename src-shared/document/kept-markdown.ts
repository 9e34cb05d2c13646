import type { BlockNode } from './schema';

/*
 * Markdown that an article has no form for: italic in italic, a quotation in a quotation, columns set to
 * a side. The block is what it can be, and has the Markdown it came from as the state `markdown`, with
 * the blocks below it that came from it too. It is given back as long as they say what they said
 * (markdown-body.ts). What has no words at all is an `htmlblock` without HTML.
 */

/** The Markdown that a block keeps; null for any other block. */
export function keptMarkdownOf(node: object): string | null {
  const { markdown } = (node as { $?: { markdown?: unknown } }).$ ?? {};
  return typeof markdown === 'string' && markdown !== '' ? markdown : null;
}

/** The same block, keeping this Markdown. */
export function withKeptMarkdown<T extends BlockNode>(node: T, markdown: string): T {
  const state = (node as { $?: object }).$ ?? {};
  return { ...node, $: { ...state, markdown } };
}
