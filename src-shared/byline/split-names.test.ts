import { describe, expect, it } from 'vitest';
import { splitNames } from './split-names';

describe('splitNames', () => {
  it('tells the names of a line from the words between', () => {
    expect(splitNames('By Ann Dray and Bo Lund in Oslo', ['Ann Dray', 'Bo Lund'])).toEqual([
      { text: 'By ', name: null },
      { text: 'Ann Dray', name: 0 },
      { text: ' and ', name: null },
      { text: 'Bo Lund', name: 1 },
      { text: ' in Oslo', name: null },
    ]);
  });
  it('takes the longer of two names where one begins the other', () => {
    const pieces = splitNames('By Sam Levine, Sam Levi', ['Sam Levi', 'Sam Levine']);
    expect(pieces.filter(({ name }) => name !== null).map(({ text }) => text)).toEqual([
      'Sam Levine',
      'Sam Levi',
    ]);
  });
  it('is the line itself where it has no name', () => {
    expect(splitNames('Editorial', [''])).toEqual([{ text: 'Editorial', name: null }]);
  });
  it('takes whole words alone, in whatever case', () => {
    const pieces = splitNames('Edited by Ed; Photos: ED', ['Ed']);
    expect(pieces.filter(({ name }) => name !== null).map(({ text }) => text)).toEqual([
      'Ed',
      'ED',
    ]);
    expect(pieces[0]).toEqual({ text: 'Edited by ', name: null });
  });
  it('gives a name that two people have to one after the other', () => {
    const pieces = splitNames('Duncan Reid and Duncan Reid', ['Duncan Reid', 'Duncan Reid']);
    expect(pieces.map(({ name }) => name)).toEqual([0, null, 1]);
  });
  it('finds names in scripts without spaces', () => {
    expect(
      splitNames('文・田中太郎、鈴木花子', ['田中太郎', '鈴木花子']).map(({ name }) => name),
    ).toEqual([null, 0, null, 1]);
  });
});
