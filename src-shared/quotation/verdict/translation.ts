import { isForeignTo, languageOfPassage } from './language';

/** What is known of the languages of a quotation and its source, as BCP 47 tags. */
export interface LanguageTags {
  draft?: string;
  source?: string;
}

const SAMPLE_LENGTH = 20_000;

/** The draft and the source are in different languages, as far as tags, scripts or words tell. */
export function isTranslation(draft: string, source: string, tags: LanguageTags = {}): boolean {
  const primary = (tag: string | undefined) => tag?.toLowerCase().split('-')[0];
  const own = primary(tags.draft);
  const other = primary(tags.source);
  if (own && other) return own !== other;
  const sample = source.slice(0, SAMPLE_LENGTH);
  const ownScript = scriptOf(draft);
  const otherScript = scriptOf(sample);
  if (ownScript !== null && otherScript !== null && ownScript !== otherScript) return true;
  const ownWords = languageOfPassage(draft);
  const otherWords = languageOfPassage(sample);
  if (!otherWords.certain) return false;
  if (ownWords.certain) return ownWords.language !== otherWords.language;
  return isForeignTo(otherWords.language, draft);
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['East Asian', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu],
  ['Devanagari', /\p{Script=Devanagari}/gu],
];

/** The script that nine of ten letters are in, or null. */
function scriptOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const most = SCRIPTS.find(([, script]) => (text.match(script)?.length ?? 0) >= letters * 0.9);
  return most?.[0] ?? null;
}
