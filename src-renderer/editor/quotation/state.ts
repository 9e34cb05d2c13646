import { createIdsState } from '../text-ids';

const ids = createIdsState('quotation');

export const quotationState = ids.state;

/** The quotations that a node belongs to, outermost first; none for anything but text. */
export const $quotationsOf = ids.$idsOf;

export const $setQuotations = ids.$setIds;
