import { type LexiconData, OTHER_LANGUAGES } from './lexicon-languages';

/** The words of a language that can turn the meaning of a quotation when they change or go. */
export interface Lexicon {
  /** BCP 47 primary tag. */
  language: string;
  negations: ReadonlySet<string>;
  modals: ReadonlySet<string>;
  /** Words that limit what was said before them: "only", "if", "unless". */
  qualifiers: ReadonlySet<string>;
  /** The same in several words: "as long as". */
  qualifierPhrases: readonly (readonly string[])[];
  /** Words that weaken a claim: "allegedly", "almost". */
  hedges: ReadonlySet<string>;
  /** Sounds of hesitation. */
  fillers: ReadonlySet<string>;
  /** Fillers only where punctuation sets them off: ", you know,". */
  fillerPhrases: readonly (readonly string[])[];
}

const ENGLISH: LexiconData = {
  language: 'en',
  negations:
    'not never no none nobody nothing nowhere neither nor without hardly scarcely barely nought naught',
  modals: 'can could may might must shall should will would ought need',
  qualifiers:
    'only if unless but except excepting until till provided providing assuming although though barring pending lest',
  qualifierPhrases:
    'as long as, so long as, on condition, subject to, in case, in the event, other than, apart from, with the exception',
  hedges:
    'maybe perhaps possibly probably likely unlikely allegedly reportedly apparently supposedly seemingly almost nearly partly partially mostly largely mainly sometimes usually occasionally rarely seldom roughly approximately potentially arguably conditionally temporarily initially theoretically hopefully',
  fillers: 'um umm uhm uh uhh er err erm eh ah ahh hmm hm mm mmm mhm huh',
  fillerPhrases:
    'you know, i mean, you see, sort of, kind of, well, like, so, okay, ok, right, look, listen',
};

const list = (words: string | undefined): string[] => words?.split(' ').filter(Boolean) ?? [];
const phrases = (text: string | undefined): string[][] =>
  text?.split(',').map((phrase) => list(phrase.trim())) ?? [];

function lexiconOf(data: LexiconData): Lexicon {
  return {
    language: data.language,
    negations: new Set(list(data.negations)),
    modals: new Set(list(data.modals)),
    qualifiers: new Set(list(data.qualifiers)),
    qualifierPhrases: phrases(data.qualifierPhrases),
    hedges: new Set(list(data.hedges)),
    fillers: new Set(list(data.fillers)),
    fillerPhrases: phrases(data.fillerPhrases),
  };
}

const LEXICONS: readonly Lexicon[] = [ENGLISH, ...OTHER_LANGUAGES].map(lexiconOf);
/** Words that deny in one language and are everyday words of another. */
const EVERYDAY = new Set(
  'sin die men till mai ne om dan se e is or no non point ni nie'.split(' '),
);
const UNCERTAIN = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv'];
const unions = new Map<string, Lexicon>();

/**
 * The word lists for a text that may be in several languages: what denies in any of them counts. It is
 * better to look at a quotation once too often than to miss the "keine" in three words of German.
 */
export function lexiconForAny(language: string): Lexicon {
  const own = lexiconFor(language);
  const known = unions.get(own.language);
  if (known) return known;
  const others = LEXICONS.filter(
    (lexicon) => lexicon !== own && UNCERTAIN.includes(lexicon.language),
  );
  const negations = others.flatMap((lexicon) =>
    [...lexicon.negations].filter((word) => lexicon.language === 'en' || !EVERYDAY.has(word)),
  );
  const union = { ...own, negations: new Set([...own.negations, ...negations]) };
  unions.set(own.language, union);
  return union;
}

/** The word lists of a language, by its tag; the English ones for a language that has none here. */
export function lexiconFor(language: string): Lexicon {
  const primary = language.toLowerCase().split('-')[0];
  return LEXICONS.find((lexicon) => lexicon.language === primary) ?? LEXICONS[0]!;
}

/** Elided negation: `n'irons`, `n'est`. */
const FRENCH_ELISION = /^n'\p{L}/u;
/** Czech and Slovak negate by prefix; these verbs are the ones that carry it most often. */
const CZECH_NEGATED =
  /^ne(?:ní|jsem|jsi|jsme|jste|jsou|byl|bud|bude|mám|má|máme|mají|chci|chce|chceme|mohu|může|můžeme|mohou|víme|vím|ví|prodáme|půjd)/u;

/** True for a word that negates. */
export function isNegation(lexicon: Lexicon, key: string): boolean {
  return (
    lexicon.negations.has(key) ||
    FRENCH_ELISION.test(key) ||
    (lexicon.language === 'cs' && CZECH_NEGATED.test(key))
  );
}

const NEGATING_PREFIX = /^(?:un|non|dis|in|im|il|ir|mis)$/;
const SHORTEST_STEM = 4;

/** True if one word is the other with a prefix that negates it: legal, illegal. */
export function isNegatedForm(word: string, negated: string): boolean {
  if (word.length < SHORTEST_STEM || !negated.endsWith(word)) return false;
  return NEGATING_PREFIX.test(negated.slice(0, negated.length - word.length));
}

/** How many words of a phrase stand at the beginning of these words; 0 if no phrase fits. */
export function phraseAt(
  phrasesToTry: readonly (readonly string[])[],
  words: readonly string[],
  at: number,
): number {
  let longest = 0;
  for (const phrase of phrasesToTry) {
    if (
      phrase.length > longest &&
      at + phrase.length <= words.length &&
      phrase.every((word, index) => words[at + index] === word)
    ) {
      longest = phrase.length;
    }
  }
  return longest;
}
