import type { LexicalEditor } from 'lexical';
import { footnoteMark } from '../../../src-shared/document/footnotes';
import { words } from '../words';
import { FOOTNOTE_CLASS, REFERENCE_CLASS } from './nodes';

/**
 * Writes the letters of references and notes onto their elements after every change of the text. That
 * costs next to nothing where there are none, and no word of the document depends on it.
 */
export function registerFootnoteNumbers(editor: LexicalEditor): () => void {
  let references: HTMLCollectionOf<Element> | undefined;
  let notes: HTMLCollectionOf<Element> | undefined;

  function write() {
    if (!references || !notes || (references.length === 0 && notes.length === 0)) return;
    const marks = new Map<string, string>();
    for (const element of references as Iterable<HTMLElement>) {
      const id = element.dataset.footnote ?? '';
      const mark = marks.get(id) ?? footnoteMark(marks.size);
      marks.set(id, mark);
      // As text: at a letter that is only drawn, the browser has no place for a cursor behind it.
      if (element.textContent !== mark) element.textContent = mark;
      setMark(element, mark, words.footnote.reference(mark));
    }
    for (const element of notes as Iterable<HTMLElement>) {
      const mark = marks.get(element.dataset.footnote ?? '') ?? '';
      setMark(element, mark, words.footnote.note(mark));
    }
  }

  const stopRoot = editor.registerRootListener((root) => {
    references = root?.getElementsByClassName(REFERENCE_CLASS);
    notes = root?.getElementsByClassName(FOOTNOTE_CLASS);
    write();
  });
  const stopUpdates = editor.registerUpdateListener(write);
  return () => {
    stopRoot();
    stopUpdates();
  };
}

function setMark(element: HTMLElement, mark: string, label: string): void {
  if (element.dataset.mark === mark) return;
  element.dataset.mark = mark;
  element.ariaLabel = label;
}
