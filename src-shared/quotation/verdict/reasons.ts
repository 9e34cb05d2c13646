/**
 * Every reason that a verdict can give, gravest first, with what it says. The words that a person
 * reads belong to the interface; this is what they have to mean. What a reason does to the verdict
 * is the profile's business (profile.ts).
 *
 * The groups follow STANDARDS section 5: meaning first, then words, then marked edits, then form.
 */
export const REASONS = {
  // What turns the meaning.
  'negation-dropped':
    'The source denies it and the draft does not: "not", "never", "n\'t" is gone.',
  'negation-added': 'The draft denies it and the source does not.',
  'number-changed': 'A number, an amount, its unit or a rank is another one.',
  'modal-changed': 'may, must, will, could … is another one, or is gone or added.',
  'name-changed': 'A name is another one.',
  'bracket-drops-negation': 'Words in brackets stand in for words that deny.',
  'bracket-inserts-negation': 'Words in brackets deny what the source says.',
  'omission-drops-negation':
    'An ellipsis leaves out a negation: altered within a short omission, otherwise to be looked at.',
  'qualifier-dropped': 'A word that limits the claim (almost, allegedly, only) is gone unmarked.',
  'double-negation': 'One of two negations was put right ("can\'t do nothing").',

  // Words that are not the source's.
  reordered: 'The words are there in another order.',
  'word-changed': 'Words are other ones.',
  diacritics: 'A word has other accents: José is not Jose.',
  'sic-on-changed-word': "[sic] vouches for a word that is not the source's.",
  'word-added': 'The draft has words that the source does not.',
  'unmarked-omission': 'Words were left out without a mark.',
  contraction: "A short form was written out, or the other way round (don't, do not).",
  'grammar-fix': 'The grammar was put right (we was, we were).',
  'nonstandard-spelling-added':
    "Careless speech was put into the speaker's mouth (going to, gonna).",

  // What an editor has to look at.
  'crosses-speaker': 'It runs on into what somebody else said, without a mark.',
  'wrong-speaker': 'The words are there, and somebody else said them.',
  'omission-crosses-speaker':
    "An ellipsis joins what stood on both sides of somebody else's words.",
  'omission-drops-qualifier': 'An ellipsis leaves out a word that limits the claim.',
  'cut-before-qualifier':
    'The source goes on with "if", "only", "unless" and the draft makes it a whole sentence.',
  'negation-cut': 'The words right before or right after the quotation deny it.',
  'bracket-changes-number': 'Words in brackets stand in for a number.',
  'bracket-changes-modal': 'Words in brackets stand in for may, must, will, could …',
  'bracket-replaces-long-span': 'Words in brackets stand in for more than the profile allows.',
  'omission-long': 'An ellipsis leaves out more than the profile allows.',
  'force-changed': 'A question mark was lost or gained, or an exclamation mark gained.',
  'inaudible-dropped': 'The transcript has words here that nobody could make out.',
  'ellipsis-no-omission': 'An ellipsis where the source has nothing between.',
  'name-spelling': 'A name is spelt in the other regional way.',
  'capitals-changed':
    'A word in capitals was set small, or the other way round, and may be another one.',
  translation: 'The quotation is in another language than its source.',

  // Form.
  'punctuation-changed': 'The punctuation within is other than in print.',
  'spelling-correction': 'An obvious misspelling of the source was put right.',
  'numeral-style': 'The same number, in figures or in words.',
  'regional-spelling': 'The same word, in British or American spelling.',
  abbreviation: 'The same word, abbreviated or written out.',
  'word-division': 'The same letters, in one word or in two.',
  'capitalisation-changed': 'A capital letter within the quotation.',
  'filler-removed': 'Sounds of hesitation or "you know" were left out unmarked.',
  'repetition-removed': 'A repeated word was left out unmarked.',
  'source-bracket-dropped': "An editor's addition within the source was left out.",
  'attribution-skipped': 'The source\'s own "he said" between two quoted stretches was left out.',
  'nonstandard-spelling': 'A spelling of careless speech was made standard (gonna, going to).',

  // Marked edits.
  ellipsis: 'An ellipsis, and the source has words there.',
  'ellipsis-edge': 'An ellipsis at the beginning or the end.',
  bracket: "Words in square brackets, added or instead of the source's.",
  'bracket-case': 'A letter in brackets: [T]he.',
  'bracket-morph': 'An ending in brackets: walk[ed].',
  'paren-insertion': 'Words in parentheses that the source does not have.',
  sic: '[sic] after a word that stands in the source just so.',
  'editorial-note': 'A note such as [laughs] or [expletive].',
  'expletive-masked': 'Letters of a word were masked: f---.',
  'emphasis-note': '[emphasis added] or the like.',
  'caps-restyled': 'The source is set in capitals.',
  'initial-case': 'The first letter is a capital or is not.',
  'ambiguous-anchor': 'It stands at more than one place: which one is quoted is to be asked.',

  // Nothing to compare.
  'no-passage': 'The source does not have it.',
  'source-unreadable': 'The source has no readable text.',
  'quotation-empty': 'The quotation has no words of the source.',
} as const;

export type ReasonCode = keyof typeof REASONS;

/** All codes, gravest first. */
export const REASON_CODES = Object.keys(REASONS) as ReasonCode[];

const GRAVITY = new Map<string, number>(REASON_CODES.map((code, place) => [code, place]));

/** The place of a reason in the order of gravity: 0 is the gravest. Unknown codes come last. */
export function gravityOf(code: string): number {
  return GRAVITY.get(code) ?? REASON_CODES.length;
}
