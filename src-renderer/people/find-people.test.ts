import { expect, test } from 'vitest';
import { bestName, peopleFitting } from './find-people';

const person = (name: string, others: string[] = [], mergedNames: string[] = []) => ({
  name,
  otherNames: others.map((other) => ({ name: other, language: null })),
  mergedNames,
});
const people = [
  person('José Tanaka', ['Pepe', '田中ホセ']),
  person('Mara Lind', [], ['M. Lindqvist']),
  person('ليلى حداد', ['Layla Haddad']),
];

test.each([
  ['jose', 'José Tanaka'],
  ['PEPE', 'José Tanaka'],
  ['田中', 'José Tanaka'],
  ['lindq', 'Mara Lind'],
  ['haddad', 'ليلى حداد'],
  ['ليلى', 'ليلى حداد'],
])('"%s" finds %s', (query, name) => {
  expect(peopleFitting(people, query).map((one) => one.name)).toEqual([name]);
});

test('nothing typed is everybody, and a name of nobody is nobody', () => {
  expect(peopleFitting(people, ' ')).toBe(people);
  expect(peopleFitting(people, 'zzz')).toEqual([]);
});

test('the name that fits is said, the credited one first', () => {
  expect(bestName(people[1]!, 'lindqvist').name).toBe('M. Lindqvist');
  expect(bestName(person('Pepe', ['Pepe Tanaka']), 'pepe').name).toBe('Pepe');
});
