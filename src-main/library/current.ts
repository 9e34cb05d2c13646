import type { Home } from './write';

/*
 * Links, speakers and checks are append-only: what holds is the newest row of a quotation by the
 * logical clock.
 */

/** SQL: no newer row of the same quotation is there. `alias` names the row in the query. */
export function isCurrent(table: string, alias: string, homes: readonly Home[] = ['main']): string {
  return homes
    .map(
      (home) => `NOT EXISTS (SELECT 1 FROM ${home}.${table} AS newer
        WHERE newer.article_id = ${alias}.article_id
          AND newer.quotation_id = ${alias}.quotation_id AND newer.clock > ${alias}.clock)`,
    )
    .join(' AND ');
}
