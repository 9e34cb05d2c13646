import { exampleInput, exampleSources, id } from './example';
import type { ExportInput, Review } from './input';

/*
 * What is known about the checking of the example. As there, "CANARY" is in whatever must not leave the
 * library, here also in what editors wrote about a hidden source.
 */

const at = '2026-05-02T09:00:00.000Z';
const point = {
  quotationIds: [],
  count: 1,
  example: 'CANARY example',
  blocking: false,
  about: 'h',
};

const review: Review = {
  points: [
    {
      ...point,
      code: 'tk-marks',
      acceptance: { reason: 'It is a ship’s name.', editorName: 'Noor Haddad', at },
    },
    { ...point, code: 'comments-open', acceptance: null },
    {
      ...point,
      code: 'source-off-the-record',
      quotationIds: [id(6)],
      acceptance: { reason: 'CANARY said so.', editorName: 'Noor Haddad', at },
    },
    {
      ...point,
      code: 'byline-empty',
      acceptance: {
        reason: 'As CANARY off the record creator wanted it.',
        editorName: 'Noor Haddad',
        at,
      },
    },
  ],
  contexts: {
    [id(1)]: { before: 'Asked about the sale, she said: ', after: ' The room was quiet.' },
    [id(3)]: { before: 'He looked away. ', after: '' },
    [id(4)]: { before: 'CANARY before', after: 'CANARY after' },
    [id(5)]: { before: 'CANARY before', after: 'CANARY after' },
  },
  readBacks: [
    { quotation: 1, by: 'Mara Lind', note: 'By telephone' },
    { quotation: 4, by: 'CANARY reader', note: 'CANARY note' },
    { quotation: 5, by: 'CANARY reader', note: 'CANARY note' },
  ].map(({ quotation, by, note }, index) => ({
    id: id(300 + index),
    quotationId: id(quotation),
    state: 'approved' as const,
    on: '2026-05-02',
    by,
    note,
    editorName: 'Noor Haddad',
    at,
    isOfTheseWords: true,
  })),
  claims: [101, 103, 104].map((source, index) => ({
    id: id(400 + index),
    articleId: id(1000),
    ordinal: index + 1,
    text: 'The harbour of Saltmere will close in May.',
    parts: [{ start: 0, end: 10 }],
    link: {
      sourceId: id(source),
      sourceVersionId: id(source + 200),
      start: 40,
      end: 60,
      exact: source === 101 ? 'It closes in May.' : 'CANARY claim passage',
      prefix: '',
      suffix: '',
      sourceTitle: 'CANARY title',
      place: { page: null, time: 95, paragraph: null, speaker: 'CANARY place' },
    },
    state: 'checked',
    check: {
      kind: 'confirmed',
      reason: source === 101 ? null : 'CANARY reason',
      editorName: 'Noor Haddad',
      at,
    },
    lapsed: null,
  })),
  claimSources: exampleSources,
  comments: [
    {
      id: id(600),
      quote: 'The audit',
      resolved: null,
      comments: [
        {
          id: id(601),
          text: 'Which one?\nThe first?',
          editorName: 'Noor Haddad',
          at,
          editedAt: null,
        },
        {
          id: id(602),
          text: 'Ask CANARY confidential creator.',
          editorName: '',
          at,
          editedAt: null,
        },
      ],
    },
  ],
  withheld: exampleSources
    .slice(2)
    .flatMap(({ title, creator, url }) => [title, creator ?? '', url ?? '']),
};

/** The example with its review: altered and signed quotations among them. */
export function reviewedInput(): ExportInput {
  const input = exampleInput();
  const quotations = input.article.quotations.map((view, index): typeof view => {
    if (index === 1) {
      const diff: typeof view.diff = [
        { type: 'same', text: 'not ready for ' },
        { type: 'removed', text: 'any ' },
        { type: 'added', text: 'public ' },
        { type: 'same', text: 'use' },
      ];
      const reasons = [{ code: 'word-changed', draft: 'public', source: 'any' }];
      return { ...view, verdict: 'altered', diff, reasons };
    }
    if (index < 2 || view.dismissed) return view;
    const check = {
      kind: 'accepted' as const,
      reason: 'CANARY check',
      editorName: 'Noor Haddad',
      at,
    };
    return index === 2
      ? { ...view, check: { ...check, reason: 'Heard on the recording' } }
      : { ...view, check, reasons: [{ code: 'word-changed', source: 'CANARY word' }] };
  });
  return { ...input, article: { ...input.article, quotations }, review };
}
