import * as fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { arbitraryClaims } from './arbitrary-document';
import { compareDocuments } from './compare-documents';
import { markQuotations } from './mark-quotations';
import { writeMarkdown } from './markdown';
import { plainText } from './plain-text';
import { readClaims } from './read-claims';
import { DocumentSchema } from './schema';
import { toHast } from './to-hast';
import { toMdast } from './to-mdast';

/* Claims are marks on words: they are read from the document, and nothing else of it changes by them. */

test('the words of a document are the same with claims in them, and so is all that is made of it', () => {
  fc.assert(
    fc.property(arbitraryClaims, ({ document, unmarked }) => {
      expect(() => v.parse(DocumentSchema, document)).not.toThrow();
      const { claims: _, ...words } = plainText(document);
      const { claims: __, ...wanted } = plainText(unmarked);
      expect(words).toEqual(wanted);
      expect(toHtml(toHast(document))).toBe(toHtml(toHast(unmarked)));
      expect(writeMarkdown({ type: 'root', children: toMdast(document) })).toBe(
        writeMarkdown({ type: 'root', children: toMdast(unmarked) }),
      );
      const kinds = compareDocuments(unmarked, document).map(({ kind }) => kind);
      expect(new Set(kinds)).toEqual(new Set(kinds.length > 0 ? ['same'] : []));
    }),
  );
});

test('claims are read with their words, and stay where quotations are marked', () => {
  fc.assert(
    fc.property(arbitraryClaims, ({ document }) => {
      const plain = plainText(document);
      const read = readClaims(plain);
      expect(read.map(({ id, parts }) => [id, parts]).sort()).toEqual([...plain.claims].sort());
      const end = plain.text.length;
      const marked = markQuotations(document, [{ id: 'q', parts: [{ start: end >> 1, end }] }]);
      expect(plainText(marked).claims).toEqual(plain.claims);
      expect(markQuotations(marked, [])).toEqual(document);
    }),
  );
});
