/** A number in words of a language other than English, and how many words it takes up. */
export interface NumberWords {
  value: number;
  length: number;
}

const numbered = (table: string, from = 0): [string, number][] =>
  table.split(' ').map((word, place) => [word, from + place]);
const tens = (table: string, from: number): [string, number][] =>
  table.split(' ').map((word, place) => [word, from + place * 10]);

const GERMAN_SMALL = new Map([
  ...numbered(
    'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
  ),
  ['zwo', 2] as [string, number],
  ...tens('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig', 20),
]);
const GERMAN_ONES = new Map([...GERMAN_SMALL, ['ein', 1] as [string, number], ['', 1]]);
const GERMAN_TENS = /^(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(.+ßig|.+zig)$/;

/** fünfundzwanzig, zweihundertfünf, dreitausend: one word, whatever its length. */
function germanValue(word: string): number | null {
  const known = GERMAN_SMALL.get(word.replace('dreissig', 'dreißig'));
  if (known !== undefined) return known;
  const thousands = /^(.*)tausend(?:und)?(.*)$/.exec(word);
  if (thousands) return germanProduct(thousands, 1000);
  const hundreds = /^(.*)hundert(?:und)?(.*)$/.exec(word);
  if (hundreds) return germanProduct(hundreds, 100);
  const two = GERMAN_TENS.exec(word);
  if (!two) return null;
  const ten = GERMAN_SMALL.get(two[2]!.replace('dreissig', 'dreißig'));
  return ten === undefined ? null : ten + GERMAN_ONES.get(two[1]!)!;
}

function germanProduct([, before = '', after = '']: RegExpExecArray, scale: number): number | null {
  const times = GERMAN_ONES.get(before) ?? germanValue(before);
  const rest = after === '' ? 0 : germanValue(after);
  return times === null || rest === null || rest >= scale ? null : times * scale + rest;
}

/* In French and Spanish a number is a row of words: each adds to what stands, or multiplies it. */
const FRENCH = new Map([
  ...numbered(
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  ),
  ...tens('vingt trente quarante cinquante soixante', 20),
  ...tens('septante huitante nonante', 70),
  ['vingts', 20] as [string, number],
]);
const SPANISH = new Map([
  ...numbered(
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
  ),
  ['veintiún', 21] as [string, number],
  ...tens('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30),
  ...Object.entries({
    cien: 100,
    ciento: 100,
    doscientos: 200,
    doscientas: 200,
    trescientos: 300,
    trescientas: 300,
    cuatrocientos: 400,
    cuatrocientas: 400,
    quinientos: 500,
    quinientas: 500,
    seiscientos: 600,
    seiscientas: 600,
    setecientos: 700,
    setecientas: 700,
    ochocientos: 800,
    ochocientas: 800,
    novecientos: 900,
    novecientas: 900,
  }),
]);

const SCALES: Record<string, ReadonlyMap<string, number>> = {
  de: new Map(
    Object.entries({ tausend: 1e3, million: 1e6, millionen: 1e6, milliarde: 1e9, milliarden: 1e9 }),
  ),
  fr: new Map(
    Object.entries({ mille: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 }),
  ),
  es: new Map(Object.entries({ mil: 1e3, millón: 1e6, millones: 1e6 })),
};

/** What a word multiplies the number before it by, or undefined. */
export function foreignScale(key: string, language: string): number | undefined {
  return SCALES[language]?.get(key);
}

/** True if the numbers of a language are read here. */
export function readsNumbersOf(language: string): boolean {
  return SCALES[language] !== undefined;
}

/** The number in words that begins at a place, or null. `un` and `ein` alone are articles. */
export function readNumberWordsIn(
  language: string,
  keys: (place: number) => string,
): NumberWords | null {
  const first = keys(0);
  if (language === 'de') {
    const value = germanValue(first);
    return value === null ? null : { value, length: 1 };
  }
  if (language === 'fr') return first === 'un' ? null : readRow(FRENCH, 'et', keys, 'cent');
  if (language === 'es') return readRow(SPANISH, 'y', keys, null);
  return null;
}

/** A row of words below a thousand: quatre-vingt-dix, deux cent trois, treinta y dos. */
function readRow(
  words: ReadonlyMap<string, number>,
  and: string,
  keys: (place: number) => string,
  hundred: string | null,
): NumberWords | null {
  let value: number | null = null;
  let last = 1000;
  let length = 0;
  for (;;) {
    const key = keys(length);
    const next = words.get(key);
    if (next !== undefined && (value === null || (next > 0 && fits(value, last, next)))) {
      // quatre-vingts: four times twenty.
      const fourTwenties: boolean = next === 20 && value !== null && value % 100 === 4;
      value = fourTwenties ? value! - 4 + 80 : (value ?? 0) + next;
      last = fourTwenties ? 80 : next;
    } else if (hundred && (key === hundred || key === `${hundred}s`) && (value ?? 1) < 10) {
      value = (value ?? 1) * 100;
      last = 100;
    } else if (
      key === and &&
      value !== null &&
      fits(value, last, words.get(keys(length + 1)) ?? 0)
    ) {
      // vingt et un, treinta y dos
    } else {
      break;
    }
    length++;
  }
  return value === null ? null : { value, length };
}

/** Whether a number can follow in the row: smaller than the last, which has room for it. */
function fits(value: number, last: number, next: number): boolean {
  if (next <= 0) return false;
  if (next === 20 && value % 100 === 4) return true;
  if (last >= 100) return next < 100;
  // soixante-dix, soixante et onze, quatre-vingt-douze go on to nineteen.
  if (last === 60 || last === 80) return next < 20;
  return last >= 10 && last % 10 === 0 && (last >= 20 || next >= 7) && next < 10;
}
