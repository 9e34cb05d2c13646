import type { Token } from './tokens';

/** Two words of which the second is the first put right, and the words around the place. */
export interface GrammarPair {
  source: string;
  draft: string;
  /** The keys before and after it in the source, nearest first. */
  before: readonly string[];
  after: readonly string[];
}

const setOf = (words: string) => new Set(words.split(' '));

/** Forms of one tense: for I, for he and she, for we and they. */
const TENSES: readonly (readonly [string, string, string])[] = [
  ['am', 'is', 'are'],
  ['was', 'was', 'were'],
  ['have', 'has', 'have'],
  ['do', 'does', 'do'],
];
const SINGULAR = setOf('he she it this that everybody everyone somebody someone nobody each');
const PLURAL = setOf(
  'we you they these those both many several few people children men women police',
);
const RELATIVE = setOf('who which that there here');
/** Words that may stand between a subject and its verb. */
const BETWEEN = setOf('not never always also just really still only');
/** Verbs whose present is unlike their past: with others an s may change the tense (he cut, he cuts). */
const VERBS = setOf(
  'accept agree allow answer appear apply argue arrive ask become begin believe belong bring build buy call care carry change claim come decide deny depend deserve do drink drive eat end expect explain face fall feel fight find follow forget get give go grow happen hate have hear help hold hope include keep know lead learn leave lie like listen live look lose love make matter mean meet mind move need offer owe own pay play please prefer promise prove pull push remember remain run say see seem sell send show sing sit sleep sound speak stand start stay stop support suppose swear take talk teach tell think throw treat try turn understand use visit wait walk want warn watch win wish wonder work worry write',
);
const AUXILIARIES = setOf('have has had having was were be been being is are am get gets got');

/**
 * True if the draft puts the grammar of the source right, in the same tense and the same sense. The
 * other way round, “we was” for "we were" puts a mistake into the speaker's mouth. English only.
 */
export function isGrammarFix(pair: GrammarPair): boolean {
  const { source, draft, before, after } = pair;
  const known = RIGHTS[`${source} ${draft}`];
  if (known) return known(before, after);
  return putsAgreementRight(pair) || putsEndingRight(pair);
}

const always = () => true;
const besideAnd = (before: readonly string[], after: readonly string[]) =>
  [before[0], after[0]].some((word) => word === 'and' || word === 'or');
const beforePlural = (_before: readonly string[], after: readonly string[]) => isPlural(after[0]);
const notAfterAuxiliary = (before: readonly string[]) => !AUXILIARIES.has(before[0] ?? '');

/** What the source has, what is right, and where it is. */
const RIGHTS: Record<string, (before: readonly string[], after: readonly string[]) => boolean> = {
  'a an': (_before, after) => /^[aeiouh]/.test(after[0] ?? ''),
  'an a': (_before, after) => /^(?:[^aeio]|eu|one)/.test(after[0] ?? ''),
  'them those': beforePlural,
  'this these': beforePlural,
  'that those': beforePlural,
  'less fewer': beforePlural,
  'who whom': always,
  'good well': always,
  'real really': always,
  'of have': (before) => /^(?:could|would|should|must|might|may)$/.test(before[0] ?? ''),
  'done did': notAfterAuxiliary,
  'seen saw': notAfterAuxiliary,
  'me i': besideAnd,
  'i me': besideAnd,
  'him he': besideAnd,
  'her she': besideAnd,
  'us we': besideAnd,
  'them they': besideAnd,
  'ain is': always,
  'ain are': always,
  'ain am': always,
  'ain has': always,
  'ain have': always,
};

/** 0 for I, 1 for he and she, 2 for we and they; null where the words before do not tell. */
function personOf(before: readonly string[], after: readonly string[]): 0 | 1 | 2 | null {
  const at = before.findIndex((word) => !BETWEEN.has(word));
  const subject = before[at];
  if (subject === undefined) return null;
  if (subject === 'i') return before[at + 1] === 'and' ? 2 : 0;
  if (RELATIVE.has(subject) && subject !== 'that') {
    if (subject === 'there' || subject === 'here') return isPlural(after[0]) ? 2 : null;
    return isPlural(before[at + 1]) ? 2 : null;
  }
  if (before[at + 1] === 'and' || before[at + 2] === 'and') return PRONOUN.has(subject) ? null : 2;
  if (PLURAL.has(subject)) return 2;
  if (SINGULAR.has(subject)) return 1;
  return isPlural(subject) ? 2 : null;
}
const PRONOUN = setOf('he she it this that they we you');

function isPlural(word: string | undefined): boolean {
  if (word === undefined) return false;
  return PLURAL.has(word) || /[^aious]s$|(?:ies|oes|sses|ches|shes)$/.test(word);
}

function putsAgreementRight({ source, draft, before, after }: GrammarPair): boolean {
  const tense = TENSES.find((forms) => forms.includes(source) && forms.includes(draft));
  if (!tense) return false;
  const person = personOf(before, after);
  return person !== null && tense[person] === draft && tense[person] !== source;
}

/** he say, he says; they says, they say. */
function putsEndingRight({ source, draft, before, after }: GrammarPair): boolean {
  const person = personOf(before, after);
  if (person === null || !PRONOUN_SUBJECT.has(before[0] ?? '')) return false;
  const [plain, ended] = source.length < draft.length ? [source, draft] : [draft, source];
  if (ended !== `${plain}s` && ended !== `${plain}es`) return false;
  if (!VERBS.has(plain)) return false;
  return (person === 1 ? ended : plain) === draft;
}
const PRONOUN_SUBJECT = setOf('i he she it we you they');

/** The keys of up to four tokens before a place, nearest first. */
export function keysBefore(tokens: readonly Token[], at: number): string[] {
  return tokens
    .slice(Math.max(0, at - 4), at)
    .map((token) => token.key)
    .reverse();
}

/** The keys of up to two tokens from a place on. */
export function keysAfter(tokens: readonly Token[], at: number): string[] {
  return tokens.slice(at, at + 2).map((token) => token.key);
}
