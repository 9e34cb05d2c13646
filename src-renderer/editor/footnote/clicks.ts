import {
  $getNearestNodeFromDOMNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
} from 'lexical';
import { $goToNote, $selectReference } from './commands';
import { $isFootnote, $isFootnoteReference, FOOTNOTE_CLASS, REFERENCE_CLASS } from './nodes';

/** A click on a letter in the text leads to its note, one on the letter of a note leads back. */
export function registerFootnoteClicks(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    CLICK_COMMAND,
    (event) => {
      const { target } = event;
      if (!(target instanceof HTMLElement)) return false;
      const isReference = target.classList.contains(REFERENCE_CLASS);
      if (!isReference && !(target.classList.contains(FOOTNOTE_CLASS) && isOnLetter(event, target)))
        return false;
      const node = $getNearestNodeFromDOMNode(target);
      if ($isFootnoteReference(node)) return $goToNote(node);
      return $isFootnote(node) && $selectReference(node);
    },
    COMMAND_PRIORITY_LOW,
  );
}

/** The letter stands in the padding before the words. */
function isOnLetter(event: MouseEvent, note: HTMLElement): boolean {
  const { left, right } = note.getBoundingClientRect();
  const { direction, paddingInlineStart } = getComputedStyle(note);
  const inward = direction === 'rtl' ? right - event.clientX : event.clientX - left;
  return inward < Number.parseFloat(paddingInlineStart);
}
