import { type NOT_COMPARED, type Reason, SOURCE_CORRECTED } from '../model/verdict';
import { gravityOf, type ReasonCode } from '../quotation/verdict/reasons';
import { quoted } from './quoted';

/*
 * What each reason of a verdict means, in a sentence. `draft` and `source` are the words that the
 * reason is about, where it names any.
 */

type Sentence = (reason: Reason) => string;

/** "before “words”." where the words are known. */
const said = (words: string | undefined, before: string, otherwise: string) =>
  words?.trim() ? `${before} ${quoted(words)}.` : otherwise;

const aboutSource =
  (before: string, otherwise: string): Sentence =>
  ({ source }) =>
    said(source, before, otherwise);

const aboutDraft =
  (before: string, otherwise: string): Sentence =>
  ({ draft }) =>
    said(draft, before, otherwise);

/** "The source says “b”, not “a”." where both are known. */
const instead =
  (otherwise: string, after = ''): Sentence =>
  ({ draft, source }) =>
    draft?.trim() && source?.trim()
      ? `The source says ${quoted(source)}, not ${quoted(draft)}.${after}`
      : `${otherwise}${after}`;

/** "“b” became “a”." where both are known. */
const became =
  (before: string): Sentence =>
  ({ draft, source }) =>
    draft?.trim() && source?.trim()
      ? `${before}: ${quoted(source)} became ${quoted(draft)}.`
      : `${before}.`;

const plain =
  (sentence: string): Sentence =>
  () =>
    sentence;

type ShownCode = ReasonCode | typeof NOT_COMPARED | typeof SOURCE_CORRECTED;

export const REASON_SENTENCES: Record<ShownCode, Sentence> = {
  // What turns the meaning.
  'negation-dropped': aboutSource(
    'A negation is gone, so the meaning is another. The source says',
    'A negation of the source is gone, so the meaning is another.',
  ),
  'negation-added': aboutDraft(
    'The source does not deny it:',
    'A negation was added that the source does not have.',
  ),
  'number-changed': instead('A number differs from the source.'),
  'modal-changed': instead(
    'A word like “may”, “will” or “must” differs from the source.',
    ' That changes how sure the speaker is.',
  ),
  'name-changed': instead('A name differs from the source.'),
  'bracket-drops-negation': plain('The words in brackets stand in for a negation of the source.'),
  'bracket-inserts-negation': plain('The words in brackets deny what the source says.'),
  'omission-drops-negation': aboutSource(
    'The ellipsis leaves out a negation:',
    'The ellipsis leaves out a negation.',
  ),
  'qualifier-dropped': aboutSource(
    'A word that limits the claim is gone:',
    'A word that limits the claim is gone.',
  ),
  'negation-cut': aboutSource(
    'The words just before it in the source deny it:',
    'The words just before it in the source deny it.',
  ),
  'double-negation': plain('A double negation of the speaker was put right.'),
  'crosses-speaker': plain('The quotation runs on into what somebody else said.'),

  // Words that are not the source's.
  reordered: plain('The words come in another order in the source.'),
  'word-changed': instead('Words differ from the source.'),
  diacritics: instead('Accents differ from the source.'),
  'sic-on-changed-word': plain(
    '“[sic]” vouches for the word before it, and that word is not the source’s.',
  ),
  'word-added': aboutDraft('The source does not have', 'Words were added to the source’s.'),
  'unmarked-omission': aboutSource(
    'Words are left out without a mark:',
    'Words of the source are left out without a mark.',
  ),
  contraction: instead('A short form was written out, or the other way round.'),
  'grammar-fix': became('The speaker’s grammar was put right'),
  'nonstandard-spelling-added': became('Careless speech was put into the speaker’s mouth'),

  // What an editor has to look at.
  'wrong-speaker': plain('The words are in the source, and somebody else says them there.'),
  'omission-crosses-speaker': plain(
    'The ellipsis joins what stood on both sides of somebody else’s words.',
  ),
  'omission-drops-qualifier': aboutSource(
    'The ellipsis leaves out a word that limits the claim:',
    'The ellipsis leaves out a word that limits the claim.',
  ),
  'cut-before-qualifier': aboutSource(
    'The source goes on, and limits what is said:',
    'The source goes on, and limits what is said.',
  ),
  'bracket-changes-number': plain('The words in brackets stand in for a number.'),
  'bracket-changes-modal': plain(
    'The words in brackets stand in for a word like “may”, “will” or “must”.',
  ),
  'bracket-replaces-long-span': aboutSource(
    'The brackets replace a long stretch:',
    'The brackets replace a long stretch of the source.',
  ),
  'omission-long': plain(
    'The ellipsis leaves out a long stretch: make sure that it is still one thought.',
  ),
  'force-changed': plain(
    'A question mark or an exclamation mark differs, which changes the force.',
  ),
  'inaudible-dropped': plain('The transcript has words here that nobody could make out.'),
  'ellipsis-no-omission': plain('The ellipsis leaves nothing out.'),
  'name-spelling': became('A name is spelt in another country’s way'),
  'capitals-changed': became('Capitals were changed, and the word may be another one'),
  translation: plain(
    'The source is in another language: somebody has to answer for the translation.',
  ),

  // Form.
  'punctuation-changed': plain('The punctuation within is not as in print.'),
  'spelling-correction': became('A misspelling of the source was put right'),
  'numeral-style': became('A number is written in another way'),
  'regional-spelling': became('The spelling is another country’s'),
  abbreviation: became('A word is abbreviated, or written out'),
  'word-division': became('The same letters are divided in another way'),
  'capitalisation-changed': became('A capital letter was changed'),
  'filler-removed': aboutSource(
    'Hesitation was left out without a mark:',
    'Hesitation was left out without a mark.',
  ),
  'repetition-removed': aboutSource(
    'A repeated word was left out without a mark:',
    'A repeated word was left out without a mark.',
  ),
  'source-bracket-dropped': plain('An addition of the source’s own editor was left out.'),
  'attribution-skipped': plain('The source’s own “he said” between the words was left out.'),
  'nonstandard-spelling': became('Careless speech was written as standard'),

  // Marked edits.
  ellipsis: plain('The words left out are marked with an ellipsis.'),
  'ellipsis-edge': plain('The ellipsis marks where the speaker goes on.'),
  bracket: plain('Words in brackets are marked as the editor’s.'),
  'bracket-case': plain('The bracketed letter marks a change of case.'),
  'bracket-morph': plain('The bracketed ending is marked as the editor’s.'),
  'paren-insertion': plain('Words in parentheses are marked as the editor’s.'),
  sic: plain('“[sic]” stands after words that are the source’s own.'),
  'editorial-note': plain('The note in brackets is marked as the editor’s.'),
  'expletive-masked': plain('A word is masked.'),
  'emphasis-note': plain('The emphasis is marked as the editor’s.'),
  'caps-restyled': plain('The source is set in capitals.'),
  'initial-case': plain('The first letter has another case, as the sentence wants it.'),
  'ambiguous-anchor': plain(
    'The words stand at more than one place of the source: make sure that this is the one.',
  ),

  // Nothing to compare.
  'no-passage': plain('These words are not in the source.'),
  'source-unreadable': plain('The source has no text that Stet can read yet.'),
  'quotation-empty': plain('The quotation has no words of the source.'),
  'source-corrected': plain('The source was corrected after this was linked.'),
  'not-compared': plain(
    'The words were changed, and the library has not answered yet. Stet asks again by itself.',
  ),
};

/** One reason in a sentence; a code that is not known says what differs, as far as it names words. */
export function reasonSentence(reason: Reason): string {
  const isKnown = Object.hasOwn(REASON_SENTENCES, reason.code);
  if (isKnown) return REASON_SENTENCES[reason.code as ShownCode](reason);
  const { draft, source } = reason;
  if (draft?.trim() && source?.trim()) return instead('')(reason);
  return said(source ?? draft, 'Differs from the source:', 'Differs from the source.');
}

/** Edits that the quotation itself shows as the editor's. */
const MARKED: ReadonlySet<string> = new Set<ReasonCode>([
  'bracket',
  'bracket-case',
  'bracket-morph',
  'paren-insertion',
  'ellipsis',
  'ellipsis-edge',
  'sic',
  'editorial-note',
  'emphasis-note',
]);

/**
 * The reasons of a verdict in plain words, gravest first, each said once. Where every difference is
 * marked in the quotation itself, that nothing else differs is said too.
 */
export function explainReasons(reasons: readonly Reason[]): string {
  // That the source is another one comes before all that was compared with the one of then.
  const rank = ({ code }: Reason) => (code === SOURCE_CORRECTED ? -1 : gravityOf(code));
  const ordered = reasons.toSorted((a, b) => rank(a) - rank(b));
  const sentences = [...new Set(ordered.map(reasonSentence))];
  const onlyMarked = reasons.length > 0 && reasons.every(({ code }) => MARKED.has(code));
  return [...sentences, ...(onlyMarked ? ['Nothing else differs.'] : [])].join(' ');
}
