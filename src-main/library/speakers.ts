import type { Database } from 'better-sqlite3';
import { isCurrent } from './current';
import { standingFor } from './people';
import { prepare } from './sqlite';
import { insertRow, newId, type Write } from './write';

export interface Speaker {
  personId: string;
  name: string;
}

/** The speakers of an article's quotations that hold now, by quotation. */
export function readSpeakers(
  db: Database,
  articleId: string,
  quotationIds?: readonly string[],
): Map<string, Speaker> {
  const only = quotationIds ? 'AND speaker.quotation_id IN (SELECT value FROM json_each(?))' : '';
  const ids = quotationIds ? [JSON.stringify(quotationIds)] : [];
  const rows = prepare<Speaker & { quotationId: string }>(
    db,
    `SELECT speaker.quotation_id AS quotationId, person.id AS personId, person.name
     FROM speaker_assignment AS speaker ${standingFor('speaker')}
     WHERE speaker.article_id = ? ${only} AND ${isCurrent('speaker_assignment', 'speaker')}`,
  ).all(articleId, ...ids);
  return new Map(rows.map(({ quotationId, ...speaker }) => [quotationId, speaker]));
}

/** Names a quotation's speaker, or nobody (null). */
export function addSpeaker(
  write: Write,
  articleId: string,
  quotationId: string,
  personId: string | null,
): void {
  const supersedes = prepare(
    write.db,
    `SELECT id FROM speaker_assignment WHERE article_id = ? AND quotation_id = ?
     ORDER BY clock DESC LIMIT 1`,
  )
    .pluck()
    .get(articleId, quotationId) as string | undefined;
  insertRow(write, 'speaker_assignment', {
    id: newId(),
    article_id: articleId,
    quotation_id: quotationId,
    person_id: personId,
    supersedes: supersedes ?? null,
  });
}
