import * as fc from 'fast-check';
import { $getRoot, $isElementNode, $isTextNode, UNDO_COMMAND } from 'lexical';
import { describe, expect, it } from 'vitest';
import { arbitraryClaims } from '../../src-shared/document/arbitrary-document';
import { documentOf } from './document';
import { createLiveDocument } from './live-document';
import { articleOf, change, createTestEditor } from './testing';

const inParagraph = (index: number, $change: (text: string) => string) => () => {
  const block = $getRoot().getChildAtIndex(index);
  const node = $isElementNode(block) ? block.getFirstChild() : null;
  if (!$isTextNode(node)) throw new Error('There is no text.');
  node.setTextContent($change(node.getTextContent()));
};

describe('createLiveDocument', () => {
  it('reads any document as it is saved', () => {
    fc.assert(
      fc.property(arbitraryClaims, ({ document }) => {
        const editor = createTestEditor(document);
        expect(createLiveDocument(editor).read()).toEqual(documentOf(editor.getEditorState()));
      }),
      { numRuns: 50 },
    );
  });

  it('follows changes, and undo back to what was before', () => {
    const editor = createTestEditor(articleOf('Harbour', 'One.', 'Two.', 'Three.'));
    const live = createLiveDocument(editor);
    const isAsSaved = () => expect(live.read()).toEqual(documentOf(editor.getEditorState()));
    isAsSaved();
    change(
      editor,
      inParagraph(2, (text) => `${text} More.`),
      'history-push',
    );
    isAsSaved();
    change(editor, () => $getRoot().getChildAtIndex(1)?.remove(), 'history-push');
    isAsSaved();
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    isAsSaved();
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    isAsSaved();
  });

  it('tells each watcher the blocks that changed since it asked, and no others', () => {
    const editor = createTestEditor(articleOf('Harbour', 'One.', 'Two.', 'Three.'));
    const live = createLiveDocument(editor);
    const watcher = live.watch();
    const first = watcher.changes();
    expect(first.order).toHaveLength(4);
    expect(first.blocks).toHaveLength(4);
    expect(watcher.changes()).toEqual({ order: null, blocks: [] });

    change(
      editor,
      inParagraph(2, () => 'Second.'),
    );
    const { order, blocks } = watcher.changes();
    expect(order).toBeNull();
    expect(blocks).toEqual([[first.order?.[2], live.read().root.children[2]]]);

    change(editor, () => $getRoot().getChildAtIndex(1)?.remove());
    const removed = watcher.changes();
    expect(removed.order).toEqual([first.order?.[0], first.order?.[2], first.order?.[3]]);
    // Those beside it have other neighbours now, and count as changed.
    expect(removed.blocks.map(([key]) => key)).not.toContain(first.order?.[3]);
    expect(live.watch().changes().blocks).toHaveLength(3);
  });
});
