import { guessLanguage } from '../detect/language';

/** What language a stretch of text is in, and whether its words leave no doubt. */
export interface LanguageGuess {
  /** BCP 47 primary tag. */
  language: string;
  certain: boolean;
}

/**
 * Commoner words than `guessLanguage` needs for whole articles: a quotation has five of them, and its
 * negations have to be known as such.
 */
const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in that was for is with he said on his by at from as has have were are be been being this but not they an had would will could should can may might must which it a you we all who what there so if about me my us i your our their him her she them its it's i'm don't didn't never no nobody nothing any some one two more most than then these those when where why how into out up down over after before under said says told did does do am or because only just very every each other here now",
  de: 'der die das und ist nicht den von zu mit sich auf für im dem ein eine einen einem einer als auch es an werden aus er hat dass sie nach wird wurde wurden bei sagte um am sind noch wie über wir ich ihr uns mir mich ihm ihn ihnen haben hatte hatten war waren kein keine keinen nie niemand nichts aber oder wenn weil schon sehr mehr nur vom zum zur unter vor durch gegen ohne bis kann muss soll will man was wer wo dieser diese dieses gibt bin sein seine seinen ihre ihren unser unsere jetzt heute gestern',
  fr: "le la les des est et une un du dans que qui pour pas sur au avec il elle ce sont par plus aux été ont cette mais nous vous ils elles je tu leur leurs selon ne ni si ou où son sa ses notre nos votre vos mon ma mes en y a été était étaient avait avaient sera seront fait très tout tous jamais rien personne aucun aucune sans depuis après avant c'est n'est n'a n'ont qu'il d'un d'une j'ai",
  es: 'el la los las de y que en un una por con para es se del al lo su sus no más como pero fue ha han dijo según este esta estos estas hay está están ser son era eran nos yo tú él ella ellos ellas mi nuestro nuestra nunca nadie nada todo todos todas muy sin sobre hasta desde cuando donde porque si ya también ni le les me te sólo solo tenemos tiene tienen hemos había será',
  it: "il lo la i gli le di che e un una per non del della dei delle con sono è si da dal dalla nel nella alla ha hanno anche più ma come questo questa quello noi voi io loro mai niente nessuno senza era erano ho abbiamo c'è suo sua nostro tutto tutti molto",
  pt: 'o a os as de que e em um uma para com não do da dos das no na nos nas se por mais foi ao são disse como mas à pelo pela ele ela eles nós eu nunca ninguém nada sem muito também já está estão ser era tem têm foram isso esta este',
  nl: 'de het een van en in is dat op te voor met niet zijn die er aan ook als door maar om bij naar werd hij heeft was zei wij we ze ik je hebben had geen nooit niemand niets of uit over tot dan nog wel worden wordt deze dit onze hun mijn waren kan moet zal',
  sv: 'och att det som en ett är på för med av till den inte har de var men sig jag från han hon kan säger efter vi ni aldrig ingen inget inga eller om när hade ska skulle mycket detta denna alla',
};

const LANGUAGES = Object.keys(COMMON_WORDS);
const LANGUAGES_OF: ReadonlyMap<string, readonly number[]> = indexWords();

function indexWords(): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [number, language] of LANGUAGES.entries()) {
    for (const word of new Set(COMMON_WORDS[language]!.split(' '))) {
      index.set(word, [...(index.get(word) ?? []), number]);
    }
  }
  return index;
}

const WORD = /[\p{Script=Latin}']+/gu;
/** A language is certain with so much more evidence than any other. */
const CERTAIN_SCORE = 1.5;
const CERTAIN_RATIO = 2;
const LETTERS_OF: readonly (readonly [string, RegExp])[] = [
  ['de', /[äöüß]/g],
  ['fr', /[êëîïùœçèà]/g],
  ['es', /[ñ¿¡áíóú]/g],
  ['pt', /[ãõ]/g],
];
const LETTER_SCORE = 0.35;

/** The language of a passage: by its words, otherwise as for a whole text. */
export function languageOfPassage(text: string): LanguageGuess {
  const sample = text.toLowerCase().replace(/[’ʼ]/g, "'");
  const scores = new Float64Array(LANGUAGES.length);
  for (const [word] of sample.matchAll(WORD)) {
    const languages = LANGUAGES_OF.get(word);
    if (!languages) continue;
    for (const number of languages) scores[number]! += 1 / languages.length;
  }
  for (const [language, letters] of LETTERS_OF) {
    const count = sample.match(letters)?.length ?? 0;
    scores[LANGUAGES.indexOf(language)]! += LETTER_SCORE * Math.min(4, count);
  }
  let best = 0;
  for (let number = 1; number < scores.length; number++) {
    if (scores[number]! > scores[best]!) best = number;
  }
  const top = scores[best]!;
  const second = Math.max(0, ...scores.filter((_, number) => number !== best));
  if (top >= CERTAIN_SCORE && top >= CERTAIN_RATIO * second) {
    return { language: LANGUAGES[best]!, certain: true };
  }
  const other = guessLanguage(text);
  // Scripts other than Latin, and languages without a list here, are for the other guess to tell.
  if (!LANGUAGES.includes(other)) return { language: other, certain: !LATIN.test(sample) };
  return { language: top > 0 ? LANGUAGES[best]! : other, certain: false };
}
const LATIN = /\p{Script=Latin}/u;

/** Two common words of other languages and none of this one. */
const FEWEST_FOREIGN_WORDS = 2;

/** True if a few words are certainly not in a language: none of them is an everyday word of it, and
 * several are of another. */
export function isForeignTo(language: string, text: string): boolean {
  const own = LANGUAGES.indexOf(language.toLowerCase().split('-')[0]!);
  if (own < 0) return false;
  let foreign = 0;
  for (const [word] of text.toLowerCase().replace(/[’ʼ]/g, "'").matchAll(WORD)) {
    const languages = LANGUAGES_OF.get(word);
    if (languages?.includes(own)) return false;
    if (languages) foreign++;
  }
  return foreign >= FEWEST_FOREIGN_WORDS;
}
