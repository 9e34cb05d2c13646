/** Plain progress lines for the set-up. A line is rewritten in place only on a terminal. */

/** 1048576 → "1.0 MB" (1 MB = 1024 × 1024 bytes, one decimal below 10). */
export function megabytes(bytes) {
  const value = bytes / (1024 * 1024);
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} MB`;
}

/** Milliseconds → "0.8 s", "12 s", "3 min 05 s". */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** A stop with a message for the person at the keyboard: printed without a stack trace. */
export class SetupError extends Error {}

/**
 * Runs `work`, saying what starts and how long it took. `work` gets `report(text)` for progress;
 * off a terminal it is printed at most every ten seconds, so that a log stays readable.
 * @template T
 * @param {string} title
 * @param {(report: (text: string) => void) => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = Date.now();
  const terminal = process.stdout.isTTY === true;
  let printed = started;
  let open = false;
  say(`> ${title}`);
  const report = (text) => {
    if (terminal) {
      process.stdout.write(`\r\x1b[2K  ${text}`);
      open = true;
    } else if (Date.now() - printed >= 10_000) {
      printed = Date.now();
      say(`  ${text}`);
    }
  };
  const close = () => {
    if (open) process.stdout.write('\r\x1b[2K');
    open = false;
  };
  try {
    const result = await work(report);
    close();
    say(`  done: ${title} (${duration(Date.now() - started)})`);
    return result;
  } catch (error) {
    close();
    say(`  failed: ${title} (${duration(Date.now() - started)})`);
    throw error;
  }
}
