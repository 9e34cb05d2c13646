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

const WORDS: ReadonlyMap<string, readonly string[]> = indexSmallWords();

function indexSmallWords(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [language, list] of Object.entries(SMALL_WORDS)) {
    for (const word of list.split(' ')) {
      const languages = index.get(word);
      if (languages) languages.push(language);
      else index.set(word, [language]);
    }
  }
  return index;
}

/** Looking further than this changes no guess. */
const SAMPLE_LENGTH = 20_000;

/**
 * The language of a text as a two-letter code; `en` where nothing speaks for another one. Knows
 * en de fr es it pt nl sv cs pl by their words, ru uk ja zh ko el he ar by their script.
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH).toLowerCase();
  return languageByScript(sample) ?? languageByWords(sample);
}

function count(sample: string, pattern: RegExp): number {
  return sample.match(pattern)?.length ?? 0;
}

function languageByScript(sample: string): string | null {
  const latin = count(sample, /\p{Script=Latin}/gu);
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(sample, /\p{Script=Han}/gu);
  const hangul = count(sample, /\p{Script=Hangul}/gu);
  // One ideograph says about as much as three letters.
  if ((kana + han + hangul) * 3 > latin && kana + han + hangul > 0) {
    if (hangul > kana + han) return 'ko';
    return kana * 10 > han ? 'ja' : 'zh';
  }
  const cyrillic = count(sample, /\p{Script=Cyrillic}/gu);
  if (cyrillic > latin) return count(sample, /[іїєґ]/gu) * 50 > cyrillic ? 'uk' : 'ru';
  if (count(sample, /\p{Script=Greek}/gu) > latin) return 'el';
  if (count(sample, /\p{Script=Hebrew}/gu) > latin) return 'he';
  if (count(sample, /\p{Script=Arabic}/gu) > latin) return 'ar';
  return null;
}

function languageByWords(sample: string): string {
  const scores = new Map<string, number>();
  for (const [word] of sample.matchAll(/\p{L}+/gu)) {
    const languages = WORDS.get(word);
    if (!languages) continue;
    // A word that several languages share says less about each.
    for (const language of languages) {
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
    }
  }
  let best = 'en';
  // One small word more says nothing: a few words of English stay English.
  let bestScore = (scores.get('en') ?? 0) + 0.5;
  for (const [language, score] of scores) {
    if (score > bestScore) {
      best = language;
      bestScore = score;
    }
  }
  return best;
}
