import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read, refusal } from './reading';

const STORY = [
  'The island council put off its vote on the ferry contract for the third time on Monday, after the operator asked for more money than the treasurer had foreseen.',
  '“We were promised a boat, not a spreadsheet,” said Olive Marsh, who runs the shop at the pier and has counted every coat that came through its door this winter.',
  'The treasurer called the request unusual, and said that in forty years of service she had never seen a contract reopened before a single crossing had been made.',
  'According to the operator, fuel has doubled in price since the contract was signed, and the old ferry needs a new engine before the season begins in June.',
  'The next meeting is on 5 May. Nobody from the harbour office was there, and the minutes of the last meeting have not been published so far by the clerk.',
];
const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const COMMENTS = `<div class="comments">${'<div><p>reader</p><p>I think that the council is quite right about this, and that the ferry has cost us all too much.</p></div>'.repeat(4)}</div>`;
const RELATED =
  '<section><h2>More</h2><ul><li><a href="/a">Ferry runs aground in fog</a></li></ul></section>';

const page = async (body: string) =>
  (
    await read(
      'page.html',
      `<!doctype html><html lang="en"><head><title>Ferry vote put off | The Orrin Post</title></head><body>${body}</body></html>`,
    )
  ).text.split('\n\n');

describe('web pages', () => {
  test('comments below a story are not its text', async () => {
    const inArticle = await page(
      `<nav><a href="/">Home</a></nav><article><h1>Ferry vote put off</h1><p class="byline">By Tom Arkle</p>${paragraphs(STORY)}${COMMENTS}</article>`,
    );
    expect(inArticle).toEqual(['Ferry vote put off', 'By Tom Arkle', ...STORY]);
    const inDivs = await page(
      `<div><div><h1>Ferry vote put off</h1><div class="txt">${paragraphs(STORY)}</div>${RELATED}${COMMENTS}</div></div>`,
    );
    expect(inDivs).toEqual(['Ferry vote put off', ...STORY]);
  });

  test('an article element may be a teaser, and the story stand elsewhere', async () => {
    const lines = await page(
      `<div class="story"><h1>Ferry vote put off</h1>${paragraphs(STORY)}</div><div><article><h3>Fog</h3><p>Fog closed the port for three days.</p></article></div>`,
    );
    expect(lines).toEqual(expect.arrayContaining(STORY));
    expect(lines.join()).not.toContain('Fog closed');
  });

  test('short answers, lists, tables and a correction stay', async () => {
    const answers = [
      'Were you promised a boat?',
      'Yes.',
      'By whom?',
      'By the council.',
      'And now?',
      'I wait.',
    ];
    expect(
      await page(
        `<main><h1>An interview</h1>${paragraphs([...answers, ...STORY.slice(0, 2), 'No.'])}</main>`,
      ),
    ).toEqual(['An interview', ...answers, ...STORY.slice(0, 2), 'No.']);
    const list =
      '<ul><li>Boats: 2</li><li>Coats: 1</li></ul><table><tr><td>2024</td><td>2</td></tr></table>';
    expect(
      await page(
        `<article><h1>Figures</h1>${paragraphs(STORY.slice(0, 2))}${list}${paragraphs(STORY.slice(2))}<p><em>Correction: on Monday.</em></p></article>`,
      ),
    ).toEqual([
      'Figures',
      ...STORY.slice(0, 2),
      'Boats: 2',
      'Coats: 1',
      '2024\t2',
      ...STORY.slice(2),
      'Correction: on Monday.',
    ]);
  });

  test('a text in two halves stays whole', async () => {
    const lines = await page(
      `<main><h1>Ferry</h1><div>${paragraphs(STORY.slice(0, 3))}</div><div class="ad">Advertisement</div><div>${paragraphs(STORY.slice(3))}</div></main>`,
    );
    expect(lines).toEqual(expect.arrayContaining(STORY));
  });
});

describe('pages saved as one file', () => {
  test('the page without its frames, in its charset, with its address', async () => {
    const file = new Uint8Array(readFileSync(new URL('./fixtures/page.mhtml', import.meta.url)));
    for (const name of ['page.mhtml', 'page.mht', 'page.html']) {
      expect(await read(name, file)).toMatchObject({
        title: 'Ferry vote put off',
        kind: 'web-page',
        date: '2026-05-04',
        url: 'https://example.org/ferry.html',
        creator: 'Tom Arkle',
        text: 'Ferry vote put off\n\nThe island council put off its vote on the ferry contract for the third time on Monday – “unusual”, said the treasurer, who has seen 40 years of votes.\n\n“We were promised a boat, not a spreadsheet,” said Olive Marsh, who runs the café at the pier. Žofie Nováková agreed.\n\nThe next meeting is on 5 May.',
      });
    }
  });

  test('frames of the page’s own site that hold a text are read where they stand', async () => {
    const part = (address: string, body: string) =>
      `--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: ${address}\r\n\r\n${body}\r\n`;
    const saved = (page: string, ...frames: [address: string, body: string][]) =>
      [
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n',
        part('https://www.example.org/page.html', page),
        ...frames.map(([address, body]) => part(address, body)),
        '--x--\r\n',
      ].join('');
    const long = STORY.slice(0, 3);
    const inner = `<html><body><script>var x</script>${paragraphs(long)}</body></html>`;
    const lines = async (file: string) => (await read('a.mhtml', file)).text.split('\n\n');

    // A page that consists of frames has its words nowhere else.
    const frames =
      '<html><head><title>Ferry</title></head><frameset cols="20%,*"><frame src="menu.html"><frame src="text.html"><noframes>Your browser has no frames.</noframes></frameset></html>';
    expect(
      await lines(
        saved(
          frames,
          ['https://www.example.org/menu.html', '<body><a href="/">Home</a></body>'],
          ['https://www.example.org/text.html', inner],
        ),
      ),
    ).toEqual(long);

    const article = `<html><head><title>Ferry</title></head><body><article>${paragraphs(STORY.slice(3))}<iframe src="more.html"></iframe></article></body></html>`;
    const own = saved(article, ['https://example.org/more.html', inner]).replace(
      'src="more.html"',
      'src="https://example.org/more.html"',
    );
    expect(await lines(own)).toEqual([...STORY.slice(3), ...long]);
    // Of another site: whoever that is did not write the page.
    const foreign = saved(article, ['https://ads.example/more.html', inner]).replace(
      'src="more.html"',
      'src="https://ads.example/more.html"',
    );
    expect(await lines(foreign)).toEqual(STORY.slice(3));
  });

  test('a declared charset, and a file without a page', async () => {
    const mhtml = (type: string, body: string) =>
      `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${body}\r\n--x--\r\n`;
    expect(
      (await read('a.mhtml', mhtml('text/html; charset="windows-1251"', '<p>=CF=B8=F2=F0</p>')))
        .text,
    ).toBe('Пётр');
    expect(await refusal('a.mhtml', mhtml('image/png', 'x'))).toBe('file-unreadable');
  });
});
