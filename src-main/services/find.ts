import * as v from 'valibot';
import { plainText } from '../../src-shared/document/plain-text';
import { StetError } from '../../src-shared/errors';
import { withinCollection } from '../../src-shared/model/collection';
import type { SearchGroup, SearchHit, SearchResult } from '../../src-shared/model/search';
import { type Locator, LocatorSchema } from '../../src-shared/model/source';
import {
  type FoundKind,
  isEmptyQuery,
  parseSearchQuery,
  type SearchQuery,
  type SearchTerm,
} from '../../src-shared/search/query';
import { findTerms, type Snippet, snippetOf } from '../../src-shared/search/snippet';
import { readAnnotation } from '../library/annotations';
import { readArticle } from '../library/articles';
import { listCollections } from '../library/collections';
import { openDocument, readWorkingCopy } from '../library/documents';
import { readJson } from '../library/json';
import type { Library } from '../library/open';
import { readPerson } from '../library/people';
import { countBehind } from '../library/search/behind';
import { type FoundSource, readFoundSource, readWholeText } from '../library/search/found-source';
import type { IsCancelled } from '../library/search/matches';
import { type Ranked, rank } from '../library/search/rank';
import { readSourceSummary } from '../library/source-summaries';
import { readSource } from '../library/sources';
import { placeOf } from './passages';

const NOTHING: SearchGroup = { hits: [], count: 0, isAtLeast: false };

/**
 * Searches articles, sources, people and notes. A piece of work between two calls of `breathe` takes a few
 * milliseconds; throws `cancelled` once `isCancelled` says so.
 */
export async function find(
  db: Library['db'],
  { query: typed, limit }: { query: string; limit: number },
  isCancelled: IsCancelled,
  breathe: () => Promise<void>,
): Promise<SearchResult> {
  const query = withCollections(db, parseSearchQuery(typed));
  const behind = countBehind(db);
  if (isEmptyQuery(query)) {
    return { articles: NOTHING, sources: NOTHING, people: NOTHING, notes: NOTHING, behind };
  }
  const terms = [...query.wanted, ...query.filters.speakers];
  const groups: Record<FoundKind, SearchGroup> = {
    article: NOTHING,
    source: NOTHING,
    person: NOTHING,
    'source-note': NOTHING,
  };
  for (const kind of ['person', 'source-note', 'article', 'source'] as const) {
    await breathe();
    if (isCancelled()) throw new StetError('cancelled');
    const { ranked, count, isAtLeast } = rank(db, query, kind, isCancelled);
    const hits: SearchHit[] = [];
    let gone = 0;
    for (const one of ranked) {
      if (hits.length === limit) break;
      const hit = showHit(db, kind, one, terms, query.wanted);
      if (hit) hits.push(hit);
      else gone += 1;
    }
    groups[kind] = { hits, count: Math.max(hits.length, count - gone), isAtLeast };
  }
  const { article, source, person, 'source-note': note } = groups;
  return { articles: article, sources: source, people: person, notes: note, behind };
}

/** Collections by their ids instead of their names, with all within them. */
function withCollections(db: Library['db'], query: SearchQuery): SearchQuery {
  const { collections: names } = query.filters;
  if (names.length === 0) return query;
  const all = listCollections(db);
  const named = all.filter(({ name }) => names.includes(name.toLowerCase()));
  const ids = new Set(named.flatMap(({ id }) => [...withinCollection(all, id)]));
  // Of a collection that is not there, nothing is found.
  const collections = ids.size > 0 ? [...ids] : ['none'];
  return { ...query, filters: { ...query.filters, collections } };
}

/** A hit as it is shown; null where it was put into the bin since it was indexed. */
function showHit(
  db: Library['db'],
  kind: FoundKind,
  { home, itemId }: Ranked,
  terms: readonly SearchTerm[],
  words: readonly SearchTerm[],
): SearchHit | null {
  try {
    if (kind === 'article') return showArticle(db, itemId, terms, words);
    if (kind === 'person') return showPerson(db, itemId, terms);
    if (kind === 'source-note') return showNote(db, home, itemId, words);
    return showSource(db, home, itemId, terms, words);
  } catch (error) {
    if (error instanceof StetError && error.code === 'not-found') return null;
    throw error;
  }
}

function showArticle(
  db: Library['db'],
  id: string,
  terms: readonly SearchTerm[],
  words: readonly SearchTerm[],
): SearchHit | null {
  const article = readArticle(db, id);
  if (article.shelf === 'bin') return null;
  const { text, blocks } = plainText(openDocument(readWorkingCopy(db, id)));
  const headline = blocks.find((block) => block.kind === 'headline');
  const snippet = snippetOf(text, words, headline?.end ?? 0);
  return {
    kind: 'article',
    id,
    ...titleOf(article.headline, terms),
    ...shown(snippet),
    status: article.status,
    section: article.section,
    updatedAt: article.updatedAt,
  };
}

function showPerson(db: Library['db'], id: string, terms: readonly SearchTerm[]): SearchHit | null {
  const person = readPerson(db, id);
  if (person.isDeleted || person.standsAs !== null) return null;
  const { role, affiliation } = person;
  return { kind: 'person', id, ...titleOf(person.name, terms), snippet: null, role, affiliation };
}

function showNote(
  db: Library['db'],
  home: Ranked['home'],
  id: string,
  words: readonly SearchTerm[],
): SearchHit | null {
  const note = readAnnotation(db, 'source_note', id);
  if (note.isDeleted || readSource(db, note.sourceId).isDeleted) return null;
  const source = readSourceSummary(db, note.sourceId);
  const { snippet } = shown(snippetOf(note.words, words));
  const isPrivate = home === 'private';
  return {
    kind: 'source-note',
    id,
    title: source.title,
    titleHits: [],
    snippet,
    source,
    isPrivate,
  };
}

function showSource(
  db: Library['db'],
  home: Ranked['home'],
  id: string,
  terms: readonly SearchTerm[],
  words: readonly SearchTerm[],
): SearchHit | null {
  const found = readFoundSource(db, home, id);
  if (!found || found.isDeleted) return null;
  const source = readSourceSummary(db, id);
  const snippet = snippetOf(found.text, words) ?? snippetFurtherOn(db, home, found, words);
  const locators: Locator[] =
    found.locators === null || !snippet ? [] : readJson(v.array(LocatorSchema), found.locators);
  return {
    kind: 'source',
    id,
    ...titleOf(source.title, terms),
    ...shown(snippet),
    place: snippet ? placeOf(locators, snippet.at) : null,
    source,
    isPrivate: home === 'private',
  };
}

/** A phrase may begin before the piece that was read ended. */
const OVERLAP = 1000;

function snippetFurtherOn(
  db: Library['db'],
  home: Ranked['home'],
  { versionId, text, hasMore }: FoundSource,
  words: readonly SearchTerm[],
): Snippet | null {
  if (!hasMore || words.length === 0) return null;
  return snippetOf(readWholeText(db, home, versionId), words, text.length - OVERLAP);
}

function shown(snippet: Snippet | null) {
  return snippet
    ? { snippet: { text: snippet.text, hits: snippet.hits }, at: snippet.at }
    : { snippet: null, at: null };
}

function titleOf(title: string, terms: readonly SearchTerm[]) {
  const hits = findTerms(title, terms, { shortest: 1 });
  return { title, titleHits: hits.map(({ start, end }) => ({ start, end })) };
}
