import { describe, expect, test } from 'vitest';
import { document, figure, inlineBlock, textNode } from './build';
import { importMarkdown } from './from-markdown';
import { keptMarkdownOf, withKeptMarkdown } from './kept-markdown';
import { isKeptAddress } from './links';
import { writeMarkdown } from './markdown';
import { addressesInMarkdown, heldMarkdown, markdownBody } from './markdown-body';
import type { BlockNode, Document } from './schema';
import type { MarkdownBodyOptions } from './to-mdast';

const read = (markdown: string): BlockNode[] =>
  importMarkdown(markdown, { pictures: true, keepsHtml: true, keepsForm: true }).blocks.map(
    ({ node }) => node,
  );
const write = (blocks: BlockNode[], options: MarkdownBodyOptions = {}) =>
  writeMarkdown({ type: 'root', children: markdownBody(document(blocks), options) });
const keeps = (blocks: BlockNode[]) => blocks.some((block) => keptMarkdownOf(block) !== null);
/** The same blocks with other words. */
const changed = (blocks: BlockNode[], from: string, to: string): BlockNode[] =>
  JSON.parse(JSON.stringify(blocks).replaceAll(`"text":"${from}`, `"text":"${to}`));

const KEPT: [what: string, markdown: string, word: string][] = [
  ['italic in italic', '*The *old* quay*\n', 'The '],
  ['a quotation in a quotation', '> > The quay\n', 'The '],
  ['columns set to a side', '| The boat |\n| -------: |\n|        4 |\n', 'The '],
  ['tasks in order', '1. [x] The boat\n2. The quay\n', 'The '],
  ['a list in which one item has it', '- The boat\n- ****a****\n- c\n', 'The '],
  ['an unknown scheme', 'See [The plan](zotero://select/items/1).\n', 'See '],
  ['a picture among words', 'The ![boat](boat.jpg) here.\n', 'The '],
  ['a picture in a link', '[![A boat](boat.jpg "Ada")](/boats)\n\nThe words.\n', 'The '],
  ['a picture in a heading', '## The ![boat](boat.jpg)\n', 'The '],
];

describe('what an article has no form for', () => {
  test.each(KEPT)('%s comes back as long as nobody changes it', (_what, markdown) => {
    const blocks = read(markdown);
    expect(keeps(blocks)).toBe(true);
    const plain = markdown.replace('****a****', '**__a__**');
    expect(write(blocks)).toBe(plain);
    // Other blocks around it change nothing.
    const around = [inlineBlock('paragraph', [textNode('Before.')]), ...blocks];
    expect(write([...around, inlineBlock('paragraph', [textNode('Behind.')])])).toBe(
      `Before.\n\n${plain}\nBehind.\n`,
    );
  });

  test.each(KEPT.filter(([what]) => what !== 'a picture in a link'))(
    '%s is gone when a word is another one',
    (_what, markdown, word) => {
      const blocks = changed(read(markdown), word, 'Our ');
      expect(write(blocks)).toContain('Our');
      expect(write(blocks)).not.toContain(word);
      expect(heldMarkdown(document(blocks))).toEqual(new Set());
      expect(heldMarkdown(document(read(markdown))).size).toBe(1);
    },
  );

  test('a note, a dateline and an attribution take the place of what was kept', () => {
    const quoted = read('> > The quay\n');
    const attributions = new Map([[0, { text: 'Ada', label: 'source-1-1' }]]);
    expect(write(quoted, { attributions })).toBe('> The quay\n\n— Ada[^source-1-1]\n');
    const [nested] = KEPT;
    const blocks = read(nested![1]);
    expect(write(blocks, { notes: [{ offset: 9, label: 'source-1-1' }] })).toMatch(
      /^\*The old\[\^source-1-1\] quay\*/,
    );
    expect(write(blocks, { dateline: 'SALTMERE' })).toBe('SALTMERE – *The old quay*\n');
  });

  test('of a figure that changed nothing comes back but what it says', () => {
    const blocks = read('[![A boat](boat.jpg)](/boats)\n');
    const [one] = blocks;
    const at = { pictureAddress: () => 'quay-pictures/figure-1.jpg' };
    expect(write(blocks, at)).toBe('[![A boat](quay-pictures/figure-1.jpg)](/boats)\n');
    expect(write([{ ...one, alternativeText: 'A ship' } as BlockNode], at)).toBe(
      '![A ship](quay-pictures/figure-1.jpg)\n',
    );
    expect(write(blocks, { pictureAddress: () => null })).toBe('');
    expect(write([figure({ picture: 'other.jpg', alternativeText: 'A boat' })])).not.toContain(
      '/boats',
    );
  });

  test('notes keep their paragraphs and have the labels of the article', () => {
    const markdown = 'One[^b] *and *two*[^a]*\n\n[^a]: Second.\n\n    More.\n\n[^b]: First.\n';
    const back = write([...read('Before.[^z]\n\n[^z]: Zero.\n').slice(0, 1), ...read(markdown)]);
    expect(back).toContain('One[^note-a] *and *two*[^note-b]*');
    expect(back).toContain('[^note-b]: Second.\n\n    More.\n');
  });

  test('what has an end in the article keeps nothing, and documents do not grow', () => {
    const plain = '# A\n\nWrapped *words*\nand **more**.\n\n- a\n- b\n\n> c\n\n1) d\n\n![e](f)\n';
    expect(keeps(read(plain))).toBe(false);
  });
});

describe('addresses', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'feed:javascript:alert(1)',
    'view-source:https://example.org/',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'C:/secret.txt',
    '\\\\server\\share',
    'ms-msdt:/id',
    'search-ms:query=x',
    'blob:https://example.org/1',
  ])('%j is never written', (url) => {
    expect(isKeptAddress(url)).toBe(false);
  });

  test.each(['', 'made-up:x', 'localhost:5001/foo', 'zotero://select/1', 'urn:isbn:1', '/about/'])(
    '%j comes back',
    (url) => expect(isKeptAddress(url)).toBe(true),
  );

  /** Ways to write "javascript:alert(1)" in Markdown, in blocks that would keep what they were. */
  const HIDDEN = [
    '*a *[b](javascript:alert(1))**',
    '*a *[b](JAVASCRIPT:alert(1))**',
    '*a *[b](&#106;avascript:alert(1))**',
    '*a *[b](javascript&colon;alert(1))**',
    '*a *[b](javascript\\:alert\\(1\\))**',
    '*a *[b](<java\tscript:alert(1)>)**',
    '*a *<javascript:alert(1)>**',
    '*a *![b](javascript:alert(1))**',
    '*a *[b][c]**\n\n[c]: javascript:alert(1)',
    '[](javascript:alert(1))',
    '> > [b](javascript:alert(1))',
    '[![a](b.jpg)](javascript:alert(1))',
  ];

  test.each(HIDDEN)('%s is not kept', (markdown) => {
    const written = write(read(markdown), { pictureAddress: () => null });
    expect(written).not.toMatch(/(?:\]\(|<|\]: ?)[^)]*script/i);
    expect(keeps(read(markdown))).toBe(false);
  });

  test.each(HIDDEN)('%s is not written, although a document says that it keeps it', (markdown) => {
    const words = read(markdown)[0] ?? inlineBlock('paragraph', [textNode('a b')]);
    const plain = write([words]);
    expect(write([withKeptMarkdown(words, markdown)])).toBe(plain);
  });

  test('nothing leads to a page that must not be named, whatever is kept', () => {
    const secret = 'https://secret.example/leak';
    const allowsLink = (url: string) => !/secret\.example/.test(url);
    for (const markdown of [
      `*a *[b](${secret})**`,
      `*a *[b](made-up:${secret})**`,
      '*a *[b](x:?u=https%3A%2F%2Fsecret%2eexample%2Fleak)**',
      '*a *[b](https&colon;//secret&period;example/leak)**',
      `*a *<img src="${secret}">**`,
      `## a ![b](${secret})`,
      `[](${secret})`,
    ]) {
      const blocks = read(markdown);
      expect.soft(write(blocks, { allowsLink }), markdown).not.toContain('secret');
    }
    expect(addressesInMarkdown(`[a](x:${secret}) <img src="//b.example">`)).toContain(secret);
  });
});

test('a document of an earlier version has nothing that it keeps', () => {
  const plain: Document = document([inlineBlock('paragraph', [textNode('a')])]);
  expect(heldMarkdown(plain)).toEqual(new Set());
  expect(writeMarkdown({ type: 'root', children: markdownBody(plain) })).toBe('a\n');
});
