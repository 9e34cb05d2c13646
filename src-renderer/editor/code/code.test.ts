import { $insertDataTransferForRichText } from '@lexical/clipboard';
import {
  $createTabNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  PASTE_TAG,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import {
  codeBlock,
  document,
  footnote,
  footnoteReference,
  horizontalRule,
  htmlBlock,
  inlineBlock,
  inlineHtml,
  link,
  textNode,
} from '../../../src-shared/document/build';
import { listSuggestions } from '../../../src-shared/document/list-suggestions';
import { acceptSuggestions, rejectSuggestions } from '../../../src-shared/document/suggestions';
import { outlineOf } from '../../../src-shared/document/testing';
import { $format } from '../format';
import { registerHeadlessDelete } from '../random-editing/headless-delete';
import { change, createTestEditor, savedDocument } from '../testing';

const paragraph = (text: string) => inlineBlock('paragraph', text === '' ? [] : [textNode(text)]);

/** An editor with these blocks, the cursor at the start or the end of the one with this number. */
function open(
  blocks: Parameters<typeof document>[0],
  at = 1,
  edge: 'start' | 'end' = 'end',
  suggestingAs: () => string | null = () => null,
) {
  const editor = createTestEditor(
    document([inlineBlock('headline', [textNode('Head')]), ...blocks]),
    { suggestingAs },
  );
  registerHeadlessDelete(editor);
  change(editor, () => {
    const block = $getRoot().getChildAtIndex(at);
    if (!$isElementNode(block)) throw new Error('There is no such block.');
    if (edge === 'end') block.selectEnd();
    else block.selectStart();
  });
  return editor;
}

const lines = (editor: LexicalEditor) => outlineOf(savedDocument(editor).root.children).slice(1);
const press = (editor: LexicalEditor) =>
  change(editor, () => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
const type = (editor: LexicalEditor, text: string) =>
  change(editor, () => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text));
const back = (editor: LexicalEditor, isBackward = true) =>
  change(editor, () => void editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward));
const tab = (editor: LexicalEditor, shiftKey = false) =>
  change(editor, () => {
    const event = { shiftKey, preventDefault() {} } as KeyboardEvent;
    editor.dispatchCommand(KEY_TAB_COMMAND, event);
  });

describe('writing code', () => {
  test('Enter makes a line with the space of the one before, the third in a row goes on below', () => {
    const editor = open([codeBlock('if (a) {\n  b();', 'js')]);
    press(editor);
    type(editor, 'c();');
    expect(lines(editor)).toEqual(['code js: if (a) { /   b(); /   c();']);
    press(editor);
    back(editor);
    back(editor);
    type(editor, '}');
    press(editor);
    press(editor);
    press(editor);
    type(editor, 'After.');
    expect(lines(editor)).toEqual(['code js: if (a) { /   b(); /   c(); / }', 'paragraph: After.']);
  });

  test('in the middle it parts the line, at its start no space is made', () => {
    const editor = open([codeBlock('  ab')], 1, 'start');
    press(editor);
    expect(lines(editor)).toEqual(['code :  /   ab']);
  });

  test('Ctrl+Enter goes on below at once, in a line that is there already', () => {
    const editor = open([codeBlock('a'), paragraph('')]);
    change(editor, () => {
      const event = { key: 'Enter', ctrlKey: true, preventDefault() {} } as KeyboardEvent;
      editor.dispatchCommand(KEY_DOWN_COMMAND, event);
    });
    type(editor, 'x');
    expect(lines(editor)).toEqual(['code : a', 'paragraph: x']);
  });

  test('Enter in code without a line makes a paragraph of it', () => {
    const editor = open([codeBlock('')]);
    press(editor);
    expect(lines(editor)).toEqual(['paragraph: ']);
  });

  test('Backspace at its start makes words of it, which are as before with undo', () => {
    const editor = open([codeBlock('a\nb', 'js')], 1, 'start');
    back(editor);
    expect(savedDocument(editor).root.children[1]).toMatchObject({
      type: 'paragraph',
      children: [{ text: 'a', format: 0 }, { type: 'linebreak' }, { text: 'b', format: 0 }],
    });
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(lines(editor)).toEqual(['code js: a / b']);
  });

  test('words do not run into it; an empty line beside it goes', () => {
    const editor = open([codeBlock('a'), paragraph('Words'), paragraph('')], 2, 'start');
    back(editor);
    type(editor, 'b');
    expect(lines(editor)).toEqual(['code : ab', 'paragraph: Words', 'paragraph: ']);
    const other = open([codeBlock('a'), paragraph(''), paragraph('Words')], 2, 'start');
    back(other);
    type(other, 'b');
    expect(lines(other)).toEqual(['code : ab', 'paragraph: Words']);
    back(other, false);
    type(other, 'The ');
    expect(lines(other)).toEqual(['code : ab', 'paragraph: The Words']);
  });

  test('Tab puts two spaces in; with lines selected it moves them in, Shift+Tab out', () => {
    const editor = open([codeBlock('a\n\nb')]);
    tab(editor);
    expect(lines(editor)).toEqual(['code : a /  / b  ']);
    change(editor, () => {
      const code = $getRoot().getChildAtIndex(1);
      if ($isElementNode(code)) code.select(0, 4);
    });
    tab(editor);
    expect(lines(editor)).toEqual(['code :   a /  /   b  ']);
    tab(editor, true);
    tab(editor, true);
    expect(lines(editor)).toEqual(['code : a /  / b  ']);
  });

  test('a tab at the start of a line goes with Shift+Tab', () => {
    const editor = open([codeBlock('a')]);
    change(editor, () => {
      const code = $getRoot().getChildAtIndex(1);
      if ($isElementNode(code)) code.splice(0, 1, [$createTabNode(), $createTextNode('b')]);
      code?.selectEnd();
    });
    expect(lines(editor)).toEqual(['code :  | b']);
    tab(editor, true);
    expect(lines(editor)).toEqual(['code : b']);
  });

  test('Markdown that is typed in it stays as it is', () => {
    const editor = open([codeBlock('')]);
    for (const letter of '**a** - ') type(editor, letter);
    expect(lines(editor)).toEqual(['code : **a** - ']);
  });
});

describe('three backquotes', () => {
  test.each([
    ['```', 'code : '],
    ['```js', 'code js: '],
    ['```c++', 'code c++: '],
  ])('%s and Enter make code of the line', (typed, made) => {
    const editor = open([paragraph(typed)]);
    change(editor, () => {
      const event = { shiftKey: false, preventDefault() {} } as KeyboardEvent;
      editor.dispatchCommand(KEY_ENTER_COMMAND, event);
    });
    expect(lines(editor)).toEqual([made]);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(lines(editor)).toEqual([`paragraph: ${typed}`]);
  });

  test('with a space behind as well', () => {
    const editor = open([paragraph('')]);
    for (const letter of '``` ') type(editor, letter);
    expect(lines(editor)).toEqual(['code : ']);
  });
});

describe('the command', () => {
  test('makes one of all selected blocks, and words again', () => {
    const editor = open([paragraph('one'), paragraph('two'), paragraph('three')], 3);
    change(editor, () => {
      $getRoot().select(1, 3);
      $format('format.codeBlock');
    });
    expect(lines(editor)).toEqual(['code : one / two', 'paragraph: three']);
    change(editor, () => $format('format.codeBlock'));
    expect(lines(editor)).toEqual(['paragraph: one / two', 'paragraph: three']);
    change(editor, () => $format('format.codeBlock'));
    change(editor, () => $format('format.heading'));
    expect(lines(editor)).toEqual(['h2: one / two', 'paragraph: three']);
  });

  test('leaves no quotation, no link and no note in it', () => {
    const id = '01900000-0000-7000-8000-000000000001';
    const said = { ...textNode('“Never,”'), $: { quotation: [id], claim: [id] } };
    const editor = open([
      inlineBlock('paragraph', [
        said,
        link('https://example.org/', [textNode('there')]),
        footnoteReference('n'),
        inlineHtml('<kbd>'),
      ]),
      footnote('n', [textNode('Note')]),
    ]);
    change(editor, () => $format('format.codeBlock'));
    const [, code] = savedDocument(editor).root.children;
    expect(code).toMatchObject({
      type: 'codeblock',
      children: [{ type: 'text', text: '“Never,”there<kbd>', format: 16 }],
    });
    expect(JSON.stringify(code)).not.toContain(id);
  });
});

describe('while changes are proposed', () => {
  const NOOR = '01900000-0000-7000-8000-000000000001';
  const rejected = (editor: LexicalEditor) =>
    outlineOf(rejectSuggestions(savedDocument(editor)).root.children).slice(1);

  test('what is typed in code is proposed', () => {
    const editor = open([codeBlock('a')], 1, 'end', () => NOOR);
    press(editor);
    type(editor, 'b');
    back(editor);
    type(editor, 'c');
    expect(rejected(editor)).toEqual(['code : a']);
  });

  const accepted = (editor: LexicalEditor) =>
    outlineOf(acceptSuggestions(savedDocument(editor)).root.children).slice(1);
  const selectLast = (editor: LexicalEditor) =>
    change(editor, () => {
      const last = $getRoot().getLastChild();
      if ($isElementNode(last)) last.selectEnd();
    });

  test('lines that become code are proposed to go, and the code to come', () => {
    const editor = open([paragraph('one'), paragraph('two')], 2, 'end', () => NOOR);
    change(editor, () => {
      $getRoot().select(1, 3);
      $format('format.codeBlock');
    });
    selectLast(editor);
    type(editor, '!');
    expect(accepted(editor)).toEqual(['code : one / two!']);
    expect(rejected(editor)).toEqual(['paragraph: one', 'paragraph: two']);
    expect(listSuggestions(savedDocument(editor))).toMatchObject([
      { inserted: 'one two!', deleted: '¶one¶two' },
    ]);
    // It is one's own, and never was.
    selectLast(editor);
    change(editor, () => $format('format.bulletList'));
    expect(accepted(editor)).toEqual(['- one / two!']);
    expect(rejected(editor)).toEqual(['paragraph: one', 'paragraph: two']);
  });

  test('code that becomes words again is proposed to go, and the words to come', () => {
    const editor = open([codeBlock('one\ntwo', 'js')], 1, 'start', () => NOOR);
    back(editor);
    expect(accepted(editor)).toEqual(['paragraph: one / two']);
    expect(rejected(editor)).toEqual(['code js: one / two']);
    expect(listSuggestions(savedDocument(editor))).toMatchObject([{ deleted: 'one two' }]);
  });

  test('nothing that is to go already comes into the code', () => {
    const editor = open([paragraph('one two')], 1, 'end', () => NOOR);
    for (let key = 0; key < 4; key++) back(editor);
    change(editor, () => $format('format.codeBlock'));
    expect(accepted(editor)).toEqual(['code : one']);
    expect(rejected(editor)).toEqual(['paragraph: one two']);
  });
});

describe('pasting', () => {
  function paste(editor: LexicalEditor, content: Record<string, string>) {
    const data = { types: Object.keys(content), getData: (type: string) => content[type] ?? '' };
    const insert = () => {
      const selection = $getSelection();
      if (selection)
        $insertDataTransferForRichText(data as unknown as DataTransfer, selection, editor);
    };
    change(editor, insert, PASTE_TAG);
  }

  test('into code, everything is text', () => {
    const editor = open([codeBlock('a')]);
    const text = '# b\n\tc\n- d';
    paste(editor, { 'text/html': '<h1>b</h1><ul><li>c</li></ul>', 'text/plain': text });
    expect(lines(editor)).toEqual(['code : a# b /  | c / - d']);
  });

  test('the code of a page is code', () => {
    const editor = open([paragraph('')]);
    paste(editor, {
      'text/html': '<pre><code class="language-js">let a;\n  b();\n</code></pre><p>x</p>',
      'text/plain': 'let a;\n  b();\n\nx',
    });
    expect(lines(editor)).toEqual(['code js: let a; /   b();', 'paragraph: x']);
  });
});

test('kept HTML has no words, and is given back as it came', () => {
  const html = '<iframe src="https://example.org/"></iframe>';
  const blocks = [
    htmlBlock(html),
    inlineBlock('paragraph', [textNode('a'), inlineHtml('<kbd>'), textNode('b')]),
  ];
  const editor = open(blocks, 2);
  type(editor, 'c');
  expect(editor.read(() => $getRoot().getTextContent())).not.toContain('<');
  expect(lines(editor)).toEqual([`html: ${html}`, 'paragraph: a<kbd>bc']);
  expect(savedDocument(editor).root.children[1]).toEqual(htmlBlock(html));
});

test('blocks that come into code leave their lines in it', () => {
  const editor = open([codeBlock('a'), horizontalRule(), paragraph('b')]);
  change(editor, () => {
    const [, code, rule, words] = $getRoot().getChildren();
    if ($isElementNode(code)) code.append(rule!, words!);
  });
  expect(lines(editor)).toEqual(['code : a / b', 'rule']);
});
