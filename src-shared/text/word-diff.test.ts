import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenise } from './normalise';
import { diffKeys, diffWords } from './word-diff';

test('tells what was removed and added, by word', () => {
  const from = tokenise('We may close the old school.');
  const to = tokenise('“We will close the school,”');
  const runs = diffWords(from, to).map((run) => [
    run.type,
    (run.type === 'added'
      ? to.slice(run.to.start, run.to.end)
      : from.slice(run.from.start, run.from.end)
    )
      .map((word) => word.text)
      .join(' '),
  ]);
  expect(runs).toEqual([
    ['same', 'We'],
    ['removed', 'may'],
    ['added', 'will'],
    ['same', 'close the'],
    ['removed', 'old'],
    ['same', 'school'],
  ]);
});

test('the runs cover both lists in order, and the same ones are the same', () => {
  const words = fc.array(fc.constantFrom('we', 'will', 'not', 'sell', 'it'), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (from, to) => {
      let fromAt = 0;
      let toAt = 0;
      for (const run of diffKeys(from, to)) {
        expect([run.from.start, run.to.start]).toEqual([fromAt, toAt]);
        fromAt = run.from.end;
        toAt = run.to.end;
        if (run.type !== 'same') continue;
        expect(from.slice(run.from.start, run.from.end)).toEqual(
          to.slice(run.to.start, run.to.end),
        );
      }
      expect([fromAt, toAt]).toEqual([from.length, to.length]);
    }),
  );
});

test('two long lists without a word in common are one replacement', () => {
  const from = Array.from({ length: 3000 }, (_, at) => `a${at}`);
  const to = Array.from({ length: 3000 }, (_, at) => `b${at}`);
  expect(diffKeys(from, to).map((run) => run.type)).toEqual(['removed', 'added']);
});
