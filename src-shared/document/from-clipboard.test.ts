import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blocksFromClipboard } from './from-clipboard';
import { importHtml } from './from-html';
import { outlineOf } from './testing';

const fixture = (name: string) =>
  readFileSync(new URL(`./fixtures/clipboard/${name}.html`, import.meta.url), 'utf8');

/** Written as each program writes it; a figure has the address of its picture yet. What is not in the list was left out, for html-programs.ts says why. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  word: [
    'h2: Ferry runs again',
    'h2: The timetable',
    'paragraph: A *bold* and an _italic_ word in Saltmere.{1} It was always late, he said.',
    '- Summer',
    '  - June, *daily*',
    '- Winter',
    '3. Third',
    '4. Fourth',
    '> paragraph: “We sail,” she said.',
    '> paragraph: “In any weather.”{2}',
    'paragraph: In a content control.',
    'figure: ',
    'row: Port | Boats',
    'row: Saltmere | 12',
    'footnote: A town of _boats_. And of rain.',
    'footnote: Interview, 3 May.',
  ],
  'word-web': ['h2: The pier', '- One', '  - One a', '- Two'],
  libreoffice: [
    'paragraph: *Harbour reopens*',
    'paragraph: After nine years of work',
    'h2: The quay',
    // It does not say which words are proposed to be deleted.
    'paragraph: A *bold* and _italic_ and ~struck~ word^2^.{1} Rest deleted words inserted.',
    '- One',
    '  - One a',
    '- Two',
    '> paragraph: Quoted words.',
    'paragraph: Endnote{2} [linked](https://example.org/x)',
    'row: a | b',
    'row: c | d',
    'footnote: The first note.',
    'footnote: The end note.',
  ],
  'google-docs': [
    'h2: After the flood',
    'paragraph: Some *bold*, _italic_, ~struck~ and [linked](https://example.org/a?b=1)^2^',
    '- First',
    '  - Below',
    '- Second',
    '[x] ~Done~',
    '[ ] Open',
    'figure: ',
  ],
  'google-docs-page': [
    'h2: The weir',
    'paragraph: It broke{1}\u00a0at night.',
    'footnote: So says the log.',
  ],
  'apple-notes': [
    'paragraph: *Shopping for the boat*',
    'paragraph: Rope, and tar',
    '- Nails',
    '  - of _brass_',
  ],
  gmail: [
    'paragraph: Dear Mara,',
    'paragraph: the minister said: “We knew.” It is on record.',
    'paragraph: Ask [the press office](mailto:press@example.org). 👍',
    'paragraph: Jon Sand, spokesman',
    'paragraph: On Mon, 3 Mar 2025 at 10:00, Mara Lind <[mara@example.org](mailto:mara@example.org)> wrote:',
    '> paragraph: Did you know?',
    '> paragraph: Yours, M.',
  ],
  outlook: [
    'paragraph: See [the report](https://example.org/report).',
    'paragraph: Jon Sand',
    'paragraph: *From:* Mara Lind / *Sent:* 3 March 2025',
    '> paragraph: Where is it?',
  ],
  'web-page': [
    'h2: Bridge opens',
    'paragraph: The [bridge](https://example.org/bridge) and a trap.',
    '> paragraph: “It holds,” he said.',
    'paragraph: — Ana Roth',
    'figure: ',
    'paragraph: End.{1}',
    'paragraph: More',
    'paragraph: Detail',
    'footnote: The note.',
  ],
  sheet: ['row: Port | Boats', 'row: Saltmere | 12'],
  'excel-row': ['row: Saltmere | 12'],
  slack: [
    'paragraph: Who said *that*?',
    'paragraph: Nobody knows / yet :boat:',
    '- One',
    '  - One a',
    '- Two',
    '> paragraph: Quoted',
  ],
  teams: ['paragraph: First line', 'paragraph: Second 🙂'],
  'right-to-left': ['h2: الجسر مفتوح', 'paragraph: قال الوزير: «كنا *نعرف*»، ثم خرج.'],
};

describe('HTML of the clipboard', () => {
  test.each(Object.keys(CASES))('of %s keeps its structure', (name) => {
    expect(outlineOf(blocksFromClipboard(fixture(name)))).toEqual(CASES[name]);
  });

  test('is read from a file in the same way', () => {
    const { blocks } = importHtml(fixture('word'), { pictures: true });
    expect(outlineOf(blocks.map(({ node }) => node))).toEqual(CASES.word);
  });

  test.each([
    ['<table><tr><td><img src="data:image/png;base64,AA"></td></tr></table>', ['figure: ']],
    ['<p>a <img src="http://x.example/a.png" alt="A"> b</p>', ['paragraph: a b', 'figure: ']],
    [
      '<div>a<br><img src="http://x.example/a.png"><br>b</div>',
      ['paragraph: a', 'figure: ', 'paragraph: b'],
    ],
    ['<p>a<img src="http://x.example/a.gif" width="1" height="1">b</p>', ['paragraph: ab']],
    ['<ul><li><img src="data:image/png;base64,AA">One</li></ul>', ['- One']],
    // A page whose notes stand in one section, and a link that only goes down and up again.
    [
      '<div id="main"><p>a<a id="r1" href="#n1">1</a></p><p>b<a id="r2" href="#n2">2</a></p></div><div id="notes"><p id="n1"><a href="#r1">1</a> One</p><p id="n2"><a href="#r2">2</a> Two</p><p>More</p></div>',
      ['paragraph: a{1}', 'paragraph: b{2}', 'paragraph: More', 'footnote: One', 'footnote: Two'],
    ],
    [
      '<p><a id="top" href="#end">down</a></p><p id="end">End</p>',
      ['paragraph: down', 'paragraph: End'],
    ],
    ['<ol><li>a</li></ol><ol start="5"><li>b</li></ol>', ['1. a', '5. b']],
    [
      '<p><a id="c1" href="#s1">1</a></p><section id="s1"><h2>One</h2><p>a <a href="#c1">up</a></p></section>',
      ['paragraph: 1', 'h2: One', 'paragraph: a up'],
    ],
    ['<p>a<img alt="🇳🇴" src="http://x.example/n.png">b<img alt="1"></p>', ['paragraph: a🇳🇴b']],
    [`${'<div>'.repeat(20_000)}deep`, ['paragraph: deep']],
    ['<p style="mso-list:none">a</p>', ['paragraph: a']],
    ['<p><b style="mso-bidi-font-weight:normal">a</b></p>', ['paragraph: *a*']],
    ['<p>10\u00a0km, mot\u00a0:</p>', ['paragraph: 10\u00a0km, mot\u00a0:']],
    ['<p>a<script>b</script><style>c</style></p>', ['paragraph: a']],
    [
      '<pre class="highlight"><code class="language-py">a:\n  <span>b</span>\n</code></pre>',
      ['code py: a: /   b'],
    ],
    ['<pre>x = 1;\ny = 2;</pre>', ['code : x = 1; / y = 2;']],
    // Mail and old pages set running text so.
    [
      '<pre>The town was told of it\nonly when the boats had gone.</pre>',
      ['paragraph: The town was told of it / only when the boats had gone.'],
    ],
  ])('%s', (html, blocks) => {
    expect(outlineOf(blocksFromClipboard(html))).toEqual(blocks);
  });
});

test('a picture that is an emoji is a sign in the text, and a figure is a picture whatever it shows', () => {
  const { blocks } = importHtml(
    '<p>Fair <img src="s.png" alt="☀️"> winds</p><figure><img src="sun.jpg" alt="☀️"></figure>',
    { pictures: true },
  );
  const nodes = blocks.map(({ node }) => node);
  expect(outlineOf(nodes)).toEqual(['paragraph: Fair ☀️ winds', 'figure: ']);
});
