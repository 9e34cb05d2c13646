import { $getRoot, $setSelection, type LexicalEditor, type RangeSelection } from 'lexical';
import { inlineBlock, textNode } from '../../../src-shared/document/build';
import type { Document } from '../../../src-shared/document/schema';
import { acceptSuggestions, rejectSuggestions } from '../../../src-shared/document/suggestions';
import { change, createTestEditor, savedDocument } from '../testing';
import { $decide, type Decision } from './decide';
import { DECIDED_TAG } from './register';

/*
 * For tests: two who write, an editor that proposes what they do, and what becomes of it.
 */

export const NOOR = '01900000-0000-7000-8000-000000000001';
export const MARA = '01900000-0000-7000-8000-000000000002';

export const nameOf = (author: string): string => (author === NOOR ? 'Noor' : 'Mara');

let writer: string | null = NOOR;

/** An editor in which Noor proposes what she changes. */
export function openProposing(document: Document): LexicalEditor {
  writer = NOOR;
  return createTestEditor(document, { suggestingAs: () => writer });
}

/** Somebody else goes on; with null, what is changed is simply made. */
export function writeAs(author: string | null): void {
  writer = author;
}

/** A paragraph. */
export const line = (text: string) => inlineBlock('paragraph', text === '' ? [] : [textNode(text)]);

/** Selects from the start of some words to the end of others: within one text each. */
export function $select(from: string, to = from): RangeSelection {
  const texts = $getRoot().getAllTextNodes();
  const first = texts.find((node) => node.getTextContent().includes(from))!;
  const last = texts.findLast((node) => node.getTextContent().includes(to))!;
  const selection = first.select(0, 0);
  const start = first.getTextContent().indexOf(from);
  selection.setFormat(first.getFormat());
  selection.anchor.set(first.getKey(), start, 'text');
  selection.focus.set(last.getKey(), last.getTextContent().indexOf(to) + to.length, 'text');
  $setSelection(selection);
  return selection;
}

/** The document as it would be saved, with everything in it accepted. */
export const acceptedDocument = (editor: LexicalEditor): Document =>
  acceptSuggestions(savedDocument(editor));

/** The document as it would be saved, with everything in it rejected. */
export const rejectedDocument = (editor: LexicalEditor): Document =>
  rejectSuggestions(savedDocument(editor));

/** Decides on the page what is proposed, of everybody or of one; answers how many nodes it was about. */
export function decide(editor: LexicalEditor, decision: Decision, of?: string): number {
  let count = 0;
  const $work = () => {
    count = $decide(decision, ({ author }) => of === undefined || author === of);
  };
  change(editor, $work, DECIDED_TAG);
  return count;
}
