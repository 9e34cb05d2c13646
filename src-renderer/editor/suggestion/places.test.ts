import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitrarySuggestions } from '../../../src-shared/document/arbitrary-suggestions';
import { plainText } from '../../../src-shared/document/plain-text';
import { $placedTexts } from '../quotation/positions';
import { createTestEditor, savedDocument } from '../testing';

it('every word of a text with suggestions stands where the plain text has it', () => {
  fc.assert(
    fc.property(arbitrarySuggestions, (document) => {
      const editor = createTestEditor(document);
      const { text } = plainText(savedDocument(editor));
      const placed = editor.read(() =>
        $placedTexts().map(({ node, start }) => ({ words: node.getTextContent(), start })),
      );
      for (const { words, start } of placed) {
        expect(text.slice(start, start + words.length)).toBe(words);
      }
      const total = placed.reduce((sum, { words }) => sum + words.length, 0);
      expect(total).toBe(text.replace(/\n\n|\n|\t/g, '').length);
    }),
    { numRuns: 60 },
  );
}, 60_000);
