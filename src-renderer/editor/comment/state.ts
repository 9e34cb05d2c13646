import { createIdsState } from '../text-ids';

const ids = createIdsState('comment');

/** The threads of comments that a node is about, the oldest first; none for anything but text. */
export const $commentsOf = ids.$idsOf;

export const $setComments = ids.$setIds;
