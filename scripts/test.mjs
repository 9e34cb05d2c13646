// `npm test`: all checks, then the application in its real window. Arguments go to Playwright.
import { ensureBuilt } from './lib/build.mjs';
import { command } from './lib/command.mjs';
import { prepare } from './lib/prepare.mjs';
import { endToEnd, lint, runAll, types, unit, versions } from './lib/steps.mjs';
import { installJavaForTests } from './lib/system-libraries.mjs';

await command(async (args) => {
  const { env } = await prepare({ build: false });
  await installJavaForTests();
  const build = {
    title: 'Build',
    async run() {
      await ensureBuilt();
      return 0;
    },
  };
  return runAll('npm test', [versions, lint, types, unit, build, endToEnd(env, args)]);
});
