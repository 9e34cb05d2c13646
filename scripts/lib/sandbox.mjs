import { statSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './log.mjs';
import { capture } from './run.mjs';

/** Chromium refuses to start as root with its sandbox on. */
export const isRoot = process.platform === 'linux' && process.getuid() === 0;

/**
 * Stops with the command to run where Chromium's sandbox cannot work for an ordinary user: it
 * needs either unprivileged user namespaces or its set-user-ID helper.
 */
export function checkSandbox(electronFolder) {
  if (process.platform !== 'linux') return;
  if (capture('unshare', ['--user', '--map-root-user', 'true']).code === 0) return;
  const helper = join(electronFolder, 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4111) === 0o4111) return;
  throw new SetupError(
    [
      'This system allows no user namespaces, so the sandbox of the window needs its helper.',
      'Please run this once, then try again:',
      '',
      `  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`,
      '',
      'Where that is out of the question (tests in a container): STET_NO_SANDBOX=1 npm test',
    ].join('\n'),
  );
}
