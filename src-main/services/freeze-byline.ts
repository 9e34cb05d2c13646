import { readArticle } from '../library/articles';
import { freezeNames } from '../library/credits';
import type { Write } from '../library/write';
import { viewByline } from './byline-view';
import type { Context } from './context';

/*
 * The byline of a finished article is what was printed: its lines, and its contributors by the names,
 * titles and places of that day. A person who is renamed, a house style that is edited or deleted, and
 * a record that is merged change it no more.
 */

/** Freezes the byline of an article that is being finished; answers its lines as they are printed. */
export function freezeByline(
  { library }: Context,
  write: Write,
  articleId: string,
): { line: string; tail: string } {
  freezeNames(write, articleId, true);
  const { line, tail } = viewByline(library, readArticle(library.db, articleId));
  return { line, tail };
}

/** Lets go of the byline of an article that is reopened: it is as its people and its style are now. */
export function unfreezeByline(write: Write, articleId: string): void {
  freezeNames(write, articleId, false);
}
