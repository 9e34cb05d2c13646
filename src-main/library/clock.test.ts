import { expect, test } from 'vitest';
import { deviceMark, tick } from './clock';

const device = deviceMark('019ac0de-0000-7000-8000-0123456789ab');
const noon = Date.UTC(2026, 10, 23, 12);

test('a reading is the wall time, a counter and the device', () => {
  expect(tick(null, noon, device)).toBe('2026-11-23T12:00:00.000Z-0000-0123456789ab');
});

test('every reading sorts after the one before, whatever the wall clock does', () => {
  const hour = 3_600_000;
  const walls = [noon, noon, noon + 5, noon - 3 * hour, 0, noon + 10 * 365 * 24 * hour, noon];
  let last: string | null = null;
  for (const wall of walls) {
    const next: string = tick(last, wall, device);
    if (last !== null) expect(next > last).toBe(true);
    last = next;
  }
});

test('a counter that is used up moves the time on', () => {
  const last = `${new Date(noon).toISOString()}-ffff-${device}`;
  expect(tick(last, noon, device)).toBe(`2026-11-23T12:00:00.001Z-0000-${device}`);
});
