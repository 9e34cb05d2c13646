import { inlineText } from './plain-text';
import type { InlineNode } from './schema';

/** Inline content without its first characters (UTF-16 code units of its words). */
export function withoutStart(inlines: readonly InlineNode[], length: number): InlineNode[] {
  let left = length;
  return inlines.flatMap((node): InlineNode[] => {
    if (left <= 0) return [node];
    if (node.type === 'link' || node.type === 'autolink') {
      const size = inlineText(node.children).length;
      const children = withoutStart(node.children, left);
      left -= size;
      return children.length > 0 ? [{ ...node, children }] : [];
    }
    if (node.type === 'footnotereference' || node.type === 'inlinehtml') return [node];
    if (node.type !== 'text') {
      left -= 1;
      return [];
    }
    const cut = node.text.slice(left);
    left -= node.text.length;
    return cut === '' ? [] : [{ ...node, text: cut }];
  });
}
