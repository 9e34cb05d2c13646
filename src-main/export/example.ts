import {
  document,
  FORMAT,
  heading,
  inlineBlock,
  link,
  list,
  quote,
  textNode,
} from '../../src-shared/document/build';
import { markQuotations } from '../../src-shared/document/mark-quotations';
import { plainText } from '../../src-shared/document/plain-text';
import type { Document } from '../../src-shared/document/schema';
import { authorCredit, type Byline, type Credit } from '../../src-shared/model/byline';
import type { QuotationView } from '../../src-shared/model/quotation';
import type { SourceSummary } from '../../src-shared/model/source';
import { PLAIN_DETAILS } from '../testing/plain-source';
import type { ExportInput } from './input';

/*
 * An article for the tests of the exporters, with a source of every disclosure behind it. Whatever
 * must not reach readers has "CANARY" in it.
 */

export const id = (number: number): string =>
  `01930b2e-0000-7000-8000-${String(number).padStart(12, '0')}`;

const paragraph = (...texts: (string | ReturnType<typeof textNode>)[]) =>
  inlineBlock(
    'paragraph',
    texts.map((one) => (typeof one === 'string' ? textNode(one) : one)),
  );

export const exampleDocument: Document = document([
  inlineBlock('headline', [
    textNode('Saltmere harbour to close: “We will not sell” & <other> words'),
  ]),
  inlineBlock('standfirst', [
    textNode('The town wants a vote; the port’s owner says it is too late.'),
  ]),
  paragraph(
    'The harbour of Saltmere will close in May. “We will not sell the harbour,” said Mara Lind, the mayor. “Not now … and not later.”',
  ),
  paragraph(
    'The audit, published last week, called the quay “not ready for public use”. [The auditors] had looked at it ',
    textNode('twice', FORMAT.italic),
    '.',
  ),
  quote([paragraph('First came the flood.'), paragraph('Then came the fire, and nobody slept.')]),
  paragraph('— Ivo Brandt, ferryman'),
  heading('h2', [textNode('What the owner knew')]),
  paragraph(
    'A memo shows that the owner knew. “Nothing should be said before the vote,” it reads.',
  ),
  paragraph(
    '“The money was gone by March,” somebody close to the company said. “They CANNOT pay,” said another.',
  ),
  inlineBlock('paragraph', [
    textNode('See '),
    link('https://saltmere.example/plans?a=1&b=2', [textNode('the plans')]),
    textNode(' and the '),
    link('https://CANARY.example/secret', [textNode('memo')]),
    textNode('. Some call it the “golden mile”. “Perhaps,” said Lind.'),
  ]),
  list('number', [
    { inlines: [textNode('1990. A year of storms')] },
    { inlines: [textNode('The sale')] },
  ]),
]);

const source = (number: number, more: Partial<SourceSummary>): SourceSummary => ({
  id: id(number),
  ...PLAIN_DETAILS,
  title: 'A source',
  kind: 'document',
  tags: ['CANARY tag'],
  collections: [],
  addedAt: '2026-04-30T08:00:00.000Z',
  fileName: 'CANARY-file.txt',
  quotedCount: 1,
  wordCount: 100,
  duration: null,
  ...more,
});

export const exampleSources: SourceSummary[] = [
  source(101, {
    title: 'Interview with Mara Lind',
    kind: 'transcript',
    medium: 'spoken',
    date: '2026-04-12',
    creator: 'Ada Quill',
  }),
  source(102, {
    title: 'Harbour audit: findings',
    kind: 'web-page',
    date: '2026-04-20',
    url: 'https://saltmere.example/audit#findings',
    creator: 'Saltmere Audit Office',
  }),
  source(103, {
    title: 'CANARY described title',
    kind: 'email',
    disclosure: 'described',
    description: 'a memo of the port’s owner',
    date: '1999-01-01',
    url: 'https://CANARY.example/secret',
    creator: 'CANARY described creator',
  }),
  source(104, {
    title: 'CANARY confidential title',
    disclosure: 'confidential',
    description: 'CANARY confidential description',
    url: 'https://CANARY.example/confidential',
    creator: 'CANARY confidential creator',
  }),
  source(105, {
    title: 'CANARY off the record title',
    terms: 'off-the-record',
    creator: 'CANARY off the record creator',
  }),
  source(106, {
    title: 'CANARY background title',
    terms: 'background',
    creator: 'CANARY background',
  }),
];

interface Linked {
  words: string | string[];
  source?: number;
  kind?: QuotationView['kind'];
  exact?: string;
  time?: number;
  speaker?: string;
  more?: Partial<QuotationView>;
}

const EXAMPLE_QUOTATIONS: Linked[] = [
  {
    words: ['“We will not sell the harbour,”', '“Not now … and not later.”'],
    source: 101,
    exact: 'We will not sell the harbour. Not now, not this year and not later.',
    time: 472,
    speaker: 'Mara Lind',
  },
  {
    words: '“not ready for public use”',
    source: 102,
    exact: 'not ready for public use',
    speaker: 'Saltmere Audit Office',
  },
  {
    words: 'First came the flood.\n\nThen came the fire, and nobody slept.',
    kind: 'block',
    source: 101,
    exact: 'First came the flood. Then came the fire, and nobody slept.',
    time: 3721.5,
    speaker: 'Ivo Brandt',
  },
  {
    words: '“Nothing should be said before the vote,”',
    source: 103,
    exact: 'CANARY described passage',
    speaker: 'CANARY described speaker',
  },
  {
    words: '“The money was gone by March,”',
    source: 104,
    exact: 'CANARY confidential passage',
    speaker: 'CANARY confidential speaker',
  },
  {
    words: '“They CANNOT pay,”',
    source: 105,
    exact: 'CANARY',
    speaker: 'CANARY off the record speaker',
  },
  { words: '“golden mile”', more: { dismissed: true } },
  { words: '“Perhaps,”', source: 106, exact: 'CANARY', speaker: 'CANARY background speaker' },
];

/** Quotations of a document by their words, linked to sources by number. */
export function quotationsOf(one: Document, linked: readonly Linked[]): QuotationView[] {
  const { text } = plainText(one);
  const bodyStart = text.indexOf('\n\n') + 2;
  let from = bodyStart;
  return linked.map(
    ({ words, source: number, kind = 'direct', exact, time, speaker, more }, index) => {
      const parts = [words].flat().map((part) => {
        const start = text.indexOf(part, from);
        if (start < 0) throw new Error(`Not in the example: ${part}`);
        from = start + part.length;
        return { start, end: from };
      });
      const start = parts[0]?.start ?? 0;
      const end = parts.at(-1)?.end ?? 0;
      return {
        id: id(index + 1),
        articleId: id(1000),
        ordinal: index + 1,
        kind,
        start,
        end,
        parts,
        text: parts.map((part) => text.slice(part.start, part.end)).join(' '),
        attribution: null,
        speaker: speaker === undefined ? null : { personId: id(500 + index), name: speaker },
        dismissed: false,
        suggestion: null,
        link:
          number === undefined
            ? null
            : {
                sourceId: id(number),
                sourceVersionId: id(number + 200),
                start: 0,
                end: (exact ?? '').length,
                exact: exact ?? '',
                prefix: number === 102 ? 'In our opinion it is ' : 'CANARY prefix ',
                suffix: number === 102 ? ', and the east span' : ' CANARY suffix',
                sourceTitle: 'CANARY link title',
                place: { page: null, time: time ?? null, paragraph: 4, speaker: 'CANARY place' },
              },
        verdict: 'verbatim',
        reasons: [],
        diff: [],
        check: null,
        ...more,
      };
    },
  );
}

const credit = (number: number, more: Partial<Credit>): Credit => ({
  ...authorCredit(id(600 + number)),
  id: id(700 + number),
  name: 'Ada Quill',
  kind: 'person',
  nameOrder: null,
  ...more,
});

/** Nobody is credited. */
export const NO_BYLINE: Byline = {
  style: 'ap',
  override: null,
  raw: null,
  credits: [],
  line: '',
  tail: '',
  unnamed: [],
  isStyleMissing: false,
};

/** The same with how its first author, and the agencies, are reached. */
export function contactedInput(change: Partial<ExportInput['article']> = {}): ExportInput {
  return {
    ...exampleInput(change),
    contacts: {
      [id(701)]: {
        emails: ['ada.quill@saltmere.example'],
        telephones: ['+44 (0)20 7946 0018', '020 7946 0019'],
        urls: ['https://saltmere.example/write-to?desk=a&to=quill'],
      },
      [id(702)]: { emails: [], telephones: ['(555) 010-0123'], urls: [] },
      [id(705)]: { emails: ['desk@agencies.example'], telephones: [], urls: [] },
    },
  };
}

/** The whole input; `change` may replace parts of it. */
export function exampleInput(change: Partial<ExportInput['article']> = {}): ExportInput {
  const quotations = quotationsOf(exampleDocument, EXAMPLE_QUOTATIONS);
  return {
    article: {
      id: id(1000),
      status: 'finished',
      language: 'en-GB',
      section: 'Politics',
      dateline: 'SALTMERE',
      tags: ['Harbour', 'Local government: a “mess”'],
      version: 7,
      document: markQuotations(exampleDocument, quotations),
      byline: {
        ...NO_BYLINE,
        credits: [
          credit(1, { jobTitle: 'political correspondent', location: 'Saltmere' }),
          credit(2, { name: 'Ben Harrow' }),
          credit(3, { name: 'Cleo Marsh', role: 'additional-reporting' }),
          credit(4, { name: 'Dov Stern', role: 'editing' }),
          credit(5, { name: 'agencies', kind: 'collective' }),
        ],
        line: 'By Ada Quill, political correspondent, in Saltmere, Ben Harrow and agencies',
        tail: 'Additional reporting by Cleo Marsh. Edited by Dov Stern.',
      },
      quotations,
      place: null,
      desk: null,
      updatedAt: '2026-05-03T10:20:00.000Z',
      ...change,
    },
    sources: exampleSources,
    people: [
      {
        id: id(601),
        name: 'Ada Quill',
        kind: 'person',
        role: 'CANARY private role',
        affiliation: null,
        url: 'https://saltmere.example/staff/ada-quill',
        otherNames: [],
        sortName: null,
        nameOrder: null,
        isPseudonym: false,
        links: [],
        mergedNames: [],
        quotationCount: 0,
        creditCount: 1,
      },
      {
        id: id(500),
        name: 'Mara Lind',
        kind: 'person',
        role: 'Mayor of Saltmere',
        affiliation: null,
        url: null,
        otherNames: [],
        sortName: null,
        nameOrder: null,
        isPseudonym: false,
        links: [],
        mergedNames: [],
        quotationCount: 1,
        creditCount: 0,
      },
    ],
  };
}
