import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Locator } from '../model/source';
import { pairVersions, readVersion } from '../quotation/version-pair';
import { adoptPlaces, carryLocators } from './carry-locators';

const FROM = `SPEAKER 1: Good morning. We opened the pier in Apil.

REPORTER: And the cost? “Nine million?”

SPEAKER 1: Nine million in all.`;

function locate(text: string, words: string, more: Partial<Locator>): Locator {
  const start = text.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length, ...more };
}

const LOCATORS = [
  locate(FROM, 'Good morning.', { speaker: 'SPEAKER 1', time: 1, endTime: 2 }),
  locate(FROM, 'We opened the pier in Apil.', { speaker: 'SPEAKER 1', time: 2, endTime: 5 }),
  locate(FROM, 'And the cost? “Nine million?”', { speaker: 'REPORTER', time: 6 }),
  locate(FROM, 'Nine million in all.', { speaker: 'SPEAKER 1', time: 9, endTime: 11 }),
];

function carried(to: string) {
  const pair = pairVersions(readVersion(FROM, LOCATORS), readVersion(to, []));
  return carryLocators(pair).map(({ start, end, speaker, time }) => [
    time,
    speaker,
    to.slice(start, end),
  ]);
}

describe('the locators of a corrected text', () => {
  test('are those of the text before where nothing changed', () => {
    const version = readVersion(FROM, LOCATORS);
    expect(carryLocators(pairVersions(version, version))).toEqual(LOCATORS);
  });

  test('keep times and turns where words change, come and go', () => {
    const to = FROM.replace('Good morning.', 'Good morning, all.')
      .replace('We opened the pier in Apil.', 'Well, we opened the second pier in April!')
      .replace('And the cost?', 'What did it cost?');
    expect(carried(to)).toEqual([
      [1, 'SPEAKER 1', 'Good morning, all.'],
      [2, 'SPEAKER 1', 'Well, we opened the second pier in April!'],
      [6, 'REPORTER', 'What did it cost? “Nine million?”'],
      [9, 'SPEAKER 1', 'Nine million in all.'],
    ]);
  });

  test('call a speaker as the corrected label does', () => {
    const to = FROM.replaceAll('SPEAKER 1', 'Mara Lind');
    expect(carried(to).map(([, speaker]) => speaker)).toEqual([
      'Mara Lind',
      'Mara Lind',
      'REPORTER',
      'Mara Lind',
    ]);
  });

  test('go where their words go altogether', () => {
    const to = FROM.replace('REPORTER: And the cost? “Nine million?”\n\n', '');
    expect(carried(to)).toEqual([
      [1, 'SPEAKER 1', 'Good morning.'],
      [2, 'SPEAKER 1', 'We opened the pier in Apil.'],
      [9, 'SPEAKER 1', 'Nine million in all.'],
    ]);
  });

  test('stay in order and inside of the text after any edit', () => {
    const words = FROM.split(/(?<=\s)/);
    const edits = fc.array(
      fc.record({
        at: fc.nat(),
        gone: fc.nat(4),
        come: fc.array(fc.lorem({ maxCount: 1 }), { maxLength: 3 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(edits, (all) => {
        const edited = [...words];
        for (const { at, gone, come } of all) {
          edited.splice(at % (edited.length + 1), gone, ...come.map((word) => `${word} `));
        }
        const to = edited.join('');
        const found = carryLocators(pairVersions(readVersion(FROM, LOCATORS), readVersion(to, [])));
        let last = 0;
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(to.length);
          last = start;
        }
      }),
    );
  });
});

describe('a text that came without times or pages', () => {
  test('has those of the version before', () => {
    const to =
      'Good morning to all. We opened the second pier in April.\n\nAnd the cost?\n\nNew words.';
    const own = to.split('\n\n').map((words, at) => locate(to, words, { paragraph: at + 1 }));
    const pair = pairVersions(readVersion(FROM, LOCATORS), readVersion(to, own));
    expect(
      adoptPlaces(pair, own).map(({ time, endTime, paragraph }) => [paragraph, time, endTime]),
    ).toEqual([
      [1, 1, 5],
      [2, 6, undefined],
      [3, undefined, undefined],
    ]);
  });

  test('keeps what it knows', () => {
    const own = [locate(FROM, 'Good morning.', { time: 40 })];
    const pair = pairVersions(readVersion(FROM, LOCATORS), readVersion(FROM, own));
    expect(adoptPlaces(pair, own)).toEqual(own);
  });
});
