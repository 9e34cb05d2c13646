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

it('does what comes behind the next key after its frame, and soon where no key comes', async () => {
  const { pressed, behindNext, draw, done } = withFrames();
  behindNext(() => done.push('a save'));
  pressed();
  expect(done).toEqual([]);
  await draw();
  expect(done).toEqual(['a save']);
  behindNext(() => done.push('another'));
  await vi.advanceTimersByTimeAsync(200);
  expect(done).toEqual(['a save', 'another']);
});

it('does what waits for rest at once where no key was pressed lately', () => {
  const { rested, done } = withFrames();
  rested('list', () => done.push('a list'));
  expect(done).toEqual(['a list']);
});

it('does what waits for rest once the keys rest, and of each thing the last alone', async () => {
  const { pressed, rested, draw, done } = withFrames();
  const type = async () => {
    pressed();
    await draw();
    await vi.advanceTimersByTimeAsync(100);
  };
  await type();
  rested('list', () => done.push('an old list'));
  rested('saved', () => done.push('saved'));
  for (let key = 0; key < 20; key++) await type();
  rested('list', () => done.push('a list'));
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(400);
  expect(done).toEqual(['a list', 'saved']);
});

it('does not wait for ever for somebody who never rests', async () => {
  const { pressed, rested, draw, done } = withFrames();
  pressed();
  rested('saved', () => done.push('saved'));
  for (let key = 0; key < 60; key++) {
    await draw();
    await vi.advanceTimersByTimeAsync(100);
    pressed();
  }
  await draw();
  expect(done).toEqual(['saved']);
});

it('catches up at once where somebody acts on what is known', async () => {
  const { pressed, rested, catchUp, draw, done } = withFrames();
  pressed();
  await draw();
  rested('list', () => done.push('a list'));
  expect(done).toEqual([]);
  catchUp();
  expect(done).toEqual(['a list']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(done).toEqual(['a list']);
});
