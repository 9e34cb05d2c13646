import type { Database } from 'better-sqlite3';
import type { FoundKind, SearchQuery } from '../../../src-shared/search/query';
import { HOMES, type Home } from '../write';
import { isBarelyBegun, mayFind, withoutLast } from './expression';
import {
  findMatches,
  type IsCancelled,
  KEPT,
  LIMITS,
  type Lookup,
  type SearchTable,
} from './matches';

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

/** What one table of both files has. */
interface RankedTable extends RankedGroup {
  /** False where nothing tells one from another: the newest come first. */
  isRanked: boolean;
}

/** The things of one kind that a query finds. Throws `cancelled`. */
export function rank(
  db: Database,
  query: SearchQuery,
  kind: FoundKind,
  isCancelled: IsCancelled,
  limits = LIMITS,
): RankedGroup {
  if (!mayFind(query, kind)) return NONE;
  const lookup = { db, kind, isCancelled, limits };
  const inNames = () => rankIn({ ...lookup, query, table: 'search_name' });
  if (kind === 'person' || kind === 'source-note') return inNames();
  const table: SearchTable = `search_${kind}`;
  const inTexts = (one: SearchQuery) => rankIn({ ...lookup, query: one, table });
  if (isBarelyBegun(query)) {
    const whole = inTexts(query);
    const others = whole.count === 0 ? withoutLast(query) : null;
    return joined(namesTell(query) ? inNames() : NONE, others ? inTexts(others) : whole);
  }
  const byText = inTexts(query);
  const isInOrder = byText.isRanked && !byText.isAtLeast;
  if (isInOrder || !namesTell(query)) return byText;
  // Every name is in its text's index too: nothing is found that is not counted.
  return { ...byText, ranked: namesFirst(inNames(), byText) };
}

const NONE: RankedGroup = { ranked: [], count: 0, isAtLeast: false };

/** A name does not say whether a word that is not wanted is in the text. */
const namesTell = ({ wanted, excluded }: SearchQuery) => wanted.length > 0 && excluded.length === 0;

/** Of a word that is barely begun: names that have it, and texts where it is a whole word. */
function joined(byName: RankedGroup, byText: RankedGroup): RankedGroup {
  const ranked = namesFirst(byName, byText);
  const lists = [byName, byText].filter(({ count }) => count > 0);
  const isWhole = lists.every(({ count, isAtLeast }) => !isAtLeast && count <= KEPT);
  return {
    ranked: ranked.slice(0, KEPT),
    count: isWhole ? ranked.length : Math.max(byName.count, byText.count),
    // What is in both lists is not told apart where they are long.
    isAtLeast: !isWhole && (lists.length > 1 || lists.some(({ isAtLeast }) => isAtLeast)),
  };
}

/** What has the words in its name comes before what has them in its text. */
function namesFirst(byName: RankedGroup, byText: RankedGroup): Ranked[] {
  const known = new Set(byName.ranked.map(({ itemId }) => itemId));
  return [...byName.ranked, ...byText.ranked.filter(({ itemId }) => !known.has(itemId))];
}

function rankIn(lookup: Omit<Lookup, 'home'>): RankedTable {
  // Only sources and their notes are in the private file; people and articles never are.
  const homes = lookup.kind.startsWith('source') ? HOMES : (['main'] as const);
  const found = homes.map((home) => findMatches({ ...lookup, home }));
  const rows = found.flatMap((one) => one.rows);
  rows.sort((a, b) => bucket(a.score) - bucket(b.score) || (a.itemId < b.itemId ? 1 : -1));
  return {
    ranked: rows.slice(0, KEPT).map(({ home, itemId }) => ({ home, itemId })),
    count: found.reduce((sum, { count }) => sum + count, 0),
    isAtLeast: found.some(({ isAtLeast }) => isAtLeast),
    isRanked: found.every(({ isRanked }) => isRanked),
  };
}

/** Scores that differ less than this are equal: the newer one comes first. */
const bucket = (score: number) => Math.round(score * 20);
