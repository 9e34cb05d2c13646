import { LONGEST_LINE } from '../../src-shared/model/byline';
import { updateArticle } from '../library/articles';
import type { Write } from '../library/write';

/** An address with the brackets around it. */
const ADDRESS = /[<(]?[^\s<>()@]+@[^\s<>()@]+\.[^\s<>()@]+[>)]?/gu;

/** A byline as it came in, without addresses: those are told by the person's private record alone. */
export function rawByline(text: string): string | null {
  const plain = text
    .replace(ADDRESS, ' ')
    .replace(/[ \t]+/gu, ' ')
    .trim();
  return plain.slice(0, LONGEST_LINE) || null;
}

/** Keeps what stood in the file of an article that comes in, so that it can be read again. */
export function keepRawByline(write: Write, articleId: string, text: string | undefined): void {
  const bylineRaw = rawByline(text ?? '');
  if (bylineRaw !== null) updateArticle(write, articleId, { bylineRaw });
}
