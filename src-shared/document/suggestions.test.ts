import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from './arbitrary-document';
import { arbitrarySuggestions } from './arbitrary-suggestions';
import {
  document,
  heading,
  horizontalRule,
  inlineBlock,
  link,
  list,
  quote,
  textNode,
} from './build';
import { compareDocuments } from './compare-documents';
import { listSuggestions } from './list-suggestions';
import { leafBlocks, plainText } from './plain-text';
import { type BlockNode, type Document, DocumentSchema, type InlineNode } from './schema';
import type { SuggestionMark } from './suggestion-marks';
import { acceptSuggestions, hasSuggestions, rejectSuggestions } from './suggestions';

const mark = (number: number): SuggestionMark => ({
  id: `01900000-0000-7000-8000-00000000000${number}`,
  author: '01900000-0000-7000-9000-000000000001',
  at: '2026-03-04T10:00:00.000Z',
});
const come = <T extends object>(node: T, number = 1): T => ({
  ...node,
  $: { ...(node as { $?: object }).$, inserted: mark(number) },
});
const go = <T extends object>(node: T, number = 1): T => ({
  ...node,
  $: { ...(node as { $?: object }).$, deleted: mark(number) },
});
const paragraph = (...children: InlineNode[]) => inlineBlock('paragraph', children);
const line = (text: string) => paragraph(textNode(text));
const article = (...blocks: BlockNode[]): Document =>
  document([inlineBlock('headline', [textNode('H')]), ...blocks]);

interface Case {
  name: string;
  blocks: BlockNode[];
  accepted: string;
  rejected: string;
}

const items = (...lines: string[]) =>
  list(
    'bullet',
    lines.map((text) => ({ inlines: [textNode(text)] })),
  );

const CASES: Case[] = [
  {
    name: 'words that come and words that go',
    blocks: [paragraph(textNode('A '), go(textNode('b')), come(textNode('c')), textNode(' d'))],
    accepted: 'A c d',
    rejected: 'A b d',
  },
  {
    name: 'words that one inserted and another deleted',
    blocks: [paragraph(textNode('A'), go(come(textNode(' b'), 1), 2))],
    accepted: 'A',
    rejected: 'A',
  },
  {
    name: 'a paragraph that was parted',
    blocks: [line('One.'), come(line('Two.'))],
    accepted: 'One.\n\nTwo.',
    rejected: 'One.Two.',
  },
  {
    name: 'paragraphs that are joined',
    blocks: [line('One.'), go(line('Two.')), go(line('Three.'))],
    accepted: 'One.Two.Three.',
    rejected: 'One.\n\nTwo.\n\nThree.',
  },
  {
    name: 'a paragraph that goes',
    blocks: [line('One.'), go(paragraph(go(textNode('Two.')))), line('Three.')],
    accepted: 'One.\n\nThree.',
    rejected: 'One.\n\nTwo.\n\nThree.',
  },
  {
    name: 'the first paragraph, which goes: nothing runs into the headline',
    blocks: [go(paragraph(go(textNode('One.')))), line('Two.')],
    accepted: 'Two.',
    rejected: 'One.\n\nTwo.',
  },
  {
    name: 'a rule that goes, with the lines around it',
    blocks: [line('One.'), go(horizontalRule()), go(line('Two.'))],
    accepted: 'One.Two.',
    rejected: 'One.\n\nTwo.',
  },
  {
    name: 'a rule that stays between lines that cannot be joined',
    blocks: [line('One.'), horizontalRule(), go(line('Two.'))],
    accepted: 'One.\n\nTwo.',
    rejected: 'One.\n\nTwo.',
  },
  {
    name: 'a link whose words go',
    blocks: [paragraph(textNode('A '), link('https://example.org', [go(textNode('b'))]))],
    accepted: 'A ',
    rejected: 'A b',
  },
  {
    name: 'items that run into the paragraph before them',
    blocks: [
      line('One.'),
      {
        ...items('two', 'three'),
        children: items('two', 'three').children.map((item) => go(item)),
      },
      line('Four.'),
    ],
    accepted: 'One.twothree\n\nFour.',
    rejected: 'One.\n\ntwo\n\nthree\n\nFour.',
  },
  {
    name: 'a block quotation that runs into the paragraph before it',
    blocks: [line('One.'), quote([go(line('Two.'))]), line('Three.')],
    accepted: 'One.Two.\n\nThree.',
    rejected: 'One.\n\nTwo.\n\nThree.',
  },
  {
    name: 'an empty paragraph in front of a heading',
    blocks: [line('One.'), paragraph(), go(heading('h2', [textNode('Two')]))],
    accepted: 'One.\n\nTwo',
    rejected: 'One.\n\n\n\nTwo',
  },
];

const looksOf = (node: InlineNode) => (node.type === 'text' ? `${node.text}:${node.format}` : '');
const bodyOf = (one: Document) => plainText(one).text.slice('H\n\n'.length);

describe('suggestions of a document', () => {
  it.each(CASES)('are decided: $name', ({ blocks, accepted, rejected }) => {
    const one = article(...blocks);
    expect(bodyOf(acceptSuggestions(one))).toBe(accepted);
    expect(bodyOf(one)).toBe(accepted);
    expect(bodyOf(rejectSuggestions(one))).toBe(rejected);
  });

  it('leave a document alone that has none', () => {
    fc.assert(
      fc.property(arbitraryDocument, (one) => {
        expect(acceptSuggestions(one)).toBe(one);
        expect(rejectSuggestions(one)).toBe(one);
        expect(listSuggestions(one)).toEqual([]);
      }),
    );
  });

  it('are gone once they are decided; what is read is what is accepted', () => {
    fc.assert(
      fc.property(arbitrarySuggestions, (one) => {
        const accepted = acceptSuggestions(one);
        const rejected = rejectSuggestions(one);
        for (const decided of [accepted, rejected]) {
          expect(hasSuggestions(decided)).toBe(false);
          expect(() => v.parse(DocumentSchema, decided)).not.toThrow();
        }
        expect(plainText(one)).toEqual(plainText(accepted));
      }),
    );
  });

  it('are listed in the order of the text, each once', () => {
    const one = article(
      paragraph(
        come(textNode('b'), 2),
        textNode(' a '),
        go(textNode('old')),
        come(textNode('new')),
      ),
      come(line('Next.'), 3),
      go(horizontalRule(), 4),
    );
    expect(
      listSuggestions(one).map(({ id, inserted, deleted }) => [id.at(-1), inserted, deleted]),
    ).toEqual([
      ['2', 'b', ''],
      ['1', 'new', 'old'],
      ['3', '¶', ''],
      ['4', '', '⸻'],
    ]);
  });

  it('are about formats, too: the text has the proposed one, and the former where that is rejected', () => {
    const bold = { ...textNode('b', 1), $: { formatted: { ...mark(1), formats: 0b11 } } };
    const one = article(paragraph(textNode('A '), bold as InlineNode));
    const formats = (decided: Document) => leafBlocks(decided)[1]?.inlines.map(looksOf);
    expect(formats(one)).toEqual(['A :0', 'b:1']);
    expect(formats(acceptSuggestions(one))).toEqual(['A :0', 'b:1']);
    expect(formats(rejectSuggestions(one))).toEqual(['A :0', 'b:2']);
    expect(listSuggestions(one)).toMatchObject([
      {
        inserted: '',
        deleted: '',
        formatted: 'b',
        formats: [
          { name: 'bold', isOn: true },
          { name: 'italic', isOn: false },
        ],
      },
    ]);
  });

  it('are no difference between two states where they read the same', () => {
    const before = article(line('A c'));
    const after = article(paragraph(textNode('A '), go(textNode('b')), come(textNode('c'))));
    expect(compareDocuments(before, after).map(({ kind }) => kind)).toEqual(['same', 'same']);
  });

  it('that are malformed are none', () => {
    const one = article(paragraph({ ...textNode('A'), $: { deleted: { id: 'x' } } } as InlineNode));
    expect(hasSuggestions(one)).toBe(false);
    expect(bodyOf(one)).toBe('A');
  });
});
