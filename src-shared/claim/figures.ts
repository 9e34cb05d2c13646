import type { SpanText } from '../model/span';

/* Figures, however they are written: "1,200", "1.200", "1 200" and "twelve hundred" are looked for alike. */

/** A figure of a text; `value` is the same for the same figure written in another way. */
export interface Figure extends SpanText {
  value: string;
}

const NUMERALS = /(?<![\p{L}\p{N}])\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?(?!\p{N})/gu;

/** "1,200.5" is 1200.5, and so is "1.200,5"; a single mark before three digits groups. */
function readNumeral(numeral: string): string {
  const plain = numeral.replace(/['’\u00a0\u202f ]/g, '');
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(plain);
  if (grouped) return plain.replace(/[.,]/g, '');
  const decimal = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (decimal < 0) return plain.replace(/^0+(?=\d)/, '');
  const whole = plain.slice(0, decimal).replace(/[.,]/g, '');
  return `${whole}.${plain.slice(decimal + 1)}`.replace(/\.?0+$/, '');
}

const UNITS: Readonly<Record<string, readonly string[]>> = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
  de: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  ),
  fr: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  ),
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve'.split(
    ' ',
  ),
};
const TENS: Readonly<Record<string, readonly string[]>> = {
  en: 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
  de: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' '),
  fr: 'vingt trente quarante cinquante soixante'.split(' '),
  es: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' '),
};

/** Values from two up by how they are spelled; "one" is an article in most languages. */
const SPELLED = new Map<string, string>();
for (const [language, units] of Object.entries(UNITS)) {
  const tens = TENS[language] ?? [];
  for (const [value, word] of units.entries()) if (value > 1) SPELLED.set(word, String(value));
  for (const [index, ten] of tens.entries()) {
    const value = (index + 2) * 10;
    SPELLED.set(ten, String(value));
    for (const [unit, word] of units.slice(0, 10).entries()) {
      if (unit === 0) continue;
      const spelled = {
        en: `${ten}-${word}`,
        de: `${unit === 1 ? 'ein' : word}und${ten}`,
        fr: `${ten}-${word}`,
        es: `${ten} y ${word}`,
      }[language];
      if (spelled) SPELLED.set(spelled, String(value + unit));
    }
  }
}

const SPELLED_OUT = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[...SPELLED.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}-])`,
  'giu',
);

/** How a value may be spelled out in words, in lower case. */
export function spellingsOf(value: string): string[] {
  return [...SPELLED].flatMap(([word, spelled]) => (spelled === value ? [word] : []));
}

/** The figures of a text that are written in digits, in its order. */
export function findNumerals(text: string): Figure[] {
  return [...text.matchAll(NUMERALS)].map(({ 0: numeral, index }) => ({
    start: index,
    end: index + numeral.length,
    text: numeral,
    value: readNumeral(numeral),
  }));
}

/** The figures of a text, in its order. */
export function findFigures(text: string): Figure[] {
  const figures = findNumerals(text);
  for (const { 0: word, index } of text.matchAll(SPELLED_OUT)) {
    const value = SPELLED.get(word.toLowerCase());
    if (value === undefined) continue;
    figures.push({ start: index, end: index + word.length, text: word, value });
  }
  return figures.sort((a, b) => a.start - b.start);
}
