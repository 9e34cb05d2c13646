import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import matter from 'gray-matter';
import { describe, expect, test } from 'vitest';
import { CSL_TYPES } from '../../src-shared/bibliography/fields';
import { writeBibtex } from '../../src-shared/bibliography/write-bibtex';
import { plainText } from '../../src-shared/document/plain-text';
import { MARKDOWN_PROFILES, type MarkdownProfile } from '../../src-shared/model/markdown-profile';
import { arbitraryExport } from './arbitrary-export';
import { exampleInput } from './example';
import type { ExportInput } from './input';
import { PROFILE_RULES } from './markdown-profiles';
import { renderExport } from './registry';
import { headerTexts } from './texts';

/*
 * Other people's readers on what Stet writes: gray-matter, which most site generators read front matters
 * with (YAML 1.1), and pandoc on records of sources. Zola's TOML has its own reader in
 * markdown-profiles.test.ts.
 */

const inputs = [exampleInput(), ...fc.sample(arbitraryExport, { numRuns: 40, seed: 9 })];

/** Where a profile keeps what, as far as every front matter has it. */
const PLACES: Readonly<Partial<Record<MarkdownProfile, { authors: string[]; tags: string[] }>>> = {
  generic: { authors: ['author'], tags: ['tags'] },
  hugo: { authors: ['params', 'author'], tags: ['tags'] },
  jekyll: { authors: ['authors'], tags: ['tags'] },
  eleventy: { authors: ['author'], tags: ['tags'] },
  astro: { authors: ['author'], tags: ['tags'] },
  obsidian: { authors: ['author'], tags: [] },
  pandoc: { authors: [], tags: [] },
};

const at = (data: unknown, path: readonly string[]): unknown =>
  path.reduce((one, key) => (one as Record<string, unknown> | undefined)?.[key], data);

describe.each(MARKDOWN_PROFILES.filter((one) => PROFILE_RULES[one].matter === 'yaml'))(
  'gray-matter on the front matter for %s',
  (profile) => {
    test('finds the values that went in, and the text below them', () => {
      const places = PLACES[profile];
      if (!places) throw new Error('This profile is new: say where it keeps its authors and tags.');
      for (const input of inputs) {
        const { text } = renderExport({ ...input, profile }, 'markdown');
        const { data, content } = matter(text, {});
        const { headline, standfirst } = headerTexts(plainText(input.article.document));
        if (profile !== 'pandoc') {
          expect(data.title ?? '').toBe(headline);
          expect(data.description ?? '').toBe(standfirst);
          expect(at(data, ['params', 'byline']) ?? data.byline ?? '').toBe(
            input.article.byline.line.replaceAll('\n', ', '),
          );
        }
        const named = authorsOf(input);
        if (places.authors.length > 0) {
          expect(at(data, places.authors) ?? []).toEqual(
            profile === 'astro' && named.length > 0 ? named.join(', ') : named,
          );
        }
        if (places.tags.length > 0) expect(at(data, places.tags) ?? []).toEqual(input.article.tags);
        for (const key of ['date', 'pubDate']) {
          const day = data[key] as Date | number | string | undefined;
          if (day instanceof Date) expect(day.toISOString().slice(0, 10)).toBe(input.date);
          else if (day !== undefined) expect(String(day)).toBe(input.date);
        }
        expect(text.endsWith(content)).toBe(true);
      }
    });
  },
);

function authorsOf({ article }: ExportInput): string[] {
  return article.byline.credits.filter(({ role }) => role === 'author').map(({ name }) => name);
}

const pandoc = (from: string, text: string) =>
  spawnSync('pandoc', ['-f', from, '-t', 'csljson'], { input: text, encoding: 'utf8' });
const reads = (spawnSync('pandoc', ['--list-input-formats'], { encoding: 'utf8' }).stdout ?? '')
  .split('\n')
  .filter((format) => ['biblatex', 'ris'].includes(format));

// Only where pandoc is installed, and only what it reads: older ones have no RIS.
describe.runIf(reads.length > 0)('pandoc reads', () => {
  test.each(reads)('the records of sources as %s', (format) => {
    const { text } = renderExport(exampleInput(), format === 'ris' ? 'ris' : 'bibtex');
    const { stdout, stderr } = pandoc(format, text);
    expect(stderr).toBe('');
    const records = JSON.parse(stdout);
    expect(records).toHaveLength(2);
    const [interview, audit] = records;
    expect(interview.title).toMatch(/interview with mara lind/i);
    expect(interview.issued['date-parts']).toEqual([[2026, 4, 12]]);
    expect(audit.title).toMatch(/harbour audit: findings/i);
    expect(audit.URL).toBe('https://saltmere.example/audit#findings');
    expect(JSON.stringify(audit.author)).toContain('Saltmere Audit Office');
  });

  /** Fields that both sides have, each with something that TeX or citeproc would change. */
  const FIELDS = {
    title: 'The Audit of Saltmere Quay: 50% & DNA_1',
    author: [
      { family: 'Lind', given: 'Mara' },
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
      { literal: 'Port Authority and Sons' },
    ],
    editor: [{ family: 'Oakes', given: 'Tom', suffix: 'Jr' }],
    translator: [{ family: 'Cruz', given: 'Ana' }],
    issued: { 'date-parts': [[2026, 4, 20]] },
    accessed: { 'date-parts': [[2026, 5, 1]] },
    volume: '12',
    page: '12-19',
    genre: 'Inquiry',
    'publisher-place': 'Saltmere',
    'collection-title': 'Quays',
    language: 'en-GB',
    abstract: 'What is wrong with it.',
    DOI: '10.1000/abc_1',
    ISBN: '978-0-00-000000-2',
    URL: 'https://saltmere.example/a_b?x=1&y=%20#f~g',
  };
  /** What citeproc makes of a type that BibLaTeX has no entry for. */
  const READ_AS: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      ['article', 'document', 'event', 'hearing', 'interview'].map((one) => [one, '']),
    ),
    bill: 'legislation',
    broadcast: 'motion_picture',
    classic: 'book',
    collection: 'book',
    entry: 'entry-encyclopedia',
    'entry-dictionary': 'entry-encyclopedia',
    figure: 'graphic',
    map: 'graphic',
    musical_score: 'song',
    performance: 'speech',
    periodical: 'article-journal',
    post: 'webpage',
    'post-weblog': 'webpage',
    regulation: 'legislation',
    'review-book': 'review',
    software: 'book',
    speech: 'manuscript',
    standard: 'legislation',
  };

  test.runIf(reads.includes('biblatex'))('each kind of source with all that is known of it', () => {
    const items = CSL_TYPES.map((type) => ({ ...FIELDS, id: type, type }));
    const text = writeBibtex(items.map((item) => ({ item, notes: [] })));
    const records = JSON.parse(pandoc('biblatex', text).stdout) as Record<string, unknown>[];
    for (const { id, type, author, ...record } of records) {
      expect(type, String(id)).toBe(READ_AS[String(id)] ?? id);
      const { author: _, ...others } = FIELDS;
      expect(record, String(id)).toMatchObject(others);
      // Whether a particle is dropped is not for BibTeX to say.
      const [lind, berg, port] = FIELDS.author;
      const { 'non-dropping-particle': particle, ...plain } = berg as Record<string, string>;
      expect(author).toEqual([lind, { ...plain, 'dropping-particle': particle }, port]);
    }
    expect(records).toHaveLength(CSL_TYPES.length);
  });
});
