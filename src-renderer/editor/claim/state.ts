import { createIdsState } from '../text-ids';

const ids = createIdsState('claim');

export const claimState = ids.state;

/** The claims that a node is part of, the oldest first; none for anything but text. */
export const $claimsOf = ids.$idsOf;

export const $setClaims = ids.$setIds;
