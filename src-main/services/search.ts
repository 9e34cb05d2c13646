import type { Handlers } from './context';

/** Hits of each kind, where nobody says how many. */
const LIMIT = 8;

export const search = {
  'search.find': async ({ searchUpkeep, searcher }, { query, limit, session }) => {
    // What was saved a moment ago is to be found.
    searchUpkeep.catchUpBriefly();
    return searcher.find({ query, limit: limit ?? LIMIT, session: session ?? null });
  },
} satisfies Partial<Handlers>;
