// `npm start`: Stet in its window. Arguments go to Stet: `npm start -- --library=FOLDER`.
import { command } from './lib/command.mjs';
import { hasDisplay, noDisplay } from './lib/display.mjs';
import { SetupError, say } from './lib/log.mjs';
import { root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';

await command(
  async (args) => {
    const { runtime, env, sandbox } = await prepare();
    say(`Starting Stet on Electron ${runtime.version}.`);
    return run(runtime.executable, [...sandbox, root, ...args], { env });
  },
  {
    before() {
      if (!hasDisplay()) throw new SetupError(noDisplay);
    },
  },
);
