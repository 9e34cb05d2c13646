import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $getRoot, type LexicalNode } from 'lexical';
import { expect, test } from 'vitest';
import {
  document as documentWith,
  inlineBlock,
  list,
  quote,
  textNode,
} from '../../src-shared/document/build';
import type { BlockNode } from '../../src-shared/document/schema';
import { $insertBlocks } from './paste-blocks';
import { change, createTestEditor, savedDocument } from './testing';

const paragraph = (text: string) => inlineBlock('paragraph', [textNode(text)]);
const STAYED = quote([paragraph('We stay.'), paragraph('All of us.')]);

/** The lines of the only list, nested ones indented, after blocks were pasted at the start of its inner item. */
function pastedInto(...blocks: BlockNode[]): string[] {
  const inner = {
    listType: 'bullet' as const,
    start: 1,
    lines: [{ inlines: [textNode('early')] }],
  };
  const lines = [{ inlines: [textNode('monday')], lists: [inner] }];
  const editor = createTestEditor(documentWith([list('bullet', lines)]));
  change(editor, () => {
    const [, early] = $getRoot().getLastChildOrThrow<ListNode>().getAllTextNodes();
    const selection = early?.select(0, 0);
    if (selection) $insertBlocks(blocks, selection);
  });
  savedDocument(editor);
  const linesOf = (node: LexicalNode, indent: string): string[] => {
    if ($isListNode(node)) return node.getChildren().flatMap((item) => linesOf(item, indent));
    if (!$isListItemNode(node)) return [`${indent}?${node.getType()}`];
    const [first] = node.getChildren();
    return $isListNode(first) ? linesOf(first, `${indent}  `) : [indent + node.getTextContent()];
  };
  return editor.read(() =>
    $getRoot()
      .getChildren()
      .slice(1)
      .flatMap((one) => linesOf(one, '')),
  );
}

test('blocks that are pasted into an item are items, and the document is one that is saved', () => {
  const lines = pastedInto(STAYED, paragraph('After.'));
  expect(lines.join('|')).toContain('We stay.|');
  expect(lines.map((line) => line.trim()).filter((line) => line !== '')).toEqual([
    'monday',
    'We stay.',
    'All of us.',
    'After.early',
  ]);
});
