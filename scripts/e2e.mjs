// `npm run e2e`: the end-to-end tests alone. Arguments go to Playwright: `npm run e2e -- linking`.
import { command } from './lib/command.mjs';
import { prepare } from './lib/prepare.mjs';
import { endToEnd, runAll } from './lib/steps.mjs';
import { installJavaForTests } from './lib/system-libraries.mjs';

await command(async (args) => {
  const { env } = await prepare();
  await installJavaForTests();
  return runAll('npm run e2e', [endToEnd(env, args)]);
});
