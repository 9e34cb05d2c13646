import { $getRoot, $isElementNode, $isTextNode } from 'lexical';
import { expect, test } from 'vitest';
import { document, inlineBlock, textNode } from '../../src-shared/document/build';
import { importMarkdown } from '../../src-shared/document/from-markdown';
import { writeMarkdown } from '../../src-shared/document/markdown';
import { heldMarkdown, isHeldBy, markdownBody } from '../../src-shared/document/markdown-body';
import { $blocksThatKeep } from './kept-markdown';
import { change, createTestEditor, savedDocument } from './testing';

const MARKDOWN = [
  'The *old *quay* is* shut.',
  '> > Nobody asked.',
  'A ![boat](boat.jpg) came.',
  '| Boat |\n| ---: |\n|    4 |',
  '##',
  'Closed.[^note-a]',
  '[^note-a]: Nobody paid.\n\n    Nobody asked.',
].join('\n\n');

function opened() {
  const options = { pictures: true, keepsHtml: true, keepsForm: true };
  const blocks = importMarkdown(MARKDOWN, options).blocks.map(({ node }) => node);
  const json = JSON.stringify(document([inlineBlock('headline', [textNode('Quay')]), ...blocks]));
  // As it is once the picture is in the library.
  return createTestEditor(JSON.parse(json.replaceAll('"boat.jpg"', `"${'a'.repeat(64)}"`)));
}
const written = (editor: ReturnType<typeof opened>) =>
  writeMarkdown({
    type: 'root',
    children: markdownBody(savedDocument(editor), { pictureAddress: () => 'boat.jpg' }),
  });

test('what a file keeps goes through the editor, and is marked there', () => {
  const editor = opened();
  expect(written(editor)).toBe(`${MARKDOWN}\n`);
  const keeping = [...editor.read('latest', $blocksThatKeep).values()];
  expect(keeping).toHaveLength(5);
  for (const { markdown, blocks } of keeping) {
    expect(isHeldBy(blocks, markdown), markdown).toBe(true);
  }
});

test('a paragraph that is changed, or parted, keeps nothing; with its words back it does again', () => {
  const editor = opened();
  const held = () => heldMarkdown(savedDocument(editor)).has('The *old *quay* is* shut.');
  const paragraph = () => $getRoot().getChildAtIndex(1)!;
  expect(held()).toBe(true);
  change(editor, () => {
    const node = paragraph();
    const last = $isElementNode(node) ? node.getLastChild() : null;
    if ($isTextNode(last)) last.setTextContent(' shut!');
  });
  expect(held()).toBe(false);
  expect(written(editor)).toContain('The *old quay is* shut!\n');
  change(editor, () => {
    const node = paragraph();
    const last = $isElementNode(node) ? node.getLastChild() : null;
    if ($isTextNode(last)) last.setTextContent(' shut.');
  });
  expect(held()).toBe(true);
  change(editor, () => {
    const node = paragraph();
    const last = $isElementNode(node) ? node.getLastChild() : null;
    if ($isTextNode(last)) last.select(0, 0).insertParagraph();
  });
  expect(held()).toBe(false);
  expect(written(editor)).toMatch(/^The \*old quay is\*\n\n/);
});
