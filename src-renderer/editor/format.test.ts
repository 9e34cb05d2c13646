import { $getRoot, $isElementNode, type ElementNode, type LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src-shared/document/plain-text';
import { $format } from './format';
import type { FormatCommand } from './handle';
import { articleOf, change, createTestEditor, savedDocument } from './testing';

function $block(index: number): ElementNode {
  const block = $getRoot().getChildAtIndex(index);
  if (!$isElementNode(block)) throw new Error(`Block ${index} holds nothing.`);
  return block;
}

/** An editor with a headline and three paragraphs, the paragraphs from..to selected. */
function selecting(from: number, to = from): LexicalEditor {
  const editor = createTestEditor(articleOf('Headline', 'One.', 'Two.', 'Three.'));
  change(editor, () => {
    const selection = $block(from).selectStart();
    const last = $block(to).getLastDescendant();
    if (last) selection.focus.set(last.getKey(), last.getTextContentSize(), 'text');
  });
  return editor;
}

function format(editor: LexicalEditor, command: FormatCommand): string[] {
  change(editor, () => $format(command as Exclude<FormatCommand, 'format.link'>));
  return savedDocument(editor).root.children.map((block) => {
    if (block.type === 'heading') return block.tag;
    return block.type === 'list' ? block.tag : block.type;
  });
}

describe('$format', () => {
  it.each([
    ['format.heading', ['headline', 'h2', 'h2', 'paragraph']],
    ['format.subheading', ['headline', 'h3', 'h3', 'paragraph']],
    ['format.smallHeading', ['headline', 'h4', 'h4', 'paragraph']],
    ['format.taskList', ['headline', 'ul', 'paragraph']],
    ['format.bulletList', ['headline', 'ul', 'paragraph']],
    ['format.numberedList', ['headline', 'ol', 'paragraph']],
    ['format.blockQuotation', ['headline', 'quote', 'paragraph']],
    ['format.standfirst', ['headline', 'standfirst', 'paragraph', 'paragraph']],
  ] as const)('%s for the selected paragraphs', (command, expected) => {
    expect(format(selecting(1, 2), command)).toEqual(expected);
  });

  it('ticks the tasks that are selected, and unticks them where all are ticked', () => {
    const editor = selecting(1, 2);
    const ticks = () =>
      savedDocument(editor).root.children.flatMap((block) =>
        block.type === 'list' ? block.children.map(({ checked }) => checked) : [],
      );
    format(editor, 'format.tick');
    expect(ticks()).toEqual([]);
    format(editor, 'format.taskList');
    format(editor, 'format.tick');
    expect(ticks()).toEqual([true, true]);
    format(editor, 'format.tick');
    expect(ticks()).toEqual([false, false]);
  });

  it.each([
    'format.heading',
    'format.bulletList',
    'format.blockQuotation',
    'format.pullQuote',
    'format.standfirst',
    'format.rule',
  ] as const)('%s makes nothing else of a footnote', (command) => {
    const editor = selecting(1);
    const shape = ['headline', 'paragraph', 'paragraph', 'paragraph', 'footnote'];
    // The cursor is in the note then.
    expect(format(editor, 'format.footnote')).toEqual(shape);
    expect(format(editor, command)).toEqual(shape);
  });

  it.each([
    'format.bulletList',
    'format.numberedList',
    'format.blockQuotation',
    'format.standfirst',
  ] as const)('%s, asked for again, is taken back', (command) => {
    const editor = selecting(1);
    format(editor, command);
    expect(format(editor, command)).toEqual(['headline', 'paragraph', 'paragraph', 'paragraph']);
  });

  it.each([
    'format.heading',
    'format.bulletList',
    'format.blockQuotation',
    'format.standfirst',
  ] as const)('%s leaves the headline the headline', (command) => {
    const blocks = format(selecting(0), command);
    expect(blocks).toEqual(['headline', 'paragraph', 'paragraph', 'paragraph']);
  });

  it('makes a paragraph of anything, and keeps the words', () => {
    for (const command of [
      'format.heading',
      'format.bulletList',
      'format.blockQuotation',
    ] as const) {
      const editor = selecting(2);
      format(editor, command);
      expect(format(editor, 'format.paragraph')).toEqual([
        'headline',
        'paragraph',
        'paragraph',
        'paragraph',
      ]);
      expect(plainText(savedDocument(editor)).text).toBe('Headline\n\nOne.\n\nTwo.\n\nThree.');
    }
  });

  it('puts another standfirst in the place of the one before', () => {
    const editor = selecting(1);
    format(editor, 'format.standfirst');
    change(editor, () => $block(3).selectStart());
    expect(format(editor, 'format.standfirst')).toEqual([
      'headline',
      'standfirst',
      'paragraph',
      'paragraph',
    ]);
    expect(plainText(savedDocument(editor)).text).toBe('Headline\n\nThree.\n\nOne.\n\nTwo.');
  });
});
