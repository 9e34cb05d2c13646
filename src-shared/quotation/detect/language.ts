import { classAt, endOfLetters, entryAt, LETTER_OR_NUMBER, PAIR } from '../speaker/lexicon';

/*
 * A guess at the language of a text: by script where the script says it, else by its commonest
 * small words. Good enough to choose quotation marks and attribution words; an editor's own choice
 * always goes first.
 */

const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that was for is with he said on his by at from as has have were are be this but not they an had would will which i a it you we all who what there so if about me my us',
  de: 'der die das und ist nicht den von zu mit sich auf für im dem ein eine als auch es an werden aus er hat dass sie nach wird bei einer sagte um am sind noch wie über',
  fr: 'le la les des et est une un du dans que qui pour pas sur au avec il elle ce sont par plus aux été ont cette mais nous a leur selon',
  es: 'el la los las de y que en un una por con para es se del al lo su no más como pero sus fue ha dijo según este esta',
  it: 'il la di che e un una per non del della con sono è le dei si da nel alla ha gli anche più ma come ed dal questo',
  pt: 'o a os as de que e em um uma para com não do da no na por se mais foi ao dos das são disse como mas à pelo',
  nl: 'de het een van en in is dat op te voor met niet zijn die er aan ook als door maar om bij naar werd hij heeft was zei',
  sv: 'och att det som en är på för med av till den inte har de ett om var men sig jag från han kan säger efter',
  cs: 'a se v na je že o s z do to i za by pro ale jako k po jsem jsou jeho které který byl bylo podle řekl ve si až už také',
  pl: 'i w na z do że się nie jest to o jak za od po ale dla przez jego który które był była są tym oraz powiedział',
};

const LANGUAGES = Object.keys(SMALL_WORDS);
/** A word that several languages share says less about each; divisible by 1 to 10. */
const WHOLE_WORD = 2520;

/** The languages of each small word, as indexes. */
const WORDS: ReadonlyMap<string, readonly number[]> = indexSmallWords();

function indexSmallWords(): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [language, list] of Object.values(SMALL_WORDS).entries()) {
    for (const word of list.split(' ')) {
      const languages = index.get(word);
      if (languages) languages.push(language);
      else index.set(word, [language]);
    }
  }
  return index;
}

/** Most words can be told from a small one by their length and their ends, without looking them up. */
const LONGEST_SMALL = 15;
const ends = new Uint8Array(1 << 14);
for (const word of WORDS.keys()) {
  for (const first of [word.charAt(0), word.charAt(0).toUpperCase()]) {
    for (const last of [word.slice(-1), word.slice(-1).toUpperCase()]) {
      ends[endsOf(first.charCodeAt(0), last.charCodeAt(0), word.length)] = 1;
    }
  }
}

function endsOf(first: number, last: number, length: number): number {
  return ((first & 31) << 9) | ((last & 31) << 4) | (length & LONGEST_SMALL);
}

function maybeSmall(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_SMALL) return false;
  return ends[endsOf(text.charCodeAt(start), text.charCodeAt(end - 1), end - start)] === 1;
}

const SCRIPTS = [
  /^\p{Script=Latin}/u,
  /^[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /^\p{Script=Han}/u,
  /^\p{Script=Hangul}/u,
  /^\p{Script=Cyrillic}/u,
  /^\p{Script=Greek}/u,
  /^\p{Script=Hebrew}/u,
  /^\p{Script=Arabic}/u,
  /^/u,
];
const LATIN = 0;
const CYRILLIC = 4;
/** The script of each character met so far: one more than its index, 0 where it is not known. */
const scripts = new Uint8Array(0x10000);

function scriptAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const known = scripts[code] ?? 0;
  if (known !== 0) return known - 1;
  const character = String.fromCodePoint(text.codePointAt(index) ?? code);
  const script = SCRIPTS.findIndex((pattern) => pattern.test(character));
  if (character.length === 1) scripts[code] = script + 1;
  return script;
}

/** Looking further than this changes no guess. */
const SAMPLE_LENGTH = 20_000;
/** After so many small words a language that has so many times more of them than any other is it. */
const CLEAR_WORDS = 60;
const CLEAR_LEAD = 3;

/**
 * The language of a text as a two-letter code; `en` where nothing speaks for another one. Knows
 * en de fr es it pt nl sv cs pl by their words, ru uk ja zh ko el he ar by their script.
 */
export function guessLanguage(text: string): string {
  const limit = Math.min(text.length, SAMPLE_LENGTH);
  const letters: number[] = SCRIPTS.map(() => 0);
  const scores: number[] = LANGUAGES.map(() => 0);
  let ukrainian = 0;
  let found = 0;
  let at = 0;
  while (at < limit) {
    const kind = classAt(text, at);
    if ((kind & LETTER_OR_NUMBER) === 0) {
      at += kind & PAIR ? 2 : 1;
      continue;
    }
    const end = endOfLetters(text, at, limit);
    // Words in Latin letters are in Latin letters throughout; others are mixed (kana and kanji).
    const isLatin = scriptAt(text, at) === LATIN;
    if (isLatin) letters[LATIN] = (letters[LATIN] ?? 0) + end - at;
    for (let place = isLatin ? end : at; place < end; place += 1) {
      const script = scriptAt(text, place);
      letters[script] = (letters[script] ?? 0) + 1;
      if (script === CYRILLIC && 'іїєґІЇЄҐ'.includes(text.charAt(place))) ukrainian += 1;
    }
    const languages = maybeSmall(text, at, end)
      ? WORDS.get(entryAt(text, at, end).lower)
      : undefined;
    at = end;
    if (!languages) continue;
    for (const language of languages) {
      scores[language] = (scores[language] ?? 0) + WHOLE_WORD / languages.length;
    }
    found += 1;
    if (found % CLEAR_WORDS === 0 && isClear(letters, scores)) break;
  }
  return languageByScript(letters, ukrainian) ?? languageByWords(scores);
}

/** True where all of it is in Latin letters and one language is far ahead. */
function isClear(letters: readonly number[], scores: readonly number[]): boolean {
  if (letters.some((count, script) => script !== LATIN && count > 0)) return false;
  const [best = 0, second = 0] = [...scores].sort((one, other) => other - one);
  return best > CLEAR_LEAD * second;
}

function languageByScript(letters: readonly number[], ukrainian: number): string | null {
  const [
    latin = 0,
    kana = 0,
    han = 0,
    hangul = 0,
    cyrillic = 0,
    greek = 0,
    hebrew = 0,
    arabic = 0,
  ] = letters;
  // One ideograph says about as much as three letters.
  if ((kana + han + hangul) * 3 > latin && kana + han + hangul > 0) {
    if (hangul > kana + han) return 'ko';
    return kana * 10 > han ? 'ja' : 'zh';
  }
  if (cyrillic > latin) return ukrainian * 50 > cyrillic ? 'uk' : 'ru';
  if (greek > latin) return 'el';
  if (hebrew > latin) return 'he';
  return arabic > latin ? 'ar' : null;
}

function languageByWords(scores: readonly number[]): string {
  let best = 'en';
  // One small word more says nothing: a few words of English stay English.
  let bestScore = (scores[LANGUAGES.indexOf('en')] ?? 0) + WHOLE_WORD / 2;
  for (const [index, score] of scores.entries()) {
    if (score > bestScore) {
      best = LANGUAGES[index] ?? best;
      bestScore = score;
    }
  }
  return best;
}
