import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import {
  document,
  FORMAT,
  inlineBlock,
  lineBreak,
  quote,
  textNode,
} from '../../src-shared/document/build';
import { importMarkdown } from '../../src-shared/document/from-markdown';
import { parseMarkdown } from '../../src-shared/document/markdown';
import { inlineText, leafBlocks, plainText } from '../../src-shared/document/plain-text';
import { exampleInput, NO_BYLINE } from './example';
import cases from './fixtures/markdown-escapes.json';
import type { ExportInput } from './input';
import { renderExport } from './registry';

const markdown = (input: ExportInput) => renderExport(input, 'markdown').text;

/** The body that is written for an article of one paragraph. */
function written(
  ...nodes: (string | ReturnType<typeof textNode> | ReturnType<typeof lineBreak>)[]
) {
  const inlines = nodes.map((node) => (typeof node === 'string' ? textNode(node) : node));
  const text = markdown(
    exampleInput({
      document: document([inlineBlock('paragraph', inlines)]),
      quotations: [],
      dateline: null,
      byline: NO_BYLINE,
    }),
  );
  return text.replace(/^---\n[\s\S]*?\n---\n\n/, '').trimEnd();
}

const frontMatter = (text: string) => /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '';

test('the example reads as it is meant to', async () => {
  await expect(markdown(exampleInput())).toMatchFileSnapshot('fixtures/example.md.txt');
});

describe('traps of Markdown (STANDARDS 2.4)', () => {
  test.each(cases)('$id: $text', ({ text, written: expected }) => {
    const body = written(text);
    expect(body).toBe(expected);
    const [block] = importMarkdown(body).blocks;
    const lines = leafBlocks({
      root: { type: 'root', version: 1, children: block ? [block.node] : [] },
    });
    expect(block?.node.type).toBe('paragraph');
    expect(lines.map((line) => inlineText(line.inlines))).toEqual([text]);
  });

  test('a reference link of the article’s own brackets is none, even with a definition', () => {
    const one = document([
      inlineBlock('paragraph', [textNode('We was [sic] robbed.')]),
      inlineBlock('paragraph', [textNode('[sic]: thus')]),
    ]);
    const text = markdown(exampleInput({ document: one, quotations: [], dateline: null }));
    expect(JSON.stringify(parseMarkdown(text))).not.toContain('"link');
  });

  test('a hard line break is a backslash, which no editor strips', () => {
    expect(written('One', lineBreak(), 'two')).toBe('One\\\ntwo');
  });

  test('spaces at the edge of bold words stand outside the marks', () => {
    expect(written(textNode('bold ', FORMAT.bold), 'plain')).toBe('**bold** plain');
  });

  test('the paragraphs of a block quotation stay apart', () => {
    const one = document([
      quote([inlineBlock('paragraph', [textNode('a')]), inlineBlock('paragraph', [textNode('b')])]),
    ]);
    const text = markdown(exampleInput({ document: one, quotations: [], dateline: null }));
    expect(text).toContain('\n> a\n>\n> b\n');
  });
});

describe('front matter', () => {
  test('strings stand in double quotes, dates without', () => {
    const yaml = frontMatter(markdown({ ...exampleInput(), date: '2026-05-03' }));
    expect(yaml).toContain('date: 2026-05-03\n');
    expect(yaml).toContain('lastmod: 2026-05-03T10:20:00.000Z\n');
    for (const line of yaml.split('\n')) {
      const value = /^[\s-]*(?:[\w]+: ?)?(.*)$/.exec(line)?.[1] ?? '';
      expect(value).toMatch(/^$|^".*"$|^\d{4}-\d{2}-\d{2}|^(?:true|false)$/);
    }
  });

  test.each(['yes', '1:30', '@mara', 'a: b # c', '- x', 'it\'s "so"', 'null', '2026-05-03', '\\n'])(
    'a headline that says %j is read as these words',
    (headline) => {
      const one = document([inlineBlock('headline', [textNode(headline)])]);
      const yaml = frontMatter(markdown(exampleInput({ document: one, quotations: [] })));
      expect(parseYaml(yaml).title).toBe(headline);
    },
  );

  test('says nothing that the article does not', () => {
    const one = exampleInput({
      document: document([]),
      quotations: [],
      dateline: null,
      section: null,
      tags: [],
      status: 'draft',
      byline: NO_BYLINE,
    });
    expect(markdown({ ...one, people: [] })).toBe(
      '---\nlastmod: 2026-05-03T10:20:00.000Z\ndraft: true\nslug: "article"\nlang: "en-GB"\n---\n',
    );
  });
});

test('what was exported is read back with the same words', () => {
  const input = exampleInput();
  const { details, blocks } = importMarkdown(markdown(input));
  const { text } = plainText(input.article.document);
  expect(details).toMatchObject({
    title: text.split('\n\n')[0],
    standfirst: text.split('\n\n')[1],
    language: 'en-GB',
  });
  expect(details.contributors?.map(({ name, role }) => `${name}: ${role}`)).toEqual([
    'Ada Quill: author',
    'Ben Harrow: author',
    'Cleo Marsh: additional-reporting',
    'Dov Stern: editing',
    'agencies: author',
  ]);
  const body = document(blocks.map((block) => block.node));
  const expected = text.split('\n\n').slice(2).join('\n\n');
  expect(plainText(body).text.trimStart()).toBe(
    `SALTMERE – ${expected}\n\n${input.article.byline.tail}`,
  );
});

test('writing what was written a second time changes nothing', () => {
  const once = markdown(exampleInput());
  expect(markdown(exampleInput())).toBe(once);
});
