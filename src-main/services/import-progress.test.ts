import { expect, test } from 'vitest';
import type { EventPayload } from '../../src-shared/contract';
import { ImportProgress } from './import-progress';

type Progress = EventPayload<'import.progress'>;

/** Tells how far an import is at these moments: milliseconds, files and bytes. */
function tellAt(moments: [time: number, done: number, bytes: number][], bytesTotal: number | null) {
  const told: Progress[] = [];
  let time = 0;
  const progress = new ImportProgress(
    { announce: (_event, payload) => void told.push(payload as Progress) },
    { jobId: 'job', total: 100 },
    () => bytesTotal,
    () => time,
  );
  for (const [at, done, bytes] of moments) {
    time = at;
    progress.tell(done, bytes, 'a.txt');
  }
  return told;
}

test('is told at most ten times a second', () => {
  const moments = Array.from({ length: 100 }, (_, n): [number, number, number] => [n * 10, n, n]);
  expect(tellAt(moments, 100)).toHaveLength(10);
});

test('says no speed before there is one, and then that of the last seconds', () => {
  const told = tellAt(
    [
      [0, 0, 0],
      [500, 5, 1_000],
      [1_000, 10, 2_000],
      [5_000, 20, 10_000],
      [9_000, 30, 50_000],
    ],
    90_000,
  );
  expect(told.map(({ bytesPerSecond }) => bytesPerSecond)).toEqual([
    null,
    null,
    2_000,
    2_000,
    10_000,
  ]);
  expect(told.map(({ secondsLeft }) => secondsLeft)).toEqual([null, null, 44, 40, 4]);
});

test('knows no time left while the files are being looked at, or nothing moves', () => {
  const moments: [number, number, number][] = [
    [0, 0, 0],
    [2_000, 10, 4_000],
  ];
  expect(tellAt(moments, null).at(-1)).toMatchObject({ bytesTotal: null, secondsLeft: null });
  expect(tellAt([[2_000, 0, 0]], 10).at(-1)).toMatchObject({ secondsLeft: null });
});

test('one slow file at the start says nothing of the rest; a large one does', () => {
  const small: [number, number, number][] = [
    [0, 0, 0],
    [3_000, 1, 10],
    [4_000, 8, 40_000],
  ];
  expect(tellAt(small, 1_000_000).map(({ secondsLeft }) => secondsLeft)).toEqual([null, null, 96]);
  expect(tellAt([[3_000, 1, 60_000]], 1_000_000).at(-1)?.secondsLeft).toBe(47);
});
