import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { ImportedArticleSchema } from '../document/imported-article';
import type { BlockNode, InlineNode } from '../document/schema';
import { readArticle } from './article';

const fixture = (name: string) => new Uint8Array(readFileSync(join(__dirname, 'fixtures', name)));

/** A block on one line: emphasis as in Markdown, links as <address|words>, notes as {id}. */
function shown(node: BlockNode | InlineNode): string {
  switch (node.type) {
    case 'text': {
      const mark = node.format & 1 ? '**' : node.format & 2 ? '*' : node.format & 32 ? '~' : '';
      return mark + node.text + mark;
    }
    case 'linebreak':
      return ' / ';
    case 'link':
      return `<${node.url}|${node.children.map(shown).join('')}>`;
    case 'footnotereference':
      return '{note}';
    case 'heading':
      return `${node.tag}: ${node.children.map(shown).join('')}`;
    case 'figure':
      return `figure (${node.alternativeText ?? ''}) ${node.children.map(shown).join('')}`.trim();
    case 'listitem' as never:
    case 'tablecell' as never:
      return (node as unknown as { children: InlineNode[] }).children.map(shown).join('');
    case 'list':
    case 'tablerow' as never: {
      const { children, tag = 'row' } = node as { children: BlockNode[]; tag?: string };
      return `${tag}[${children.map(shown).join(' | ')}]`;
    }
    default: {
      const inner = 'children' in node ? (node.children as InlineNode[]).map(shown) : [];
      const between = node.type === 'quote' || node.type === 'table' ? ' | ' : '';
      return `${node.type}: ${inner.join(between)}`;
    }
  }
}

const EXPECTED = [
  'headline: Ferry to Saltmere stops for good',
  'standfirst: The islanders heard of it from a notice on the pier',
  'paragraph: The last ferry will leave on 30 May. “Nobody **asked** us,” said Olive Marsh, who *runs* the shop.{note}',
  'h2: What the council knew',
  'paragraph: A <https://saltmere.example/memo|memo> of March counts the cost:',
  'table: row[paragraph: Year | paragraph: Passengers] | row[paragraph: 2023 | paragraph: 41,200] | row[paragraph: 2024 | paragraph: 38,900]',
  'quote: paragraph: First came the flood. | paragraph: Then came the fire, and nobody slept.',
  'ol[The pier is closed. | The boat is sold: | ul[engine | hull]]',
  'h3: The vote',
  'paragraph: The council votes on H~2~O rights next; “We will not sell,” the mayor said.',
  'figure (The pier in March) The pier in March',
  'footnote: She has run it since 1998.',
];

/** What a program did not write into its file. */
const NO_ALTERNATIVE = ['figure (The pier in March)', 'figure ()'] as const;
/** LibreOffice writes the inner list as numbered, with bullets for another level. */
const ALL_NUMBERED = ['ul[engine', 'ol[engine'] as const;

test.each<[string, ...(readonly [string, string])[]]>([
  ['dispatch.docx'],
  ['dispatch.odt', NO_ALTERNATIVE],
  ['dispatch-libreoffice.docx', NO_ALTERNATIVE, ALL_NUMBERED],
  ['dispatch-libreoffice.odt'],
])('%s is read with its structure, notes and pictures', async (name, ...others) => {
  const expected = EXPECTED.map((line) =>
    others.reduce((text, [ours, theirs]) => text.replace(ours, theirs), line),
  );
  const { article, pictures } = await readArticle(name, fixture(name));
  expect(article.document.root.children.map(shown)).toEqual(expected);
  expect(v.parse(ImportedArticleSchema, article)).toEqual(article);
  expect(article.dateline).toBe('SALTMERE');
  const [figure] = article.document.root.children.filter((block) => block.type === 'figure');
  expect(pictures.get(figure?.picture ?? '')).toEqual(fixture('quay.png'));
});

test('a text file is read as before', async () => {
  const { article, pictures } = await readArticle('a.md', fixture('dispatch.md'));
  expect(article.title).toBe('Ferry to Saltmere stops for good');
  expect(pictures.size).toBe(0);
});

test.each([
  ['nothing at all', 'a.docx', new Uint8Array(), 'file-empty'],
  [
    'an archive that is no document',
    'a.docx',
    zipSync({ 'x.txt': new Uint8Array([120]) }),
    'format-unsupported',
  ],
  [
    'a document that is cut off',
    'a.odt',
    fixture('dispatch.odt').slice(0, 3000),
    'file-unreadable',
  ],
  [
    'a format that is no article',
    'a.pdf',
    new TextEncoder().encode('%PDF-1.7'),
    'format-unsupported',
  ],
])('%s is refused', async (_, name, bytes, code) => {
  await expect(readArticle(name, bytes)).rejects.toMatchObject({ code });
});
