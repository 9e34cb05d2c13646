import { $createHorizontalRuleNode } from '@lexical/extension';
import { $createLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  DELETE_CHARACTER_COMMAND,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src-shared/document/plain-text';
import { $createHeadlineNode, $createStandfirstNode } from './nodes';
import { linkAddress } from './structure';
import { articleOf, change, createTestEditor, savedDocument } from './testing';

function outline(editor: LexicalEditor): string[] {
  return savedDocument(editor).root.children.map((block) => block.type);
}

function texts(editor: LexicalEditor): string[] {
  return editor.read(() =>
    $getRoot()
      .getChildren()
      .map((block) => block.getTextContent()),
  );
}

function $block(index: number): ElementNode {
  const block = $getRoot().getChildAtIndex(index);
  if (!$isElementNode(block)) throw new Error(`Block ${index} holds nothing.`);
  return block;
}

/** The block and offset of the cursor, e.g. "2:0". */
function caret(editor: LexicalEditor): string {
  return editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return 'none';
    let node = selection.anchor.getNode();
    while (!$getRoot().is(node.getParent())) node = node.getParentOrThrow();
    return `${node.getIndexWithinParent()}:${selection.anchor.offset}`;
  });
}

describe('the order of the blocks', () => {
  it('loads a document as it is', () => {
    const document = articleOf('Harbour closed', 'The harbour is closed.', 'Nobody said why.');
    const editor = createTestEditor(document);
    expect(plainText(savedDocument(editor))).toEqual(plainText(document));
    expect(outline(editor)).toEqual(['headline', 'paragraph', 'paragraph']);
  });

  it('puts an empty headline where there is none, and a paragraph where the body is empty', () => {
    const editor = createTestEditor(articleOf('Harbour closed', 'Text.'));
    change(editor, () => {
      $getRoot().clear();
      $getRoot().append($createParagraphNode().append($createTextNode('Only text.')));
    });
    expect(outline(editor)).toEqual(['headline', 'paragraph']);
    change(editor, () => $block(1).remove());
    expect(outline(editor)).toEqual(['headline', 'paragraph']);
  });

  it('turns a second headline and a standfirst in the body into paragraphs', () => {
    const editor = createTestEditor(articleOf('One', 'Text.'));
    change(editor, () => {
      $getRoot().append($createHeadlineNode().append($createTextNode('Two')));
      $getRoot().append($createStandfirstNode().append($createTextNode('Three')));
      $getRoot().append($createStandfirstNode().append($createTextNode('Four')));
    });
    // The first standfirst of an article without one goes up to its place.
    expect(outline(editor)).toEqual([
      'headline',
      'standfirst',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(texts(editor)).toEqual(['One', 'Three', 'Text.', 'Two', 'Four']);
  });

  it('keeps the standfirst below the headline when something is put between', () => {
    const editor = createTestEditor(articleOf('One', 'Text.'));
    change(editor, () =>
      $block(0).insertAfter($createStandfirstNode().append($createTextNode('S'))),
    );
    change(editor, () =>
      $block(0).insertAfter($createParagraphNode().append($createTextNode('P'))),
    );
    expect(texts(editor)).toEqual(['One', 'S', 'P', 'Text.']);
  });

  it('keeps the levels of headings, which Markdown has six of', () => {
    const editor = createTestEditor(articleOf('One', 'Text.'));
    change(editor, () => {
      for (const tag of ['h1', 'h3', 'h6'] as const) {
        $getRoot().append($createHeadingNode(tag).append($createTextNode(tag)));
      }
    });
    const tags = savedDocument(editor).root.children.flatMap((block) =>
      block.type === 'heading' ? [block.tag] : [],
    );
    expect(tags).toEqual(['h1', 'h3', 'h6']);
  });

  it('keeps block quotations to paragraphs and dissolves nested ones', () => {
    const editor = createTestEditor(articleOf('One', 'Text.'));
    change(editor, () => {
      const inner = $createQuoteNode().append($createTextNode('inner'));
      const outer = $createQuoteNode({ shadowRoot: true });
      outer.append($createParagraphNode().append($createTextNode('outer')), inner);
      $getRoot().append(outer);
    });
    const quote = savedDocument(editor).root.children[2];
    expect(quote).toMatchObject({
      type: 'quote',
      shadowRoot: true,
      children: [{ type: 'paragraph' }, { type: 'paragraph' }],
    });
  });

  it('takes colours, alignment, unknown formats and dangerous links out', () => {
    const editor = createTestEditor(articleOf('One', 'Text.'));
    change(editor, () => {
      const text = $createTextNode('Red')
        .setStyle('color: red')
        .setFormat(1 | 128);
      const link = $createLinkNode('javascript:alert(1)').append($createTextNode(' bad'));
      const good = $createLinkNode('https://example.org/a').append($createTextNode(' good'));
      $getRoot().append(
        $createParagraphNode().setFormat('center').setIndent(2).append(text, link, good),
      );
    });
    expect(savedDocument(editor).root.children[2]).toMatchObject({
      format: '',
      indent: 0,
      children: [
        { type: 'text', text: 'Red', format: 1, style: '' },
        { type: 'text', text: ' bad' },
        { type: 'link', url: 'https://example.org/a' },
      ],
    });
  });

  it('keeps lists and rules', () => {
    const editor = createTestEditor(articleOf('One', 'Text.'));
    change(editor, () => {
      const item = $createListItemNode().append($createTextNode('first'));
      $getRoot().append($createListNode('bullet').append(item), $createHorizontalRuleNode());
    });
    expect(outline(editor)).toEqual(['headline', 'paragraph', 'list', 'horizontalrule']);
  });
});

describe('a link around more than words', () => {
  it('leaves a rule where it was, between the blocks', () => {
    const editor = createTestEditor(articleOf('One', 'Before.', 'After.'));
    change(editor, () => void $block(1).insertAfter($createHorizontalRuleNode()));
    change(editor, () => {
      const selection = $block(1).select(0, 0);
      selection.focus.set($block(3).getKey(), 1, 'element');
    });
    editor.dispatchCommand(TOGGLE_LINK_COMMAND, 'https://example.org/');
    expect(outline(editor)).toEqual(['headline', 'paragraph', 'horizontalrule', 'paragraph']);
  });
});

describe('keys at the borders', () => {
  it('goes on from the headline without splitting it', () => {
    const editor = createTestEditor(articleOf('Harbour closed', 'Text.'));
    change(editor, () => $block(0).getFirstDescendant()?.selectStart());
    editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    expect(texts(editor)).toEqual(['Harbour closed', 'Text.']);
    expect(caret(editor)).toBe('1:0');
  });

  it('stops at the headline when Backspace comes from below, and takes an empty paragraph away', () => {
    const editor = createTestEditor(articleOf('Harbour closed', 'Text.'));
    change(editor, () => $block(1).selectStart());
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    expect(texts(editor)).toEqual(['Harbour closed', 'Text.']);
    expect(caret(editor)).toBe('0:14');

    const other = createTestEditor(articleOf('Harbour closed', '', 'Text.'));
    change(other, () => $block(1).selectStart());
    other.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    expect(texts(other)).toEqual(['Harbour closed', 'Text.']);
    expect(caret(other)).toBe('0:14');
  });

  it('does not pull the first paragraph into the headline with Delete', () => {
    const editor = createTestEditor(articleOf('Harbour closed', 'Text.'));
    change(editor, () => $block(0).selectEnd());
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false);
    expect(texts(editor)).toEqual(['Harbour closed', 'Text.']);
  });

  it('takes the standfirst back with Backspace at its start', () => {
    const editor = createTestEditor(articleOf('One', 'Text.'));
    change(editor, () =>
      $block(0).insertAfter($createStandfirstNode().append($createTextNode('S'))),
    );
    change(editor, () => $block(1).selectStart());
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    expect(outline(editor)).toEqual(['headline', 'paragraph', 'paragraph']);
    expect(texts(editor)).toEqual(['One', 'S', 'Text.']);
  });

  it('leaves a block quotation on the second Enter', () => {
    const editor = createTestEditor(articleOf('One', 'Text.'));
    change(editor, () => {
      const quote = $createQuoteNode({ shadowRoot: true });
      quote.append($createParagraphNode().append($createTextNode('We will rebuild.')));
      $getRoot().append(quote);
      quote.getFirstDescendant()?.selectEnd();
    });
    editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    expect(editor.read(() => $isQuoteNode($block(2)) && $block(2).getChildrenSize())).toBe(2);
    editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    expect(outline(editor)).toEqual(['headline', 'paragraph', 'quote', 'paragraph']);
    expect(editor.read(() => $block(2).getChildrenSize())).toBe(1);
    expect(caret(editor)).toBe('3:0');
  });

  it('parts a block quotation in its middle', () => {
    const editor = createTestEditor(articleOf('One', 'Text.'));
    change(editor, () => {
      const quote = $createQuoteNode({ shadowRoot: true });
      for (const text of ['a', '', 'b']) {
        const line = $createParagraphNode();
        if (text) line.append($createTextNode(text));
        quote.append(line);
      }
      $getRoot().append(quote);
      quote.getChildAtIndex<ElementNode>(1)?.select();
    });
    editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    expect(outline(editor)).toEqual(['headline', 'paragraph', 'quote', 'paragraph', 'quote']);
  });

  it('knows bold and underline, and no marker pen', () => {
    const editor = createTestEditor(articleOf('One', 'Text.'));
    change(editor, () => $block(1).select(0, 1));
    editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'highlight');
    editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'underline');
    editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold');
    expect(savedDocument(editor).root.children[1]).toMatchObject({ children: [{ format: 1 | 8 }] });
  });
});

describe('linkAddress', () => {
  it.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['example.org', 'https://example.org'],
    [' mara@example.org ', 'mailto:mara@example.org'],
    ['http://localhost:8080/', 'http://localhost:8080/'],
    ['javascript:alert(1)', null],
    ['JAVASCRIPT:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['two words', null],
    ['', null],
    ['word', null],
    ['/about/', '/about/'],
    ['../post', '../post'],
    ['#top', '#top'],
    ['//machine\\x', '//machine\\x'],
  ])('%s → %s', (input, expected) => {
    expect(linkAddress(input)).toBe(expected);
  });
});
