/*
 * Which checker reads which language.
 */

/** The Englishes that Harper knows, as its `Dialect` names them. */
export type Dialect = 'American' | 'British' | 'Australian' | 'Canadian' | 'Indian';

/** The languages whose dictionary comes with Stet. */
export const BUNDLED_LANGUAGES = ['es', 'fr'] as const;
export type BundledLanguage = (typeof BUNDLED_LANGUAGES)[number];

/** A dictionary on this computer, added by the user or found on the system. */
export interface FoundDictionary {
  id: string;
  /** BCP 47, as read from its file name: "de-AT". */
  language: string;
}

export type Checker =
  /** Spelling and grammar. */
  | { engine: 'harper'; dialect: Dialect }
  /** Spelling alone, by a dictionary that comes with Stet. */
  | { engine: 'hunspell'; bundled: BundledLanguage }
  /** Spelling alone, by a dictionary of this computer. */
  | { engine: 'hunspell'; dictionaryId: string };

const DIALECTS: Record<string, Dialect> = {
  US: 'American',
  AU: 'Australian',
  CA: 'Canadian',
  IN: 'Indian',
};

/**
 * The checker for a language (BCP 47); null where there is none. A dictionary of this computer for that
 * very language comes first, then what Stet brings, then a dictionary for another form of the language.
 * English without a country is read as British: what Stet itself writes.
 */
export function checkerFor(
  language: string,
  dictionaries: readonly FoundDictionary[],
): Checker | null {
  const [base = '', region] = parts(language);
  if (base === 'en') {
    return { engine: 'harper', dialect: (region && DIALECTS[region]) || 'British' };
  }
  const ofLanguage = dictionaries.filter((one) => parts(one.language)[0] === base);
  const exact = ofLanguage.find((one) => region !== undefined && parts(one.language)[1] === region);
  if (exact) return { engine: 'hunspell', dictionaryId: exact.id };
  const bundled = BUNDLED_LANGUAGES.find((one) => one === base);
  if (bundled) return { engine: 'hunspell', bundled };
  // "de" is meant by de-DE more often than by de-CH.
  const usual =
    ofLanguage.find((one) => parts(one.language)[1] === base.toUpperCase()) ??
    ofLanguage.find((one) => parts(one.language)[1] === undefined) ??
    ofLanguage[0];
  return usual ? { engine: 'hunspell', dictionaryId: usual.id } : null;
}

/** Language and country of a tag, without a script: "de", "AT". */
function parts(language: string): [string, string | undefined] {
  const [base = '', ...rest] = language.replaceAll('_', '-').split('-');
  return [base.toLowerCase(), rest.find((part) => part.length === 2)?.toUpperCase()];
}

/** True where a checker reads grammar, too. */
export function readsGrammar(checker: Checker | null): boolean {
  return checker?.engine === 'harper';
}

/**
 * The language of a dictionary by its file's name ("de_DE_frami.dic", "fr-toutesvariantes.dic", "cs.dic"), as
 * BCP 47; null where the name says nothing.
 */
export function languageOfFile(name: string): string | null {
  const stem = name.replace(/\.(?:dic|aff)$/iu, '').replace(/^hyph[_-].*/iu, '');
  const found =
    /^([a-z]{2,3})(?:[_-](?:[A-Z][a-z]{3}[_-])?([A-Z]{2})(?![a-zA-Z]))?(?=$|[_-])/u.exec(stem);
  if (!found) return null;
  return found[2] ? `${found[1]}-${found[2]}` : (found[1] ?? null);
}
