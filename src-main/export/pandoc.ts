import type { Nodes, PhrasingContent } from 'mdast';
import type { Handle, Options } from 'mdast-util-to-markdown';
import { writeMarkdown } from '../../src-shared/document/markdown';

/*
 * What pandoc's Markdown has beyond GitHub's: citations, and signs that have to be kept from meaning
 * something (pandoc's manual, "Pandoc’s Markdown"). Read it with `-f markdown-smart`.
 */

/** A citation: the record's id, and what stands behind it in the brackets. */
export interface Citation {
  type: 'citation';
  key: string;
  children: PhrasingContent[];
}

const citation: Handle = (node: Citation, _parent, state, info) => {
  const exit = state.enter('phrasing');
  const suffix = state.containerPhrasing(
    { type: 'paragraph', children: node.children },
    { ...info, before: ' ', after: ']' },
  );
  exit();
  return suffix === '' ? `[@${node.key}]` : `[@${node.key}, ${suffix}]`;
};

/** At the start of a line: lists with letters, Roman numbers and brackets, definitions, divisions. */
const LIST_MARK = '(?:[A-Za-z]|[ivxlcdmIVXLCDM]+)';

export const PANDOC_MARKDOWN: Options = {
  handlers: { citation } as Options['handlers'] & object,
  unsafe: [
    // "\alpha" would be TeX.
    { character: '\\', after: '[A-Za-z]', inConstruct: 'phrasing' },
    { atBreak: true, before: `\\(?(?:${LIST_MARK}|\\d+)`, character: ')', after: '[ \\t]' },
    { atBreak: true, before: LIST_MARK, character: '.', after: '[ \\t]' },
    { atBreak: true, character: ':', after: '[ \\t:]' },
  ],
};

/** Words of a title or a name as pandoc's metadata want them: Markdown on one line. */
export function pandocText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const tree: Nodes = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: line }] }],
  };
  return writeMarkdown(tree, {
    escapes: [']', '~', '^', '$', '@', '{', '|', "'", '"'],
    extension: PANDOC_MARKDOWN,
  }).trimEnd();
}
