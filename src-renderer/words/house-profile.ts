import type { Treatment } from '../../src-shared/quotation/verdict/profile';
import type { ReasonCode } from '../../src-shared/quotation/verdict/reasons';

/** What the dialog about the house profile says. */
export const houseProfileWords = {
  title: 'House profile',
  description:
    'How strictly this newsroom quotes. Every quotation of the library is judged by it. Other words, other numbers and negations are never let through, whatever is chosen here.',
  choices: {
    strict: {
      label: 'Strict',
      hint: 'Nothing silent, not even grammar: in the manner of AP and Reuters.',
    },
    permissive: {
      label: 'Permissive',
      hint: 'Speech may be tidied, print stays as it is: in the manner of the Guardian and Chicago.',
    },
    own: { label: 'Our own', hint: 'Begins as one of the two; rules of your own beside it.' },
  },
  name: 'Name',
  ownName: 'House',
  nameMissing: 'Give the profile a name.',
  base: 'Begins as',
  rule: 'What differs',
  spoken: 'In speech',
  written: 'In print',
  omittedWords: 'An ellipsis may leave out (words)',
  bracketedWords: 'Brackets may replace (words)',
  numberWrong: 'A whole number, 0 to 10,000.',
  load: 'Load from a file…',
  copy: 'Copy as JSON',
  copied: 'The profile is on the clipboard.',
  fileWrong: 'This file is not a house profile of Stet. Nothing was changed.',
  changed: (name: string) => `Quotations are judged by “${name}” now.`,
  ruleIn: (rule: string, medium: string) => `${rule}, ${medium.toLowerCase()}`,
} as const;

export const TREATMENT_LABELS: Record<Treatment, string> = {
  ignored: 'Not mentioned',
  noted: 'Only noted',
  permitted: 'Permitted',
  review: 'Review',
  altered: 'Altered',
};

/** The rules that houses differ in, as the dialog lists them; a file may set others. */
export const HOUSE_RULES: readonly { code: ReasonCode; label: string }[] = [
  { code: 'filler-removed', label: 'Hesitation left out (“um”, “you know”)' },
  { code: 'repetition-removed', label: 'A repeated word left out' },
  { code: 'grammar-fix', label: 'Grammar put right' },
  { code: 'double-negation', label: 'A double negation put right' },
  { code: 'contraction', label: 'Short forms written out, or shortened' },
  { code: 'nonstandard-spelling', label: 'Careless speech in standard spelling' },
  { code: 'attribution-skipped', label: 'The source’s own “he said” left out' },
  { code: 'spelling-correction', label: 'A misspelling put right' },
  { code: 'numeral-style', label: 'Numbers in figures or in words' },
  { code: 'regional-spelling', label: 'Another country’s spelling' },
  { code: 'abbreviation', label: 'Abbreviated or written out' },
  { code: 'word-division', label: 'One word, two words, or a hyphen' },
  { code: 'punctuation-changed', label: 'Punctuation within' },
  { code: 'capitalisation-changed', label: 'A capital letter changed' },
  { code: 'initial-case', label: 'The first letter’s case' },
  { code: 'expletive-masked', label: 'An expletive masked (f***)' },
  { code: 'source-bracket-dropped', label: 'The source’s own brackets left out' },
  { code: 'ellipsis-edge', label: 'An ellipsis at the beginning or the end' },
  { code: 'paren-insertion', label: 'The editor’s words in parentheses' },
];
