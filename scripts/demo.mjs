// `npm run demo -- --out DIR`: the main job in the real window, without anyone at the keyboard.
// Leaves the exported article and a picture of each step in DIR; what is there already stays.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { command } from './lib/command.mjs';
import { withDisplay } from './lib/display.mjs';
import { SetupError, say } from './lib/log.mjs';
import { root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run, tool } from './lib/run.mjs';

await command(
  async (args) => {
    const out = outFolder(args);
    mkdirSync(out, { recursive: true });
    const { env } = await prepare();
    const playwright = tool('@playwright/test', 'playwright');
    const config = join(root, 'e2e', 'demo.config.ts');
    const code = await withDisplay((display) =>
      run(process.execPath, [playwright, 'test', '--config', config], {
        cwd: root,
        env: { ...env, ...display, STET_DEMO_OUT: out },
      }),
    );
    if (code === 0) say(`\nThe demonstration is in ${out}.`);
    return code;
  },
  { before: outFolder },
);

/** DIR, seen from where npm was called. */
function outFolder(args) {
  let out;
  try {
    out = parseArgs({ args, options: { out: { type: 'string' } } }).values.out;
  } catch {
    out = undefined;
  }
  if (!out) throw new SetupError('Usage: npm run demo -- --out DIR');
  return resolve(process.env.INIT_CWD ?? '.', out);
}
