import { $createRangeSelection, $getSelection, $setSelection, type RangeSelection } from 'lexical';

// Lexical gives out the type of the class alone.
const prototype = Object.getPrototypeOf($createRangeSelection()) as RangeSelection;
const { removeText } = prototype;

/**
 * Deletes with the selection put aside. While Lexical (0.52) joins the last selected line to an empty
 * first one, it moves the points of the selection along although one of them stands behind the end of
 * the text that is left of its node, and throws: nothing is deleted, nothing typed over it comes. All
 * of deleting, typing, pasting and cutting goes through `removeText`, so it is mended there.
 */
function $removeText(this: RangeSelection): void {
  if ($getSelection() !== this) {
    removeText.call(this);
    return;
  }
  $setSelection(null);
  removeText.call(this);
  $setSelection(this);
}

/** Mends how Lexical deletes a selection that begins in an empty line; once or many times. */
export function mendRemoveText(): void {
  prototype.removeText = $removeText;
}
