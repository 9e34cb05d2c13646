import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import newsCases from './fixtures/news-verdict-cases.json';
import ownCases from './fixtures/own-verdict-cases.json';
import quoteCases from './fixtures/quote-cases.json';
import {
  type HouseProfile,
  HouseProfileSchema,
  isHouseRule,
  PERMISSIVE,
  type Profile,
  readProfile,
  STRICT,
} from './profile';
import { REASON_CODES, type ReasonCode } from './reasons';
import { judgeQuotation } from './verdict';

test('every reason has a rule in every profile', () => {
  for (const profile of [STRICT, PERMISSIVE]) {
    expect(Object.keys(profile.rules).sort()).toEqual([...REASON_CODES].sort());
  }
});

test('a newsroom’s own profile differs where it says so', () => {
  const legal = readProfile({
    name: 'law reports',
    base: 'strict',
    rules: { 'initial-case': 'review', 'numeral-style': { spoken: 'review', written: 'altered' } },
    limits: { omittedWords: 5 },
  });
  const judge = (draft: string, source: string, profile = legal) =>
    judgeQuotation({ draft, source, kind: 'written', profile }).verdict;
  expect(judge('“the plan was dead”', 'The plan was dead.')).toBe('review');
  expect(judge('“the plan was dead”', 'The plan was dead.', STRICT)).toBe('permitted');
  expect(judge('“There were ten of us.”', 'There were 10 of us.')).toBe('altered');
  const omission = 'The bridge, so the engineers said at noon, will open.';
  expect(judge('“The bridge … will open.”', omission)).toBe('review');
  expect(judge('“The bridge … will open.”', omission, STRICT)).toBe('permitted');
});

test('no profile can allow other words, numbers or negations', () => {
  const careless = readProfile({
    name: 'careless',
    base: 'permissive',
    rules: Object.fromEntries(REASON_CODES.map((code) => [code, 'ignored'])),
  });
  const judge = (draft: string) =>
    judgeQuotation({
      draft,
      source: 'We will not sell 30 of the boats.',
      kind: 'spoken',
      profile: careless,
    }).verdict;
  expect(judge('We will sell 30 of the boats.')).toBe('altered');
  expect(judge('We will not sell 13 of the boats.')).toBe('altered');
  expect(judge('We will not burn 30 of the boats.')).toBe('altered');
  expect(judge('We will not sell 30 boats.')).toBe('altered');
  expect(judge('We will not sell 30 of the old boats.')).toBe('altered');
  expect(judge('We may not sell 30 of the boats.')).toBe('altered');
});

interface Case {
  draft: string | string[];
  source: string;
  speaker?: string;
}
const CASES = [quoteCases, ownCases, newsCases].flat() as Case[];
const KINDS = ['spoken', 'written'] as const;

/** Every case, spoken and written, in which a profile gives a reason. */
const GIVEN = new Map<ReasonCode, { one: Case; kind: (typeof KINDS)[number]; base: BaseName }[]>();
type BaseName = 'strict' | 'permissive';
const judgeCase = (one: Case, kind: (typeof KINDS)[number], profile: Profile) =>
  judgeQuotation({
    draft: one.draft,
    source: one.source,
    kind,
    profile,
    ...(one.speaker && { speakerNames: [one.speaker] }),
  });
for (const one of CASES) {
  for (const kind of KINDS) {
    for (const base of ['strict', 'permissive'] as const) {
      const profile = base === 'strict' ? STRICT : PERMISSIVE;
      for (const { code } of judgeCase(one, kind, profile).reasons) {
        const given = GIVEN.get(code as ReasonCode) ?? [];
        given.push({ one, kind, base });
        GIVEN.set(code as ReasonCode, given);
      }
    }
  }
}

describe.each(REASON_CODES.filter(isHouseRule))('a newsroom’s own rule for %s', (code) => {
  const given = GIVEN.get(code) ?? [];

  test('changes verdicts, for speech and print apart', () => {
    expect(given.length).toBeGreaterThan(0);
    const { one, kind, base } = given[0]!;
    const graver = readProfile({ name: 'own', base, rules: { [code]: 'altered' } });
    expect(judgeCase(one, kind, graver).verdict).toBe('altered');

    // A rule for the other medium does nothing here.
    const house = kind === 'spoken' ? ['ignored', 'altered'] : ['altered', 'ignored'];
    const apart = readProfile({
      name: 'own',
      base,
      rules: { [code]: { spoken: house[0] as 'ignored', written: house[1] as 'ignored' } },
    });
    const plain = base === 'strict' ? STRICT : PERMISSIVE;
    const count = (judgement: { reasons: { code: string }[] }) =>
      judgement.reasons.filter((reason) => reason.code === code).length;
    expect(count(judgeCase(one, kind, apart))).toBeLessThanOrEqual(
      count(judgeCase(one, kind, plain)),
    );

    const careless = readProfile({ name: 'own', base, rules: { [code]: 'ignored' } });
    const isLess = given.some((each) => count(judgeCase(each.one, each.kind, careless)) === 0);
    // A translation is never the speaker's own words.
    expect(isLess).toBe(code !== 'translation');
  });
});

test('each limit of a newsroom’s own changes verdicts', () => {
  const judge = (draft: string, source: string, limits: HouseProfile['limits']) =>
    judgeQuotation({
      draft,
      source,
      kind: 'written',
      profile: readProfile({ name: 'own', base: 'strict', ...(limits && { limits }) }),
    }).verdict;
  const omission = ['“The bridge … will open.”', 'The bridge, so the engineers said, will open.'];
  expect(judge(omission[0]!, omission[1]!, {})).toBe('permitted');
  expect(judge(omission[0]!, omission[1]!, { omittedWords: 3 })).toBe('review');
  const bracket = ['“Then [the firm] paid.”', 'Then Acme and its directors paid.'];
  expect(judge(bracket[0]!, bracket[1]!, {})).toBe('permitted');
  expect(judge(bracket[0]!, bracket[1]!, { bracketedWords: 2 })).toBe('review');
  const wider = ['“Then [the firm] paid.”', 'Then Acme, its bank and all of its directors paid.'];
  expect(judge(wider[0]!, wider[1]!, {})).toBe('review');
  expect(judge(wider[0]!, wider[1]!, { bracketedWords: 20 })).toBe('permitted');
  const negation = [
    '“The bridge … will open.”',
    'The bridge, which nobody wanted here, will open.',
  ];
  expect(judge(negation[0]!, negation[1]!, {})).toBe('review');
  expect(judge(negation[0]!, negation[1]!, { shortOmission: 6 })).toBe('altered');
});

test('stored profiles are checked', () => {
  expect(v.safeParse(HouseProfileSchema, { name: 'x', base: 'strict' }).success).toBe(true);
  expect(v.safeParse(HouseProfileSchema, { name: 'x', base: 'lax' }).success).toBe(false);
  const typo = { name: 'x', base: 'strict', rules: { 'no-such-reason': 'review' } };
  expect(v.safeParse(HouseProfileSchema, typo).success).toBe(false);
});
