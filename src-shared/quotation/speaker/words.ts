import { CZECH } from './words-cs';
import { GERMAN } from './words-de';
import { ENGLISH } from './words-en';
import { SPANISH } from './words-es';
import { FRENCH } from './words-fr';
import { RUSSIAN } from './words-ru';
import type { SpeakerWords } from './words-type';

const BY_LANGUAGE: ReadonlyMap<string, SpeakerWords> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['ru', RUSSIAN],
  ['cs', CZECH],
]);

/** Does a language have attribution words of its own? */
export function hasSpeakerWords(language: string): boolean {
  return BY_LANGUAGE.has(language.slice(0, 2).toLowerCase());
}

/** The attribution words of a language (BCP 47 tag); English for a language without its own. */
export function speakerWords(language: string): SpeakerWords {
  return BY_LANGUAGE.get(language.slice(0, 2).toLowerCase()) ?? ENGLISH;
}
