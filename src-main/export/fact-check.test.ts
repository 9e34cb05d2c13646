import { expect, test } from 'vitest';
import { exampleInput, id } from './example';
import { reviewedInput } from './example-review';
import { renderExport } from './registry';

const page = (input = reviewedInput()) => renderExport(input, 'fact-check').text;

/** The words of an entry of the copy, without its mark-up. */
function entry(name: string): string {
  const [, inner = ''] =
    new RegExp(`<div class="entry[^"]*" id="${name}">(.*?)</div>`, 's').exec(page()) ?? [];
  return inner
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

test('it says what it is for, and each quotation has its number in the text and below', () => {
  const text = page();
  expect(text).toMatch(/<p class="notice">[^<]*Not for publication/);
  for (const number of [1, 2, 3, 4, 5, 6, 8]) {
    expect(text).toContain(`href="#check-${number}"`);
    expect(text).toContain(`id="check-${number}"`);
  }
  expect(text).not.toContain('check-7');
});

test('a quotation has its source, place, passage in context, verdict, reasons and word diff', () => {
  expect(entry('check-1')).toMatch(/^1\. “We will not sell the harbour,”/);
  expect(entry('check-1')).toContain('Speaker Mara Lind Source Interview with Mara Lind');
  expect(entry('check-1')).toContain('Place at 07:52');
  expect(entry('check-1')).toContain(
    'Asked about the sale, she said: We will not sell the harbour. Not now, not this year and not later. The room was quiet.',
  );
  expect(entry('check-1')).toContain('Read back Approved, 2 May 2026, Mara Lind, By telephone');
  expect(entry('check-2')).toContain('Verdict Altered. The source says “any”, not “public”.');
  expect(page()).toContain('<del>any </del><ins>public </ins>');
  expect(entry('check-3')).toContain('Let stand: Noor Haddad, 2 May 2026. Heard on the recording');
});

test('a described source is its description, and nothing is known of a hidden one', () => {
  expect(entry('check-4')).toContain('Source a memo of the port’s owner. The source is described');
  expect(entry('check-4')).toMatch(/Verdict Verbatim Signed Let stand: Noor Haddad, 2 May 2026$/);
  for (const name of ['check-5', 'check-6', 'check-8']) {
    expect(entry(name)).toMatch(
      /Speaker nobody named Source No source is given\. Verdict Unlinked Signed Nobody has signed\.$/,
    );
  }
  expect(entry('claim-3')).toMatch(/State No source Source No source is given\. Signed Nobody/);
});

test('what was accepted has its reason and name; comments are there', () => {
  const text = page();
  expect(text).toContain(
    '<strong>Accepted</strong> (Noor Haddad, 2 May 2026): It is a ship’s name.',
  );
  expect(text).toContain('Open comments (1): <strong>Open</strong>');
  expect(text).not.toContain('A source that must not be used');
  expect(text).toContain('Which one?<br>The first?');
  expect(text).toContain('(left out: it speaks of a source that is not disclosed)');
});

test('the map has a thread for each quotation whose source may be known', () => {
  const [, map = ''] = /<div class="map">(.*?)<\/div>/s.exec(page()) ?? [];
  expect(map.match(/class="v-\w+ thread"/g)).toHaveLength(4);
  expect(map).toContain('a memo of the port’s owner');
  expect(map.match(/<a href="#check-\d"/g)).toHaveLength(7);
});

test('a quotation of a hidden source looks like one without a source', () => {
  const input = reviewedInput();
  const hidden = new Set([id(5), id(6), id(8)]);
  const quotations = input.article.quotations.map((view) =>
    hidden.has(view.id)
      ? { ...view, link: null, speaker: null, check: null, verdict: 'unlinked' as const }
      : view,
  );
  const readBacks = input.review!.readBacks.filter(({ quotationId }) => !hidden.has(quotationId));
  const without = {
    ...input,
    article: { ...input.article, quotations },
    review: { ...input.review!, readBacks },
  };
  const points = without.review.points.filter(({ code }) => code !== 'source-off-the-record');
  expect(page({ ...without, review: { ...without.review, points } })).toBe(page());
});

test('an article without quotations, and one without a review, have a copy too', async () => {
  const { article, ...rest } = exampleInput();
  expect(page({ ...rest, article: { ...article, quotations: [] } })).toContain(
    'There are no quotations in this article.',
  );
  expect(page(exampleInput())).toContain('Nothing is open.');
});
