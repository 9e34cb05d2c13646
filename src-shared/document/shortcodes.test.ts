import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { document } from './build';
import { importMarkdown } from './from-markdown';
import { parseMarkdown, writeMarkdown } from './markdown';
import { plainText } from './plain-text';
import { type ShortcodeKind, withShortcodesAsText, withShortcodesRead } from './shortcodes';

const write = (kind: ShortcodeKind, markdown: string) =>
  writeMarkdown(withShortcodesAsText(parseMarkdown(markdown), kind));
const read = (kind: ShortcodeKind, markdown: string) =>
  writeMarkdown(withShortcodesRead(parseMarkdown(markdown) as Root, [kind]));

const CASES: [ShortcodeKind, string, string][] = [
  ['hugo', '`{{< x >}}`', '`{{</* x */>}}`'],
  ['hugo', '`{{% x "a" %}}b{{% /x %}}`', '`{{%/* x "a" */%}}b{{%/* /x */%}}`'],
  ['hugo', '`{{<>}}`', '`{{</**/>}}`'],
  ['hugo', '```\n{{< x\n  a="b" >}}\n```', '```\n{{</* x\n  a="b" */>}}\n```'],
  // What is marked already is to be read with its marks.
  ['hugo', '`{{</* x */>}}`', '`{{</*/* x */*/>}}`'],
  ['hugo', '`{{ .Title }}` and `{%x%}`', '`{{ .Title }}` and `{%x%}`'],
  ['zola', '`{{ x() }}`', '`{{/* x() */}}`'],
  [
    'zola',
    '`{{ x(a="b, c", d=[1, true], e=-1.5) }}`',
    '`{{/* x(a="b, c", d=[1, true], e=-1.5) */}}`',
  ],
  ['zola', '```\n{% x(a=1) %}\nb\n{% end %}\n```', '```\n{%/* x(a=1) */%}\nb\n{%/* end */%}\n```'],
  ['zola', '`{% x() %}` and `{% end %}`', '`{%/* x() */%}` and `{%/* end */%}`'],
  // No calls to Zola: it prints what stands there, remarks and all.
  [
    'zola',
    '`{{ page.title }}` `{{ x(1) }}` `{% if a %}`',
    '`{{ page.title }}` `{{ x(1) }}` `{% if a %}`',
  ],
  ['zola', '`{% x() %}`', '`{% x() %}`'],
];

describe('shortcodes in code do not run', () => {
  test.each(CASES)('%s: %s', (kind, markdown, marked) => {
    expect(write(kind, markdown)).toBe(`${marked}\n`);
    expect(read(kind, marked)).toBe(`${markdown}\n`);
  });

  test('one without an end is words to Hugo, which has no sign for it in code', () => {
    const [inline, block] = ['`{{< x`', '```\n{{% y\nz\n```'].map((one) =>
      withShortcodesAsText(parseMarkdown(one), 'hugo'),
    );
    expect(writeMarkdown(inline!, { escapes: ['{'] })).toBe('\\{\\{< x\n');
    expect(writeMarkdown(block!, { escapes: ['{'] })).toBe('\\{\\{% y\\\nz\n');
  });
});

test.each([
  ['+++\ntitle = "x"\n+++\n\n`{{/* x() */}}` `{{</* y */>}}`', '{{ x() }} {{< y >}}'],
  ['---\nparams:\n  byline: x\n---\n\n`{{</* y */>}}`', '{{< y >}}'],
  ['---\ntitle: x\n---\n\n`{{</* y */>}}`', '{{</* y */>}}'],
])('%j is read as its generator means it', (markdown, words) => {
  const blocks = importMarkdown(markdown).blocks.map(({ node }) => node);
  expect(plainText(document(blocks)).text.trim()).toBe(words);
});
