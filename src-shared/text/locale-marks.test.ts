import { describe, expect, it } from 'vitest';
import { inQuotationMarks, marksOf } from './locale-marks';

describe('inQuotationMarks', () => {
  it.each([
    ['en-GB', 'We will rebuild.', '“We will rebuild.”'],
    ['de', 'Wir bauen neu.', '„Wir bauen neu.“'],
    ['de-CH', 'Wir bauen neu.', '«Wir bauen neu.»'],
    ['de-AT', 'Wir bauen neu.', '„Wir bauen neu.“'],
    ['fr', 'Nous reconstruirons.', '«\u202fNous reconstruirons.\u202f»'],
    ['ja', '再建します。', '「再建します。」'],
    ['xx', 'Words', '“Words”'],
  ])('%s: %s', (language, words, expected) => {
    expect(inQuotationMarks(words, language)).toBe(expected);
  });

  it('turns the marks of a quotation inside into the inner ones', () => {
    expect(inQuotationMarks('She called it "a mess" and left.', 'en-US')).toBe(
      '“She called it ‘a mess’ and left.”',
    );
    expect(inQuotationMarks('Er sagte „nein“.', 'de')).toBe('„Er sagte ‚nein‘.“');
  });

  it('leaves a single mark that nothing closes', () => {
    expect(inQuotationMarks('a 5" pipe', 'en')).toBe('“a 5" pipe”');
  });
});

describe('marksOf', () => {
  it('falls back from the script or the country to the language', () => {
    expect(marksOf('zh-Hant-TW').open).toBe('「');
    expect(marksOf('zh-CN').open).toBe('“');
    expect(marksOf('pt-BR').open).toBe('“');
    expect(marksOf('pt-PT').open).toBe('«');
  });
});
