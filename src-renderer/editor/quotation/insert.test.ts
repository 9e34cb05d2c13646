import {
  $getRoot,
  type ElementNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src-shared/document/plain-text';
import { articleOf, change, createTestEditor, savedDocument } from '../testing';
import { $applyPlan, $planMarks } from './apply-marks';
import { $insertQuotation } from './insert';
import { $placedTexts } from './positions';
import { $useSourceWording } from './rewrite';

const ID = '01930000-0000-7000-8000-00000000000a';
const OTHER = '01930000-0000-7000-8000-00000000000b';

function body(editor: LexicalEditor): string {
  return plainText(savedDocument(editor)).text.trim();
}

function quoted(editor: LexicalEditor, id = ID): string[] {
  const { text, quotations } = plainText(savedDocument(editor));
  return (quotations.get(id) ?? []).map(({ start, end }) => text.slice(start, end));
}

/** An editor with the cursor at "|" in its one paragraph. */
function editorAt(text: string): LexicalEditor {
  const offset = text.indexOf('|');
  const editor = createTestEditor(articleOf('', text.replace('|', '')));
  change(editor, () => {
    const [first] = $placedTexts();
    if (first) first.node.select(offset, offset);
    else $getRoot().getLastChild<ElementNode>()?.select();
  });
  return editor;
}

describe('a passage quoted at the cursor', () => {
  it.each([
    ['He said: |', 'He said: “We will.”'],
    ['He said:|', 'He said: “We will.”'],
    ['|', '“We will.”'],
    ['He said |, twice.', 'He said “We will.”, twice.'],
    ['He said|and left.', 'He said “We will.” and left.'],
    ['He said (|).', 'He said (“We will.”).'],
  ])('%s', (text, expected) => {
    const editor = editorAt(text);
    change(editor, () => $insertQuotation(ID, 'We will.', 'en'));
    expect(body(editor)).toBe(expected);
    expect(quoted(editor)).toEqual(['“We will.”']);
  });

  it('goes behind the quotation that the cursor stands in', () => {
    const editor = createTestEditor(articleOf('', '“One two,” she said.'));
    change(editor, () => $applyPlan($planMarks([{ id: OTHER, parts: [{ start: 2, end: 12 }] }])));
    change(editor, () => $placedTexts()[0]?.node.select(3, 3));
    change(editor, () => $insertQuotation(ID, 'Three.', 'en'));
    expect(body(editor)).toBe('“One two,” “Three.” she said.');
    expect(quoted(editor, OTHER)).toEqual(['“One two,”']);
  });

  it('is one step of undo', () => {
    const editor = editorAt('He said: |');
    change(editor, () => $insertQuotation(ID, 'We will.', 'en'), HISTORY_PUSH_TAG);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(body(editor)).toBe('He said:');
  });

  it('is put at the end where there was no cursor yet', () => {
    const editor = createTestEditor(articleOf('', 'Text.'));
    change(editor, () => $insertQuotation(ID, ' We\n will. ', 'de'));
    expect(body(editor)).toBe('Text. „We will.“');
  });
});

describe('the wording of the source', () => {
  function quoting(text: string): LexicalEditor {
    const editor = createTestEditor(articleOf('', text));
    const start = text.indexOf('“');
    const marks = [{ id: ID, parts: [{ start: 2 + start, end: 3 + text.lastIndexOf('”') }] }];
    change(editor, () => $applyPlan($planMarks(marks)));
    return editor;
  }

  it('comes in place of what differs, with the format around it kept', () => {
    const editor = quoting('He said “we will sell it now” again.');
    change(editor, () => {
      const quotation = $placedTexts()[1]?.node;
      const [, bold] = quotation?.splitText(4, 8) ?? [];
      bold?.toggleFormat('bold');
    });
    change(editor, () =>
      $useSourceWording(ID, [
        { type: 'same', text: 'we ' },
        { type: 'removed', text: 'must' },
        { type: 'added', text: 'will' },
        { type: 'same', text: ' sell it' },
        { type: 'added', text: ' now' },
      ]),
    );
    expect(body(editor)).toBe('He said “we must sell it” again.');
    expect(quoted(editor)).toEqual(['“we must sell it”']);
    expect(savedDocument(editor).root.children[1]).toMatchObject({
      children: [{}, { text: '“we ' }, { text: 'must', format: 1 }, { text: ' sell it”' }, {}],
    });
  });

  it('leaves the text alone where the diff is of other words', () => {
    const editor = quoting('He said “we will sell it” again.');
    let done = true;
    change(editor, () => {
      done = $useSourceWording(ID, [
        { type: 'same', text: 'we shall' },
        { type: 'removed', text: 'not' },
      ]);
    });
    expect([done, body(editor)]).toEqual([false, 'He said “we will sell it” again.']);
  });
});
