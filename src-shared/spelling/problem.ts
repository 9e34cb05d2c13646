/*
 * What a checker finds in a paragraph. Offsets are UTF-16 code units of the paragraph's text, `end`
 * exclusive.
 */

export type ProblemKind = 'spelling' | 'grammar';

export interface Problem {
  start: number;
  end: number;
  kind: ProblemKind;
  /** The name of the checker's rule: what "ignore this rule" is about. */
  rule: string;
  /** What the checker says about it, in English; empty where there is no more to say than "not known". */
  message: string;
  /** What could stand there instead, best first; null where the checker has not been asked yet. */
  suggestions: readonly string[] | null;
}

/**
 * Carries problems from a text to the text that it became by one change: those before the change stay,
 * those behind it move, and those that it touched are gone until the paragraph is checked again.
 */
export function followProblems(
  before: string,
  after: string,
  problems: readonly Problem[],
): Problem[] {
  if (before === after || problems.length === 0) return [...problems];
  const shorter = Math.min(before.length, after.length);
  const alike = lengthAlike(before, after, shorter);
  const alikeEnd = lengthAlikeAtEnd(before, after, shorter);
  // "a wrold" to "a whole wrold" is "hole w" put in behind "a w", or " whole" behind "a": both are true.
  const changes = [
    { start: alike, end: before.length - Math.min(alikeEnd, shorter - alike) },
    { start: Math.min(alike, shorter - alikeEnd), end: before.length - alikeEnd },
  ];
  return problems.flatMap((problem) => {
    for (const change of changes) {
      const followed = follow(problem, change, after, after.length - before.length);
      if (followed) return [followed];
    }
    return [];
  });
}

/** A problem behind a change of the text before; null where the change touched it. */
function follow(
  problem: Problem,
  change: { start: number; end: number },
  after: string,
  moved: number,
): Problem | null {
  if (problem.end <= change.start) return isInWord(after, problem.end) ? null : problem;
  if (problem.start < change.end) return null;
  const start = problem.start + moved;
  return isInWord(after, start) ? null : { ...problem, start, end: problem.end + moved };
}

function lengthAlike(one: string, other: string, most: number): number {
  let length = 0;
  while (length < most && one[length] === other[length]) length++;
  return length;
}

function lengthAlikeAtEnd(one: string, other: string, most: number): number {
  let length = 0;
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) {
    length++;
  }
  return length;
}

const LETTER_AT_START = /^[\p{L}\p{M}\p{N}]/u;
const LETTER_AT_END = /[\p{L}\p{M}\p{N}]$/u;

/** True where the letters on both sides of an offset belong to one word. */
function isInWord(text: string, offset: number): boolean {
  return (
    LETTER_AT_END.test(text.slice(Math.max(0, offset - 2), offset)) &&
    LETTER_AT_START.test(text.slice(offset, offset + 2))
  );
}
