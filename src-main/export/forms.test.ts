import { describe, expect, test } from 'vitest';
import type { ExportFormat } from '../../src-shared/contract/exports';
import { extractSources } from '../../src-shared/import/extract';
import { exampleInput, id } from './example';
import { renderExport } from './registry';

const text = (format: ExportFormat) => renderExport(exampleInput(), format).text;

test.each([
  ['text', 'txt'],
  ['annotations', 'jsonld'],
  ['csl', 'csl.json'],
  ['bibtex', 'bib'],
  ['ris', 'ris'],
] as const)('the example as %s reads as it is meant to', async (format, ending) => {
  const file = renderExport(exampleInput(), format);
  expect(file.fileName.endsWith(`.${ending}`)).toBe(true);
  await expect(file.text).toMatchFileSnapshot(`fixtures/example.${format}.txt`);
});

describe('what is told of the sources', () => {
  test.each(['csl', 'bibtex', 'ris'] as const)(
    '%s comes back in as it went out',
    async (format) => {
      const { fileName, text: written } = renderExport(exampleInput(), format);
      const records = await extractSources(fileName, new TextEncoder().encode(written));
      expect(records.map(({ title, date, url }) => ({ title, date, url }))).toEqual([
        { title: 'Interview with Mara Lind', date: '2026-04-12', url: null },
        {
          title: 'Harbour audit: findings',
          date: '2026-04-20',
          url: 'https://saltmere.example/audit#findings',
        },
      ]);
      expect(records[1]?.creator).toBe('Saltmere Audit Office');
    },
  );

  test('metadata stand beside Stet’s own details, words for oneself stay at home', () => {
    const metadata = {
      [id(102)]: {
        type: 'report',
        publisher: 'Quay Press',
        note: 'CANARY: ask Ivo first',
        author: [{ family: 'Lind', given: 'Mara' }],
      },
    };
    const input = { ...exampleInput(), metadata };
    const [, report] = JSON.parse(renderExport(input, 'csl').text);
    expect(report).toMatchObject({
      type: 'report',
      title: 'Harbour audit: findings',
      publisher: 'Quay Press',
      author: [{ family: 'Lind', given: 'Mara' }],
    });
    for (const format of ['csl', 'bibtex', 'ris'] as const) {
      expect(renderExport(input, format).text).not.toContain('CANARY');
    }
    expect(renderExport(input, 'ris').text).toContain('TY  - RPRT');
    expect(renderExport(input, 'bibtex').text).toContain('author = {Lind, Mara}');
  });
});

test('every annotation points to words that are in the article, and to words of its source', () => {
  const input = exampleInput();
  const page = renderExport(input, 'html').text;
  const [about, ...all] = JSON.parse(text('annotations'));
  const annotations = all.filter(
    (one: { motivation: unknown }) => one.motivation !== 'classifying',
  );
  expect(about.motivation).toBe('describing');
  expect(annotations.length).toBeGreaterThan(2);
  for (const { target, body } of annotations) {
    const [first, ...more] = [target].flat();
    const [fragment, words] = first.selector;
    expect(page).toContain(`id="${fragment.value}"`);
    expect(words.exact).not.toBe('');
    for (const { selector } of more) expect(selector[0].exact).not.toBe('');
    if (body.type === 'TextualBody') expect(body.value).not.toBe('');
    else expect(body.selector.length).toBeGreaterThan(0);
  }
});

test('what an editor said is no quotation is told by its words alone', () => {
  const all = JSON.parse(text('annotations')) as { motivation: unknown }[];
  const dismissed = all.filter(({ motivation }) => motivation === 'classifying');
  expect(dismissed).toMatchObject([
    {
      target: {
        selector: [
          { type: 'TextQuoteSelector', exact: '“golden mile”' },
          { type: 'TextPositionSelector' },
        ],
      },
      body: { type: 'TextualBody', purpose: 'classifying', value: 'not a quotation' },
    },
  ]);
});

test('TeX’s own signs are written out', () => {
  const input = exampleInput();
  const sources = input.sources.map((source) => ({ ...source, title: '50% of R&D_costs {#1}' }));
  expect(renderExport({ ...input, sources }, 'bibtex').text).toContain(
    'title = {{50\\% of R\\&D\\_costs \\{\\#1\\}}}',
  );
});
