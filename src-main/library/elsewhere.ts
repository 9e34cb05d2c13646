import type { Database } from 'better-sqlite3';
import type { Verdict } from '../../src-shared/model/verdict';
import { isCurrent } from './current';
import type { StoredLink } from './links';
import { standingFor } from './people';
import { prepare } from './sqlite';
import { HOMES } from './write';

/** A live quotation of an article that is not in the bin. */
export interface ElsewhereRow {
  articleId: string;
  headline: string;
  quotationId: string;
  text: string;
  verdict: Verdict;
  settled: number;
  /** JSON, as the article itself says who speaks. */
  attribution: string | null;
  /** Whom an editor named. */
  personName: string | null;
}

const COLUMNS = `article.id AS articleId, article.headline, quotation.id AS quotationId, quotation.text,
  quotation.verdict, quotation.settled, quotation.attribution,
  (SELECT person.name FROM main.speaker_assignment AS speaker
   ${standingFor('speaker')}
   WHERE speaker.article_id = quotation.article_id AND speaker.quotation_id = quotation.id
     AND ${isCurrent('speaker_assignment', 'speaker')}) AS personName`;

const LIVE = `JOIN main.article ON article.id = quotation.article_id AND article.deleted_at IS NULL`;

/** Quotations of other articles that are linked to a passage that shares words with this one. */
export function listOverlapping(
  db: Database,
  articleId: string,
  { home, sourceVersionId, start, end }: StoredLink,
): ElsewhereRow[] {
  return prepare<ElsewhereRow>(
    db,
    `SELECT ${COLUMNS} FROM ${home}.passage
     JOIN ${home}.link ON link.passage_id = passage.id
     JOIN main.quotation ON quotation.id = link.quotation_id AND quotation.article_id = link.article_id
       AND quotation.deleted_at IS NULL AND quotation.dismissed = 0
     ${LIVE}
     WHERE passage.source_version_id = ? AND passage.start < ? AND passage."end" > ?
       AND link.article_id <> ? AND ${isCurrent('link', 'link', HOMES)}
     ORDER BY article.clock DESC, quotation.ordinal`,
  ).all(sourceVersionId, end, start, articleId);
}

/** Quotations of other articles that are about so long: those that may have the same words. */
export function listOfLength(
  db: Database,
  articleId: string,
  length: number,
  margin: number,
): ElsewhereRow[] {
  return prepare<ElsewhereRow>(
    db,
    `SELECT ${COLUMNS} FROM main.quotation ${LIVE}
     WHERE quotation.deleted_at IS NULL AND quotation.dismissed = 0 AND quotation.article_id <> ?
       AND length(quotation.text) BETWEEN ? AND ?
     ORDER BY article.clock DESC, quotation.ordinal`,
  ).all(articleId, length - margin, length + margin);
}
