import { describe, expect, test } from 'vitest';
import { type ExportFormat, EXPORT_FORMATS as formats } from '../../src-shared/contract/exports';
import type { SourceSummary } from '../../src-shared/model/source';
import { exampleInput, exampleSources } from './example';
import { reviewedInput } from './example-review';
import type { ExportInput } from './input';
import { disclosed } from './plan';
import { renderExport } from './registry';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-/;

/** What readers get; the Word document and the PDF are made of the page. */
const published = formats.filter((format) => !/^(?:docx|pdf|fact-check.*)$/.test(format));

/** All of an export: its name too. */
const exported = (input: ExportInput, all: readonly ExportFormat[] = published) =>
  all.map((format) => Object.values(renderExport(input, format)).join('\n')).join('\n');

describe('protected sources', () => {
  test('nothing that must not be known is in any export', () => {
    const text = exported(exampleInput());
    expect(text).not.toContain('CANARY');
    expect(text).not.toContain('1999');
    expect(text).not.toMatch(UUID);
    expect(text).not.toMatch(/verbatim|verdict/);
  });

  test.each([exampleInput, reviewedInput])(
    'nor in the fact-checker’s copy, whatever editors wrote about them',
    (make) => {
      const text = exported(make(), formats);
      expect(text).not.toContain('CANARY');
      expect(text).not.toContain('1999');
      expect(text).not.toMatch(UUID);
    },
  );

  test('a quotation of one looks just like a quotation without a source', () => {
    const input = exampleInput();
    const protectedIds = new Set(
      exampleSources.filter((source) => disclosed(source) === 'nothing').map(({ id }) => id),
    );
    const quotations = input.article.quotations.map((view) =>
      view.link && protectedIds.has(view.link.sourceId)
        ? { ...view, link: null, speaker: null }
        : view,
    );
    expect(exported({ ...input, article: { ...input.article, quotations } })).toBe(exported(input));
    const without = exampleSources.filter((source) => !protectedIds.has(source.id));
    expect(exported({ ...input, sources: without })).toBe(exported(input));
  });

  test('a described source is its description, and two of the same are one', () => {
    const input = exampleInput();
    const describe = (source: SourceSummary): SourceSummary =>
      disclosed(source) === 'nothing'
        ? {
            ...source,
            disclosure: 'described',
            terms: 'background',
            description: 'A memo of the port’s owner',
          }
        : source;
    const text = exported({ ...input, sources: exampleSources.map(describe) });
    expect(text).not.toContain('CANARY');
    expect(text.match(/<li id="fn-\d+"><p>A memo of the port’s owner\./g)).toHaveLength(1);
    expect(text).not.toContain('src-4');
  });
});

test.each([
  ['public', 'on-the-record', null, 'named'],
  ['public', 'embargoed', null, 'named'],
  ['public', 'background', null, 'nothing'],
  ['public', 'background', 'an official', 'described'],
  ['public', 'off-the-record', 'an official', 'nothing'],
  ['described', 'on-the-record', 'an official', 'described'],
  ['described', 'on-the-record', ' ', 'nothing'],
  ['described', 'off-the-record', 'an official', 'nothing'],
  ['confidential', 'on-the-record', 'an official', 'nothing'],
] as const)('a %s source, %s, described as %j: %s', (disclosure, terms, description, expected) => {
  const [source] = exampleSources;
  if (!source) throw new Error('The example has no sources.');
  expect(disclosed({ ...source, disclosure, terms, description })).toBe(expected);
});
