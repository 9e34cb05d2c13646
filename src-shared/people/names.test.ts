import { expect, test } from 'vitest';
import type { PersonDetails } from '../model/person';
import samePerson from './fixtures/same-person.json';
import sortNames from './fixtures/sort-names.json';
import { comparedName, likelySame, sameReason } from './likely-same';
import { sortNameOf } from './sort-name';

test.each(samePerson)('$a and $b: $reason', ({ a, b, reason }) => {
  expect(sameReason(comparedName(a), comparedName(b))).toBe(reason);
  expect(sameReason(comparedName(b), comparedName(a))).toBe(reason);
});

test.each(sortNames)('$name is sorted as $sorted', ({ name, kind, order, sorted }) => {
  const person = {
    name,
    kind: (kind ?? 'person') as PersonDetails['kind'],
    sortName: null,
    nameOrder: order ? ('family-first' as const) : null,
  };
  expect(sortNameOf(person)).toBe(sorted);
  expect(sortNameOf({ ...person, sortName: 'Zuletzt' })).toBe('Zuletzt');
});

test('people are compared by all their names, the surest reason first, and never with themselves', () => {
  const person = (id: string, name: string, ...others: string[]) => ({
    id,
    name,
    otherNames: others.map((other) => ({ name: other })),
    mergedNames: [],
  });
  const people = [
    person('1', 'Sergei Volkov', 'Сергей Волков'),
    person('2', 'S. Volkov'),
    person('3', 'Сергей Волков'),
    person('4', 'Mara Lind'),
  ];
  expect(likelySame(people, '1')).toEqual([
    { personId: '3', name: 'Сергей Волков', reason: 'same-name' },
    { personId: '2', name: 'S. Volkov', reason: 'initials' },
  ]);
  expect(likelySame(people, '4')).toEqual([]);
});
