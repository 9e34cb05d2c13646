import { SetupError, say } from './log.mjs';
import { ensurePackages, projectNode } from './npm-install.mjs';
import { manifest } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Frame of every npm script: installs the packages, goes on under the project's own Node, and
 * turns a foreseen failure into its message alone.
 *
 * @param {(args: string[]) => Promise<number | undefined>} main returns the exit code, 0 if none
 * @param {{before?: (args: string[]) => void}} [options] `before` runs ahead of any set-up, to
 *   stop early what cannot work
 */
export async function command(main, { before } = {}) {
  const args = process.argv.slice(2);
  try {
    before?.(args);
    await ensurePackages();
    if (process.version === `v${manifest('node').version}`) {
      process.exitCode = (await main(args)) ?? 0;
    } else {
      // Lets fetch use the proxy of the environment, as npm does.
      const env = { NODE_USE_ENV_PROXY: '1' };
      process.exitCode = await run(projectNode, [process.argv[1], ...args], { env });
    }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say('');
    console.error(error.message);
    process.exitCode = 1;
  }
}
