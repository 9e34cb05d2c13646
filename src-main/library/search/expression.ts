import type { FoundKind, SearchQuery, SearchTerm } from '../../../src-shared/search/query';
import { SHORTEST_BEGINNING } from '../../../src-shared/search/snippet';
import { indexTokens } from '../../../src-shared/search/units';
import { factToken } from './documents';
import { factsBetween } from './years';

/** Where an expression is looked for: in texts a short beginning is a whole word, in names it is not. */
export type SearchedIn = 'names' | 'texts';

/**
 * A query as FTS5 takes it (sqlite.org, fts5, "Full-text Query Syntax"). Every word is quoted, so
 * that nothing that is typed means anything to it. Null where there is nothing that an index could
 * be asked: the filters alone decide, or nothing is looked for.
 */
export function expressionOf(
  query: SearchQuery,
  kind: FoundKind,
  searchedIn: SearchedIn,
): string | null {
  const { wanted, excluded, filters } = query;
  const all = [
    ...wanted.map((term) => phrase(term, searchedIn)),
    ...filters.speakers.map((term) => `names : ${phrase(term, searchedIn)}`),
    ...filters.tags.map((term) => `tags : ${phrase(term, searchedIn)}`),
    ...anyFact(filters.kinds),
    ...anyFact(filters.terms),
    ...anyFact(filters.collections),
    ...(kind === 'source' ? anyFact(factsBetween(filters.from, filters.to) ?? []) : []),
    ...(searchedIn === 'names' ? anyFact([kind]) : []),
  ];
  if (all.length === 0) return null;
  const without = excluded.map((term) => phrase(term, searchedIn));
  const wantedAll = all.join(' AND ');
  return without.length > 0 ? `(${wantedAll}) NOT (${without.join(' OR ')})` : wantedAll;
}

/** Words that are looked for, which ranking may go by. */
export interface WantedPhrase {
  /** As an expression, and each of its words as one. */
  phrase: string;
  words: string[];
  /** True where the last word may go on. */
  isBegun: boolean;
}

export function wantedPhrases({ wanted }: SearchQuery, searchedIn: SearchedIn): WantedPhrase[] {
  return wanted.map((term) => {
    const { tokens, isBegun } = tokensOf(term, searchedIn);
    const words = tokens.map((token, at) => quoted([token], isBegun && at === tokens.length - 1));
    return { phrase: quoted(tokens, isBegun), words, isBegun };
  });
}

/** False where the filters leave nothing of this kind: only sources have terms or are collected. */
export function mayFind({ filters }: SearchQuery, kind: FoundKind): boolean {
  if (filters.in.length > 0 && !filters.in.includes(kind)) return false;
  const { kinds, terms, collections } = filters;
  const isOfSource = kinds.length > 0 || terms.length > 0 || collections.length > 0;
  if (kind === 'source') return true;
  if (isOfSource) return false;
  const isOfText = filters.from !== null || filters.to !== null || filters.speakers.length > 0;
  return kind === 'article' || !(isOfText || filters.tags.length > 0);
}

/** True where the last word has one or two letters so far: the beginning of too many words. */
export function isBarelyBegun({ wanted }: SearchQuery): boolean {
  const last = wanted.at(-1);
  return last !== undefined && isShortBeginning(last);
}

/** The query without the word that is barely begun; null where nothing else is asked for. */
export function withoutLast(query: SearchQuery): SearchQuery | null {
  const others = query.wanted.slice(0, -1);
  const begun = query.wanted.at(-1)?.units.slice(0, -1) ?? [];
  const wanted = begun.length > 0 ? [...others, { units: begun, isPrefix: false }] : others;
  return wanted.length > 0 ? { ...query, wanted } : null;
}

function isShortBeginning({ units, isPrefix }: SearchTerm): boolean {
  const last = units.at(-1);
  return isPrefix && last !== undefined && !last.alone && last.letters.length < SHORTEST_BEGINNING;
}

function phrase(term: SearchTerm, searchedIn: SearchedIn): string {
  const { tokens, isBegun } = tokensOf(term, searchedIn);
  return quoted(tokens, isBegun);
}

function tokensOf(
  term: SearchTerm,
  searchedIn: SearchedIn,
): { tokens: string[]; isBegun: boolean } {
  const { tokens, prefix } = indexTokens(term.units);
  const last = term.units.at(-1);
  const isTyped =
    term.isPrefix && !last?.alone && (searchedIn === 'names' || !isShortBeginning(term));
  return { tokens, isBegun: prefix || isTyped };
}

function quoted(tokens: readonly string[], isBegun: boolean): string {
  const words = `"${tokens.join(' ').replaceAll('"', '""')}"`;
  return isBegun ? `${words} *` : words;
}

function anyFact(facts: readonly string[]): string[] {
  if (facts.length === 0) return [];
  return [`facts : (${facts.map((fact) => `"${factToken(fact)}"`).join(' OR ')})`];
}
