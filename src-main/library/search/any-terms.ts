import type { Database } from 'better-sqlite3';
import { indexTokens, searchUnits } from '../../../src-shared/search/units';
import { prepare } from '../sqlite';
import { HOMES } from '../write';

/** A word that more texts have than this tells little; no more of them are read. */
const TELLING = 400;

/** Words to look for, and what finding them is worth. */
export interface WantedTerm {
  /** Written in different ways: any of them will do. */
  spellings: readonly string[];
  weight: number;
  /** True where the last word may go on. */
  isBegun: boolean;
}

/**
 * The sources that have most of some terms, by what those are worth, best first; those that are in the
 * bin may be among them. A term that many sources have counts for little.
 */
export function findSourcesWithAny(
  db: Database,
  terms: readonly WantedTerm[],
  limit: number,
): { sourceId: string; worth: number }[] {
  const worth = new Map<string, number>();
  for (const home of HOMES) {
    const found = prepare<string>(
      db,
      `SELECT document.item_id FROM ${home}.search_source AS found
       JOIN ${home}.search_document AS document ON document.number = found.rowid
       WHERE search_source MATCH ? AND document.kind = 'source' ORDER BY found.rowid DESC LIMIT ?`,
    ).pluck();
    for (const term of terms) {
      const expression = expressionOf(term);
      if (expression === null) continue;
      const ids = found.all(expression, TELLING);
      const each = term.weight / Math.log2(2 + ids.length);
      for (const id of ids) worth.set(id, (worth.get(id) ?? 0) + each);
    }
  }
  return [...worth]
    .map(([sourceId, sum]) => ({ sourceId, worth: sum }))
    .sort((a, b) => b.worth - a.worth || (a.sourceId < b.sourceId ? 1 : -1))
    .slice(0, limit);
}

function expressionOf({ spellings, isBegun }: WantedTerm): string | null {
  const phrases = spellings.flatMap((spelling) => {
    const { tokens, prefix } = indexTokens(searchUnits(spelling));
    if (tokens.length === 0) return [];
    const phrase = `"${tokens.join(' ').replaceAll('"', '""')}"`;
    return [prefix || isBegun ? `${phrase} *` : phrase];
  });
  return phrases.length > 0 ? `text : (${phrases.join(' OR ')})` : null;
}
