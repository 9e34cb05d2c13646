import type { Word } from '../../text/normalise';

/** What weighs, or is weighed: "he *weighed* 20 pounds", "a 20-pound *dog*". */
const WEIGHING = new Set(
  `weigh weighs weighed weighing weight weights heavy heavier lb lbs kg kilo kilos kilograms ounce
  ounces oz stone overweight underweight`.split(/\s+/),
);
/** What pounds of money are spent on or made of: "20 pounds of *debt*". */
const MONEY =
  /^(?:public|taxpayers?'?s?|my|your|our|their|his|her|money|debts?|cash|credit|savings?|aid|funding|funds?|investments?|income|profits?|loss(?:es)?|damages?|spending|revenue|benefits?|compensation|support|relief|tax(?:es)?|rent|fines?|orders?|business|loans?|grants?|cuts?|bonus(?:es)?|change|sales|subsid(?:y|ies)|sponsorship|equipment|goods|stock|assets?)$/;
/** What a pound before it prices: "a 20-pound *note*". */
const PRICED =
  /^(?:notes?|coins?|fines?|fees?|bills?|tickets?|deals?|grants?|loans?|prizes?|bonus(?:es)?|bets?|cheques?|checks?|vouchers?|bribes?|payments?|deposits?|donations?|contracts?|budgets?|jobs?|houses?|homes?|funds?|a|per|an|each|more|less|for|to|on|in|and|or|the|was|were|is|had|at|from|by|but)$/;
/** So many words before an amount are read for what it is about. */
const REACH = 8;

/**
 * Do the pounds at word `at`, which follow an amount, weigh? Said only where something around them
 * says so ("weighed", "of flour", "a 20-pound dog"): otherwise pounds are money.
 */
export function areWeight(words: readonly Word[], at: number): boolean {
  const key = (place: number) => words[place]?.key ?? '';
  if (!/^pounds?$/.test(key(at))) return false;
  if (key(at + 1) === 'of') return !MONEY.test(key(at + 2));
  for (let place = at + 1; place <= at + 3; place++) {
    if (WEIGHING.has(key(place))) return true;
  }
  for (let place = Math.max(0, at - REACH); place < at; place++) {
    if (WEIGHING.has(key(place))) return true;
  }
  const next = words[at + 1];
  // "a 20-pound dog": the singular before a noun.
  return (
    key(at) === 'pound' && next !== undefined && !PRICED.test(next.key) && key(at - 1) !== 'one'
  );
}
