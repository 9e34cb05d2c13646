import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from './arbitrary-document';
import { document, inlineBlock, link, textNode } from './build';
import { markQuotations, type QuotationMark } from './mark-quotations';
import { plainText } from './plain-text';
import type { Document } from './schema';

const paragraph = (...texts: ReturnType<typeof textNode>[]) => inlineBlock('paragraph', texts);
const body = (marked: Document) => {
  const block = marked.root.children[1];
  return block?.type === 'paragraph' ? block.children : [];
};

test('splits text where a mark starts and ends, and keeps the format', () => {
  const plain = document([paragraph(textNode('He said “no” twice.', 2))]);
  const marked = markQuotations(plain, [{ id: 'q', parts: [{ start: 10, end: 14 }] }]);
  expect(body(marked)).toEqual([
    textNode('He said ', 2),
    { ...textNode('“no”', 2), $: { quotation: ['q'] } },
    textNode(' twice.', 2),
  ]);
});

test('takes former marks away and makes one of what is alike again', () => {
  const plain = document([paragraph(textNode('He said “no” twice.'))]);
  const marked = markQuotations(plain, [{ id: 'q', parts: [{ start: 10, end: 14 }] }]);
  expect(markQuotations(marked, [])).toEqual(plain);
});

test('lists the ids of nested quotations outermost first', () => {
  const plain = document([paragraph(textNode('“He said ‘no’.”'))]);
  const marks = [
    { id: 'inner', parts: [{ start: 11, end: 15 }] },
    { id: 'outer', parts: [{ start: 2, end: 17 }] },
  ];
  const ids = body(markQuotations(plain, marks)).map((node) =>
    '$' in node ? node.$?.quotation : null,
  );
  expect(ids).toEqual([['outer'], ['outer', 'inner'], ['outer']]);
});

test('reaches into links and leaves other states of a node alone', () => {
  const kept = { ...textNode('“yes”'), $: { other: 1 } } as ReturnType<typeof textNode>;
  const plain = document([inlineBlock('paragraph', [link('https://a.example', [kept])])]);
  const marked = markQuotations(plain, [{ id: 'q', parts: [{ start: 2, end: 7 }] }]);
  expect(JSON.stringify(marked)).toContain('"$":{"other":1,"quotation":["q"]}');
  expect(markQuotations(marked, [])).toEqual(plain);
});

describe('for any document', () => {
  const withMarks = arbitraryDocument.chain((one) => {
    const { text } = plainText(one);
    const span = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    return fc.record({
      one: fc.constant(one),
      marks: fc
        .array(span, { maxLength: 4 })
        .map((spans) =>
          spans.map((part, index): QuotationMark => ({ id: `q${index}`, parts: [part] })),
        ),
    });
  });

  test('the words stay the same, and so does the document once the marks are gone', () => {
    fc.assert(
      fc.property(withMarks, ({ one, marks }) => {
        const marked = markQuotations(one, marks);
        expect(plainText(marked).text).toBe(plainText(one).text);
        expect(markQuotations(marked, [])).toEqual(markQuotations(one, []));
      }),
    );
  });

  test('marks come back as they were given, but for breaks of line and paragraph at their edges', () => {
    fc.assert(
      fc.property(withMarks, ({ one, marks }) => {
        const { text, blocks } = plainText(one);
        const { quotations } = plainText(markQuotations(one, marks));
        for (const { id, parts } of marks) {
          const words = (all: { start: number; end: number }[]) =>
            all.map(({ start, end }) => text.slice(start, end).replace(/^[\n\t]+|[\n\t]+$/g, ''));
          const given = parts.flatMap((part) => splitAtBorders(part, blocks));
          expect(words(quotations.get(id) ?? [])).toEqual(words(given).filter((one) => one !== ''));
        }
      }),
    );
  });
});

/**
 * No quotation runs from headline or standfirst into what follows, or into a footnote: such a mark
 * comes back in parts.
 */
function splitAtBorders(
  part: { start: number; end: number },
  blocks: ReturnType<typeof plainText>['blocks'],
) {
  const borders = blocks.flatMap(({ kind, start, end }) => {
    if (kind === 'headline' || kind === 'standfirst') return [end];
    return kind === 'footnote' ? [start] : [];
  });
  const parts = [];
  let { start } = part;
  for (const border of borders) {
    if (border <= start || border >= part.end) continue;
    parts.push({ start, end: border });
    start = border;
  }
  return [...parts, { start, end: part.end }];
}
