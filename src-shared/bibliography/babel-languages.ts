/* Languages as BibLaTeX's `langid` has them: by the names of babel, not by their tags. */

const NAMES: Readonly<Record<string, string>> = {
  ar: 'arabic',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  'de-AT': 'naustrian',
  'de-CH': 'nswissgerman',
  'de-DE': 'ngerman',
  el: 'greek',
  en: 'english',
  'en-GB': 'british',
  'en-US': 'american',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  he: 'hebrew',
  hu: 'magyar',
  it: 'italian',
  ja: 'japanese',
  nb: 'norsk',
  nl: 'dutch',
  pl: 'polish',
  pt: 'portuguese',
  'pt-BR': 'brazilian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
  uk: 'ukrainian',
};
const TAGS = new Map(Object.entries(NAMES).map(([tag, name]) => [name, tag]));

/** `british` for `en-GB`; a tag that babel has no name for stays as it is. */
export function babelName(tag: string): string {
  return NAMES[tag] ?? NAMES[tag.split('-')[0] ?? ''] ?? tag;
}

/** The other way round; words that are no name of babel's stay as they are. */
export function tagOfBabel(name: string): string {
  return TAGS.get(name.toLowerCase()) ?? name;
}
