// `npm run check`: what a commit needs. No window and no set-up beyond the packages.
import { command } from './lib/command.mjs';
import { lint, runAll, types, unit, versions } from './lib/steps.mjs';

await command(() => runAll('npm run check', [versions, lint, types, unit]));
