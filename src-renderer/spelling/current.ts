import type { LexicalEditor } from 'lexical';
import type { PlacedProblem } from '../editor/spelling/follower';

/** What commands and the menu may do with the problems of the article that is open. */
export interface SpellingDesk {
  /** Selects the problem behind the cursor (or before it), from the end round to the start. */
  goToNext(by: 1 | -1): void;
  /** Opens the suggestions for the problem at the cursor. */
  suggestAtCursor(): void;
  editor: LexicalEditor;
  /** Suggestions for a word that the checker has not been asked about yet. */
  suggest(problem: PlacedProblem): Promise<readonly string[]>;
  /** False where other words stand there by now. */
  replace(problem: PlacedProblem, replacement: string): boolean;
  /** The mark by which "ignore here" knows the problem again. */
  placeOf(problem: PlacedProblem): string;
}

let current: SpellingDesk | null = null;

/** The spelling of the open article; null where nothing is checked. */
export function currentSpelling(): SpellingDesk | null {
  return current;
}

export function setCurrentSpelling(desk: SpellingDesk | null): void {
  current = desk;
}
