import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from '../../src-shared/document/arbitrary-document';
import { codeBlock, document, inlineBlock, textNode } from '../../src-shared/document/build';
import { figuresOf } from '../../src-shared/document/figure';
import { plainText } from '../../src-shared/document/plain-text';
import { readArticle } from '../../src-shared/import/article';
import { exampleInput, NO_BYLINE } from './example';
import { reviewedInput } from './example-review';
import type { ExportInput } from './input';
import { renderExport } from './registry';

const run = promisify(execFile);
const hasOffice = () =>
  run('soffice', ['--version']).then(
    () => true,
    () => false,
  );
const noPictures = async (): Promise<Uint8Array> => new Uint8Array();

/** The smallest picture there is. */
const smallPicture = () =>
  new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );

async function pack(input: ExportInput, format: 'docx' | 'fact-check-docx'): Promise<Uint8Array> {
  const { pack: make } = renderExport(input, format);
  if (!make) throw new Error('A Word document has bytes.');
  return make(noPictures);
}

const textsOf = (text: string) =>
  document([inlineBlock('headline', [textNode('–')]), inlineBlock('paragraph', [textNode(text)])]);

const partsOf = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');

test('a Word document is made of any article, with pictures and without', async () => {
  const picture = smallPicture();
  await fc.assert(
    fc.asyncProperty(arbitraryDocument, async (document) => {
      const input = exampleInput({ document, quotations: [] });
      const pictures = Object.fromEntries(
        figuresOf(document).map(({ picture: one }) => [one, 'png']),
      );
      const { pack: make } = renderExport({ ...input, pictures }, 'docx');
      const bytes = await make?.(async () => picture);
      expect(Object.keys(unzipSync(bytes ?? new Uint8Array()))).toContain('word/document.xml');
    }),
    { numRuns: 60 },
  );
});

test('code keeps its lines in Word, and is code again when it comes back', async () => {
  const code = codeBlock('if (late) {\n\tsay("sorry");\n\n  end();\n}');
  const words = inlineBlock('paragraph', [textNode('The harbour office wrote this.')]);
  const blocks = [inlineBlock('headline', [textNode('Ferry')]), words, code, words];
  const input = exampleInput({ document: document(blocks), quotations: [] });
  const bytes = await pack({ ...input, sources: [] }, 'docx');
  const { article } = await readArticle('a.docx', bytes);
  const back = article.document.root.children.find(({ type }) => type === 'codeblock');
  expect(back && 'children' in back ? back.children : null).toEqual(code.children);
});

describe('an article as a Word document', () => {
  test('is the same article when it comes back', async () => {
    const input = exampleInput();
    const bytes = await pack(input, 'docx');
    const { article } = await readArticle('harbour.docx', bytes);
    const words = (text: string) => text.replace(/\s+/g, ' ').trim();
    const back = words(plainText(article.document).text);
    expect(back.startsWith(words(plainText(input.article.document).text))).toBe(true);
    expect(article).toMatchObject({ dateline: 'SALTMERE' });
    const kinds = article.document.root.children.map(({ type }) => type);
    expect(kinds.slice(0, 9)).toEqual(
      input.article.document.root.children.map(({ type }) => type).slice(0, 9),
    );
    expect(article.contributors.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Ada Quill', 'Ben Harrow']),
    );
  });

  test('has its sources as endnotes of Word', async () => {
    const parts = partsOf(await pack(exampleInput(), 'docx'));
    expect(parts).toMatch(/<w:endnoteReference w:id="1"/);
    expect(parts).toContain('Harbour audit: findings');
    expect(parts).toContain('<w:pStyle w:val="Quote"/>');
  });
});

test.each(['docx', 'fact-check-docx'] as const)(
  'nothing of a hidden source is in a %s',
  async (format) => {
    const parts = partsOf(await pack(reviewedInput(), format));
    expect(parts).not.toContain('CANARY');
    expect(parts).not.toContain('1999');
    expect(parts).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
  },
);

test('the fact-checker’s copy says in Word what its page says, and its map is a table', async () => {
  const parts = partsOf(await pack(reviewedInput(), 'fact-check-docx')).replace(/<[^>]+>/g, '');
  expect(parts).toContain('Not for publication');
  expect(parts).toContain('The source says “any”, not “public”.');
  expect(parts).toContain('Noor Haddad, 2 May 2026): It is a ship’s name.');
  // Under each source its passages with the quotations that they carry, by name and sign of verdict.
  const [, map = ''] = /Where the quotations come from(.*?)Quotations/s.exec(parts) ?? [];
  expect(map).toMatch(/Interview with Mara Lind.*● Verbatim.*Harbour audit.*◆ Altered.*No source/s);
});

test('lines are as high as what is in them: pictures are not cut off', async () => {
  const parts = unzipSync(await pack(exampleInput(), 'docx'));
  expect(strFromU8(parts['word/styles.xml']!)).toMatch(/<w:spacing [^>]*w:lineRule="auto"/);
});

test('what is written from right to left is so in Word, names in other letters aside', async () => {
  const arabic = textsOf('ميناء: «لن نبيع»، قالت Mara Lind، رئيسة البلدية.');
  const input = exampleInput({
    document: arabic,
    quotations: [],
    language: 'ar',
    byline: NO_BYLINE,
  });
  const xml = strFromU8(unzipSync(await pack(input, 'docx'))['word/document.xml']!);
  const [paragraph = ''] = xml.split('<w:p>').filter((one) => one.includes('Mara'));
  expect(paragraph).toContain('<w:bidi/>');
  const runs = paragraph.split('<w:r>').slice(1);
  const said = runs.map((run) => [run.replace(/<[^>]+>/g, ''), run.includes('<w:rtl/>')]);
  expect(said.filter(([words]) => words !== '')).toEqual(
    expect.arrayContaining([
      ['ميناء: «لن نبيع»، قالت ', true],
      ['Mara Lind', false],
      ['، رئيسة البلدية.', true],
    ]),
  );
});

test.for(['docx', 'fact-check-docx'] as const)(
  'LibreOffice makes a PDF of a %s',
  { timeout: 120_000 },
  async (format, { skip }) => {
    if (!(await hasOffice())) skip('there is no LibreOffice on this machine');
    const folder = mkdtempSync(join(tmpdir(), 'stet-docx-'));
    try {
      const file = join(folder, 'copy.docx');
      writeFileSync(file, await pack(reviewedInput(), format));
      await run('soffice', [
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--headless', '--convert-to', 'pdf', '--outdir', folder, file],
      ]);
      expect(existsSync(join(folder, 'copy.pdf'))).toBe(true);
      expect(readFileSync(join(folder, 'copy.pdf')).subarray(0, 4).toString()).toBe('%PDF');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
