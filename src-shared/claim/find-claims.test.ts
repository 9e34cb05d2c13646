import { describe, expect, test } from 'vitest';
import { type ClaimKind, findClaims } from './find-claims';
import cases from './fixtures/claim-cases.json';
import measured from './fixtures/claim-measure.json';
import { findSentences } from './sentences';

interface Case {
  language: string;
  text: string;
  /** Why it looks as if it needed a source; empty where it does not. */
  kinds: string[];
}

const kindsOf = ({ text, language }: Case): ClaimKind[] =>
  findClaims({ text, covered: [] }, language).flatMap(({ kinds }) => kinds);

test.each(cases as Case[])('$language: $text', (one) => {
  expect(kindsOf(one).toSorted()).toEqual(one.kinds.toSorted());
});

// Nobody looks at single cases of these when the rules are changed: they tell how good the rules are.
test('most of what was never looked at is told rightly too', () => {
  const all = (measured as Case[]).map((one) => ({
    needs: one.kinds.length > 0,
    found: kindsOf(one).length > 0,
  }));
  const found = all.filter((one) => one.found);
  const needed = all.filter((one) => one.needs);
  const both = all.filter((one) => one.found && one.needs).length;
  expect(both / found.length).toBeGreaterThan(0.95);
  expect(both / needed.length).toBeGreaterThan(0.85);
});

describe('what is not looked at', () => {
  const text = '“We lost 12 boats,” Lind said, and 3 of them in May 2019.';
  const quoted = { start: 0, end: text.indexOf(' Lind') };

  test('words in quotation marks, and who said them', () => {
    const [claim] = findClaims({ text, covered: [quoted] }, 'en');
    expect(claim?.reasons.map((reason) => reason.text)).toEqual(['3', 'in May', '2019']);
    const uncovered = findClaims({ text, covered: [] }, 'en');
    expect(uncovered[0]?.reasons.map((reason) => reason.text)).toContain('12');
  });

  test('claims that are marked already', () => {
    const covered = [{ start: 0, end: text.length }];
    expect(findClaims({ text, covered }, 'en')).toEqual([]);
  });

  test('questions', () => {
    expect(findClaims({ text: 'Did 12 boats sink in 2019?', covered: [] }, 'en')).toEqual([]);
  });
});

test('the sentence is pointed at within its line, with its reasons inside it', () => {
  const text = 'Rain fell. The mill closed in 1987. Nobody came.';
  const [claim, ...others] = findClaims({ text, covered: [] }, 'en');
  expect(others).toEqual([]);
  expect(text.slice(claim!.start, claim!.end)).toBe('The mill closed in 1987.');
  expect(claim!.text.slice(claim!.reasons[0]!.start, claim!.reasons[0]!.end)).toBe('1987');
});

test('of a language that Stet has no words for, figures are found', () => {
  expect(kindsOf({ language: 'da', text: 'Der var 14 både i havnen.', kinds: [] })).toEqual([
    'figure',
  ]);
});

test.each([
  ['Mr. Lind left. He was 52.', ['Mr. Lind left.', 'He was 52.']],
  ['It happened in the U.S. in May.', ['It happened in the U.S. in May.']],
  [
    'It was held in Washington D.C. The team won.',
    ['It was held in Washington D.C.', 'The team won.'],
  ],
  ['Am 3. Mai kam z.B. niemand. Warum?', ['Am 3. Mai kam z.B. niemand.', 'Warum?']],
  ['¿Cuándo? Ayer. ¡Nadie!', ['¿Cuándo?', 'Ayer.', '¡Nadie!']],
  ['“Go.” She went.', ['“Go.”', 'She went.']],
  ['One\ntwo.', ['One', 'two.']],
])('%j is these sentences', (text, sentences) => {
  expect(findSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
});
