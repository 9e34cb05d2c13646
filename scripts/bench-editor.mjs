// `npm run bench:editor`: how long a key takes in the real window, to the frame and to the verdict,
// beside a bare Lexical editor and a bare contenteditable element with the same text. Arguments go to Playwright: `-g "2000 words"`.
import { join } from 'node:path';
import { command } from './lib/command.mjs';
import { withDisplay } from './lib/display.mjs';
import { root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run, tool } from './lib/run.mjs';

await command(async (args) => {
  const { env } = await prepare();
  const playwright = tool('@playwright/test', 'playwright');
  const config = join(root, 'benchmarks', 'editor', 'editor.config.ts');
  return withDisplay((display) =>
    run(process.execPath, [playwright, 'test', '--config', config, ...args], {
      cwd: root,
      env: { ...env, ...display },
    }),
  );
});
