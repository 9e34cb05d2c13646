import type { Checker } from '../../src-shared/spelling/checkers';
import type { Problem } from '../../src-shared/spelling/problem';

/*
 * Between the window and the thread that reads its paragraphs (spelling.worker.ts).
 */

/** A dictionary's two files as they lie on disk. */
export interface DictionaryFiles {
  aff: Uint8Array;
  dic: Uint8Array;
}

export type SpellingRequest =
  /** Comes first. `files` are of a dictionary of this computer, and null otherwise. */
  | { type: 'open'; checker: Checker; files: DictionaryFiles | null }
  | { type: 'check'; id: number; texts: readonly string[] }
  | { type: 'suggest'; id: number; word: string };

export type SpellingAnswer =
  | { type: 'opened' }
  | { type: 'failed'; message: string }
  /** The problems of each text, in the order of the texts. */
  | { type: 'checked'; id: number; problems: Problem[][] }
  | { type: 'suggested'; id: number; suggestions: string[] };

/** Something that reads paragraphs in one language. */
export interface Reader {
  check(text: string): Promise<Problem[]>;
  /** What could stand in the place of a word, best first. */
  suggest(word: string): string[];
}

/** More suggestions than these are a list to read, not a help. */
export const MOST_SUGGESTIONS = 6;
