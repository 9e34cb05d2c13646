// `npm run setup`: everything that is missing, and a thorough look at what is there.
import { command } from './lib/command.mjs';
import { say } from './lib/log.mjs';
import { cacheRoot } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';

await command(async () => {
  const { runtime } = await prepare({ retry: true, thorough: true });
  say('');
  say(`Ready. Electron ${runtime.version} (${runtime.kind}), caches in ${cacheRoot()}.`);
  say('Next: npm start, or npm test.');
});
