import { describe, expect, test } from 'vitest';
import { tokenise } from '../../text/normalise';
import { readQuantity } from './numbers';
import { readTokens } from './tokens';

const keyOf = (text: string, language = 'en') =>
  readTokens(tokenise(text), text, { language })
    .map((token) => (token.form === 'number' ? token.key : `not a number: ${token.key}`))
    .join(' ');

describe('the same quantity, however it is written', () => {
  test.each([
    ['twenty-five', '25'],
    ['two hundred and five', '205'],
    ['ten thousand', '10,000'],
    ['a million', '1,000,000'],
    ['three point five million', '3.5 million'],
    ['nineteen ninety-nine', '1999'],
    ['twenty twenty-one', '2021'],
    ['the twenty-first'.slice(4), '21st'],
    ['second', '2nd'],
    ['5 per cent', '5%'],
    ['5 percent', 'five per cent'],
    ['$3 million', '3 million dollars'],
    ['£4m', 'four million pounds'],
    ['€2bn', '2 billion euros'],
    ['9am', '9 a.m.'],
    ['nineties', '90s'],
    ['1990s', '90s'],
    ['10\u202F000', '10 000'],
    ['3.50', '3.5'],
  ])('%s and %s', (one, other) => {
    expect(keyOf(one)).not.toContain('not a number');
    expect(keyOf(one)).toBe(keyOf(other));
  });

  test('points and commas are read as the language has them', () => {
    expect(keyOf('1.500', 'de')).toBe(keyOf('1500', 'de'));
    expect(keyOf('3,5', 'fr')).toBe(keyOf('3.5'));
    expect(keyOf('zwanzig', 'de')).toBe(keyOf('20', 'de'));
  });
});

describe('the same quantity in other languages', () => {
  test.each([
    ['de', 'fünfundzwanzig', '25'],
    ['de', 'zweihundertfünf', '205'],
    ['de', 'dreitausendvierhundertzwölf', '3.412'],
    ['de', 'drei Millionen', '3 Millionen'],
    ['de', 'vierzig Prozent', '40 %'],
    ['fr', 'vingt et un', '21'],
    ['fr', 'soixante-dix', '70'],
    ['fr', 'soixante et onze', '71'],
    ['fr', 'quatre-vingts', '80'],
    ['fr', 'quatre-vingt-dix-sept', '97'],
    ['fr', 'deux cent trois', '203'],
    ['fr', 'trois mille', '3 000'],
    ['es', 'treinta y dos', '32'],
    ['es', 'veintidós', '22'],
    ['es', 'doscientos cinco', '205'],
    ['es', 'cinco mil', '5.000'],
    ['es', 'cinco por ciento', '5 %'],
  ])('%s: %s and %s', (language, one, other) => {
    expect(keyOf(one, language)).not.toContain('not a number');
    expect(keyOf(one, language)).toBe(keyOf(other, language));
  });
});

test('a hyphen between two amounts is no minus', () => {
  expect(keyOf('3%-5%')).toBe(keyOf('3% 5%'));
  expect(keyOf('fell by -5%')).not.toBe(keyOf('fell by 5%'));
});

describe('pounds', () => {
  const keys = (text: string) =>
    readTokens(tokenise(text), text, { language: 'en' }).map((token) => token.key);

  test.each([
    ['they paid twenty pounds for it', 'they paid £20 for it'],
    ['twenty pounds of debt', '£20 of debt'],
    ['we lost 20 pounds on the deal', 'we lost £20 on the deal'],
    ['a 20 pound note', 'a £20 note'],
  ])('%s is money', (one, other) => {
    expect(keys(one)).toEqual(keys(other));
  });

  test.each([
    ['the dog weighed 20 pounds', 'the dog weighed £20'],
    ['twenty pounds of flour', '£20 of flour'],
    ['a 20 pound dog', 'a £20 dog'],
    ['it is 20 pounds heavier', 'it is £20 heavier'],
  ])('%s is weight', (one, other) => {
    expect(keys(one)).not.toEqual(keys(other));
    expect(keys(one)).toContain('#20');
  });
});

describe('different quantities', () => {
  test.each([
    ['13', '30'],
    ['1.5', '15'],
    ['-5', '5'],
    ['three million', 'three billion'],
    ['$5', '£5'],
    ['5%', '5'],
    ['5', '5th'],
    ['twenty', 'twenty-one'],
    ['90s', '90'],
    ['1890s', '90s'],
    ['1990s', '1990'],
    ['12345678901234567890', '12345678901234567891'],
  ])('%s and %s', (one, other) => {
    expect(keyOf(one)).not.toContain('not a number');
    expect(keyOf(one)).not.toBe(keyOf(other));
  });
});

test('takes no more words than belong to it', () => {
  const length = (text: string) => readQuantity(tokenise(text), 0)?.length;
  expect(length('five twenty')).toBe(1);
  expect(length('two hundred and then')).toBe(2);
  expect(length('three million dollars later')).toBe(2);
  expect(length('£4m later')).toBe(2);
  expect(readQuantity(tokenise('harbour'), 0)).toBeNull();
  expect(readQuantity(tokenise('a harbour'), 0)).toBeNull();
});
