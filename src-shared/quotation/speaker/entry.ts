import type { Match } from './match';
import type { Token } from './tokens';

/** Where an attribution was found. */
export type AttributionPlace = 'before' | 'after' | 'sentence' | 'carried' | 'inferred';

/** The attributions that stand near a stretch; they depend on the tokens of its unit alone. */
export interface NearMatches {
  before: Match | null;
  /** Nothing stands between `before` and the stretch. */
  tight: boolean;
  after: Match | null;
  tail: Match | null;
}

/** Working state of one stretch while its attribution is looked for. */
export interface Entry {
  /** Number of its unit. */
  unit: number;
  tokens: Token[];
  /** What was found near the stretches of the unit, by the index of their tokens. */
  near: Map<number, NearMatches>;
  /** Index of its own token. */
  index: number;
  match: Match | null;
  place: AttributionPlace;
  /** The tokens that `match` refers to: those of the paragraph before, for a carried one. */
  matchTokens: Token[];
  tail: Match | null;
  /** Where a carried attribution comes from. */
  source: Entry | null;
  /** The attribution right after this stretch, which a further part may follow. */
  following: Match | null;
  /** Number of the stretch that this one goes on with, or -1. */
  continues: number;
}
