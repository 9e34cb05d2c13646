import type { LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { articleOf, change, createTestEditor } from '../testing';
import { $applyPlan, $planMarks } from './apply-marks';
import { $quotationAtCursor, findNext, moveIntoQuotation } from './go-to';
import { $placedTexts } from './positions';

const IDS = ['a', 'b', 'c'].map((letter) => `01930000-0000-7000-8000-00000000000${letter}`);
const [A, B, C] = IDS as [string, string, string];

/** “a” is the first quotation, “b” and “c” the next two. */
function desk(): LexicalEditor {
  const text = 'Start “aaa” middle “bbb” and “ccc” end.';
  const editor = createTestEditor(articleOf('', text));
  const marks = ['“aaa”', '“bbb”', '“ccc”'].map((words, index) => {
    const start = 2 + text.indexOf(words);
    return { id: IDS[index] ?? '', parts: [{ start, end: start + words.length }] };
  });
  change(editor, () => $applyPlan($planMarks(marks)));
  return editor;
}

/** Puts the cursor behind these words. */
function cursorBehind(editor: LexicalEditor, words: string) {
  change(editor, () => {
    const found = $placedTexts().find(({ node }) => node.getTextContent().includes(words));
    const offset = (found?.node.getTextContent().indexOf(words) ?? 0) + words.length;
    found?.node.select(offset, offset);
  });
}

describe('going from quotation to quotation', () => {
  it('takes the next after the cursor, and begins again at the end', () => {
    const editor = desk();
    cursorBehind(editor, 'midd');
    expect(findNext(editor, IDS, 'next')).toBe(B);
    expect(findNext(editor, IDS, 'previous')).toBe(A);
    cursorBehind(editor, 'en');
    expect(findNext(editor, IDS, 'next')).toBe(A);
    cursorBehind(editor, 'Sta');
    expect(findNext(editor, IDS, 'previous')).toBe(C);
  });

  it('leaves the one that the cursor is in', () => {
    const editor = desk();
    moveIntoQuotation(editor, B);
    expect(findNext(editor, IDS, 'next')).toBe(C);
    expect(findNext(editor, IDS, 'previous')).toBe(A);
    expect(findNext(editor, [B], 'next')).toBe(B);
  });

  it('passes over those that are not asked for, and over those that are not there', () => {
    const editor = desk();
    cursorBehind(editor, 'Sta');
    expect(findNext(editor, [C, 'unknown'], 'next')).toBe(C);
    expect(findNext(editor, ['unknown'], 'next')).toBeNull();
  });

  it('starts at the top where there is no cursor', () => {
    expect(findNext(desk(), IDS, 'next')).toBe(A);
  });
});

describe('the quotation at the cursor', () => {
  it('is the one the cursor is in, its marks included', () => {
    const editor = desk();
    const at = (words: string) => {
      cursorBehind(editor, words);
      return editor.read($quotationAtCursor);
    };
    expect(at('“aa')).toBe(A);
    expect(at('“aaa”')).toBe(A);
    expect(at('midd')).toBeNull();
  });

  it('is the one that was gone to', () => {
    const editor = desk();
    expect(moveIntoQuotation(editor, C)).toBe(true);
    expect(editor.read($quotationAtCursor)).toBe(C);
    expect(moveIntoQuotation(editor, 'unknown')).toBe(false);
  });
});
