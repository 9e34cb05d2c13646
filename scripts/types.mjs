// `npm run types`: every TypeScript project of the checkout.
import { command } from './lib/command.mjs';
import { runAll, types } from './lib/steps.mjs';

await command(() => runAll('npm run types', [types]));
