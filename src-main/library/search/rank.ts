import type { Database } from 'better-sqlite3';
import { StetError } from '../../../src-shared/errors';
import type { FoundKind, SearchQuery } from '../../../src-shared/search/query';
import { prepare } from '../sqlite';
import { HOMES, type Home } from '../write';
import { expressionOf, isBarelyBegun, mayFind, withoutLast } from './expression';

/** One thing that was found. */
export interface Ranked {
  home: Home;
  itemId: string;
}

export interface RankedGroup {
  /** Best first. */
  ranked: Ranked[];
  count: number;
  /** True where there are more than were counted. */
  isAtLeast: boolean;
}

/** Answers true when nobody waits for the answer any more. */
export type IsCancelled = () => boolean;

/**
 * Words that so many texts have say little about any of them: ranking all of them would take long
 * and mean nothing. The newest of them are ranked, after those that have the words in their names.
 */
const RANKED_AT_MOST = 2000;
/** More than anybody looks at. */
const KEPT = 50;
/** How often a long reading looks whether it is still wanted. */
const LOOKED_AFTER = 512;

/** How much a hit in each column counts: title, names, tags, facts, text. */
const WEIGHTS = '8, 4, 4, 0, 1';
const NAME_WEIGHTS = '16, 4, 4, 0';

interface ScoredRow {
  home: Home;
  itemId: string;
  number: number;
  score: number;
}

/** The things of one kind that a query finds. Throws `cancelled`. */
export function rank(
  db: Database,
  query: SearchQuery,
  kind: FoundKind,
  isCancelled: IsCancelled,
): RankedGroup {
  if (!mayFind(query, kind)) return NONE;
  const inNames = () => rankIn(db, query, kind, 'search_name', isCancelled);
  if (kind === 'person') return inNames();
  const inTexts = (one: SearchQuery) => rankIn(db, one, kind, `search_${kind}`, isCancelled);
  if (isBarelyBegun(query)) {
    const whole = inTexts(query);
    const others = whole.count === 0 ? withoutLast(query) : null;
    return joined(namesTell(query) ? inNames() : NONE, others ? inTexts(others) : whole);
  }
  const byText = inTexts(query);
  return byText.isAtLeast && namesTell(query) ? joined(inNames(), byText) : byText;
}

const NONE: RankedGroup = { ranked: [], count: 0, isAtLeast: false };

/** A name does not say whether a word that is not wanted is in the text. */
const namesTell = ({ wanted, excluded }: SearchQuery) => wanted.length > 0 && excluded.length === 0;

/** What has the words in its name comes before what has them in its text. */
function joined(byName: RankedGroup, byText: RankedGroup): RankedGroup {
  const known = new Set(byName.ranked.map(({ itemId }) => itemId));
  const ranked = [...byName.ranked, ...byText.ranked.filter(({ itemId }) => !known.has(itemId))];
  const lists = [byName, byText].filter(({ count }) => count > 0);
  const isWhole = lists.every(({ count, isAtLeast }) => !isAtLeast && count <= KEPT);
  return {
    ranked: ranked.slice(0, KEPT),
    count: isWhole ? ranked.length : Math.max(byName.count, byText.count),
    // What is in both lists is not told apart where they are long.
    isAtLeast: !isWhole && (lists.length > 1 || lists.some(({ isAtLeast }) => isAtLeast)),
  };
}

type Table = 'search_name' | 'search_article' | 'search_source';

function rankIn(
  db: Database,
  query: SearchQuery,
  kind: FoundKind,
  table: Table,
  isCancelled: IsCancelled,
): RankedGroup {
  const expression = expressionOf(query, kind, table === 'search_name' ? 'names' : 'texts');
  const rows: ScoredRow[] = [];
  let count = 0;
  let isAtLeast = false;
  // Only sources are in the private file; people and articles never are.
  const homes = kind === 'source' ? HOMES : (['main'] as const);
  for (const home of homes) {
    const found =
      expression === null
        ? listNewest(db, home, kind, query, isCancelled)
        : rankMatches(db, home, table, kind, expression, query, isCancelled);
    count += found.count;
    isAtLeast ||= found.count > RANKED_AT_MOST;
    rows.push(...found.rows);
  }
  rows.sort((a, b) => bucket(a.score) - bucket(b.score) || (a.itemId < b.itemId ? 1 : -1));
  return {
    ranked: rows.slice(0, KEPT).map(({ home, itemId }) => ({ home, itemId })),
    count: Math.min(count, RANKED_AT_MOST),
    isAtLeast,
  };
}

/** Scores that differ less than this are equal: the newer one comes first. */
const bucket = (score: number) => Math.round(score * 20);

function rankMatches(
  db: Database,
  home: Home,
  table: Table,
  kind: FoundKind,
  expression: string,
  query: SearchQuery,
  isCancelled: IsCancelled,
): { rows: ScoredRow[]; count: number } {
  const dates = dateCondition(home, kind, query);
  const from = `FROM ${home}.${table} AS found`;
  const where = `WHERE ${table} MATCH @expression ${dates.sql}`;
  const matches = prepare<number>(
    db,
    `SELECT found.rowid ${from} ${where} ORDER BY found.rowid DESC LIMIT ${RANKED_AT_MOST + 1}`,
  ).pluck();
  let count = 0;
  let oldest = 0;
  for (const number of matches.iterate({ expression, ...dates.values }) as Iterable<number>) {
    count += 1;
    if (count <= RANKED_AT_MOST) oldest = number;
    if (count % LOOKED_AFTER === 0 && isCancelled()) throw new StetError('cancelled');
  }
  if (count === 0) return { rows: [], count };
  if (isCancelled()) throw new StetError('cancelled');
  const weights = table === 'search_name' ? NAME_WEIGHTS : WEIGHTS;
  const rows = prepare<ScoredRow>(
    db,
    `SELECT '${home}' AS home, document.item_id AS itemId, best.number, best.score
     FROM (SELECT found.rowid AS number, bm25(${table}, ${weights}) AS score ${from} ${where}
       AND found.rowid >= @oldest ORDER BY score LIMIT ${KEPT}) AS best
     JOIN ${home}.search_document AS document ON document.number = best.number`,
  ).all({ expression, oldest, ...dates.values });
  return { rows, count };
}

/** What the filters alone leave, the newest first. */
function listNewest(
  db: Database,
  home: Home,
  kind: FoundKind,
  query: SearchQuery,
  isCancelled: IsCancelled,
): { rows: ScoredRow[]; count: number } {
  const dates = dateCondition(home, kind, query);
  const rows = prepare<ScoredRow>(
    db,
    `SELECT '${home}' AS home, found.item_id AS itemId, found.rowid AS number, 0 AS score
     FROM ${home}.search_document AS found WHERE found.kind = @kind ${dates.sql}
     ORDER BY found.item_id DESC LIMIT ${RANKED_AT_MOST + 1}`,
  ).all({ kind, ...dates.values });
  if (isCancelled()) throw new StetError('cancelled');
  return { rows, count: rows.length };
}

/**
 * SQL that leaves what has a date within the filter. A source's date may lack day and month: it is
 * then compared as far as it goes. An article's is the day on which it was changed last.
 */
function dateCondition(
  home: Home,
  kind: FoundKind,
  { filters: { from, to } }: SearchQuery,
): { sql: string; values: Record<string, string> } {
  if (kind === 'person' || (from === null && to === null)) return { sql: '', values: {} };
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
