import { $insertDataTransferForRichText } from '@lexical/clipboard';
import { $getRoot, PASTE_TAG } from 'lexical';
import { expect, it } from 'vitest';
import { plainText } from '../../src-shared/document/plain-text';
import { articleOf, change, createTestEditor, savedDocument } from './testing';

/** The text of an article whose only paragraph had this put at its end, by paste. */
function pasted(text: string): string {
  const editor = createTestEditor(articleOf('Harbour closed', 'Before. '));
  const clipboard = {
    getData: (format: string) => (format === 'text/plain' ? text : ''),
  } as DataTransfer;
  change(
    editor,
    () => $insertDataTransferForRichText(clipboard, $getRoot().selectEnd(), editor),
    PASTE_TAG,
  );
  return plainText(savedDocument(editor)).text;
}

it('makes a paragraph of every line of plain text, and none of a blank one', () => {
  expect(pasted('One\nTwo\n\nThree\r\n \r\n\r\nFour')).toBe(
    ['Harbour closed', 'Before. One', 'Two', 'Three', 'Four'].join('\n\n'),
  );
});

it('leaves the spaces within a line alone', () => {
  expect(pasted('a  b')).toBe('Harbour closed\n\nBefore. a  b');
});
