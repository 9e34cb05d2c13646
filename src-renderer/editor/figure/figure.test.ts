import { $createQuoteNode } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, type LexicalEditor } from 'lexical';
import { expect, test } from 'vitest';
import { document, figure, inlineBlock, textNode } from '../../../src-shared/document/build';
import { plainText } from '../../../src-shared/document/plain-text';
import { $format } from '../format';
import { $placedTexts } from '../quotation/positions';
import { articleOf, change, createTestEditor, savedDocument } from '../testing';
import { $insertFigures, moveFigure, removeFigure, setFigure } from './commands';
import { $createFigureNode, $isFigureNode } from './node';

const QUAY = {
  picture: 'a'.repeat(64),
  width: 400,
  height: 300,
  alternativeText: null,
  credit: '',
};
const BOAT = { ...QUAY, picture: 'b'.repeat(64) };

const kinds = (editor: LexicalEditor) =>
  savedDocument(editor).root.children.map(({ type }) => type);

function keyOf(editor: LexicalEditor): string {
  return editor.read(() => $getRoot().getChildren().find($isFigureNode)!.getKey());
}

test('pictures go below the paragraph, or in the place of an empty one, with room to write below', () => {
  const editor = createTestEditor(articleOf('Headline', 'Words.', ''));
  change(editor, () => {
    $getRoot().getChildAtIndex<ReturnType<typeof $createParagraphNode>>(1)!.select();
    $insertFigures([QUAY, BOAT]);
  });
  expect(kinds(editor)).toEqual(['headline', 'paragraph', 'figure', 'figure', 'paragraph']);
  change(editor, () => {
    $getRoot().getLastChild<ReturnType<typeof $createParagraphNode>>()!.select();
    $insertFigures([QUAY]);
  });
  expect(kinds(editor)).toEqual([
    ...['headline', 'paragraph', 'figure', 'figure', 'figure', 'paragraph'],
  ]);
});

test('a picture dropped on the headline stands below the header', () => {
  const editor = createTestEditor(
    document([
      inlineBlock('headline', [textNode('Headline')]),
      inlineBlock('standfirst', [textNode('Standfirst')]),
      inlineBlock('paragraph', [textNode('Words.')]),
    ]),
  );
  change(editor, () => {
    $getRoot().getFirstChild<ReturnType<typeof $createParagraphNode>>()!.select();
    $insertFigures([QUAY]);
  });
  expect(kinds(editor)).toEqual(['headline', 'standfirst', 'figure', 'paragraph']);
});

test('what is said of a picture is saved, and a caption is text like any other', () => {
  const one = document([
    inlineBlock('headline', [textNode('Headline')]),
    figure({ ...QUAY, credit: 'Mara Lind' }, [textNode('Boats '), textNode('land', 1)]),
    inlineBlock('paragraph', [textNode('Words.')]),
  ]);
  const editor = createTestEditor(one);
  expect(savedDocument(editor).root.children[1]).toEqual(one.root.children[1]);
  setFigure(editor, keyOf(editor), { alternativeText: 'A quay' });
  const [, saved] = savedDocument(editor).root.children;
  expect(saved).toMatchObject({ alternativeText: 'A quay', credit: 'Mara Lind', width: 400 });
  const { text } = plainText(savedDocument(editor));
  editor.read(() => {
    for (const { node, start } of $placedTexts()) {
      expect(text.slice(start, start + node.getTextContentSize())).toBe(node.getTextContent());
    }
  });
});

test('no command turns a caption into something else', () => {
  for (const command of ['format.heading', 'format.bulletList', 'format.blockQuotation'] as const) {
    const editor = createTestEditor(articleOf('Headline', 'Words.'));
    change(editor, () => {
      $getRoot().getLastChild<ReturnType<typeof $createParagraphNode>>()!.select();
      $insertFigures([QUAY]);
    });
    change(editor, () => $format(command));
    expect(kinds(editor), command).toEqual(['headline', 'paragraph', 'figure', 'paragraph']);
  }
});

test('figures stand at the top level and hold words alone', () => {
  const editor = createTestEditor(articleOf('Headline', 'Words.'));
  change(editor, () => {
    const quote = $createQuoteNode({ shadowRoot: true });
    const inner = $createFigureNode(QUAY).append($createTextNode('Caption'));
    quote.append($createParagraphNode().append($createTextNode('Quoted')), inner);
    const holding = $createFigureNode(BOAT).append(
      $createParagraphNode().append($createTextNode('A paragraph inside')),
    );
    const without = $createFigureNode({}).append($createTextNode('No picture'));
    $getRoot().append(quote, holding, $createParagraphNode(), without);
  });
  const saved = savedDocument(editor);
  expect(
    saved.root.children.map(({ type }) => type).filter((type) => type === 'figure'),
  ).toHaveLength(2);
  expect(JSON.stringify(saved.root.children.filter(({ type }) => type === 'quote'))).not.toContain(
    'figure',
  );
  const { text } = plainText(saved);
  for (const words of ['Quoted', 'Caption', 'A paragraph inside', 'No picture']) {
    expect(text).toContain(words);
  }
});

test('a figure moves over its neighbours, but not into the header', () => {
  const editor = createTestEditor(articleOf('Headline', 'One.', 'Two.'));
  change(editor, () => {
    $getRoot().getChildAtIndex<ReturnType<typeof $createParagraphNode>>(1)!.select();
    $insertFigures([QUAY]);
  });
  expect(moveFigure(editor, keyOf(editor), -1)).toBe(true);
  expect(kinds(editor)).toEqual(['headline', 'figure', 'paragraph', 'paragraph']);
  expect(moveFigure(editor, keyOf(editor), -1)).toBe(false);
  removeFigure(editor, keyOf(editor));
  expect(kinds(editor)).toEqual(['headline', 'paragraph', 'paragraph']);
});
