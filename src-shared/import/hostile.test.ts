import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { SOURCE_EXTENSIONS } from '../file-kinds';
import { read, refusal } from './reading';

/** What the slowest machine may take for any of the files below, in milliseconds. */
const LIMIT = 30_000;

/** Every answer to a foreign file, the text of which is null. */
const REFUSALS = [
  null,
  'file-unreadable',
  'file-too-large',
  'file-empty',
  'file-protected',
  'format-unsupported',
];

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const RELATIONSHIPS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const docxOf = (document: Uint8Array) =>
  zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONSHIPS),
    'word/document.xml': document,
  });
const docx = (body: string, before = '') =>
  docxOf(
    strToU8(
      `${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}`,
    ),
  );
const END = '</w:body></w:document>';
const WORDS = '<w:p><w:r><w:t>We were promised a boat.</w:t></w:r></w:p>';

/** The archive with another size declared for the part that is packed best. */
function lying(zip: Uint8Array, size: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at < zip.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 100_000) {
      view.setUint32(at + 24, size, true);
    }
  }
  return zip;
}

describe('hostile archives', () => {
  test('a small document is read', async () => {
    expect((await read('a.docx', docx(WORDS + END))).text).toBe('We were promised a boat.');
  });

  test('bombs are refused, also where they lie about their size', { timeout: LIMIT }, async () => {
    const bomb = docxOf(new Uint8Array(40 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refusal('bomb.docx', bomb)).toBe('file-too-large');
    expect(await refusal('bomb.docx', lying(bomb, 1000))).toBe('file-unreadable');
  });

  test('documents cut short, spreadsheets and archives of other things', async () => {
    const whole = docx(WORDS + END);
    for (const length of [4, 30, 100, whole.length - 30]) {
      expect(await refusal('cut.docx', whole.slice(0, length))).toBe('file-unreadable');
      expect(await refusal('cut.odt', whole.slice(0, length))).toBe('file-unreadable');
    }
    const archive = zipSync({ 'xl/workbook.xml': strToU8('<x/>') });
    expect(await refusal('table.docx', archive)).toBe('format-unsupported');
    expect(await refusal('table.zip', archive)).toBe('format-unsupported');
  });

  test('damage anywhere never does more than refuse the file', async () => {
    const whole = docx(WORDS.repeat(20) + END);
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = whole.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      expect(REFUSALS).toContain(await refusal('damaged.docx', damaged));
    }
  });

  test('elements without end and without reason', { timeout: LIMIT }, async () => {
    expect(await refusal('deep.docx', docx('<w:tbl><w:tr><w:tc>'.repeat(20_000)))).toBe(
      'file-unreadable',
    );
    expect(await refusal('open.docx', docx('<w:p>'.repeat(200_000)))).toBe('file-unreadable');
  });

  test('entities that stand for entities', async () => {
    const entities =
      '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
    const body = `<w:p><w:r><w:t>&c;</w:t></w:r></w:p>${END}`;
    expect(await refusal('a.docx', docx(body, entities))).toBe('file-unreadable');
    const ttml = `${entities}<tt xmlns="http://www.w3.org/ns/ttml"><body><p begin="1s">&c;</p></body></tt>`;
    expect(await refusal('a.ttml', ttml)).toBe('file-unreadable');
  });
});

describe('what Office protects or wrote long ago', () => {
  const compound = (stream: string) => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    [...stream].forEach((letter, index) => {
      bytes[1024 + index * 2] = letter.charCodeAt(0);
    });
    return bytes;
  };

  test('an encrypted document wants its password', async () => {
    expect(await refusal('a.docx', compound('EncryptedPackage'))).toBe('file-protected');
    expect(await refusal('a.doc', compound('WordDocument'))).toBe('format-unsupported');
  });
});

/** Other endings are read by the importers of these. */
const ALIASES = ['text', 'markdown', 'htm', 'xhtml', 'mht', 'srt', 'dfxp'];
const FORMATS = SOURCE_EXTENSIONS.filter((extension) => !ALIASES.includes(extension));

describe('any format', () => {
  test.each(SOURCE_EXTENSIONS)('.%s: nothing in it', async (extension) => {
    expect(await refusal(`a.${extension}`, '')).toBe('file-empty');
  });

  test.each(FORMATS)(
    '.%s: a million characters on one line end in time',
    { timeout: LIMIT },
    async (extension) => {
      const code = await refusal(`a.${extension}`, 'boats and sheets, '.repeat(60_000));
      expect(REFUSALS).toContain(code);
    },
  );

  test.each(FORMATS)(
    '.%s: a word of a million letters ends in time',
    { timeout: LIMIT },
    async (extension) => {
      expect(REFUSALS).toContain(await refusal(`a.${extension}`, 'abcdefghij'.repeat(100_000)));
      const letters = `{\\rtf1 ${"\\'e9".repeat(250_000)}}`;
      if (extension === 'rtf') expect(await refusal('a.rtf', letters)).toBeNull();
    },
  );

  test.each(FORMATS)('.%s: bytes at random are refused or read', async (extension) => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % 256;
    };
    const bytes = Uint8Array.from({ length: 5000 }, random);
    expect(REFUSALS).toContain(await refusal(`a.${extension}`, bytes));
  });
});
