import * as v from 'valibot';
import { REASON_CODES, type ReasonCode } from './reasons';

/**
 * What a reason does to the verdict. `ignored`: it is not even listed. `noted`: listed, and the
 * verdict stays. The others are the least verdict that it allows.
 */
export const TREATMENTS = ['ignored', 'noted', 'permitted', 'review', 'altered'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** A rule depends on whether the source was spoken or written. */
export interface Rule {
  spoken: Treatment;
  written: Treatment;
}

export interface Limits {
  /** An ellipsis may leave out so many words before somebody has to look. */
  omittedWords: number;
  /** Words in brackets may stand in for so many words of the source. */
  bracketedWords: number;
  /** A negation left out within so few words reverses the sentence: altered. */
  shortOmission: number;
}

/** How strictly a newsroom quotes. Pure data: every reason has a rule. */
export interface Profile {
  name: string;
  rules: Readonly<Record<ReasonCode, Rule>>;
  limits: Limits;
}

const LIMITS: Limits = { omittedWords: 60, bracketedWords: 5, shortOmission: 3 };

const both = (treatment: Treatment): Rule => ({ spoken: treatment, written: treatment });

/** These say that the words are not the speaker's. No profile can allow them. */
const FIXED: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'negation-dropped',
  'negation-added',
  'number-changed',
  'modal-changed',
  'name-changed',
  'bracket-drops-negation',
  'bracket-inserts-negation',
  'qualifier-dropped',
  'reordered',
  'word-changed',
  'diacritics',
  'sic-on-changed-word',
  'word-added',
  'unmarked-omission',
  'no-passage',
  'source-unreadable',
  'quotation-empty',
]);

/** Whether a newsroom may give the reason a rule of its own. */
export function isHouseRule(code: ReasonCode): boolean {
  return !FIXED.has(code);
}

const STRICT_RULES: Record<ReasonCode, Rule> = {
  'negation-dropped': both('altered'),
  'negation-added': both('altered'),
  'number-changed': both('altered'),
  'modal-changed': both('altered'),
  'name-changed': both('altered'),
  'bracket-drops-negation': both('altered'),
  'bracket-inserts-negation': both('altered'),
  'omission-drops-negation': both('review'),
  'qualifier-dropped': both('altered'),
  'double-negation': both('altered'),
  reordered: both('altered'),
  'word-changed': both('altered'),
  diacritics: both('altered'),
  'sic-on-changed-word': both('altered'),
  'word-added': both('altered'),
  'unmarked-omission': both('altered'),
  contraction: both('altered'),
  'grammar-fix': both('altered'),
  'nonstandard-spelling-added': { spoken: 'review', written: 'altered' },
  'crosses-speaker': both('review'),
  'wrong-speaker': both('review'),
  'omission-crosses-speaker': both('review'),
  'omission-drops-qualifier': both('review'),
  'cut-before-qualifier': both('review'),
  'negation-cut': both('review'),
  'bracket-changes-number': both('review'),
  'bracket-changes-modal': both('review'),
  'bracket-replaces-long-span': both('review'),
  'omission-long': both('review'),
  'force-changed': both('review'),
  'inaudible-dropped': both('review'),
  'ellipsis-no-omission': both('review'),
  'name-spelling': both('review'),
  'capitals-changed': both('review'),
  translation: both('review'),
  // The punctuation and the capitals of speech are the writer's.
  'punctuation-changed': { spoken: 'ignored', written: 'review' },
  'spelling-correction': both('review'),
  'numeral-style': { spoken: 'permitted', written: 'review' },
  'regional-spelling': { spoken: 'permitted', written: 'review' },
  abbreviation: { spoken: 'permitted', written: 'review' },
  'word-division': { spoken: 'permitted', written: 'review' },
  'capitalisation-changed': { spoken: 'ignored', written: 'review' },
  'filler-removed': { spoken: 'review', written: 'altered' },
  'repetition-removed': { spoken: 'review', written: 'altered' },
  'source-bracket-dropped': both('permitted'),
  'attribution-skipped': both('review'),
  'nonstandard-spelling': { spoken: 'permitted', written: 'altered' },
  ellipsis: both('permitted'),
  'ellipsis-edge': both('permitted'),
  bracket: both('permitted'),
  'bracket-case': both('permitted'),
  'bracket-morph': both('permitted'),
  'paren-insertion': both('permitted'),
  sic: both('permitted'),
  'editorial-note': both('permitted'),
  'expletive-masked': both('permitted'),
  'emphasis-note': both('permitted'),
  'caps-restyled': both('permitted'),
  'initial-case': both('permitted'),
  'ambiguous-anchor': both('noted'),
  'no-passage': both('altered'),
  'source-unreadable': both('noted'),
  'quotation-empty': both('noted'),
};

/** AP and Reuters: nothing silent, not even grammar. */
export const STRICT: Profile = { name: 'strict', rules: STRICT_RULES, limits: LIMITS };

/** Guardian, Chicago, Wall Street Journal: speech may be tidied; what is printed stays as it is. */
export const PERMISSIVE: Profile = {
  name: 'permissive',
  rules: {
    ...STRICT_RULES,
    contraction: { spoken: 'permitted', written: 'altered' },
    'grammar-fix': { spoken: 'permitted', written: 'altered' },
    'double-negation': { spoken: 'review', written: 'altered' },
    'spelling-correction': both('permitted'),
    'numeral-style': both('permitted'),
    'regional-spelling': both('permitted'),
    abbreviation: both('permitted'),
    'word-division': both('permitted'),
    'capitalisation-changed': { spoken: 'ignored', written: 'permitted' },
    'filler-removed': { spoken: 'permitted', written: 'altered' },
    'repetition-removed': { spoken: 'permitted', written: 'altered' },
    'attribution-skipped': both('permitted'),
  },
  limits: LIMITS,
};

const TreatmentSchema = v.picklist(TREATMENTS);
const WordCountSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));

/** A newsroom's own profile, as stored: what differs from the one it is based on. */
export const HouseProfileSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  base: v.picklist(['strict', 'permissive']),
  rules: v.optional(
    v.record(
      v.picklist(REASON_CODES),
      v.union([TreatmentSchema, v.object({ spoken: TreatmentSchema, written: TreatmentSchema })]),
    ),
    {},
  ),
  limits: v.optional(
    v.partial(
      v.object({
        omittedWords: WordCountSchema,
        bracketedWords: WordCountSchema,
        shortOmission: WordCountSchema,
      }),
    ),
    {},
  ),
});
export type HouseProfile = v.InferInput<typeof HouseProfileSchema>;
/** The same with nothing left out. */
export type ChosenProfile = v.InferOutput<typeof HouseProfileSchema>;

/**
 * The complete profile of a newsroom. A rule for a reason that no profile may allow (other words,
 * numbers, negations) is left aside.
 */
export function readProfile(house: HouseProfile): Profile {
  const base = house.base === 'strict' ? STRICT : PERMISSIVE;
  const rules: Record<ReasonCode, Rule> = { ...base.rules };
  for (const code of REASON_CODES) {
    const own = house.rules?.[code];
    if (own === undefined || FIXED.has(code)) continue;
    rules[code] = typeof own === 'string' ? both(own) : own;
  }
  const limits: Limits = {
    omittedWords: house.limits?.omittedWords ?? base.limits.omittedWords,
    bracketedWords: house.limits?.bracketedWords ?? base.limits.bracketedWords,
    shortOmission: house.limits?.shortOmission ?? base.limits.shortOmission,
  };
  return { name: house.name, rules, limits };
}
