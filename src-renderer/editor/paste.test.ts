import { $insertDataTransferForRichText } from '@lexical/clipboard';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type LexicalEditor,
  PASTE_TAG,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, it, test, vi } from 'vitest';
import { plainText } from '../../src-shared/document/plain-text';
import type { Document } from '../../src-shared/document/schema';
import { outlineOf } from '../../src-shared/document/testing';
import { finishPasting } from './paste-slices';
import { pastePlain } from './paste-text';
import { articleOf, change, createTestEditor, savedDocument } from './testing';

type Clipboard = Readonly<Record<string, string>>;

function paste(editor: LexicalEditor, clipboard: Clipboard): void {
  const data = {
    types: Object.keys(clipboard),
    getData: (format: string) => clipboard[format] ?? '',
  } as unknown as DataTransfer;
  change(
    editor,
    () => $insertDataTransferForRichText(data, $getRoot().selectEnd(), editor),
    PASTE_TAG,
  );
}

/** The article after something was pasted at the end of its only paragraph. */
function pasted(clipboard: Clipboard, paragraph = 'Before. '): Document {
  const editor = createTestEditor(articleOf('Head', paragraph));
  paste(editor, clipboard);
  return savedDocument(editor);
}

const outline = (document: Document) => outlineOf(document.root.children);

const HTML = '<p>One <b>two</b></p><ul><li>three</li></ul>';

describe('rich text', () => {
  test('is gone with one undo', () => {
    const editor = createTestEditor(articleOf('Head', 'Before. '));
    const before = savedDocument(editor);
    paste(editor, { 'text/html': HTML });
    expect(outline(savedDocument(editor))).toEqual([
      'headline: Head',
      'paragraph: Before. One *two*',
      '- three',
    ]);
    change(editor, () => void editor.dispatchCommand(UNDO_COMMAND, undefined));
    expect(plainText(savedDocument(editor))).toEqual(plainText(before));
  });

  test('is an insertion where changes are proposed', () => {
    const editor = createTestEditor(articleOf('Head', 'Before. '), { suggestingAs: () => 'mara' });
    paste(editor, { 'text/html': '<p>One <b>two</b></p><p>three</p>' });
    const saved = JSON.stringify(savedDocument(editor));
    expect(outline(savedDocument(editor))).toEqual([
      'headline: Head',
      'paragraph: Before. One *two*',
      'paragraph: three',
    ]);
    expect(saved.match(/"inserted"/g)?.length).toBeGreaterThan(2);
  });

  test('goes on in the line where it is a few words, with the spaces at its ends', () => {
    const copied = { 'text/html': '<b>two</b>', 'text/plain': ' two ' };
    expect(outline(pasted(copied, 'One'))).toEqual(['headline: Head', 'paragraph: One *two* ']);
  });

  test('has its first heading as the headline of an article without words', () => {
    const editor = createTestEditor(articleOf('', ''));
    const html =
      '<p>Exclusive</p><h1>Bridge <b>opens</b></h1><p>It holds.<a id="r" href="#n">1</a></p><p id="n"><a href="#r">1</a> So far.</p>';
    paste(editor, { 'text/html': html });
    expect(outline(savedDocument(editor))).toEqual([
      'headline: Bridge *opens*',
      'paragraph: Exclusive',
      'paragraph: It holds.{1}',
      'footnote: So far.',
    ]);
  });

  test('that is nothing but a menu is pasted', () => {
    const html = '<nav><ul><li>Home</li><li>Sport</li></ul></nav>';
    expect(outline(pasted({ 'text/html': html }, ''))).toEqual([
      'headline: Head',
      '- Home',
      '- Sport',
    ]);
  });

  test('of an editor for programs is its text', () => {
    const copied = {
      'text/html': '<div style="white-space: pre"><span style="color: red">a</span></div>',
      'text/plain': 'a\nb',
      'vscode-editor-data': '{}',
    };
    expect(outline(pasted(copied, ''))).toEqual(['headline: Head', 'paragraph: a', 'paragraph: b']);
  });
});

/** Plain text, and what it is once it is pasted. */
const TEXTS: readonly [string, string, readonly string[]][] = [
  ['lines', 'One\nTwo\n\nThree\r\n \r\n\r\nFour', ['One', 'Two', 'Three', 'Four']],
  [
    'wrapped lines',
    'The ferry between the islands was late for the third day in a row on\nFriday, and nobody at the harbour could say when it would sail again.\n\nThe mayor was not to be reached when the paper asked for her answer\nin the evening.',
    [
      'The ferry between the islands was late for the third day in a row on Friday, and nobody at the harbour could say when it would sail again.',
      'The mayor was not to be reached when the paper asked for her answer in the evening.',
    ],
  ],
  ['quotation dashes', '— Who is there?\n– Nobody.', ['— Who is there?', '– Nobody.']],
  ['verse and tabs', 'a\tb\nc', ['a | b', 'c']],
  ['right to left', 'قال\nنعم', ['قال', 'نعم']],
];

describe('plain text', () => {
  test.each(TEXTS)('of %s is paragraphs', (_name, text, lines) => {
    expect(outline(pasted({ 'text/plain': text }, ''))).toEqual([
      'headline: Head',
      ...lines.map((line) => `paragraph: ${line}`),
    ]);
  });

  test('has lists and quoted mail', () => {
    expect(outline(pasted({ 'text/plain': 'Two:\n• one\n• two\n> said\n> so' }, ''))).toEqual([
      'headline: Head',
      'paragraph: Two:',
      '- one',
      '- two',
      '> paragraph: said',
      '> paragraph: so',
    ]);
  });

  it('goes on in the line where it is one, its spaces as they are', () => {
    expect(outline(pasted({ 'text/plain': 'a  b ' }))).toEqual([
      'headline: Head',
      'paragraph: Before. a  b ',
    ]);
  });

  it('is what it is where that is asked for', () => {
    const editor = createTestEditor(articleOf('Head', 'Before. '));
    change(editor, () => void $getRoot().selectEnd());
    pastePlain(editor, '# One\n- two\n\n**three**\tfour');
    expect(outline(savedDocument(editor))).toEqual([
      'headline: Head',
      'paragraph: Before. # One',
      'paragraph: - two',
      'paragraph: **three** | four',
    ]);
  });
});

describe('Markdown', () => {
  const MARKDOWN = '## Bridge\n\nA **bold** [link](https://example.org)\n\n- one\n- two';

  it('is read where it is beyond doubt, and undo gives the plain text, then nothing', async () => {
    const editor = createTestEditor(articleOf('Head', ''));
    paste(editor, { 'text/plain': MARKDOWN });
    await expect
      .poll(() => outline(savedDocument(editor)), { timeout: 20_000 })
      .toEqual([
        'headline: Head',
        'h2: Bridge',
        'paragraph: A *bold* [link](https://example.org)',
        '- one',
        '- two',
      ]);
    change(editor, () => void editor.dispatchCommand(UNDO_COMMAND, undefined));
    expect(outline(savedDocument(editor)).slice(0, 3)).toEqual([
      'headline: Head',
      'paragraph: ## Bridge',
      'paragraph: A **bold** [link](https://example.org)',
    ]);
    change(editor, () => void editor.dispatchCommand(UNDO_COMMAND, undefined));
    expect(plainText(savedDocument(editor)).text.trim()).toBe('Head');
  });
});

describe('much text', () => {
  const lines = Array.from({ length: 300 }, (_, index) => `Line ${index}.`);
  const html = lines.map((line) => `<p>${line}</p>`).join('');
  const wanted = ['headline: Head', 'paragraph: Before. Line 0.', ...lines.slice(1).map(asLine)];

  const open = () => createTestEditor(articleOf('Head', 'Before. ', 'After.'));
  function pasteHtml(editor: LexicalEditor) {
    change(
      editor,
      () => {
        const first = $getRoot().getChildAtIndex(1);
        const data = {
          types: ['text/html'],
          getData: (type: string) => (type === 'text/html' ? html : ''),
        } as unknown as DataTransfer;
        if ($isElementNode(first)) $insertDataTransferForRichText(data, first.selectEnd(), editor);
      },
      PASTE_TAG,
    );
  }

  test('comes in bit by bit, in its place and as one step of undo', async () => {
    const editor = open();
    pasteHtml(editor);
    expect(outline(savedDocument(editor)).length).toBeLessThan(100);
    const whole = [...wanted, 'paragraph: After.'];
    await vi.waitFor(() => expect(outline(savedDocument(editor))).toEqual(whole), 20_000);
    change(editor, () => void editor.dispatchCommand(UNDO_COMMAND, undefined));
    expect(outline(savedDocument(editor))).toHaveLength(3);
  });

  test('is there at once for what comes after it', () => {
    const editor = open();
    pasteHtml(editor);
    finishPasting(editor);
    change(editor, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(' And so on.');
    });
    const [last = '', ...before] = [...wanted].reverse();
    const expected = [...before.reverse(), `${last} And so on.`, 'paragraph: After.'];
    expect(outline(savedDocument(editor))).toEqual(expected);
  });
});

function asLine(line: string): string {
  return `paragraph: ${line}`;
}
