import { expect, test } from 'vitest';
import { articleFromFile } from '../../src-shared/document/from-file';
import { plainText } from '../../src-shared/document/plain-text';
import { exampleInput } from './example';
import { renderExport } from './registry';

test.each(['markdown', 'html'] as const)(
  'an article exported as %s can be brought in again',
  (format) => {
    const input = exampleInput();
    const { fileName, text } = renderExport(input, format);
    const back = articleFromFile(fileName, text);
    expect(plainText(back.document).text).toBe(plainText(input.article.document).text);
    expect(back).toMatchObject({ language: 'en-GB', dateline: 'SALTMERE' });
    expect(back.contributors.map(({ name, role }) => `${name}: ${role}`).sort()).toEqual([
      'Ada Quill: author',
      'Ben Harrow: author',
      'Cleo Marsh: additional-reporting',
      'Dov Stern: editing',
      'agencies: author',
    ]);
  },
);

test('the same input gives the same text, and is left as it is', () => {
  const input = exampleInput();
  const before = JSON.stringify(input);
  const [once, twice] = [renderExport(input, 'html'), renderExport(input, 'html')];
  expect(once).toEqual(twice);
  expect(JSON.stringify(input)).toBe(before);
});

test('characters that no page may hold are spaces', () => {
  const headline = { ...exampleInput().article.byline, line: 'By Ada\u0000Quill\u0007' };
  const { text } = renderExport(exampleInput({ byline: headline }), 'html');
  expect(text).toContain('By Ada Quill');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what the test is about.
  expect(text).not.toMatch(/[\u0000\u0007]/);
});
