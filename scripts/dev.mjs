// `npm run dev`: Stet with hot reload of the interface, and a restart when the main side changes.
import { forgetBuild } from './lib/build.mjs';
import { command } from './lib/command.mjs';
import { hasDisplay, noDisplay } from './lib/display.mjs';
import { SetupError } from './lib/log.mjs';
import { root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run, tool } from './lib/run.mjs';

await command(
  async (args) => {
    const { env, sandbox } = await prepare({ build: false });
    forgetBuild();
    const noSandbox = sandbox.length > 0 ? ['--noSandbox'] : [];
    return run(process.execPath, [tool('electron-vite'), 'dev', '--watch', ...noSandbox, ...args], {
      env,
      cwd: root,
    });
  },
  {
    before() {
      if (!hasDisplay()) throw new SetupError(noDisplay.replace('npm start', 'npm run dev'));
    },
  },
);
