import { describe, expect, test } from 'vitest';
import { StetError } from '../errors';
import { extractSources } from './extract';
import { located, read } from './reading';

const bytes = (text: string) => new TextEncoder().encode(text);

async function failure(name: string, content: string | Uint8Array): Promise<string> {
  try {
    await extractSources(name, typeof content === 'string' ? bytes(content) : content);
  } catch (error) {
    if (error instanceof StetError) return error.code;
    throw error;
  }
  return 'none';
}

describe('any file', () => {
  test('refuses what is no text, and what it has no importer for', async () => {
    expect(await failure('table.pages', 'pages\u0000')).toBe('format-unsupported');
    expect(await failure('photo.txt', new Uint8Array([0x89, 0x50, 0, 1, 2]))).toBe(
      'format-unsupported',
    );
    expect(await failure('table.xlsx', 'PK')).toBe('format-unsupported');
  });

  test.each(['txt', 'md', 'html', 'vtt', 'srt'])(
    'says that a .%s file is empty',
    async (extension) => {
      expect(await failure(`empty.${extension}`, '')).toBe('file-empty');
      expect(await failure(`blank.${extension}`, ' \n\n\t')).toBe('file-empty');
    },
  );

  test('a page without words is empty', async () => {
    expect(await failure('page.html', '<html><body><script>x()</script></body></html>')).toBe(
      'file-empty',
    );
    expect(await failure('empty.vtt', 'WEBVTT\n\nNOTE nothing said')).toBe('file-empty');
  });

  test('reads UTF-8 with and without a mark, UTF-16 and windows-1252', async () => {
    const words = 'Café “zu” – Größe';
    const utf16 = (littleEndian: boolean) => {
      const view = new DataView(new ArrayBuffer(2 + words.length * 2));
      view.setUint16(0, 0xfeff, littleEndian);
      [...words].forEach((character, index) => {
        view.setUint16(2 + index * 2, character.charCodeAt(0), littleEndian);
      });
      return new Uint8Array(view.buffer);
    };
    expect((await read('a.txt', words)).text).toBe(words);
    expect((await read('a.txt', `\ufeff${words}`)).text).toBe(words);
    expect((await read('a.txt', utf16(true))).text).toBe(words);
    expect((await read('a.txt', utf16(false))).text).toBe(words);
    const windows = Uint8Array.from(
      [...words].map((character) => {
        const special: Record<string, number> = { '“': 0x93, '”': 0x94, '–': 0x96 };
        return special[character] ?? character.charCodeAt(0);
      }),
    );
    expect((await read('a.txt', windows)).text).toBe(words);
  });

  test('believes the encoding that an old page declares', async () => {
    const page =
      '<html><head><meta charset="iso-8859-2"></head><body><p>Zaj\xb1c</p></body></html>';
    const latin2 = Uint8Array.from([...page].map((character) => character.charCodeAt(0)));
    expect((await read('page.html', latin2)).text).toBe('Zając');
  });

  test('line ends of all systems are the same', async () => {
    expect((await read('a.txt', 'One.\r\n\r\nTwo.\r\rThree.')).text).toBe('One.\n\nTwo.\n\nThree.');
  });
});

describe('markup nested beyond reason', () => {
  test('50,000 nested elements give their words', async () => {
    const deep = `${'<div>'.repeat(50_000)}The harbour is closed.${'</div>'.repeat(50_000)}`;
    expect((await read('deep.html', `<html><body>${deep}`)).text).toBe('The harbour is closed.');
  });

  test('unclosed elements of all kinds give their words', async () => {
    const deep = '<b><ul><li>x<table><tr><td>'.repeat(8000);
    expect((await read('deep.html', deep)).text).toContain('x');
  });

  test('deep Markdown gives its words', async () => {
    expect((await read('deep.md', `${'>'.repeat(8000)} The harbour is closed.`)).text).toContain(
      'The harbour is closed.',
    );
  });
});

describe('plain text', () => {
  test('paragraphs are counted and joined with an empty line', async () => {
    const extraction = await read(
      'report.txt',
      'Harbour report\n\nOne sentence.\n\n\nAnother one.\n',
    );
    expect(extraction).toMatchObject({
      title: 'Harbour report',
      kind: 'document',
      medium: 'written',
      text: 'Harbour report\n\nOne sentence.\n\nAnother one.',
    });
    expect(located(extraction)).toEqual([
      ['Harbour report', { paragraph: 1 }],
      ['One sentence.', { paragraph: 2 }],
      ['Another one.', { paragraph: 3 }],
    ]);
  });

  test('joins lines that were wrapped to a width, and keeps those that were not', async () => {
    const wrapped = [
      'The harbour of Saltmere has been open since the storm of the year 1921,',
      'and nobody who lives beside it can say how long the old quay will still',
      'hold.',
      '',
      'Mara Lind',
      'Town hall',
    ].join('\n');
    expect((await read('a.txt', wrapped)).text).toBe(
      'The harbour of Saltmere has been open since the storm of the year 1921, and nobody who lives beside it can say how long the old quay will still hold.\n\nMara Lind\nTown hall',
    );
  });

  test('takes each line for a paragraph where there are no empty lines', async () => {
    expect((await read('a.txt', 'One sentence.\nAnother.\nA third.')).locators).toHaveLength(3);
  });

  test('finds title and date near the top, and makes none up', async () => {
    expect(await read('a.txt', 'Minutes of 3 May 2026\nDate: 4 May 2026\n\nText.')).toMatchObject({
      title: 'Minutes of 3 May 2026',
      date: '2026-05-04',
    });
    expect(await read('a.txt', 'The harbour closed on 3 May 2026.\n\nText.')).toMatchObject({
      title: null,
      date: null,
    });
  });

  test('labels that never come back make no transcript', async () => {
    const text = 'Apples: red.\n\nPears: green.\n\nPlums: blue.';
    expect(await read('fruit.txt', text)).toMatchObject({
      kind: 'document',
      medium: 'written',
      text,
    });
  });
});

describe('e-mail', () => {
  const letter = [
    'From: "Mara Lind" <mara@saltmere.example>',
    'To: Ada Quill <ada@saltmere.example>',
    'Date: Mon, 13 Apr 2026 16:12:40 +0200',
    'Subject: Re: The harbour',
    '',
    'Dear Ada,',
    '',
    'nothing should be said before the vote.',
    '',
    'On Sunday Ada Quill wrote:',
    '> Will you',
    '> sell?',
  ].join('\n');

  test('keeps header lines as details and the letter as text', async () => {
    const extraction = await read('mail.txt', letter);
    expect(extraction).toMatchObject({
      kind: 'email',
      medium: 'written',
      title: 'Re: The harbour',
      date: '2026-04-13',
      creator: 'Mara Lind',
    });
    expect(extraction.text).toBe(
      'Dear Ada,\n\nnothing should be said before the vote.\n\nOn Sunday Ada Quill wrote:\n\nWill you\nsell?',
    );
  });

  test('knows the header lines of other languages, and an address is nobody’s name', async () => {
    const german =
      'Von: m.lind@saltmere.example\nGesendet: 13. April 2026 16:12\nBetreff: Hafen\n\nNein.';
    expect(await read('mail.txt', german)).toMatchObject({
      kind: 'email',
      title: 'Hafen',
      date: '2026-04-13',
      creator: null,
      text: 'Nein.',
    });
  });

  test('a document that begins with a label is none', async () => {
    expect((await read('a.txt', 'From: the beginning\n\nText.')).kind).toBe('document');
    expect((await read('a.txt', 'From here to there is a mile.\n\nText.')).kind).toBe('document');
  });
});

describe('Markdown', () => {
  test('gives the words without the marks', async () => {
    const extraction = await read(
      'minutes.md',
      '---\ntitle: "Minutes"\ndate: 2026-04-13\nauthor: [Ada Quill]\n---\n\n# Harbour board\n\nThe board **accepts** the [advice](https://saltmere.example)\nof its clerk.\n\n1. First point\n2. Second point\n\n> Quoted.\n',
    );
    expect(extraction).toMatchObject({
      title: 'Minutes',
      kind: 'document',
      date: '2026-04-13',
      creator: 'Ada Quill',
      text: 'Harbour board\n\nThe board accepts the advice of its clerk.\n\nFirst point\n\nSecond point\n\nQuoted.',
    });
  });

  test('knows a transcript by its labels', async () => {
    const extraction = await read(
      'talk.md',
      '# A talk\n\n**Ada Quill:** Will you sell?\n\n**Mara Lind:** No.\n\n**Ada Quill:** When?\n\n**Mara Lind:** In May.\n',
    );
    expect(extraction).toMatchObject({ title: 'A talk', kind: 'transcript', medium: 'spoken' });
    expect(located(extraction)[2]).toEqual(['No.', { paragraph: 3, speaker: 'Mara Lind' }]);
  });
});

describe('web pages', () => {
  const page = `<!-- saved from url=(0031)https://saltmere.example/saved/ --><html lang="en-GB"><head>
    <title>Harbour closes | Saltmere News</title><meta name="author" content="Ada Quill">
    <meta property="article:published_time" content="2026-05-03T08:00:00+01:00">
    <link rel="canonical" href="https://saltmere.example/harbour"></head><body>
    <header><a href="/">Saltmere News</a><nav><ul><li>Home</li></ul></nav></header>
    <main><article><header><h1>Harbour  closes</h1><p>The town wants a vote.</p></header>
    <p>It will close in <b>May</b>.</p><aside><p>Read more</p></aside>
    <figure><img src="x.png" alt=""><figcaption>The quay in 1921</figcaption></figure>
    <div style="display:none"><p>Hidden</p></div>
    <p>So <q>they</q> say.<br>All of them.</p></article></main>
    <footer><p>All rights reserved</p></footer><script>track()</script></body></html>`;

  test('reads the main text and what the page says about itself', async () => {
    expect(await read('page.html', page)).toMatchObject({
      title: 'Harbour closes',
      kind: 'web-page',
      medium: 'written',
      language: 'en-GB',
      date: '2026-05-03',
      url: 'https://saltmere.example/harbour',
      creator: 'Ada Quill',
      text: 'Harbour closes\n\nThe town wants a vote.\n\nIt will close in May.\n\nThe quay in 1921\n\nSo “they” say.\nAll of them.',
    });
  });

  test('finds the text of a page without landmarks', async () => {
    const old = `<html><head><title>News</title></head><body><div id="top"><a href="/">Home</a></div>
      <table><tr><td><div class="menu"><p>Tides</p></div></td><td><div>
      <p>${'The harbour of Saltmere is closed. '.repeat(6)}</p>
      <p>${'Nobody knows for how long. '.repeat(6)}</p></div></td></tr></table></body></html>`;
    const { text } = await read('old.html', old);
    expect(text.startsWith('The harbour of Saltmere')).toBe(true);
    expect(text).toContain('Nobody knows');
    expect(text).not.toContain('Tides');
  });

  test('never takes the text for furniture because of what its wrapper is called', async () => {
    const story = '<p>The harbour of Saltmere is closed.</p>'.repeat(6);
    const page = `<html><head><title>News</title></head><body><form id="aspnetForm"><div class="with-sidebar">${story}</div><div class="newsletter"><p>Sign up</p></div></form></body></html>`;
    const { text } = await read('page.html', page);
    expect(text.match(/Saltmere/g)).toHaveLength(6);
    expect(text).not.toContain('Sign up');
  });

  test('reads schema.org data, and the address a browser saved', async () => {
    const data = `<!-- saved from url=(0031)https://saltmere.example/saved/ --><html><head>
      <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Closed",
      "datePublished":"2026-05-03","author":[{"@id":"#a"}]},{"@type":"Person","@id":"#a","name":"Ada Quill"}]}</script>
      <script type="application/ld+json">{ not json</script></head><body><p>Text.</p></body></html>`;
    expect(await read('page.html', data)).toMatchObject({
      title: 'Closed',
      date: '2026-05-03',
      creator: 'Ada Quill',
      url: 'https://saltmere.example/saved/',
    });
  });

  test('a front page of many articles is read as a whole', async () => {
    const teaser = (name: string) => `<article><h2>${name}</h2><p>About ${name}.</p></article>`;
    const { text } = await read(
      'front.html',
      `<main>${teaser('boats')}${teaser('tides')}${teaser('fish')}</main>`,
    );
    expect(text).toContain('About boats.');
    expect(text).toContain('About fish.');
  });
});
