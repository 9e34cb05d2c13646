import { spawn } from 'node:child_process';
import { SetupError } from './log.mjs';

/** Whether a window can be shown: always, except on a Linux without X or Wayland. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** What to tell somebody who starts a window on a machine without a display. */
export const noDisplay = [
  'Stet opens a window, and there is no display here (DISPLAY is not set).',
  'Start it from a desktop session, or forward a display (ssh -X),',
  'or give it a virtual one:',
  '',
  '  sudo apt-get install xvfb xauth',
  '  xvfb-run --auto-servernum npm start',
].join('\n');

/**
 * Runs `work` with a display: the machine's own, or a virtual screen for as long as it takes.
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} work gets what to add to the environment
 * @returns {Promise<T>}
 */
export const withDisplay = (work) => withDisplays(1, work);

/**
 * The same with so many screens: `DISPLAY` is the first, `STET_SCREENS` names all, a space between two.
 * The machine's own display is only one.
 */
export async function withDisplays(count, work) {
  if (hasDisplay()) return work({});
  const screens = [];
  try {
    for (let one = 0; one < count; one++) screens.push(await startVirtualScreen());
    const names = screens.map(({ display }) => display);
    return await work({ DISPLAY: names[0], STET_SCREENS: names.join(' ') });
  } finally {
    for (const screen of screens) screen.stop();
  }
}

/** Xvfb chooses a free number itself and tells it on descriptor 3. */
function startVirtualScreen() {
  return new Promise((resolve, reject) => {
    const args = [
      '-displayfd',
      '3',
      '-screen',
      '0',
      '1600x1200x24',
      '-nolisten',
      'tcp',
      '-noreset',
    ];
    const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    let errors = '';
    let number = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    child.stdio[3].on('data', (text) => {
      number += text;
      if (number.includes('\n')) resolve({ display: `:${number.trim()}`, stop });
    });
    const stop = () => child.kill();
    process.once('exit', stop);
    child.on('error', (error) => reject(new SetupError(`Xvfb does not start: ${error.message}`)));
    child.on('exit', () => reject(new SetupError(`Xvfb does not start: ${errors.slice(-1000)}`)));
  });
}
