import { expect, test } from 'vitest';
import type { Impact, VersionSummary } from '../../src-shared/model/version';
import { impactLine, impactTitle, versionHint, versionLine } from './versions';

const version: VersionSummary = {
  id: '0199c1c2-8f5a-7c3e-9a51-3a1f5d2c7b10',
  number: 2,
  kind: 'corrected',
  reason: 'Heard again',
  language: null,
  isCurrent: true,
  fileName: null,
  editorName: 'Ada Voss',
  at: '2017-03-03T12:00:00.000Z',
};

test('a version is told by its number, its kind and its day', () => {
  expect(versionLine(version, 3)).toBe('Version 2 of 3 · corrected · 3 Mar 2017');
  expect(versionHint(version)).toBe('Heard again · Ada Voss');
  const first: VersionSummary = { ...version, number: 1, kind: 'extraction', reason: null };
  expect(versionLine(first, 1)).toBe('Version 1 · as it came in · 3 Mar 2017');
  const german: VersionSummary = { ...version, kind: 'translated', language: 'de-CH' };
  expect(versionLine(german, 3)).toBe(
    'Version 2 of 3 · translated: German (Switzerland) · 3 Mar 2017',
  );
});

test.each([
  [{ carried: 0, review: 0, unlinked: 0 }, 'Nothing needs a look.'],
  [{ carried: 1, review: 0, unlinked: 0 }, '1 quotation carried over.'],
  [{ carried: 5, review: 2, unlinked: 0 }, '5 quotations carried over and 2 to look at.'],
  [{ carried: 0, review: 1, unlinked: 0 }, '1 quotation to look at.'],
  [
    { carried: 5, review: 2, unlinked: 3 },
    '5 quotations carried over, 2 to look at and 3 not linked, with the old wording.',
  ],
  [{ carried: 0, review: 0, unlinked: 1 }, '1 quotation not linked, with the old wording.'],
])('what a version does to quotations: %j', (counts, expected) => {
  const impact: Impact = { articles: [], ...counts };
  expect(impactLine(impact)).toBe(expected);
});

test('what a version does to claims', () => {
  const used = (kind: 'quotation' | 'claim') => ({
    kind,
    quotationId: version.id,
    ordinal: 0,
    text: 'One',
    status: 'carried' as const,
    verdict: null,
    isSettled: false,
    sourceId: version.id,
    sourceTitle: '',
    versionNumber: 2,
  });
  const line = (...quotations: ReturnType<typeof used>[]) =>
    impactLine({
      articles: [{ articleId: version.id, headline: '', isFinished: false, quotations }],
      carried: quotations.length,
      review: 1,
      unlinked: 0,
    });
  expect(line(used('claim'))).toBe('1 claim carried over and 1 to look at.');
  expect(line(used('quotation'), used('quotation'), used('claim'))).toBe(
    '2 quotations and 1 claim carried over and 1 to look at.',
  );
});

test('how many articles a version touches', () => {
  const article = { articleId: version.id, headline: '', isFinished: false, quotations: [] };
  const impact: Impact = { articles: [article, article], carried: 0, review: 0, unlinked: 0 };
  expect(impactTitle(impact)).toBe('This version touches 2 articles');
});
