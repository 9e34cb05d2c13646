import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { document, inlineBlock, link, textNode } from '../../../src-shared/document/build';
import { change, createTestEditor, savedDocument } from '../testing';
import { $setLink } from './link';

const ADDRESS = 'https://saltmere.example/';

function open(): LexicalEditor {
  return createTestEditor(
    document([
      inlineBlock('headline', [textNode('Ferry cut')]),
      inlineBlock('paragraph', [
        textNode('See '),
        link(ADDRESS, [textNode('the minutes of '), textNode('May', 1)]),
        textNode(' and more.'),
      ]),
    ]),
  );
}

/** The words of the paragraph, links in angle brackets. */
const shown = (editor: LexicalEditor): string =>
  (savedDocument(editor).root.children[1] as ReturnType<typeof inlineBlock>).children
    .map((node) =>
      node.type === 'link'
        ? `<${node.children.map((one) => ('text' in one ? one.text : '')).join('')}>`
        : 'text' in node
          ? node.text
          : '',
    )
    .join('');

/** Selects from a unit of one text to a unit of another, and links or unlinks it. */
function set(from: [text: number, unit: number], to: [number, number], url: string | null): string {
  const editor = open();
  change(editor, () => {
    const texts = $getRoot().getAllTextNodes().slice(1);
    const selection = texts[from[0]]!.select(from[1], from[1]);
    selection.focus.set(texts[to[0]]!.getKey(), to[1], 'text');
    $setLink(url);
  });
  editor.read(() => {
    const selection = $getSelection();
    expect($isRangeSelection(selection) && selection.anchor.getNode().isAttached()).toBe(true);
  });
  return shown(editor);
}

describe('a link is taken away', () => {
  it.each<[string, [number, number], [number, number], string]>([
    [
      'from the words that are selected in it',
      [1, 4],
      [1, 11],
      'See <the >minutes< of May> and more.',
    ],
    ['from its start', [0, 2], [1, 3], 'See the< minutes of May> and more.'],
    ['from its end', [1, 12], [3, 4], 'See <the minutes >of May and more.'],
    ['from all of it at the cursor', [1, 2], [1, 2], 'See the minutes of May and more.'],
    [
      'from nothing where a selection only touches it',
      [2, 3],
      [3, 4],
      'See <the minutes of May> and more.',
    ],
  ])('%s', (_, from, to, expected) => {
    expect(set(from, to, null)).toBe(expected);
  });

  it('is set around words', () => {
    expect(set([3, 1], [3, 4], ADDRESS)).toBe('See <the minutes of May> <and> more.');
  });
});
