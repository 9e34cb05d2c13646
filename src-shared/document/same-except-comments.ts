import { pushMerged } from './merge-text';
import type { Document, InlineNode } from './schema';

/** The NodeState of text that comments are about. */
const COMMENT = 'comment';

/**
 * True where two documents differ in nothing but what their comments are about. Text that was split in
 * pieces by a comment is the same text.
 */
export function sameExceptComments(a: Document, b: Document): boolean {
  return canonical(withoutComments(a)) === canonical(withoutComments(b));
}

function withoutComments(value: unknown): unknown {
  if (Array.isArray(value)) {
    const merged: InlineNode[] = [];
    for (const one of value.map(withoutComments)) pushMerged(merged, one as InlineNode);
    return merged;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (key !== '$') return [[key, withoutComments(inner)]];
      const { [COMMENT]: _, ...states } = inner as Record<string, unknown>;
      return Object.keys(states).length > 0 ? [[key, sorted(states)]] : [];
    }),
  );
}

function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** The same value with its keys in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
