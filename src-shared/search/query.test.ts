import { expect, test } from 'vitest';
import { isEmptyQuery, parseSearchQuery, queryParts } from './query';

const wanted = (query: string) =>
  parseSearchQuery(query).wanted.map(
    ({ units, isPrefix }) => units.map(({ letters }) => letters).join(' ') + (isPrefix ? '*' : ''),
  );

test.each([
  ['harbour pil', ['harbour', 'pil*']],
  ['harbour ', ['harbour']],
  ['"second pier" fer', ['second pier', 'fer*']],
  ['“second pier”', ['second pier']],
  ['«second pi', ['second pi*']],
  ['"a" "b"', ['a', 'b']],
  ['re:agenda', ['re agenda*']],
  ['-ferry pier ', ['pier']],
  ['well-known ', ['well known']],
  ['""', []],
  ['- * ( ', []],
])('%j wants %j', (query, terms) => {
  expect(wanted(query)).toEqual(terms);
});

test('filters, in any case and order', () => {
  const { filters } = parseSearchQuery(
    'KIND:email kind:note terms:off-the-record from:2024-02 to:2024 in:sources speaker:"Mara Lind" tag:coast collection:"Port Hearings"',
  );
  expect(filters).toMatchObject({
    kinds: ['email', 'note'],
    terms: ['off-the-record'],
    from: '2024-02',
    to: '2024',
    in: ['source'],
    collections: ['port hearings'],
  });
  expect(filters.speakers[0]?.units.map(({ letters }) => letters)).toEqual(['mara', 'lind']);
  expect(filters.tags).toHaveLength(1);
});

test.each([
  'kind:',
  'kind:x',
  'from:yesterday',
  'to:2024-13',
  'in:constructor',
  'speaker:""',
  'collection:',
  '-a',
])('%j asks for nothing', (query) => {
  expect(isEmptyQuery(parseSearchQuery(query))).toBe(true);
});

test('a part says where it was typed', () => {
  const query = 'pier kind:note speaker:"Mara Lind" -ferry';
  expect(queryParts(query).map(({ start, end }) => query.slice(start, end))).toEqual([
    'pier',
    'kind:note',
    'speaker:"Mara Lind"',
    '-ferry',
  ]);
});
