import { expect, test } from 'vitest';
import { unnamedIn } from './override';

const credit = (name: string, tier: 'byline' | 'tagline' | 'hidden' | null = null) => ({
  name,
  tier,
  role: 'author' as const,
});

test.each([
  ['By Ada Quill and Ben Harrow', []],
  ['ADA QUILL & ben harrow', []],
  ['By Ada  Quill and\nBen\u00a0Harrow', []],
  ['By Ada Quill', ['Ben Harrow']],
  ['By Ada Quillfeather and Ben Harrow', ['Ada Quill']],
  ['', ['Ada Quill', 'Ben Harrow']],
])('%j leaves out %j', (line, unnamed) => {
  expect(unnamedIn(line, [credit('Ada Quill'), credit('Ben Harrow')])).toEqual(unnamed);
});

test('two people of one name are named twice', () => {
  const credits = [credit('Duncan Reid'), credit('Duncan Reid')];
  expect(unnamedIn('By Duncan Reid', credits)).toEqual(['Duncan Reid']);
  expect(unnamedIn('By Duncan Reid and Duncan Reid', credits)).toEqual([]);
});

test('whoever is named below the article, or nowhere, may be left out', () => {
  expect(unnamedIn('By nobody', [credit('Ada Quill', 'tagline'), credit('Ben', 'hidden')])).toEqual(
    [],
  );
});

test('typographic apostrophes and hyphens are those of the keyboard', () => {
  expect(unnamedIn("By De'Andre O'Neal-Smith", [credit('De’Andre O’Neal‐Smith')])).toEqual([]);
});
