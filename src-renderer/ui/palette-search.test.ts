import { describe, expect, it } from 'vitest';
import { matchScore } from './palette-search';

const best = (query: string, names: string[]) =>
  names
    .map((name) => ({ name, score: matchScore(name, query) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ name }) => name);

describe('matchScore', () => {
  it('puts the beginning before beginnings of words, and those before the middle', () => {
    expect(best('port', ['Airport', 'The port of call', 'Port authority'])).toEqual([
      'Port authority',
      'The port of call',
      'Airport',
    ]);
  });
  it('takes words in any order and without accents', () => {
    expect(best('pena jose', ['José Peña', 'Ann Dray'])).toEqual(['José Peña']);
  });
  it('takes initials of three letters or more', () => {
    expect(best('fae', ['Finish and export…', 'Find passages'])).toEqual(['Finish and export…']);
    expect(best('xyz', ['Finish and export…'])).toEqual([]);
  });
});
