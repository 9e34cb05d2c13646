import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { listSuggestions } from '../../../src-shared/document/list-suggestions';
import { plainText } from '../../../src-shared/document/plain-text';
import { $placedTexts, pointAt } from '../quotation/positions';
import { articleOf, change, savedDocument } from '../testing';
import {
  acceptedDocument,
  decide,
  MARA,
  nameOf,
  openProposing,
  rejectedDocument,
  writeAs,
} from './testing';

function open(...paragraphs: string[]): LexicalEditor {
  return openProposing(articleOf('Headline', ...paragraphs));
}

/** Selects words of the text as it reads, or puts the cursor before `|`. */
function $select(words: string): RangeSelection {
  const placed = $placedTexts();
  let text = '';
  for (const { node, start } of placed) text = text.padEnd(start) + node.getTextContent();
  const caret = words.indexOf('|');
  const wanted = words.replace('|', '');
  const at = text.indexOf(wanted);
  if (at < 0) throw new Error(`“${wanted}” is not there: ${text}`);
  const start = caret < 0 ? at : at + caret;
  const end = caret < 0 ? at + wanted.length : start;
  const anchor = pointAt(placed, start, start === end);
  const focus = pointAt(placed, end, true);
  if (!anchor || !focus) throw new Error('No such place.');
  const selection = $createRangeSelection();
  selection.anchor.set(anchor.key, anchor.offset, 'text');
  selection.focus.set(focus.key, focus.offset, 'text');
  $setSelection(selection);
  return selection;
}

function type(editor: LexicalEditor, words: string, text: string) {
  change(editor, () => $select(words).insertText(text));
}

function remove(editor: LexicalEditor, words: string) {
  change(editor, () => $select(words).removeText());
}

/** Goes on at the cursor. */
function goOn(editor: LexicalEditor, $work: (selection: RangeSelection) => void) {
  change(editor, () => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) $work(selection);
  });
}

const reads = (editor: LexicalEditor) => plainText(savedDocument(editor)).text;
const rejected = (editor: LexicalEditor) => plainText(rejectedDocument(editor)).text;
const proposed = (editor: LexicalEditor) =>
  listSuggestions(savedDocument(editor)).map(({ inserted, deleted, author }) => ({
    inserted,
    deleted,
    author: nameOf(author),
  }));
/** The whole text with the marks: `+inserted+`, `-deleted-`. */
const shown = (editor: LexicalEditor) =>
  editor.read(() => $getRoot().getTextContent().replace(/\n\n/g, ' ¶ '));

describe('a change that is proposed', () => {
  it('is an insertion where something is typed, and goes on letter by letter', () => {
    const editor = open('The ferry runs.');
    type(editor, 'ferry| runs', ' l');
    goOn(editor, (selection) => selection.insertText('a'));
    goOn(editor, (selection) => selection.insertText('te'));
    expect(reads(editor)).toBe('Headline\n\nThe ferry late runs.');
    expect(rejected(editor)).toBe('Headline\n\nThe ferry runs.');
    expect(proposed(editor)).toEqual([{ inserted: ' late', deleted: '', author: 'Noor' }]);
  });

  it('finds the letter that was typed among equal ones', () => {
    const editor = open('A balloon.');
    type(editor, 'bal|loon', 'l');
    goOn(editor, (selection) => selection.insertText('x'));
    expect(reads(editor)).toBe('Headline\n\nA ballxloon.');
    expect(proposed(editor)).toEqual([{ inserted: 'lx', deleted: '', author: 'Noor' }]);
  });

  it('keeps deleted words, with the cursor before them', () => {
    const editor = open('The late ferry runs.');
    remove(editor, ' late');
    expect(shown(editor)).toBe('Headline ¶ The late ferry runs.');
    expect(reads(editor)).toBe('Headline\n\nThe ferry runs.');
    goOn(editor, (selection) => selection.insertText('!'));
    expect(reads(editor)).toBe('Headline\n\nThe! ferry runs.');
    expect(proposed(editor)).toEqual([{ inserted: '!', deleted: ' late', author: 'Noor' }]);
  });

  it('is one suggestion where words are replaced', () => {
    const editor = open('The ferry runs twice.');
    type(editor, 'twice', 'once');
    expect(proposed(editor)).toEqual([{ inserted: 'once', deleted: 'twice', author: 'Noor' }]);
    expect(shown(editor)).toBe('Headline ¶ The ferry runs twiceonce.');
    expect(rejected(editor)).toBe('Headline\n\nThe ferry runs twice.');
  });

  it('takes one’s own insertion back for good', () => {
    const editor = open('The ferry runs.');
    type(editor, 'ferry| runs', ' late');
    remove(editor, 'late');
    expect(shown(editor)).toBe('Headline ¶ The ferry  runs.');
    remove(editor, 'ferry |');
    remove(editor, 'y ');
    expect(reads(editor)).toBe('Headline\n\nThe ferr runs.');
    expect(rejected(editor)).toBe('Headline\n\nThe ferry runs.');
  });

  it('deletes what somebody else inserted only as a suggestion', () => {
    const editor = open('The ferry runs.');
    type(editor, 'ferry| runs', ' late');
    writeAs(MARA);
    remove(editor, 'late');
    expect(reads(editor)).toBe('Headline\n\nThe ferry  runs.');
    expect(proposed(editor)).toEqual([
      { inserted: ' late', deleted: '', author: 'Noor' },
      { inserted: '', deleted: 'late', author: 'Mara' },
    ]);
    decide(editor, 'reject', MARA);
    expect(reads(editor)).toBe('Headline\n\nThe ferry late runs.');
  });

  it('stands beside somebody else’s deletion where it is typed into it', () => {
    const editor = open('The late ferry runs.');
    remove(editor, ' late');
    writeAs(MARA);
    change(editor, () => {
      const node = $getRoot()
        .getAllTextNodes()
        .find((one) => one.getTextContent() === ' late');
      node?.select(3, 3);
    });
    goOn(editor, (selection) => selection.insertText('x'));
    goOn(editor, (selection) => selection.insertText('y'));
    expect(shown(editor)).toBe('Headline ¶ The latexy ferry runs.');
    expect(proposed(editor)).toEqual([
      { inserted: '', deleted: ' late', author: 'Noor' },
      { inserted: 'xy', deleted: '', author: 'Mara' },
    ]);
  });

  it('is followed where a paragraph is parted, and where two are joined', () => {
    const editor = open('One. Two.', 'Three.');
    change(editor, () => void $select('One.| Two').insertParagraph());
    expect(reads(editor)).toBe('Headline\n\nOne.\n\n Two.\n\nThree.');
    expect(rejected(editor)).toBe('Headline\n\nOne. Two.\n\nThree.');
    change(editor, () => {
      const [, , , third] = $getRoot().getChildren();
      const [, , second] = $getRoot().getChildren();
      if (!$isElementNode(third) || !$isElementNode(second)) throw new Error('Too few blocks.');
      const selection = second.selectEnd();
      const start = third.getAllTextNodes()[0]!;
      selection.focus.set(start.getKey(), 0, 'text');
      selection.removeText();
    });
    expect(reads(editor)).toBe('Headline\n\nOne.\n\n Two.Three.');
    expect(rejected(editor)).toBe('Headline\n\nOne. Two.\n\nThree.');
  });

  it('covers several paragraphs, and a rule between them', () => {
    const editor = open('First one.', 'Second one.', 'Third one.');
    change(editor, () => {
      const [, first, , third] = $getRoot().getChildren();
      if (!$isElementNode(first) || !$isElementNode(third)) throw new Error('Too few blocks.');
      const selection = $createRangeSelection();
      selection.anchor.set(first.getFirstChildOrThrow().getKey(), 5, 'text');
      selection.focus.set(third.getFirstChildOrThrow().getKey(), 5, 'text');
      $setSelection(selection);
      selection.insertText('X');
    });
    expect(reads(editor)).toBe('Headline\n\nFirstX one.');
    expect(rejected(editor)).toBe('Headline\n\nFirst one.\n\nSecond one.\n\nThird one.');
    expect(proposed(editor)).toHaveLength(1);
    decide(editor, 'reject');
    expect(reads(editor)).toBe('Headline\n\nFirst one.\n\nSecond one.\n\nThird one.');
    expect(proposed(editor)).toEqual([]);
  });

  it('is simply made where nobody proposes, beside suggestions too', () => {
    const editor = open('The ferry runs.');
    remove(editor, ' ferry');
    writeAs(null);
    change(editor, () => {
      const node = $getRoot()
        .getAllTextNodes()
        .find((one) => one.getTextContent() === ' ferry');
      node?.select(6, 6);
    });
    goOn(editor, (selection) => selection.insertText(' boat'));
    expect(reads(editor)).toBe('Headline\n\nThe boat runs.');
    expect(rejected(editor)).toBe('Headline\n\nThe ferry boat runs.');
    expect(proposed(editor)).toEqual([{ inserted: '', deleted: ' ferry', author: 'Noor' }]);
  });

  it('is accepted on the page as it is read outside', () => {
    const editor = open('The late ferry runs.', 'It is slow.');
    type(editor, 'late', 'early');
    remove(editor, ' is');
    const read = acceptedDocument(editor);
    decide(editor, 'accept');
    expect(savedDocument(editor)).toEqual(read);
  });
});
