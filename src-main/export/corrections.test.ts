import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../src-shared/contract/exports';
import { MARKDOWN_PROFILES } from '../../src-shared/model/markdown-profile';
import { exampleInput } from './example';
import { CORRECTED_WORDS, correctedInput } from './example-corrections';
import { reviewedInput } from './example-review';
import { renderExport } from './registry';

const textOf = (format: (typeof EXPORT_FORMATS)[number], input = correctedInput()) =>
  renderExport(input, format).text;

describe('the corrections of an article', () => {
  test('stand on its page below the text, each with its kind and its day', () => {
    const html = textOf('html');
    expect(html).toContain('<aside class="correction" aria-labelledby="correction-1">');
    expect(html).toContain('<h2 id="correction-1">Correction</h2>');
    expect(html).toContain(
      '<time datetime="2026-05-04T09:00:00.000Z">4 May 2026</time>: An earlier version said “14” &lt;b>boats',
    );
    expect(html).toContain('<h2 id="correction-2">Update</h2>');
    expect(html.indexOf('correction-2')).toBeLessThan(html.indexOf('doc-endnotes'));
    expect(html).toContain('Updated <time class="dt-updated"');
  });

  test('are told to machines, and when the article was changed last', () => {
    const html = textOf('html');
    const data = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    const [news] = JSON.parse(data)['@graph'];
    // News that came later corrects nothing.
    expect(news.correction).toEqual([
      {
        '@type': 'CorrectionComment',
        text: `${CORRECTED_WORDS}\n\nThe figure is 40.`,
        datePublished: '2026-05-04T09:00:00.000Z',
      },
    ]);
    expect(news.dateModified).toBe('2026-05-06T09:00:00.000Z');
    expect(html).toContain('property="article:modified_time" content="2026-05-06T09:00:00.000Z"');
  });

  test.each(MARKDOWN_PROFILES)('are in Markdown for %s', (profile) => {
    const text = textOf('markdown', { ...correctedInput(), profile });
    expect(text).toMatch(/\*\*Correction, 4 May 2026:\*\* An earlier version/);
    expect(text).toContain('\n\nThe figure is 40.');
    if (profile === 'ghost' || profile === 'pandoc') return;
    expect(text).toMatch(/kind\W+"?update/);
    expect(text).toContain('2026-05-06T09:00:00.000Z');
  });

  test('are in plain text, in ninjs and in the fact-checker’s copy', () => {
    expect(textOf('text')).toContain('Correction, 4 May 2026: An earlier version said “14”');
    const ninjs = JSON.parse(textOf('ninjs'));
    expect(ninjs.versionCreated).toBe('2026-05-06T09:00:00.000Z');
    expect(ninjs.bodies.slice(1)).toEqual([
      {
        role: 'correction',
        contentType: 'text/plain',
        value: `Correction, 4 May 2026: ${CORRECTED_WORDS}\n\nThe figure is 40.`,
      },
      {
        role: 'update',
        contentType: 'text/plain',
        value: 'Update, 6 May 2026: The ferry has been sold.',
      },
    ]);
    const copy = textOf('fact-check', correctedInput(reviewedInput()));
    expect(copy).toContain('Noor Haddad, 4 May 2026; not published yet');
    expect(copy).toContain('Noor Haddad, 6 May 2026; published');
  });

  test('are in the Word document', async () => {
    const packed = await renderExport(correctedInput(), 'docx').pack?.(() =>
      Promise.reject(new Error()),
    );
    const xml = strFromU8(unzipSync(packed!)['word/document.xml']!);
    const words = xml.replace(/<[^>]+>/g, '');
    expect(words).toContain('4 May 2026: An earlier version said “14”');
    expect(words).toContain('The ferry has been sold.');
  });

  test('name nobody to readers', () => {
    const forReaders = EXPORT_FORMATS.filter((format) => !format.startsWith('fact-check'));
    for (const format of forReaders) {
      expect(textOf(format), format).not.toContain('Noor Haddad');
      expect(textOf(format), format).not.toContain('0199c1c2');
    }
  });

  test('leave an article without them as it was', () => {
    for (const format of EXPORT_FORMATS) {
      const input = format.startsWith('fact-check') ? reviewedInput() : exampleInput();
      expect(textOf(format, { ...input, corrections: [] }), format).toBe(textOf(format, input));
    }
    expect(textOf('html', exampleInput())).not.toContain('<aside class="correction"');
  });
});

test('a PDF is the page, with its pictures in it and none beside it', () => {
  const { fileName, text, pictures, printed } = renderExport(correctedInput(), 'pdf');
  const page = renderExport(correctedInput(), 'html');
  expect(fileName).toMatch(/\.pdf$/);
  expect(text).toBe(page.text);
  expect(pictures).toBeUndefined();
  expect(printed).toEqual(page.pictures);
});
