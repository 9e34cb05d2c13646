import { namesIn } from '../../src-shared/spelling/names';
import { readArticle } from '../library/articles';
import { readLinks } from '../library/links';
import { Breather } from './breather';
import type { Context } from './context';
import type { SourceTexts } from './source-texts';

/** So many of an article's sources are looked at, and the names of so many versions are kept. */
const MOST_SOURCES = 40;
const MOST_KEPT = 200;

/** The names of versions, which never change, by their ids; the one asked for last at the end. */
const kept = new WeakMap<SourceTexts, Map<string, string[]>>();

/**
 * The words that stand as names in the sources that an article's quotations and claims are linked to.
 * A source's text takes some ten milliseconds for a megabyte the first time; saves come in between.
 * Throws `not-found`.
 */
export async function namesOfSources(context: Context, articleId: string): Promise<string[]> {
  const { library, texts } = context;
  const { language } = readArticle(library.db, articleId);
  const versions = new Map(
    [...readLinks(library.db, articleId).values()].map((link) => [link.sourceVersionId, link]),
  );
  const known = kept.get(texts) ?? new Map<string, string[]>();
  kept.set(texts, known);
  const breather = new Breather();
  const names = new Set<string>();
  for (const [id, { sourceId, home, language: spoken }] of [...versions].slice(0, MOST_SOURCES)) {
    const found = known.get(id) ?? namesOf(texts.get({ id, sourceId, home }), spoken ?? language);
    known.delete(id);
    known.set(id, found);
    for (const name of found) names.add(name);
    await breather.breathe();
  }
  for (const id of known.keys()) {
    if (known.size <= MOST_KEPT) break;
    known.delete(id);
  }
  return [...names];
}

function namesOf(
  { text, locators }: ReturnType<SourceTexts['get']>,
  language: string | null,
): string[] {
  const names = namesIn(text, language);
  for (const { speaker } of locators) if (speaker) names.add(speaker);
  return [...names];
}
