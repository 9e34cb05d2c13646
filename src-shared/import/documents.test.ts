import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { located, read, refusal } from './reading';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));

const MINUTES = [
  'Minutes of the Saltmere Harbour Board',
  'Mara Lind',
  '2026-04-14',
  'Opening',
  'The board met at nine. “We were promised a boat,” said Olive Marsh, “not a spreadsheet.” The treasurer called the request unusual – she had seen nothing like it in 40 years.',
  'Motions',
  'To refuse the request.',
  'To ask for a second opinion:',
  'from the island council;',
  'from the ferry’s builder, Brännström & Söhne.',
  'The sea does not read minutes.',
  'Member\tVote\tReason',
  'Olive Marsh\tno\tcosts',
  'Tom Arkle\tyes\tjobs',
  'Closing',
  'The next meeting is on 5 May. Žofie Nováková takes the minutes; Ελένη and Пётр translate.',
  '[1] Spoken in the public part of the meeting.',
  '[2] Unless the ferry is late.',
];

/** pandoc writes the marks of lists into the text of RTF; elsewhere they are the list's looks. */
const withoutMarks = (text: string) => text.replace(/^(?:\d\.|–)\t/gm, '');

describe('word processors’ files', () => {
  test.each([
    'minutes.docx',
    'minutes.odt',
    'minutes.rtf',
    'minutes-libreoffice.docx',
    'minutes-libreoffice.rtf',
  ])('%s: headings, lists, tables, notes and all characters', async (name) => {
    const extraction = await read(name, fixture(name));
    expect(withoutMarks(extraction.text)).toBe(MINUTES.join('\n\n'));
    expect(extraction).toMatchObject({
      title: 'Minutes of the Saltmere Harbour Board',
      kind: 'document',
      medium: 'written',
      date: '2026-04-14',
    });
    expect(located(extraction).slice(-2)).toEqual([
      ['Spoken in the public part of the meeting.', { paragraph: 17, note: '1' }],
      ['Unless the ferry is late.', { paragraph: 18, note: '2' }],
    ]);
  });

  test.each(['interview.docx', 'interview.odt', 'interview.rtf', 'interview.fodt'])(
    '%s: what was deleted and commented is left out, text boxes follow their paragraph',
    async (name) => {
      const file = name.replace('.fodt', '.odt');
      const extraction = await read(file, fixture(name));
      expect(extraction.text.replace('a  spreadsheet', 'a spreadsheet')).toBe(
        [
          'Interview',
          'Tom Arkle: Were you promised a boat?',
          'Olive Marsh: We were promised a proper boat, not a spreadsheet.',
          'Tom Arkle: By whom? When?',
          'Olive Marsh: By the council.',
          'The sea does not read minutes.',
          'First cell, one line.',
          'And a second one.',
          'Second cell.',
          '[1] The MV Orrin.',
        ].join('\n\n'),
      );
      expect(extraction).toMatchObject({
        title: 'Interview with Olive Marsh',
        kind: 'transcript',
        medium: 'spoken',
        date: '2026-05-04',
        creator: 'Tom Arkle',
        metadata: {
          type: 'document',
          author: [{ literal: 'Tom Arkle' }],
          issued: { 'date-parts': [[2026, 5, 4]] },
          keyword: 'ferry',
        },
      });
      expect(extraction.locators[2]?.speaker).toBe('Olive Marsh');
    },
  );

  test('the first bytes go before the ending', async () => {
    expect((await read('minutes.docx', fixture('minutes.rtf'))).title).toContain('Saltmere');
    expect((await read('minutes.doc', fixture('minutes.docx'))).title).toContain('Saltmere');
    expect((await read('minutes.txt', fixture('minutes.odt'))).title).toContain('Saltmere');
    expect((await read('minutes.docx', fixture('minutes.odt'))).title).toContain('Saltmere');
  });
});

describe('RTF', () => {
  const rtf = (text: string, head = '') => `{\\rtf1\\ansi\\ansicpg1252\\deff0${head}${text}}`;
  const textOf = async (text: string, head?: string) => (await read('a.rtf', rtf(text, head))).text;

  test('characters by code page of the file and of the font', async () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}';
    expect(
      await textOf("\\f0 caf\\'e9 {\\f1 \\'cf\\'b8\\'f2\\'f0} {\\f2 \\'93\\'fa\\'96\\'7b}", fonts),
    ).toBe('café Пётр 日本');
    expect((await read('a.rtf', "{\\rtf1\\mac caf\\'8e}")).text).toBe('café');
    expect((await read('a.rtf', "{\\rtf1\\pca caf\\'82 \\'e7}")).text).toBe('café þ');
  });

  test('Unicode with its fallbacks, also of several characters and in pairs', async () => {
    expect(
      await textOf("\\u8211\\'96 \\uc2\\u1046 Zh! {\\uc0\\u-10179\\u-8704 }\\uc1\\u233{e}"),
    ).toBe('– Ж! 😀ée');
  });

  test('fields show their result, hidden and starred groups nothing', async () => {
    expect(
      await textOf(
        'See {\\field{\\*\\fldinst HYPERLINK "https://example.org"}{\\fldrslt the page}}{\\v hidden}{\\*\\unknown x}{\\deleted gone}.\\par\n{\\header Page 1}{\\pict 0102ff}\\ldblquote No\\rdblquote\\~\\emdash .',
      ),
    ).toBe('See the page.\n\n“No”\u00a0—.');
  });

  test('braces and backslashes, line ends that mean nothing, raw bytes', async () => {
    expect(await textOf('\\{a\\\\b\\}\r\n c{\\bin3 }}}}d')).toBe('{a\\b} cd');
  });

  test('a file that ends before its groups do is damaged', async () => {
    expect(await refusal('a.rtf', '{\\rtf1 We were {\\b promised')).toBe('file-unreadable');
  });
});

describe('OpenDocument', () => {
  const odt = (body: string) =>
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(
        `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
    });

  test('white space collapses but for what was written on purpose', async () => {
    const { text } = await read(
      'a.odt',
      odt(
        '<text:p>One\n   <text:span> two</text:span><text:s text:c="2"/>three<text:tab/>four<text:line-break/>five</text:p>',
      ),
    );
    expect(text).toBe('One two  three\tfour\nfive');
  });

  test('a protected one is told from a damaged one', async () => {
    const locked = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': new Uint8Array([1, 2, 3, 4]),
      'META-INF/manifest.xml': strToU8(
        '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      ),
    });
    expect(await refusal('a.odt', locked)).toBe('file-protected');
    expect(await refusal('a.odt', odt('<text:p>'))).toBe('file-unreadable');
  });
});
