/*
 * A hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): it follows the wall
 * clock, but never goes back and never stands still. Its readings order what was written, on this
 * device and one day between several, also where a computer's clock was set back in between.
 */

const COUNTER_LIMIT = 0xffff;

/**
 * The next reading: `2026-11-23T09:30:52.123Z-0000-0123456789ab`, that is wall time, a counter and
 * the device. Readings sort as text. `last` is the reading before, of any device, or null.
 */
export function tick(last: string | null, now: number, device: string): string {
  let time = now;
  let counter = 0;
  if (last !== null) {
    const lastTime = Date.parse(last.slice(0, 24));
    const lastCounter = Number.parseInt(last.slice(25, 29), 16);
    if (lastTime >= now) {
      time = lastCounter < COUNTER_LIMIT ? lastTime : lastTime + 1;
      counter = lastCounter < COUNTER_LIMIT ? lastCounter + 1 : 0;
    }
  }
  return `${new Date(time).toISOString()}-${counter.toString(16).padStart(4, '0')}-${device}`;
}

/** The part of a device's id that its readings carry. */
export function deviceMark(deviceId: string): string {
  return deviceId.slice(-12);
}
