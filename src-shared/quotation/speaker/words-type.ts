/** How a cue word (a verb of saying) may be used. */
export interface Cue {
  /** `finite` has a subject of its own; `participle` (saying, adding) borrows that of the sentence. */
  form: 'finite' | 'participle';
  /** Says outright that somebody spoke or wrote (said, told), rather than that somebody judged. */
  reporting: boolean;
  /** The same word is a noun as well: a report, the claims. */
  noun: boolean;
  /** What follows is the one spoken to: told Circa. */
  tells: boolean;
  /** Gives a name rather than quotes: dubbed, nicknamed. */
  names: boolean;
}

/** The words by which one language says who speaks. All in lower case. */
export interface SpeakerWords {
  language: string;
  cues: ReadonlyMap<string, Cue>;
  /** Words in order before a speaker: "according to". */
  accordingTo: readonly (readonly string[])[];
  /** A word after a speaker that attributes: German "zufolge". */
  postpositions: ReadonlySet<string>;
  pronouns: ReadonlyMap<string, 'he' | 'she' | 'other'>;
  /** Stand for the noun before them: who, which. */
  relatives: ReadonlySet<string>;
  determiners: ReadonlySet<string>;
  /** Forms of be, have, will … between a subject and its verb. */
  auxiliaries: ReadonlySet<string>;
  /** The auxiliaries that make a passive: was told. */
  passives: ReadonlySet<string>;
  /** Adverbs that may stand between subject and verb, or after the speaker. */
  adverbs: ReadonlySet<string>;
  /** Prepositions inside a noun phrase: a spokesman *for* the ministry. */
  linking: ReadonlySet<string>;
  /** Of these, the ones that join even after a plain name: the Duke *of* York. */
  tightLinking: ReadonlySet<string>;
  conjunctions: ReadonlySet<string>;
  /** Days and the like, which may stand between a subject and its verb: Smith *on Monday* said. */
  times: ReadonlySet<string>;
  /** Verb forms that mark reported speech: German "sei", "habe". */
  reported: ReadonlySet<string>;
  /** Words at which a noun phrase ends: other prepositions, subordinators, words of time. */
  boundaries: ReadonlySet<string>;
  /** Nouns of office and trade, by which an article describes a person. */
  roles: ReadonlySet<string>;
  /** Forms of address and titles before a name; value: the gender they tell, if any. */
  titles: ReadonlyMap<string, 'he' | 'she' | null>;
  /** Nouns for something said: his *claim* that … */
  speechNouns: ReadonlySet<string>;
  /** Words that mark an organisation: ministry, police. */
  organisations: ReadonlySet<string>;
}

/** Splits a list of words at white space; `_` stands for a space within an entry. */
export function words(list: string): string[] {
  return list
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('_', ' '));
}

/**
 * Finds words that end with one of a list, and then with `tail` (a pattern): compounds. Words of
 * `whole` are found by themselves only.
 */
export function endingWith(list: string, tail = '', whole = ''): RegExp {
  const alone = whole === '' ? '' : `|^(?:${words(whole).join('|')})$`;
  return new RegExp(`(?:${words(list).join('|')})${tail}$${alone}`, 'u');
}

/** A set of words from a list. */
export function wordSet(list: string): Set<string> {
  return new Set(words(list));
}

/** Adds the same kind of cue for every word of a list. */
export function addCues(cues: Map<string, Cue>, list: string, kind: Partial<Cue>): void {
  for (const word of words(list)) {
    cues.set(word, {
      form: 'finite',
      reporting: true,
      noun: false,
      tells: false,
      names: false,
      ...kind,
    });
  }
}
