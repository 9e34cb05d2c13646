import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Locator } from '../model/source';
import { carryPassage } from './carry-passage';
import cases from './fixtures/carry-cases.json';
import { pairVersions, readVersion } from './version-pair';

/**
 * A source as the cases write it: paragraphs, each with its times in front ("@10-14 "), and the passage
 * between « and ».
 */
function read(paragraphs: readonly string[]) {
  let text = '';
  const locators: Locator[] = [];
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    const [, from, to, words] = /^(?:@(\d+)-(\d+) )?(.*)$/.exec(paragraph)!;
    const start = unmarked(text).length;
    text += words;
    const times = from === undefined ? {} : { time: Number(from), endTime: Number(to) };
    locators.push({ start, end: unmarked(text).length, ...times });
  }
  const passage = { start: text.indexOf('«'), end: text.indexOf('»') - 1 };
  return { version: readVersion(unmarked(text), locators), passage };
}

const unmarked = (text: string) => text.replace(/[«»]/g, '');

describe('a passage whose source was corrected', () => {
  test.each(cases)('$name', ({ from, to, because }) => {
    const before = read(from);
    const after = read(to);
    const carried = carryPassage(pairVersions(before.version, after.version), before.passage);
    if (because) expect(carried).toEqual({ because });
    else expect(carried).toEqual({ span: after.passage });
  });

  test('has to have a word in it', () => {
    const version = readVersion('One … two.', []);
    expect(carryPassage(pairVersions(version, version), { start: 4, end: 5 })).toEqual({
      because: 'changed',
    });
    const empty = readVersion('', []);
    expect(carryPassage(pairVersions(version, empty), { start: 0, end: 3 })).toEqual({
      because: 'changed',
    });
    expect(carryPassage(pairVersions(empty, version), { start: 0, end: 3 })).toEqual({
      because: 'changed',
    });
  });
});

const word = fc.constantFrom(
  ...'the a we they harbour boats board crews winter spring knew said asked never will pay cost for and of in it was nine twelve pier ferry'.split(
    ' ',
  ),
);
const speech = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most });
/** Replaces, inserts or deletes words, at places from 0 to 1 of a text. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    gone: fc.nat(3),
    come: speech(0, 3),
  }),
  { maxLength: 12 },
);

function edit(
  words: readonly string[],
  all: readonly { at: number; gone: number; come: string[] }[],
) {
  const edited = [...words];
  for (const { at, gone, come } of all) {
    edited.splice(Math.floor(at * edited.length), gone, ...come);
  }
  return edited;
}

function joined(before: readonly string[], passage: readonly string[], after: readonly string[]) {
  const head = before.length > 0 ? `${before.join(' ')} ` : '';
  const words = passage.join(' ');
  const span = { start: head.length, end: head.length + words.length };
  return { version: readVersion(`${head}${words} ${after.join(' ')}`.trim(), []), span, words };
}

describe('after random edits', () => {
  // Words that stand nowhere else, as most passages of some length do.
  const telling = fc.constantFrom<string[]>(
    ['lanterns', 'along', 'every', 'quay', 'tonight'],
    ['lanterns', 'tonight'],
    ['somebody', 'told', 'Ingrid', 'nothing'],
  );

  test('outside of it, a passage that stands once is carried to its place', () => {
    fc.assert(
      fc.property(
        speech(12, 80),
        telling,
        speech(12, 80),
        edits,
        edits,
        (before, passage, after, one, other) => {
          // What stands right beside it stays: with it two words are told from a lookalike.
          const old = joined([...before, 'right', 'there'], passage, ['and', 'then', ...after]);
          const now = joined([...edit(before, one), 'right', 'there'], passage, [
            'and',
            'then',
            ...edit(after, other),
          ]);
          const carried = carryPassage(pairVersions(old.version, now.version), old.span);
          expect(carried).toEqual({ span: now.span });
        },
      ),
      { numRuns: 300 },
    );
  });

  test('outside of it, a passage of frequent words is carried to its place or to none', () => {
    fc.assert(
      fc.property(
        speech(5, 60),
        speech(2, 6),
        speech(5, 60),
        edits,
        edits,
        (before, passage, after, one, other) => {
          const old = joined(before, passage, after);
          const now = joined(edit(before, one), passage, edit(after, other));
          const carried = carryPassage(pairVersions(old.version, now.version), old.span);
          if ('span' in carried) {
            const { start, end } = carried.span;
            expect(now.version.text.slice(start, end)).toBe(now.words);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  const change = fc.record({ at: fc.nat(), to: fc.constantFrom('gulls', 'seven', 'not', '') });

  test('inside of it, it is never carried, whatever else changed', () => {
    fc.assert(
      fc.property(
        speech(5, 60),
        telling,
        speech(5, 60),
        edits,
        edits,
        change,
        (before, passage, after, one, other, { at, to }) => {
          const changed = passage.toSpliced(at % passage.length, 1, ...(to ? [to] : []));
          const old = joined(before, passage, after);
          const now = joined(edit(before, one), changed, edit(after, other));
          const carried = carryPassage(pairVersions(old.version, now.version), old.span);
          expect(carried).toEqual({ because: 'changed' });
        },
      ),
      { numRuns: 300 },
    );
  });

  test('inside of it, it is not carried to a copy of it elsewhere', () => {
    fc.assert(
      fc.property(
        speech(8, 60),
        telling,
        speech(8, 60),
        change,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (before, passage, after, { at, to }, where, isBefore) => {
          const changed = passage.toSpliced(at % passage.length, 1, ...(to ? [to] : []));
          const old = joined(before, passage, after);
          // A copy right beside it would be the passage, with words put in beside it.
          const place = 3 + Math.floor(where * ((isBefore ? before : after).length - 5));
          const copied = isBefore
            ? before.toSpliced(before.length - place, 0, ...passage)
            : after.toSpliced(place, 0, ...passage);
          const now = isBefore ? joined(copied, changed, after) : joined(before, changed, copied);
          const carried = carryPassage(pairVersions(old.version, now.version), old.span);
          expect(carried).toHaveProperty('because');
        },
      ),
      { numRuns: 500 },
    );
  });
});
