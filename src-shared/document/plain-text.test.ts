import { expect, test } from 'vitest';
import {
  document,
  heading,
  horizontalRule,
  inlineBlock,
  lineBreak,
  link,
  list,
  quote,
  tab,
  textNode,
} from './build';
import { plainText } from './plain-text';
import type { InlineNode } from './schema';

const paragraph = (...nodes: (string | InlineNode)[]) =>
  inlineBlock(
    'paragraph',
    nodes.map((node) => (typeof node === 'string' ? textNode(node) : node)),
  );
const marked = (text: string, ...quotation: string[]) => ({ ...textNode(text), $: { quotation } });

test('joins the lines of all blocks with an empty line', () => {
  const { text, blocks } = plainText(
    document([
      inlineBlock('headline', [textNode('Bridge opens')]),
      inlineBlock('standfirst', [textNode('At last.')]),
      paragraph(
        'One',
        lineBreak(),
        'two',
        tab(),
        'three ',
        link('https://a.example', [textNode('linked')]),
      ),
      horizontalRule(),
      heading('h2', [textNode('Later')]),
      list('bullet', [
        {
          inlines: [textNode('first')],
          lists: [{ listType: 'number', start: 1, lines: [{ inlines: [textNode('below')] }] }],
        },
        { inlines: [textNode('second')] },
      ]),
      quote([paragraph('Said.'), paragraph('And said.')]),
      quote([paragraph('Another.')]),
    ]),
  );
  expect(text).toBe(
    'Bridge opens\n\nAt last.\n\nOne\ntwo\tthree linked\n\nLater\n\nfirst\n\nbelow\n\nsecond\n\nSaid.\n\nAnd said.\n\nAnother.',
  );
  expect(
    blocks.map((block) => [block.kind, block.quote, text.slice(block.start, block.end)]),
  ).toEqual([
    ['headline', undefined, 'Bridge opens'],
    ['standfirst', undefined, 'At last.'],
    ['paragraph', undefined, 'One\ntwo\tthree linked'],
    ['heading', undefined, 'Later'],
    ['list-item', undefined, 'first'],
    ['list-item', undefined, 'below'],
    ['list-item', undefined, 'second'],
    ['quote', 0, 'Said.'],
    ['quote', 0, 'And said.'],
    ['quote', 1, 'Another.'],
  ]);
});

test('counts empty blocks, so that every place has an offset', () => {
  const { text, blocks } = plainText(document([paragraph(''), paragraph('x')]));
  expect(text).toBe('\n\n\n\nx');
  expect(blocks.at(-1)).toEqual({ kind: 'paragraph', start: 4, end: 5 });
});

test('joins the stretches of a quotation across formats, links, lines and paragraphs', () => {
  const { text, quotations } = plainText(
    document([
      paragraph(
        'She said ',
        marked('“One ', 'a'),
        { ...marked('two', 'a'), format: 1 },
        lineBreak(),
        marked('three.', 'a'),
      ),
      paragraph(marked('“Four.”', 'a'), ' Then ', marked('“five”', 'a'), '.'),
    ]),
  );
  const parts = quotations.get('a')?.map(({ start, end }) => text.slice(start, end));
  expect(parts).toEqual(['“One two\nthree.\n\n“Four.”', '“five”']);
});

test('keeps nested quotations apart and never joins a headline with the body', () => {
  const { text, quotations } = plainText(
    document([
      inlineBlock('headline', [marked('‘Dead’', 'a')]),
      paragraph(marked('“He said ', 'a'), marked('‘no’', 'a', 'b'), marked('.”', 'a')),
    ]),
  );
  const words = (id: string) => quotations.get(id)?.map(({ start, end }) => text.slice(start, end));
  expect(words('a')).toEqual(['‘Dead’', '“He said ‘no’.”']);
  expect(words('b')).toEqual(['‘no’']);
});

test('reads a block quotation of the older form, which holds words without paragraphs', () => {
  const old = { type: 'quote' as const, version: 1, children: [textNode('Said.')] };
  expect(plainText(document([old])).blocks.at(-1)).toEqual({
    kind: 'quote',
    quote: 0,
    start: 2,
    end: 7,
  });
});
