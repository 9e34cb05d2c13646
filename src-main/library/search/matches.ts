import type { Database } from 'better-sqlite3';
import { StetError } from '../../../src-shared/errors';
import type { FoundKind, SearchQuery } from '../../../src-shared/search/query';
import { prepare } from '../sqlite';
import type { Home } from '../write';
import { expressionOf, type SearchedIn, wantedPhrases } from './expression';
import { boundsBesideFacts } from './years';

export type SearchTable = 'search_name' | 'search_article' | 'search_source';

/** What one table of the index has for a query. */
export interface Matches {
  /** The best of them, in no order. */
  rows: ScoredRow[];
  count: number;
  /** True where there are more than were counted. */
  isAtLeast: boolean;
  /** False where nothing tells one from another: the newest of them are in `rows`. */
  isRanked: boolean;
}

export interface ScoredRow {
  home: Home;
  itemId: string;
  /** Smaller is better; 0 where nothing is told. */
  score: number;
}

/** Answers true when nobody waits for the answer any more. */
export type IsCancelled = () => boolean;

/** Looks something up in the index of one file. */
export interface Lookup {
  db: Database;
  home: Home;
  table: SearchTable;
  kind: FoundKind;
  query: SearchQuery;
  isCancelled: IsCancelled;
  limits: typeof LIMITS;
}

/** What bounds the work of a search. Tests make it small. */
export const LIMITS = {
  /** No more are counted, and only the newest of them are ranked. */
  countedAtMost: 2000,
  /** So many are counted however long it takes; after that it ends when the time is over. */
  countedAtLeast: 250,
  /**
   * A word that more texts have than this tells little about any of them, and asking FTS5 for its
   * weight means reading all of them (its bm25 counts them first).
   */
  telling: 4000,
};
const COUNTING_MS = 15;
/** How often it is looked whether the time is over, or nobody waits any more. */
const LOOKED_AFTER = 16;
/** More than anybody looks at. */
export const KEPT = 50;

/** How much a hit in each column counts: title, names, tags, facts, text. */
const WEIGHTS = '8, 4, 4, 0, 1';
const NAME_WEIGHTS = '16, 4, 4, 0';

/** Throws `cancelled`. */
export function findMatches(lookup: Lookup): Matches {
  const { db, home, table, kind, query } = lookup;
  const searchedIn = table === 'search_name' ? 'names' : 'texts';
  const expression = expressionOf(query, kind, searchedIn);
  const { numbers, isAtLeast } =
    expression === null ? listNewest(lookup) : newestMatches(lookup, expression);
  if (numbers.length === 0) return { rows: [], count: 0, isAtLeast: false, isRanked: true };
  if (lookup.isCancelled()) throw new StetError('cancelled');
  const scores = scoresOf(lookup, searchedIn, expression, numbers, isAtLeast);
  const best = scores
    ? numbers.toSorted((a, b) => (scores.get(a) ?? 0) - (scores.get(b) ?? 0) || b - a)
    : numbers;
  const itemOf = prepare<string>(
    db,
    `SELECT item_id FROM ${home}.search_document WHERE number = ?`,
  ).pluck();
  const rows = best.slice(0, KEPT).flatMap((number) => {
    const itemId = itemOf.get(number);
    return itemId === undefined ? [] : [{ home, itemId, score: scores?.get(number) ?? 0 }];
  });
  return { rows, count: numbers.length, isAtLeast, isRanked: scores !== null };
}

interface Newest {
  /** Of the index's documents, newest first. */
  numbers: number[];
  isAtLeast: boolean;
}

function newestMatches(lookup: Lookup, expression: string): Newest {
  const { db, home, table, isCancelled, limits } = lookup;
  const dates = dateCondition(lookup);
  const matches = prepare<number>(
    db,
    `SELECT found.rowid FROM ${home}.${table} AS found
     WHERE ${table} MATCH @expression ${dates.sql} ORDER BY found.rowid DESC`,
  ).pluck();
  const numbers: number[] = [];
  const until = performance.now() + COUNTING_MS;
  for (const number of matches.iterate({ expression, ...dates.values })) {
    if (numbers.length === limits.countedAtMost) return { numbers, isAtLeast: true };
    numbers.push(number);
    if (numbers.length % LOOKED_AFTER !== 0) continue;
    if (isCancelled()) throw new StetError('cancelled');
    if (numbers.length < limits.countedAtLeast || performance.now() < until) continue;
    return { numbers, isAtLeast: true };
  }
  return { numbers, isAtLeast: false };
}

/** What the filters alone leave. */
function listNewest(lookup: Lookup): Newest {
  const { db, home, kind, limits } = lookup;
  const dates = dateCondition(lookup);
  const most = limits.countedAtMost;
  const numbers = prepare<number>(
    db,
    `SELECT found.rowid FROM ${home}.search_document AS found
     WHERE found.kind = @kind ${dates.sql} ORDER BY found.item_id DESC LIMIT @most + 1`,
  )
    .pluck()
    .all({ kind, most, ...dates.values });
  return { numbers: numbers.slice(0, most), isAtLeast: numbers.length > most };
}

/**
 * What the words of the query that are not everywhere say about these documents, by their number;
 * null where no word tells anything.
 */
function scoresOf(
  lookup: Lookup,
  searchedIn: SearchedIn,
  expression: string | null,
  numbers: readonly number[],
  isAtLeast: boolean,
): Map<number, number> | null {
  const { db, home, table, query } = lookup;
  const telling = wantedPhrases(query, searchedIn).filter(({ phrase, words, isBegun }) =>
    // Counting a beginning in texts would bring together all words that begin so.
    isBegun && searchedIn === 'texts'
      ? phrase === expression && !isAtLeast
      : words.some((word) => isTelling(lookup, word)),
  );
  if (telling.length === 0) return null;
  const scored = prepare<[number, number]>(
    db,
    `SELECT rowid, bm25(${table}, ${table === 'search_name' ? NAME_WEIGHTS : WEIGHTS})
     FROM ${home}.${table} WHERE ${table} MATCH ? AND rowid >= ?`,
  ).raw();
  return new Map(scored.all(telling.map(({ phrase }) => phrase).join(' AND '), numbers.at(-1)!));
}

function isTelling({ db, home, table, limits: { telling } }: Lookup, word: string): boolean {
  const count = prepare<number>(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM ${home}.${table} WHERE ${table} MATCH ? LIMIT ? + 1)`,
  )
    .pluck()
    .get(word, telling)!;
  return count <= telling;
}

/**
 * SQL that leaves what has a date within the filter. A source's date may lack day and month: it is
 * then compared as far as it goes. An article's is the day on which it was changed last.
 */
function dateCondition({ home, kind, query: { filters } }: Lookup): {
  sql: string;
  values: Record<string, string>;
} {
  const isDated = kind === 'article' || kind === 'source';
  const { from, to } = kind === 'source' ? boundsBesideFacts(filters) : filters;
  if (!isDated || (from === null && to === null)) return { sql: '', values: {} };
  const date = kind === 'source' ? 'item.date' : 'item.written_at';
  const conditions = [
    ...(from === null ? [] : [`${date} >= substr(@from, 1, length(${date}))`]),
    ...(to === null ? [] : [`substr(${date}, 1, length(@to)) <= @to`]),
  ];
  return {
    sql: `AND EXISTS (SELECT 1 FROM ${home}.search_document AS dated
      JOIN ${home}.${kind} AS item ON item.id = dated.item_id
      WHERE dated.number = found.rowid AND ${conditions.join(' AND ')})`,
    values: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) },
  };
}
