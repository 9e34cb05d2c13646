import { describe, expect, test } from 'vitest';
import { StetError } from '../errors';
import type { KeptMark } from '../model/kept-page';
import { readKeptPage, writeKeptPage } from './kept-page';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function shown(html: string, marks: readonly KeptMark[] = [], name = 'page.html') {
  return writeKeptPage(await readKeptPage(name, bytesOf(html)), marks);
}

const mark = (exact: string, before = '', after = ''): KeptMark => ({
  kind: 'quoted',
  exact,
  before,
  after,
});

/** What of a page is left that names an address, beyond its own data and fragments. */
function addressesIn(html: string): string[] {
  const attributes = [
    ...html.matchAll(/\s(?:href|src|action|srcset|style|data|poster)="([^"]*)"/g),
  ];
  return attributes
    .map(([, value]) => value!)
    .filter((value) => /:\/\/|^(?!background)\w+:/.test(value));
}

describe('what acts is left out', () => {
  const CASES: [what: string, html: string][] = [
    ['a script', '<p>Words</p><script>top.stolen=1</script>'],
    ['a script in a picture', '<svg><script>top.stolen=1</script><circle r=1 /></svg>'],
    ['a handler', '<body onload="stolen=1"><img src=x onerror="stolen=1"><p>Words</p>'],
    ['a handler in a drawing', '<svg onload="stolen=1"><animate onbegin="stolen=1" /></svg>'],
    ['a way on', '<meta http-equiv=refresh content="0;url=https://evil.example/stolen"><p>Words'],
    ['a base', '<base href="https://evil.example/stolen/"><img src="a.png"><p>Words'],
    ['a frame', '<iframe src="https://evil.example/stolen"></iframe><object data="stolen.swf">'],
    ['a frame with its words', '<iframe srcdoc="<script>top.stolen=1</script>"></iframe>'],
    ['a form', '<form action="https://evil.example/stolen"><input formaction="//stolen/">'],
    [
      'a script as a link',
      '<a href="javascript:stolen=1">Words</a><a href=" java&#10;script:stolen=1">',
    ],
    ['a drawing’s link', '<svg><a xlink:href="javascript:stolen=1"><text>Words</text></a></svg>'],
    ['a linked style', '<link rel=stylesheet href="https://evil.example/stolen.css"><p>Words'],
    ['a name looked up ahead', '<link rel=dns-prefetch href="//stolen.evil.example"><p>Words'],
    ['an imported style', '<style>@import "https://evil.example/stolen.css"; p{color:red}</style>'],
    ['a style’s picture', '<style>p{background:url( "https://evil.example/stolen.png" )}</style>'],
    ['a picture in a style', '<p style="background:url(//evil.example/stolen)">Words</p>'],
    ['a picture from outside', '<img src="https://evil.example/stolen.png" srcset="//stolen 2x">'],
    ['a film', '<video src="https://evil.example/stolen.mp4" poster="//stolen"></video>'],
    [
      'a file from here',
      '<img src="file:///etc/stolen"><img src="/stolen"><img src="app://stolen/">',
    ],
    ['markup hidden in a style', '<svg><style>&lt;img src=x onerror=stolen=1&gt;</style></svg>'],
    ['a page in a picture', '<img src="data:text/html,<script>stolen=1</script>">'],
    ['a template', '<template><script>stolen=1</script></template>'],
  ];
  test.each(CASES)('%s', async (_what, html) => {
    const { html: page } = await shown(html);
    expect(page).not.toMatch(/<script|<[a-z][^>]*\son\w+=/i);
    expect(page.replace(/title="[^"]*"/g, '')).not.toMatch(/stolen(?!=1&gt;|=1>)/);
    expect(addressesIn(page)).toEqual([]);
  });

  test('its words, its own styles and pictures stay', async () => {
    const { html } = await shown(
      '<!doctype html><html lang=fr><style>p { color: teal } @media (width < 600px) { p { margin: 0 } }</style><p class=lead style="font-weight:700">La mer <img src="data:image/png;base64,AAAA" alt="x"><a href="https://example.org/mer">bleue</a><a href="#note">1</a>',
    );
    expect(html).toMatch(/^<!DOCTYPE html><html lang="fr">/);
    expect(html).toContain('p { color: teal } @media (width < 600px)');
    expect(html).toContain('<p class="lead" style="font-weight:700">La mer');
    expect(html).toContain('<img src="data:image/png;base64,AAAA" alt="x">');
    expect(html).toContain('href="#stet-nowhere" title="https://example.org/mer"');
    expect(html).toContain('<a href="#note">');
  });

  test('what is beyond reason is refused or flattened, and takes seconds at most', async () => {
    const many = '<p>x</p>'.repeat(210_000);
    await expect(shown(many)).rejects.toMatchObject({ code: 'file-too-large' });
    const { html } = await shown(`${'<div>'.repeat(60_000)}The end.`);
    expect(html).toContain('The end.');
    await expect(shown('', [], 'page.html')).rejects.toBeInstanceOf(StetError);
  }, 30_000);
});

describe('a page saved as one file', () => {
  const part = (header: string, body: string) => `--mark\r\n${header}\r\n\r\n${body}\r\n`;
  const MHTML = [
    'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a/page.html\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="mark"\r\n\r\n',
    part(
      'Content-Type: text/html; charset=utf-8\r\nContent-Location: https://example.org/a/page.html\r\nContent-Transfer-Encoding: quoted-printable',
      '<html><head><link rel=3D"stylesheet" href=3D"cid:css-1@mhtml.blink"></head><body><img src=3D"../pier.png"><img src=3D"https://example.org/other.png" alt=3D"Other"><p>Caf=C3=A9</p><iframe src=3D"cid:frame-1@mhtml.blink"></iframe></body></html>',
    ),
    part(
      'Content-Type: text/css\r\nContent-ID: <css-1@mhtml.blink>\r\nContent-Location: https://example.org/styles/main.css\r\nContent-Transfer-Encoding: quoted-printable',
      '@import url("more.css") screen; @import "gone.css"; body { background: url(../pier.png) } i { background: url(gone.png) } /* </style><script>stolen=3D1</script> */',
    ),
    part(
      'Content-Type: text/css\r\nContent-Location: https://example.org/styles/more.css',
      'p { color: teal }',
    ),
    part(
      'Content-Type: image/png\r\nContent-Location: https://example.org/pier.png\r\nContent-Transfer-Encoding: base64',
      'iVBO\r\nRw0K',
    ),
    part(
      'Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Location: https://example.org/frame.html',
      '<script>stolen=1</script>',
    ),
    '--mark--\r\n',
  ].join('');

  test('has its own pictures and styles in it, and nothing else', async () => {
    const { html } = await shown(MHTML, [], 'page.mhtml');
    expect(html).toContain('<img src="data:image/png;base64,iVBORw0K">');
    expect(html).toContain('<img alt="Other">');
    expect(html).toContain('Café');
    expect(html).toContain('@media screen{p { color: teal }\n}');
    expect(html).toContain('body { background: url("data:image/png;base64,iVBORw0K") }');
    expect(html).toContain('i { background: url("data:,") }');
    expect(html).not.toMatch(/<script|<iframe|gone\.css|https:/);
    expect(html.match(/<\/style>/g)).toHaveLength(2);
  });
});

describe('frames', () => {
  const part = (type: string, address: string, body: string) =>
    `--mark\r\nContent-Type: ${type}\r\nContent-Location: ${address}\r\n\r\n${body}\r\n`;
  const words = Array.from({ length: 45 }, (_, n) => `word${n}`).join(' ');
  const file = (page: string, ...frames: string[]) =>
    [
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="mark"\r\n\r\n',
      part('text/html', 'https://example.org/a/page.html', page),
      ...frames,
      '--mark--\r\n',
    ].join('');

  test('of the page’s own site are shown where they stood, as harmless as the page', async () => {
    const page = '<p>Before.</p><iframe src="../inner.html"></iframe><p>After.</p>';
    const inner = `<p onclick="stolen=1">${words}</p><script>stolen=1</script><iframe src="deeper.html">`;
    const { html, placed } = await shown(
      file(
        page,
        part('text/html', 'https://example.org/inner.html', inner),
        part('text/html', 'https://example.org/deeper.html', `<p>deep ${words}</p>`),
      ),
      [mark('word7 word8')],
      'page.mhtml',
    );
    expect(html).toMatch(/<p>Before\.<\/p><div><p>word0[\s\S]*<div><p>deep word0[\s\S]*<p>After\./);
    expect(html).not.toMatch(/stolen|<script|<iframe/);
    expect(placed).toHaveLength(1);
  });

  test('of another site leave their outline with its name, unless nobody would have seen them', async () => {
    const page =
      '<iframe src="//ads.example/a"></iframe><iframe src="//hidden.example" style="display: none"></iframe><iframe width=1 height=1 src="https://count.example/"></iframe><iframe src="about:blank"></iframe>';
    const { html } = await shown(
      file(page, part('text/html', 'https://ads.example/a', `<p>${words}</p>`)),
      [],
      'page.mhtml',
    );
    expect(html.match(/<stet-frame [^>]*>/g)).toEqual(['<stet-frame data-site="ads.example">']);
    expect(html).not.toContain('word0');
  });

  test('that hold each other come to an end', async () => {
    const { html } = await shown(
      file(
        '<iframe src="b.html"></iframe>',
        part('text/html', 'https://example.org/a/b.html', `${words}<iframe src="b.html"></iframe>`),
      ),
      [],
      'page.mhtml',
    );
    expect(html.match(/word0/g)).toHaveLength(3);
  });
});

describe('words are marked where they stand', () => {
  const PAGE =
    '<nav>The pier is closed.</nav><h1>News</h1><p>On Monday: the <b>pier</b>\n is&nbsp;closed. Then</p><p>the <i>bridge</i> opened.</p><title>The pier</title>';

  test('across elements and blocks, where the words around them are', async () => {
    const { html, placed } = await shown(PAGE, [
      mark('The pier is closed.', '', '\n\nNews'),
      mark('the pier is closed. Then\n\nthe bridge', 'On Monday: ', ' opened'),
      mark('the tower'),
    ]);
    expect(placed).toEqual([true, true, false]);
    expect(html).toContain(
      '<nav><stet-place id="stet-0-a"></stet-place><stet-place id="stet-0-b"></stet-place><stet-mark data-kind="quoted" data-mark="0">The pier is closed.</stet-mark></nav>',
    );
    expect(html).toContain(
      'On Monday: <stet-place id="stet-1-a"></stet-place><stet-place id="stet-1-b"></stet-place><stet-mark data-kind="quoted" data-mark="1">the</stet-mark> <b><stet-mark',
    );
    expect(html.match(/id="stet-1-a"/g)).toHaveLength(1);
    const words = [...html.matchAll(/data-mark="1">([^<]*)</g)].map(([, text]) => text).join('');
    expect(words.replace(/\s/g, '')).toBe('thepierisclosed.Thenthebridge');
  });

  test('of two places the one with the same words around it', async () => {
    const { html } = await shown('<p>A: we agree. B: we agree. C: we agree. D</p>', [
      mark('we agree.', 'B: ', ' C'),
    ]);
    expect(html).toMatch(/B: <stet-place id="stet-0-a">/);
  });

  test('marks that overlap are both there', async () => {
    const { html } = await shown('<p>one two three</p>', [
      mark('one two'),
      { ...mark('two three'), kind: 'found' },
    ]);
    expect(html).toContain('data-kind="quoted found" data-mark="0 1">two<');
  });

  test('a page cannot take the names of marks for itself', async () => {
    const { html } = await shown('<p id="stet-0-a">one</p><p>two</p>', [mark('two')]);
    expect(html.match(/id="stet-0-a"/g)).toHaveLength(1);
  });
});
