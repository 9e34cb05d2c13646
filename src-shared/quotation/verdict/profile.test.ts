import * as v from 'valibot';
import { expect, test } from 'vitest';
import { HouseProfileSchema, PERMISSIVE, readProfile, STRICT } from './profile';
import { REASON_CODES } from './reasons';
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

test('stored profiles are checked', () => {
  expect(v.safeParse(HouseProfileSchema, { name: 'x', base: 'strict' }).success).toBe(true);
  expect(v.safeParse(HouseProfileSchema, { name: 'x', base: 'lax' }).success).toBe(false);
  const typo = { name: 'x', base: 'strict', rules: { 'no-such-reason': 'review' } };
  expect(v.safeParse(HouseProfileSchema, typo).success).toBe(false);
});
