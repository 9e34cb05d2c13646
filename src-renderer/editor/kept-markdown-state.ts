import { $getState, createState, type LexicalNode } from 'lexical';

const markdown = createState('markdown', {
  parse: (value: unknown) => (typeof value === 'string' ? value : ''),
});

/** The Markdown that a block keeps (src-shared/document/kept-markdown.ts); '' for none. */
export function $keptMarkdown(node: LexicalNode): string {
  return $getState(node, markdown);
}
