import { Tab, TextRun } from 'docx';
import type { ElementContent } from 'hast';

/** The lines of code in one paragraph: Word takes a line end inside a text for a space. */
export function codeRuns(nodes: readonly ElementContent[]): TextRun[] {
  const lines = nodes.map(textOf).join('').replace(/\n$/, '').split('\n');
  return lines.map((line, index) => {
    const children = line.split('\t').flatMap((part, at) => (at > 0 ? [new Tab(), part] : [part]));
    return new TextRun(index > 0 ? { break: 1, children } : { children });
  });
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
