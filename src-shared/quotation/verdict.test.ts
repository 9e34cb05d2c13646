import { describe, expect, test } from 'vitest';
import ownCases from './fixtures/own-verdict-cases.json';
import standardCases from './fixtures/quote-cases.json';
import { PERMISSIVE, STRICT } from './profile';
import { judgeQuotation, type VerdictInput } from './verdict';

interface Case {
  id: string;
  draft: string | string[];
  source: string;
  kind: string;
  strict: string;
  permissive: string;
  labels: string[];
  note?: string;
  lang?: string;
  sourceLang?: string;
}

function inputOf(one: Case, profile: typeof STRICT): VerdictInput {
  return {
    draft: one.draft,
    source: one.source,
    kind: one.kind as VerdictInput['kind'],
    profile,
    ...(one.lang && one.sourceLang && { language: { draft: one.lang, source: one.sourceLang } }),
  };
}

describe.each([
  ['the standards', standardCases as Case[]],
  ['our own', ownCases as Case[]],
])('cases of %s', (_name, table) => {
  test.each(table.map((one): [string, Case] => [one.id, one]))('%s', (_id, one) => {
    for (const profile of [STRICT, PERMISSIVE]) {
      const judgement = judgeQuotation(inputOf(one, profile));
      const expected = profile === STRICT ? one.strict : one.permissive;
      const codes = judgement.reasons.map((reason) => reason.code);
      expect({ profile: profile.name, verdict: judgement.verdict, codes }).toMatchObject({
        profile: profile.name,
        verdict: expected,
      });
      expect(codes).toEqual(expect.arrayContaining(one.labels));
    }
  });
});
