import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createKeyFrames } from './key-frames';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function withFrames() {
  const frames: (() => void)[] = [];
  const done: string[] = [];
  const keyFrames = createKeyFrames((drawn) => frames.push(drawn));
  return {
    ...keyFrames,
    done,
    note: (what: string) => keyFrames.behind(() => done.push(what)),
    async draw() {
      frames.shift()?.();
      await Promise.resolve();
    },
  };
}

it('does at once what comes while no key is on its way to the screen', () => {
  const { note, done } = withFrames();
  note('an answer');
  expect(done).toEqual(['an answer']);
});

it('does what comes between a key and its frame after the frame, in its order', async () => {
  const { pressed, note, draw, done } = withFrames();
  pressed();
  note('first');
  pressed();
  note('second');
  expect(done).toEqual([]);
  await draw();
  expect(done).toEqual(['first', 'second']);
  note('third');
  expect(done).toEqual(['first', 'second', 'third']);
});

it('waits for a while at most where no frame is drawn', async () => {
  const { pressed, note, draw, done } = withFrames();
  pressed();
  note('an answer');
  await vi.advanceTimersByTimeAsync(250);
  expect(done).toEqual(['an answer']);
  // The frame that comes late is not the one of the next key.
  pressed();
  note('another');
  await draw();
  expect(done).toEqual(['an answer']);
  await draw();
  expect(done).toEqual(['an answer', 'another']);
});
