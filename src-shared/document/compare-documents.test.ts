import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from './arbitrary-document';
import { heading, inlineBlock, textNode } from './build';
import { compareDocuments } from './compare-documents';
import type { BlockNode, Document } from './schema';

const documentOf = (...blocks: BlockNode[]): Document => ({
  root: { type: 'root', version: 1, children: blocks },
});
const article = (...paragraphs: string[]) =>
  documentOf(...paragraphs.map((words) => inlineBlock('paragraph', [textNode(words)])));

/** A comparison as a proofreader would note it: "[-gone-]", "{+new+}", a mark before each block. */
function noted(before: Document, after: Document): string[] {
  const marks = { same: ' ', changed: '~', removed: '-', added: '+' };
  return compareDocuments(before, after).map(
    ({ kind, segments }) =>
      marks[kind] +
      segments
        .map(({ type, text: words }) =>
          type === 'same' ? words : type === 'removed' ? `[-${words}-]` : `{+${words}+}`,
        )
        .join(''),
  );
}

describe('two states of an article', () => {
  test.each<[string, Document, Document, string[]]>([
    [
      'that are alike',
      article('The pier is closed.'),
      article('The pier is closed.'),
      [' The pier is closed.'],
    ],
    [
      'with a word changed',
      article('One.', 'The pier is closed until spring.'),
      article('One.', 'The pier is open until spring.'),
      [' One.', '~The pier is [-closed-]{+open+} until spring.'],
    ],
    [
      'with a paragraph put in before one that was changed',
      article('The ferry runs twice a day now.'),
      article('Nobody had asked the islanders.', 'The ferry runs once a day now.'),
      ['+{+Nobody had asked the islanders.+}', '~The ferry runs [-twice-]{+once+} a day now.'],
    ],
    [
      'with a paragraph taken out',
      article('One.', 'Two.', 'Three.'),
      article('One.', 'Three.'),
      [' One.', '-[-Two.-]', ' Three.'],
    ],
    [
      'with a paragraph replaced by another',
      article('The crew was told on Friday.'),
      article('Prices rise in May.'),
      ['-[-The crew was told on Friday.-]', '+{+Prices rise in May.+}'],
    ],
    [
      'where only the form changed',
      article('The vote'),
      documentOf(heading('h2', [textNode('The vote')])),
      ['~The vote'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(noted(before, after)).toEqual(expected);
  });

  test('the marks of quotations are no difference', () => {
    const marked = documentOf(
      inlineBlock('paragraph', [
        { ...textNode('“Yes,”'), $: { quotation: ['0190a0a0-0000-7000-8000-000000000001'] } },
        textNode(' she said.'),
      ]),
    );
    expect(compareDocuments(article('“Yes,” she said.'), marked)[0]!.kind).toBe('same');
  });

  test('every block of both is told once and in order, and the segments hold its words', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (before, after) => {
        const changes = compareDocuments(before, after);
        const olds = changes.flatMap((change) => ('before' in change ? [change.before] : []));
        const news = changes.flatMap((change) => ('after' in change ? [change.after] : []));
        expect(olds).toEqual(before.root.children.map((_, index) => index));
        expect(news).toEqual(after.root.children.map((_, index) => index));
      }),
    );
  });
});
