import { CZECH } from './speaker-words-cs';
import { GERMAN } from './speaker-words-de';
import { ENGLISH } from './speaker-words-en';
import { SPANISH } from './speaker-words-es';
import { FRENCH } from './speaker-words-fr';
import { RUSSIAN } from './speaker-words-ru';
import type { SpeakerWords } from './speaker-words-type';

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
