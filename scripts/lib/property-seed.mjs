// Set up by Vitest before each file of tests. Property tests draw the same cases in every run, so that
// a change alone can make one fail; `npm run properties` draws others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.STET_PROPERTY_SEED ?? 20_261_123) });
