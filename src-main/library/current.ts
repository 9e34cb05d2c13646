import type { Home } from './write';

/*
 * Links, speakers and checks are append-only: what holds is the newest row of a quotation by the
 * logical clock. So are versions of a source: the newest that says what the source says is current.
 */

/** SQL: no newer row of the same quotation is there. `alias` names the row in the query. */
export function isCurrent(
  table: string,
  alias: string,
  homes: readonly Home[] = ['main'],
  column: 'quotation_id' | 'claim_id' = 'quotation_id',
): string {
  return homes
    .map(
      (home) => `NOT EXISTS (SELECT 1 FROM ${home}.${table} AS newer
        WHERE newer.article_id = ${alias}.article_id
          AND newer.${column} = ${alias}.${column} AND newer.clock > ${alias}.clock)`,
    )
    .join(' AND ');
}

/**
 * SQL: a version that could be the current one. A translation or an anonymised copy is beside the
 * source and never in its place (docs/decisions/0015-versions.md).
 */
export function isOfRecord(alias: string): string {
  return `${alias}.kind NOT IN ('translated', 'anonymised') AND ${alias}.withdrawn_at IS NULL`;
}

/** SQL: the current version of its source. `alias` names the version's row in the query. */
export function isCurrentVersion(home: Home, alias = 'version'): string {
  return `(${isOfRecord(alias)} AND NOT EXISTS (SELECT 1 FROM ${home}.source_version AS newer
    WHERE newer.source_id = ${alias}.source_id AND newer.number > ${alias}.number
      AND ${isOfRecord('newer')}))`;
}
