import { describe, expect, test } from 'vitest';
import { codeBlock, document, htmlBlock, inlineBlock, inlineHtml, quote, textNode } from './build';
import { compareDocuments } from './compare-documents';
import { detectInDocument } from './detect-in-document';
import { importMarkdown } from './from-markdown';
import { addressesIn, closedHtml, isArticleHtml } from './kept-html';
import { writeMarkdown } from './markdown';
import { plainText } from './plain-text';
import type { BlockNode } from './schema';
import { outlineOf } from './testing';
import { toHast } from './to-hast';
import { toMdast } from './to-mdast';

const read = (markdown: string, keepsHtml = true) =>
  outlineOf(importMarkdown(markdown, { keepsHtml }).blocks.map(({ node }) => node));
const write = (blocks: BlockNode[], allowsLink = (_url: string) => true) =>
  writeMarkdown({ type: 'root', children: toMdast(document(blocks), { allowsLink }) });

describe('HTML in Markdown', () => {
  test.each([
    ['<p>Words <b>and</b> more.</p>', true],
    ['<ul><li>a</li><li>b</li></ul>', true],
    ['<table><tr><th>a</th></tr><tr><td>b</td></tr></table>', true],
    ['<img src="a.png" alt="b">', true],
    ['<p>a</p>\n<hr />\n<p>b<br>c</p>', true],
    // Styles, scripts, frames, parts of something, remarks, words of no block.
    ['<p class="intro">Words.</p>', false],
    ['<blockquote class="post"><p>Said.</p></blockquote><script src="x.js"></script>', false],
    ['<iframe src="https://example.org/"></iframe>', false],
    ['<div>', false],
    ['</div>', false],
    ['<td>a</td>', false],
    ['<table><tr><td>a</td></tr></table>', false],
    ['<!-- more -->', false],
    ['<p>a</p> words', false],
    ['<a href="/b">c</a>', false],
    ['<p>a<p>b</p>', false],
  ])('%s is of the article: %s', (html, isOfArticle) => {
    expect(isArticleHtml(html)).toBe(isOfArticle);
  });

  test('what an article has a form for is read, the rest kept, and a source keeps words alone', () => {
    const markdown = '<p>Said <b>so</b>.</p>\n\n<div class="x">Map</div>\n\nPress <kbd>F5</kbd>.\n';
    const words = 'paragraph: Press <kbd>F5</kbd>.';
    expect(read(markdown)).toEqual([
      'paragraph: Said *so*.',
      'html: <div class="x">Map</div>',
      words,
    ]);
    expect(read(markdown, false)).toEqual([
      'paragraph: Said *so*.',
      'paragraph: Map',
      'paragraph: Press F5.',
    ]);
  });

  test('in a line it stands where it stood, in the formats around it', () => {
    const markdown = 'One **two <x-y> three** [four <i> five](https://example.org/).\n';
    expect(write(importMarkdown(markdown, { keepsHtml: true }).blocks.map((one) => one.node))).toBe(
      markdown,
    );
  });

  test.each([
    ['<!-- a', '<!-- a\n-->'],
    ['<!-- a -->', '<!-- a -->'],
    ['<script>\na', '<script>\na\n</script>'],
    ['<?php a', '<?php a\n?>'],
    ['<![CDATA[ a', '<![CDATA[ a\n]]>'],
    ['<div>', '<div>'],
  ])('%j goes out as %j, so that nothing else becomes part of it', (html, closed) => {
    expect(closedHtml(html)).toBe(closed);
    expect(write([htmlBlock(html), inlineBlock('paragraph', [textNode('a')])])).toBe(
      `${closed}\n\na\n`,
    );
  });

  test('it is in Markdown alone', () => {
    const blocks = [
      htmlBlock('<script>alert(1)</script>'),
      inlineBlock('paragraph', [textNode('a'), inlineHtml('<img onerror=alert(1)>')]),
    ];
    expect(JSON.stringify(toHast(document(blocks)))).not.toMatch(/alert/);
    expect(plainText(document(blocks)).text).toBe('\n\na');
  });

  test.each([
    '<a href="https://secret.example/report">x</a>',
    '<iframe src="//secret.example/report"></iframe>',
    '<iframe src="https://player.example/?u=https%3A%2F%2Fsecret.example%2Freport"></iframe>',
    '<a href="https:&#47;&#47;secret.example&sol;report">x</a>',
    '<p>secret.example/report</p>',
    "<script>open('https:\\/\\/secret.example\\/report')</script>",
  ])('what leads to a place that must not be named is left out: %s', (html) => {
    const allowsLink = (url: string) => !/secret\.example/.test(url);
    expect(addressesIn(html).every(allowsLink)).toBe(false);
    const words = inlineBlock('paragraph', [textNode('a'), inlineHtml(html)]);
    expect(write([htmlBlock(html), words], allowsLink)).toBe('a\n');
  });

  test('that it changed is seen in a comparison', () => {
    const [one, other] = ['<b>', '<i>'].map((html) => document([htmlBlock(html)]));
    const changes = compareDocuments(one!, other!).filter(({ kind }) => kind !== 'same');
    expect(changes.flatMap(({ segments }) => segments.map(({ text }) => text)).join('')).toMatch(
      /<.*>/,
    );
  });
});

describe('code', () => {
  const said = 'say("We will never sell the old harbour to anybody.");';

  test('is no quotation, wherever it stands, and parts those around it', () => {
    const words = inlineBlock('paragraph', [textNode('“We stay here,” said Ann Ward.')]);
    const blocks = [words, codeBlock(said), quote([codeBlock(said)])];
    const { quotations, plain } = detectInDocument(document(blocks), { language: 'en' });
    expect(quotations.map(({ start, end }) => plain.text.slice(start, end))).toEqual([
      '“We stay here,”',
    ]);
    expect(plain.text).toContain(said);
    const open = [codeBlock('“a'), inlineBlock('paragraph', [textNode('b.”')])];
    expect(detectInDocument(document(open), { language: 'en' }).quotations).toEqual([]);
  });

  test.each([
    ['```js {1,3}\na\n\n  b\n```\n', 'code js {1,3}: a /  /   b'],
    ['    a\n    \tb\n', 'code : a /  | b'],
    ['~~~\n```\n~~~\n', 'code : ```'],
    ['```\n```\n', 'code : '],
  ])('%j is read as %s, and what is written means the same', (markdown, outline) => {
    expect(read(markdown)).toEqual([outline]);
    const { blocks } = importMarkdown(markdown);
    expect(read(write(blocks.map(({ node }) => node)))).toEqual([outline]);
  });
});
