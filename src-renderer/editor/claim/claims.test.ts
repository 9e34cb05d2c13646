import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  type LexicalEditor,
  PASTE_TAG,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src-shared/document/plain-text';
import { readClaims } from '../../../src-shared/document/read-claims';
import { articleOf, change, createTestEditor, savedDocument } from '../testing';
import { type ClaimCopy, watchClaimCopies } from './copies';
import { registerClaimEdges } from './edges';
import { $claimedWords, $markClaim, $unmarkClaim } from './mark';
import { $claimsOf, $setClaims } from './state';

const ID = '01900000-0000-7000-8000-000000000001';
const id = (number: number) =>
  `01900000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`;

function opened() {
  const editor = createTestEditor(articleOf('Harbour', 'In all, 87 boats were lost. Rain fell.'));
  registerClaimEdges(editor);
  return editor;
}

function $select(from: number, to = from) {
  const paragraph = $getRoot().getChildAtIndex(1);
  if (!$isElementNode(paragraph)) throw new Error('No paragraph.');
  let left = [from, to];
  const points: { key: string; offset: number }[] = [];
  for (const node of paragraph.getAllTextNodes()) {
    const size = node.getTextContentSize();
    left = left.map((offset, index) => {
      if (points[index] === undefined && offset <= size && offset >= 0) {
        points[index] = { key: node.getKey(), offset };
      }
      return offset - size;
    });
  }
  const selection = paragraph.select();
  selection.anchor.set(points[0]!.key, points[0]!.offset, 'text');
  selection.focus.set(points[1]!.key, points[1]!.offset, 'text');
  return selection;
}

const claimsOf = (editor: LexicalEditor) =>
  readClaims(plainText(savedDocument(editor))).map(({ id: claimId, text }) => [claimId, text]);

function mark(editor: LexicalEditor, from = 8, to = 16, claimId = ID) {
  change(editor, () => void $select(from, to));
  change(editor, () => $markClaim(claimId));
}

describe('marking a claim', () => {
  it('marks the selected words, without the spaces at their ends, and no word of the text changes', () => {
    const editor = opened();
    mark(editor, 7, 17);
    expect(claimsOf(editor)).toEqual([[ID, '87 boats']]);
    expect(plainText(savedDocument(editor)).text).toContain('In all, 87 boats were lost. Rain');
    change(editor, () => $unmarkClaim(ID));
    expect(claimsOf(editor)).toEqual([]);
  });

  it('takes the sentence of the cursor where nothing is selected', () => {
    const editor = opened();
    change(editor, () => void $select(12));
    expect(editor.read($claimedWords)).toBe('In all, 87 boats were lost.');
    change(editor, () => $markClaim(ID));
    expect(claimsOf(editor)).toEqual([[ID, 'In all, 87 boats were lost.']]);
  });

  it('lets one claim stand in another', () => {
    const editor = opened();
    mark(editor, 0, 27, id(2));
    mark(editor);
    expect(claimsOf(editor)).toEqual([
      [id(2), 'In all, 87 boats were lost.'],
      [ID, '87 boats'],
    ]);
  });
});

describe('typing at the edges of a claim', () => {
  const typed = (at: number, text: string) => {
    const editor = opened();
    mark(editor);
    change(editor, () => void $select(at));
    for (const letter of text) change(editor, () => $getSelection()?.insertText(letter));
    return claimsOf(editor)[0]?.[1];
  };

  it.each([
    [12, 'x', '87 bxoats'],
    [16, ' and nets', '87 boats'],
    [16, ', nets', '87 boats'],
  ])('at %i, %j: the claim is %j', (at, text, words) => {
    expect(typed(at, text)).toBe(words);
  });

  it('a word that is written on stays one word', () => {
    expect(typed(16, 'es lost')).toBe('87 boatses');
  });
});

describe('copies', () => {
  function watched() {
    const editor = opened();
    let next = 10;
    const told: ClaimCopy[] = [];
    mark(editor);
    const copies = watchClaimCopies(
      editor,
      [ID],
      () => id(next++),
      (found) => told.push(...found),
    );
    return { editor, told, copies };
  }
  const $paste = (text: string, claimId: string) => {
    const node = $createTextNode(text);
    $setClaims(node, [claimId]);
    $getRoot().append($createParagraphNode().append(node));
  };

  it('a pasted copy is a claim of its own, and says whose copy it is; undo takes it back', () => {
    const { editor, told, copies } = watched();
    change(editor, () => $paste('87 boats', ID), PASTE_TAG);
    copies.settle();
    expect(told).toEqual([{ from: ID, to: id(10) }]);
    expect(claimsOf(editor)).toEqual([
      [ID, '87 boats'],
      [id(10), '87 boats'],
    ]);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    copies.settle();
    expect(claimsOf(editor)).toEqual([[ID, '87 boats']]);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    copies.settle();
    expect(claimsOf(editor)).toEqual([
      [ID, '87 boats'],
      [id(10), '87 boats'],
    ]);
    expect(told).toHaveLength(1);
  });

  it('a claim of another article is a copy too', () => {
    const { editor, told, copies } = watched();
    change(editor, () => $paste('12 nets', id(5)), PASTE_TAG);
    copies.settle();
    expect(told).toEqual([{ from: id(5), to: id(10) }]);
  });

  it('a claim that is split by Enter, and joined again, is the same one', () => {
    const { editor, told, copies } = watched();
    change(editor, () => void $select(11).insertParagraph());
    copies.settle();
    expect(claimsOf(editor)).toEqual([[ID, '87 boats']]);
    change(editor, () => {
      const second = $getRoot().getChildAtIndex(2);
      if ($isElementNode(second)) second.selectStart().deleteCharacter(true);
    });
    copies.settle();
    expect(claimsOf(editor)).toEqual([[ID, '87 boats']]);
    expect(told).toEqual([]);
  });

  it('half of a claim that is moved away stays the same one', () => {
    const { editor, told, copies } = watched();
    change(editor, () => {
      const node = $getRoot()
        .getAllTextNodes()
        .find((one) => $claimsOf(one).includes(ID));
      const [, boats] = node?.splitText(3) ?? [];
      boats?.remove();
      $paste('boats', ID);
    });
    copies.settle();
    expect(told).toEqual([]);
    expect(claimsOf(editor)).toEqual([[ID, '87 … boats']]);
  });
});
