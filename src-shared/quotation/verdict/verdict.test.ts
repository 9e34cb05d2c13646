import { describe, expect, test } from 'vitest';
import neverAccepted from './fixtures/never-accepted.json';
import newsCases from './fixtures/news-verdict-cases.json';
import ownCases from './fixtures/own-verdict-cases.json';
import standardCases from './fixtures/quote-cases.json';
import { PERMISSIVE, STRICT } from './profile';
import { compareByGravity, judgeQuotation, type VerdictInput } from './verdict';

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
  /** What the speaker is called in the transcript. */
  speaker?: string;
}

function inputOf(one: Case, profile: typeof STRICT): VerdictInput {
  return {
    draft: one.draft,
    source: one.source,
    kind: one.kind as VerdictInput['kind'],
    profile,
    ...(one.lang && one.sourceLang && { language: { draft: one.lang, source: one.sourceLang } }),
    ...(one.speaker && { speakerNames: [one.speaker] }),
  };
}

describe.each([
  ['the standards', standardCases as Case[]],
  ['our own', ownCases as Case[]],
  ['news, courts, science and sport', newsCases as Case[]],
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

test('within a longer source in another language, no case is accepted that is not accepted alone', () => {
  const around =
    'The committee met on Tuesday to discuss drains. Nobody was sure of the cost, and the vote was put off. ' +
    'In the afternoon the members walked to the harbour, where 30 of them were told to wait for the mayor. ';
  const accepted = ['verbatim', 'permitted'];
  const wrong = [standardCases, ownCases, newsCases].flat().flatMap((each) => {
    const one = each as Case;
    if (one.strict === 'not-checkable') return [];
    const source = `${around.repeat(3)}\n\n${one.source}\n\n${around.repeat(3)}`;
    return [STRICT, PERMISSIVE].flatMap((profile) => {
      const expected = profile === STRICT ? one.strict : one.permissive;
      const { verdict } = judgeQuotation({ ...inputOf(one, profile), source });
      return accepted.includes(verdict) && !accepted.includes(expected) ? [one.id] : [];
    });
  });
  expect(wrong).toEqual([]);
});

describe('no profile accepts, spoken or written', () => {
  test.each(neverAccepted.map((one): [string, string] => [one.draft, one.source]))(
    '%s for %s',
    (draft, source) => {
      for (const profile of [STRICT, PERMISSIVE]) {
        for (const kind of ['spoken', 'written'] as const) {
          const { verdict, reasons } = judgeQuotation({ draft, source, kind, profile });
          expect({ verdict, reasons }).not.toMatchObject({
            verdict: expect.stringMatching(/^(?:verbatim|permitted)$/),
          });
        }
      }
    },
  );
});

describe('a judgement', () => {
  const judge = (draft: string | string[], source: string, more: Partial<VerdictInput> = {}) =>
    judgeQuotation({ draft, source, kind: 'written', profile: STRICT, ...more });

  test('has the gravest reason first', () => {
    const { reasons } = judge(
      '“[W]e will sell 30 of the boats … in May.”',
      'Next year we will not sell 13 of the boats, the small ones, in May.',
    );
    expect(reasons.map((reason) => reason.code)).toEqual([
      'negation-dropped',
      'number-changed',
      'unmarked-omission',
      'ellipsis',
      'bracket-case',
    ]);
    expect(reasons[1]).toEqual({ code: 'number-changed', draft: '30', source: '13' });
    expect(reasons[3]).toMatchObject({ draft: '…', source: 'the small ones' });
  });

  test('tells the passage without what surrounds it', () => {
    const source = 'Honestly, the plan was dead on arrival and everyone knew it.';
    const { passages } = judge('“dead on arrival”', source);
    expect(passages.map((one) => source.slice(one.start, one.end))).toEqual(['dead on arrival']);
  });

  test('tells every place that has the words', () => {
    const source = 'Did you know? Yes. And him? Yes.';
    expect(judge('“Yes.”', source).passages).toEqual([
      { start: 14, end: 17 },
      { start: 28, end: 31 },
    ]);
  });

  test('a linked passage decides between places, and is no longer doubtful', () => {
    const source = 'We will not sell. We will never sell. We will not sell.';
    const start = source.lastIndexOf('We will');
    const linked = judge('“We will not sell,”', source, {
      passage: { start, end: source.length - 1 },
    });
    expect(linked).toMatchObject({ verdict: 'verbatim', reasons: [], passages: [{ start }] });
    const never = source.indexOf('We will never');
    const wrong = judge('“We will not sell,”', source, {
      passage: { start: never, end: never + 'We will never sell'.length },
    });
    expect(wrong.verdict).toBe('altered');
  });

  test('a linked passage may be longer or shorter than the quotation', () => {
    const source = 'First came the flood. Then came the fire, and nobody slept that night.';
    for (const words of ['Then came the fire, and nobody slept that night', 'came the']) {
      const start = source.indexOf(words, 20);
      const passage = { start, end: start + words.length };
      const judgement = judge('“Then came the fire”', source, { passage });
      expect(judgement.verdict).toBe('verbatim');
      expect(judgement.passages).toEqual([{ start: 22, end: 40 }]);
    }
  });

  test('a linked passage as long as a book is searched', () => {
    const filler = 'The committee met again and heard the same three reports as before. ';
    const source = `${filler.repeat(400)}We will not sell the harbour.${filler.repeat(400)}`;
    const passage = { start: 0, end: source.length };
    expect(judge('“We will not sell the harbour”', source, { passage }).verdict).toBe('verbatim');
    expect(judge('“We will never sell the harbour”', source, { passage }).verdict).toBe('altered');
  });

  test('a linked passage that does not have the quotation', () => {
    const source = 'The council met on Tuesday to discuss drains. We will not sell the harbour.';
    const passage = { start: 0, end: 45 };
    expect(judge('“Aliens built the pyramids”', source, { passage })).toEqual({
      verdict: 'missing',
      reasons: [{ code: 'no-passage' }],
      passages: [],
      diff: [],
    });
  });

  test('what the source goes on with counts even outside the linked passage', () => {
    const source = 'I support the bill only if the tax is removed.';
    const passage = { start: 0, end: 'I support the bill'.length };
    expect(judge('“I support the bill,”', source, { passage }).verdict).toBe('review');
  });

  test('words of somebody else’s turn', () => {
    const source = 'Ada Jones: I was there.\nBen Smith: I saw nothing.\nAda Jones: Nothing at all.';
    const of = (...speakerNames: string[]) =>
      judge('“I saw nothing.”', source, { kind: 'spoken', speakerNames });
    expect(of('Benjamin Smith', 'the mayor').verdict).toBe('verbatim');
    expect(of('Ada Jones')).toMatchObject({
      verdict: 'review',
      reasons: [{ code: 'wrong-speaker' }],
    });
    expect(of().verdict).toBe('verbatim');
  });

  test('a long quotation with one word changed', () => {
    const sentence = (at: number) => `In year ${at} the council of the harbour met ${at} times. `;
    const source = Array.from({ length: 400 }, (_, at) => sentence(at)).join('');
    const draft = source.replace('In year 200 the council', 'In year 200 the parliament');
    const judgement = judge(draft, source);
    expect(judgement.verdict).toBe('altered');
    expect(judgement.reasons).toEqual([
      { code: 'word-changed', draft: 'parliament', source: 'council' },
    ]);
    expect(judgement.diff.map((segment) => segment.type)).toEqual([
      'same',
      'removed',
      'added',
      'same',
    ]);
  });

  test('lists: gravest first, and among equals the fewest words changed', () => {
    const drafts = [
      '“We will not sell the harbour.”',
      '“We will burn and bury the harbour.”',
      '“We may sell the harbour.”',
      '“We will burn the harbour.”',
      '“We … the harbour.”',
    ];
    const judged = drafts.map((draft) => ({ draft, ...judge(draft, 'We will sell the harbour.') }));
    expect(judged.sort(compareByGravity).map(({ draft }) => draft)).toEqual([
      '“We will not sell the harbour.”',
      '“We may sell the harbour.”',
      '“We will burn the harbour.”',
      '“We will burn and bury the harbour.”',
      '“We … the harbour.”',
    ]);
  });
});

describe('the language of a source', () => {
  test('an English article may quote a German source whose language nobody named', () => {
    const { verdict, reasons } = judgeQuotation({
      draft: '“Es gibt … Beweise.”',
      source: 'Es gibt keine Beweise.',
      kind: 'written',
      profile: PERMISSIVE,
      language: { draft: 'en-GB' },
    });
    expect(verdict).toBe('altered');
    expect(reasons[0]?.code).toBe('omission-drops-negation');
  });

  test('a source of damaged or inaudible text cannot be checked', () => {
    const judge = (source: string) =>
      judgeQuotation({ draft: '“We will pay.”', source, kind: 'spoken', profile: STRICT });
    for (const source of [
      '',
      ' \n',
      '\uFFFD\uFFFD \uFFFD',
      '(cid:12)(cid:7)(cid:33)',
      '[inaudible]',
    ]) {
      expect(judge(source)).toMatchObject({ verdict: 'not-checkable' });
    }
    expect(judge('We cut the grass [inaudible] today.').verdict).toBe('missing');
  });

  test('a source in another language is told by its words', () => {
    const judge = (source: string) =>
      judgeQuotation({
        draft: '“We have never sold the harbour to anybody.”',
        source,
        kind: 'written',
        profile: STRICT,
      }).reasons[0]?.code;
    expect(judge('Wir haben den Hafen nie an irgendwen verkauft, und das ist die Wahrheit.')).toBe(
      'translation',
    );
    expect(judge('The drains were looked at on Tuesday and it was found that they were dry.')).toBe(
      'no-passage',
    );
  });
});

describe('the diff', () => {
  const diffOf = (draft: string | string[], source: string) =>
    judgeQuotation({ draft, source, kind: 'spoken', profile: STRICT }).diff.map(
      ({ type, text }) => `${{ same: '=', added: '+', removed: '-' }[type]}${text}`,
    );

  test.each([
    [
      'one word',
      '“We will close the school.”',
      'We may close the school.',
      ['=We ', '-may ', '+will ', '=close the school.'],
    ],
    [
      'typography alone',
      '“It’s the city’s money.”',
      "It's the city's money.",
      ['=It’s the city’s money.'],
    ],
    [
      'an ellipsis: what it leaves out is whole',
      '“The bridge … will open.”',
      'The bridge, despite it all, will open.',
      ['=The bridge ', '-despite it all, ', '+… ', '=will open.'],
    ],
    [
      'an insertion',
      '“He [the mayor] told us.”',
      'He told us.',
      ['=He ', '+[the mayor] ', '=told us.'],
    ],
    [
      'a replacement',
      '“Then [the firm] will pay.”',
      'Then Acme will pay.',
      ['=Then ', '-Acme ', '+[the firm] ', '=will pay.'],
    ],
    [
      'brackets that the source has',
      '“He [the mayor] told us.”',
      'He [the mayor] told us.',
      ['=He [the mayor] told us.'],
    ],
    [
      'an omission',
      '“We will sell it.”',
      'We will never, ever sell it.',
      ['=We will ', '-never, ever ', '=sell it.'],
    ],
    [
      'words at both ends',
      '“They will sell them.”',
      'We will sell it.',
      ['-We ', '+They ', '=will sell ', '-it', '+them.'],
    ],
    [
      'a word edited within',
      '“They walk[ed] out.”',
      'They walk out.',
      ['=They ', '-walk ', '+walk[ed] ', '=out.'],
    ],
    [
      'labels are not shown as removed',
      '“I was there. I saw it.”',
      'JONES: I was there. JONES: I saw it.',
      ['=I was there. I saw it.'],
    ],
  ])('shows %s', (_name, draft, source, expected) => {
    expect(diffOf(draft, source)).toEqual(expected);
  });

  test('joins the parts of a split quotation', () => {
    const source = 'The bridge is safe and it will open in May.';
    expect(diffOf(['“The bridge is safe,”', '“and it will open in June.”'], source)).toEqual([
      '=The bridge is safe, and it will open in ',
      '-May',
      '+June.',
    ]);
  });
});
