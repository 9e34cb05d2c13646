import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { document, inlineBlock, textNode } from '../../src-shared/document/build';
import { articleFromFile } from '../../src-shared/document/from-file';
import { plainText } from '../../src-shared/document/plain-text';
import { MARKDOWN_PROFILES, type MarkdownProfile } from '../../src-shared/model/markdown-profile';
import { exampleInput } from './example';
import type { ExportInput } from './input';
import { renderExport } from './registry';

const exported = (profile: MarkdownProfile, input: ExportInput = exampleInput()) =>
  renderExport({ ...input, profile }, 'markdown');
const matter = (text: string) =>
  /^(?:---|\+\+\+)\n([\s\S]*?)\n(?:---|\+\+\+)\n/.exec(text)?.[1] ?? '';
const yaml = (profile: MarkdownProfile, input?: ExportInput) =>
  parseYaml(matter(exported(profile, input).text));

/** An article of one paragraph that says `text`, under the headline `headline`. */
function saying(text: string, headline = 'Harbour'): ExportInput {
  const one = document([
    inlineBlock('headline', [textNode(headline)]),
    inlineBlock('paragraph', [textNode(text)]),
  ]);
  return exampleInput({ document: one, quotations: [], dateline: null });
}

describe.each(MARKDOWN_PROFILES)('%s', (profile) => {
  test('reads as it is meant to', async () => {
    await expect(exported(profile).text).toMatchFileSnapshot(`fixtures/profiles/${profile}.md.txt`);
  });

  test('nothing that must not be known is in it', () => {
    expect(JSON.stringify(exported(profile))).not.toMatch(/CANARY|1999|[0-9a-f]{8}-[0-9a-f]{4}-/);
  });
});

test.each([
  ['generic', 'x.md'],
  ['hugo', 'x/index.md'],
  ['jekyll', '2026-05-03-x.md'],
  ['zola', 'x/index.md'],
  ['ghost', 'published-2026-05-03-x.md'],
  ['pandoc', 'x.md'],
] as const)('%s wants its file to be called %s', (profile, name) => {
  const slug = 'saltmere-harbour-to-close-we-will-not-sell-other-words';
  expect(exported(profile).fileName).toBe(name.replace('x', slug));
});

describe('front matters', () => {
  test('Hugo: what it has no name for stands under params', () => {
    const fields = yaml('hugo');
    expect(fields.params.author).toEqual(['Ada Quill', 'Ben Harrow', 'agencies']);
    expect(fields.author).toBeUndefined();
    expect(fields.lang).toBeUndefined();
  });

  test('Jekyll: authors is a list, and author is not there', () => {
    expect(yaml('jekyll').authors).toHaveLength(3);
    expect(yaml('jekyll').author).toBeUndefined();
    expect(
      yaml('jekyll', { ...saying('x'), article: { ...saying('x').article, status: 'draft' } })
        .published,
    ).toBe(false);
  });

  test('words that look like a template are none', () => {
    for (const mark of ['a {{ b }}', 'a {% b %}']) {
      expect(yaml('jekyll', saying(mark)).render_with_liquid).toBe(false);
      expect(yaml('eleventy', saying(mark)).templateEngineOverride).toBe('md');
    }
    expect(yaml('jekyll', saying('plain')).render_with_liquid).toBeUndefined();
    for (const profile of ['hugo', 'zola'] as const) {
      expect(exported(profile, saying('a {{< b >}} {{% c %}}')).text).not.toMatch(/\{\{/);
    }
    expect(exported('zola', saying('a {% b %}')).text).not.toContain('{%');
  });

  test('Obsidian: tags have no spaces', () => {
    for (const tag of yaml('obsidian').tags) expect(tag).toMatch(/^[\p{L}\p{N}_/-]+$/u);
  });

  test('Ghost: no front matter, the headline is the first line', () => {
    expect(exported('ghost').text).toMatch(/^# Saltmere harbour to close/);
  });

  test('Zola: TOML that a parser of TOML reads', () => {
    const headline = 'a "b" \\ c: # \u00e9 \u{1f600} = [x]';
    const toml = matter(exported('zola', saying('words', headline)).text);
    const python = spawnSync(
      'python3',
      [
        '-c',
        'import sys, tomllib, json; print(json.dumps(tomllib.load(sys.stdin.buffer), default=str))',
      ],
      { input: toml, encoding: 'utf8' },
    );
    expect(python.stderr).toBe('');
    expect(JSON.parse(python.stdout)).toMatchObject({
      title: headline,
      draft: false,
      authors: ['Ada Quill', 'Ben Harrow', 'agencies'],
      taxonomies: { categories: ['Politics'] },
      extra: {
        lang: 'en-GB',
        contributors: [{ name: 'Ada Quill', role: 'author' }, {}, {}, {}, {}],
      },
    });
  });
});

describe('what looks like a shortcode', () => {
  const markdown =
    'See `{{< map >}}` and *a *{{< b >}} c** d.\n\n```\n{{ map(id=1) }}\n```\n\n[^a]: x\n';
  const { document: one } = articleFromFile('x.md', `---\ntitle: x\n---\n${markdown}`, {
    pictures: true,
  });
  const text = (profile: MarkdownProfile) =>
    exported(profile, exampleInput({ document: one, quotations: [], dateline: null })).text;

  test('is text in words and in code, each generator’s way', () => {
    expect(text('generic')).toContain('See `{{< map >}}` and *a _{{< b >}} c_* d.');
    expect(text('generic')).toContain('\n{{ map(id=1) }}\n');
    expect(text('hugo')).toContain('See `{{</* map */>}}` and *a _\\{\\{< b >}} c_* d.');
    expect(text('hugo')).toContain('\n{{ map(id=1) }}\n');
    expect(text('zola')).toContain('See `{{< map >}}` and *a _\\{\\{< b >}} c_* d.');
    expect(text('zola')).toContain('\n{{/* map(id=1) */}}\n');
  });

  test.each(['hugo', 'zola', 'generic'] as const)('comes back from %s as it was', (profile) => {
    const { document: back } = articleFromFile('x.md', text(profile), { pictures: true });
    const words = plainText(back).text;
    expect(words).toContain('See {{< map >}} and a {{< b >}} c d.');
    expect(words).toContain('{{ map(id=1) }}');
  });
});

test.each(MARKDOWN_PROFILES.filter((one) => !['pandoc', 'zola'].includes(one)))(
  'what was exported for %s comes back with the same words',
  (profile) => {
    const input = exampleInput();
    const { fileName, text } = exported(profile, input);
    const back = articleFromFile(fileName, text);
    const { text: words } = plainText(input.article.document);
    // Without front matter nobody says that the last line is no part of the article.
    const isBare = profile === 'ghost';
    expect(plainText(back.document).text).toBe(
      isBare ? `${words}\n\n${input.article.byline.tail}` : words,
    );
    if (isBare) return;
    expect(back.contributors.map(({ name }) => name).sort()).toEqual([
      'Ada Quill',
      'Ben Harrow',
      'Cleo Marsh',
      'Dov Stern',
      'agencies',
    ]);
  },
);

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

/** What pandoc makes of Markdown. */
function pandoc(text: string, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'stet-pandoc-'));
  try {
    const file = join(folder, 'x.md');
    writeFileSync(file, text);
    const run = spawnSync('pandoc', ['-f', 'markdown-smart', '--wrap=none', ...options, file], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    return run.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Only where pandoc is installed: it is the reader that this profile is for.
describe.runIf(hasPandoc)('pandoc reads', () => {
  test('citations, with the records of their sources', () => {
    const html = pandoc(exported('pandoc').text, '--citeproc', '-t', 'html', '-s');
    expect(html).toContain('Harbour Audit: Findings');
    expect(html.match(/class="citation"/g)).toHaveLength(3);
    expect(html).toContain(':~:text=not%20ready');
    expect(html).toContain(
      '<title>Saltmere harbour to close: “We will not sell” &amp; &lt;other&gt; words</title>',
    );
  });

  test.each([
    '\\alpha and C:\\temp\\x',
    'i. Newton',
    '(a) first',
    '(12) first',
    'B) second',
    '@jane said H~2~O, x^2^ and $a$ for $b$',
    '{.class} and `code`{.r} and [x]{.y}',
    ': not a definition',
    '::: not a division',
    '| not a line block',
    '"straight" and it\'s ... -- here',
    '1990. A year of storms',
    'a | b',
    '% not a title',
    '#. not a list',
    '<b>not bold</b> &copy; http://x.example/a_b_c',
    '[^1] and [@x] and ![y](z)',
  ])('%j as these words', (text) => {
    const plain = pandoc(exported('pandoc', saying(text, text)).text, '-t', 'json');
    const tree = JSON.parse(plain);
    expect(tree.blocks[0].t).toBe('Para');
    expect(wordsOf(tree.blocks[0].c)).toBe(text);
    expect(wordsOf(tree.meta.title.c)).toBe(text);
  });
});

/** The words of pandoc's own tree, where nothing but words and spaces is expected. */
function wordsOf(inlines: { t: string; c?: string }[]): string {
  return inlines.map(({ t, c }) => (t === 'Space' ? ' ' : t === 'Str' ? c : `<${t}>`)).join('');
}
