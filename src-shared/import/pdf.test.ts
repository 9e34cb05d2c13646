import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import pages from './fixtures/pdf/pages.json';
import { assemblePdf, lines, stream, type Words, writeJapanesePdf, writePdf } from './pdf-writing';
import { located, read } from './reading';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/pdf/${name}`, import.meta.url)));
/** A font may have only one sign for both. */
const plain = (text: string) => text.replaceAll('’', "'");
const isNote = (paragraph: string) => /^\[\d+\] /.test(paragraph);

describe('files of other programs', () => {
  test.for(Object.entries(pages))('%s: its paragraphs, notes and pages', async ([name, starts]) => {
    const { text, locators } = await read(`${name}.pdf`, fixture(`${name}.pdf`));
    const written = new TextDecoder()
      .decode(fixture(`${name}.txt`))
      .trim()
      .split('\n\n');
    const found = text.replaceAll('\t', ' ').split('\n\n');
    const body = (all: string[]) => plain(all.filter((one) => !isNote(one)).join('\n'));
    const notes = (all: string[]) => plain(all.filter(isNote).join('\n'));
    expect(body(found)).toBe(body(written));
    expect(notes(found)).toBe(notes(written));
    starts.forEach((start, index) => {
      const first = locators.find(({ page }) => page === index + 1);
      expect(text.slice(first?.start, first?.end).startsWith(start)).toBe(true);
    });
    expect(new Set(locators.map(({ page }) => page)).size).toBe(starts.length);
  });

  test('a transcript has speakers, also where a turn goes on on the next page', async () => {
    const { kind, medium, title, creator, text, locators } = await read(
      'talk.pdf',
      fixture('writer-transcript.pdf'),
    );
    expect({ kind, medium, title, creator }).toEqual({
      kind: 'transcript',
      medium: 'spoken',
      title: null,
      creator: 'Mara Lind',
    });
    const turn = locators.findIndex(({ page }) => page === 2);
    const [before, after] = [locators[turn - 1], locators[turn]];
    expect([before?.page, before?.speaker, before?.paragraph]).toEqual([
      1,
      'OLIVE MARSH',
      after?.paragraph,
    ]);
    expect([after?.page, after?.speaker]).toEqual([2, 'OLIVE MARSH']);
    expect(text.slice(after?.start, after?.end)).toBe('had been printed.');
  });

  test('an owner’s password keeps nobody from reading, a reader’s does', async () => {
    const { text } = await read('x.pdf', fixture('owner-password.pdf'));
    expect(text).toBe('The harbour office is closed until further notice.');
    await expect(read('x.pdf', fixture('user-password.pdf'))).rejects.toMatchObject({
      code: 'file-protected',
    });
  });
});

/** Paragraphs of a page with these words. */
async function paragraphs(...content: Words[][]): Promise<string[]> {
  return (await read('x.pdf', writePdf(content))).text.split('\n\n');
}

const FULL = 'The boat that the island was promised came late and was too long for the ramp of';

test('a word parted at the end of a line is whole again, a compound keeps its hyphen', async () => {
  const text = [
    'The operator has a long-term contract with the harbour, and the time-',
    'table of the counter with self-service was not well received by the well-',
    'known shop on the pier; and it is the first of May and not of April: the long-',
    'term contract and the timetable are what the meeting is about, sail-',
    'ing or not, in waters that some of the older books still call the Anglo-',
    'Norse sound. Two- and three-storey houses, both of them in the lee of the pier, stand on two-',
    'and three-foot walls.',
  ];
  expect(await paragraphs(lines(text))).toEqual([
    'The operator has a long-term contract with the harbour, and the timetable of the counter with self-service was not well received by the well-known shop on the pier; and it is the first of May and not of April: the long-term contract and the timetable are what the meeting is about, sailing or not, in waters that some of the older books still call the Anglo-Norse sound. Two- and three-storey houses, both of them in the lee of the pier, stand on two- and three-foot walls.',
  ]);
});

test('heads, feet and numbers of pages are no text', async () => {
  const page = (number: number, body: string) => [
    { x: 72, y: 800, text: `Harbour inquiry, day ${number}`, size: 8 },
    ...lines([`${body} ${FULL}`, `the pier of ${body}`], { y: 760 }),
    { x: 290, y: 40, text: `${number + 11}` },
  ];
  expect(await paragraphs(page(1, 'One.'), page(2, 'Two.'), page(3, 'Three.'))).toEqual(
    ['One.', 'Two.', 'Three.'].map((word) => `${word} ${FULL} the pier of ${word}`),
  );
});

test('a paragraph goes on over the break of a page, and is located on both', async () => {
  const extraction = await read(
    'x.pdf',
    writePdf([
      lines([FULL, FULL, `${FULL.slice(0, -3)} pas-`]),
      lines(['sengers and freight, said the clerk.', 'Then all of them went home.']),
    ]),
  );
  expect(extraction.text).toContain('the ramp passengers and freight');
  const [first, second] = located(extraction);
  expect(first?.[1]).toMatchObject({ page: 1, paragraph: 1 });
  expect(second).toEqual([expect.stringMatching(/^and freight/), { page: 2, paragraph: 1 }]);
});

test('the codes of a font that every reader is supposed to know are known', async () => {
  const text = '渡船事務所は七時五分前に開いた。';
  expect((await read('x.pdf', writeJapanesePdf(text))).text).toBe(text);
});

test('rows of a table stay rows', async () => {
  const row = (y: number, ...cells: string[]) =>
    cells.map((text, index) => ({ x: 72 + index * 120, y, text }));
  expect(
    await paragraphs([
      ...row(700, 'Sailing', 'Departs', 'Passengers'),
      ...row(687, 'Morning', '06.50', '212'),
      ...row(674, 'Afternoon', '15.40', '187'),
    ]),
  ).toEqual(['Sailing\tDeparts\tPassengers', 'Morning\t06.50\t212', 'Afternoon\t15.40\t187']);
});

test('words drawn twice to look bold are there once; raised marks are no words', async () => {
  expect(
    await paragraphs([
      { x: 72, y: 700, text: 'The vote', size: 14 },
      { x: 72.3, y: 700, text: 'The vote', size: 14 },
      { x: 72, y: 660, text: 'It was put off' },
      { x: 133, y: 664, text: '1', size: 6 },
      { x: 139, y: 660, text: 'for the third time.' },
    ]),
  ).toEqual(['The vote', 'It was put off for the third time.']);
});

test('titles that programs put in are none', async () => {
  const titled = async (title: string) =>
    (
      await read(
        'x.pdf',
        writePdf([lines(['the quay was empty.'])], {
          info: `/Title (${title}) /Author (Mara Lind) /CreationDate (D:20260504103000Z)`,
        }),
      )
    ).title;
  for (const title of ['Microsoft Word - x.doc', 'layout_07.indd', 'Untitled', 'about:blank']) {
    expect(await titled(title)).toBeNull();
  }
  expect(await titled('The quay')).toBe('The quay');
});

/** Objects of a file with one page; `resources` and the page's content as given. */
const onePage = (resources: string, content: string, ...others: string[]) =>
  assemblePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> ${resources} >> /Contents 5 0 R >>`,
    stream(content),
    ...others,
  ]);

test('pictures of pages are said to be without text, also with a page’s number', async () => {
  const picture = '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8';
  const scan = onePage(
    '/XObject << /I 6 0 R >>',
    '595 0 0 842 0 0 cm /I Do',
    `${picture} /ColorSpace /DeviceGray /Length 1 >>\nstream\n0\nendstream`,
  );
  const refused = { code: 'file-without-text' };
  await expect(read('x.pdf', scan)).rejects.toMatchObject(refused);
  const numbered = writePdf([1, 2, 3].map((number) => [{ x: 290, y: 40, text: `${number}` }]));
  await expect(read('x.pdf', numbered)).rejects.toMatchObject(refused);
});

test('damaged and hostile files end soon', async () => {
  const whole = writePdf([lines(['Some words that are here.'])]);
  // A file whose list of objects is cut off is read all the same.
  expect((await read('x.pdf', whole.slice(0, -25))).text).toBe('Some words that are here.');
  const words = 'BT /F 10 Tf 72 700 Td (Words) Tj ET';
  const unreadable = { code: 'file-unreadable' };
  const rubbish = Uint8Array.from('%PDF-1.7 and nothing more', (sign) => sign.charCodeAt(0));
  await expect(read('x.pdf', rubbish)).rejects.toMatchObject(unreadable);
  const loop = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 9 >>'];
  await expect(read('x.pdf', assemblePdf(loop))).rejects.toMatchObject(unreadable);
  const nested = onePage('', `${'['.repeat(100_000)} TJ`);
  await expect(read('x.pdf', nested)).rejects.toMatchObject({ code: 'file-without-text' });
  const form = '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources';
  const itself = onePage(
    '/XObject << /X 6 0 R >>',
    `/X Do ${words}`,
    stream('/X Do', `${form} << /XObject << /X 6 0 R >> >>`),
  );
  expect((await read('x.pdf', itself)).text).toBe('Words');
  const million = onePage(
    '/XObject << /X 6 0 R >>',
    '/X Do',
    ...[7, 8, 9].map((next) =>
      stream('/X Do '.repeat(10), `${form} << /XObject << /X ${next} 0 R >> >>`),
    ),
    stream(words, `${form} << /Font << /F 3 0 R >> >>`),
  );
  expect((await read('x.pdf', million)).text).toBe('Words');
});
