import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import type { ArticleStatus } from '../../src-shared/model/article';
import type { Verdict } from '../../src-shared/model/verdict';
import type { SourceUseKind } from '../../src-shared/model/version';
import { isCurrent } from './current';
import { readJson } from './json';
import { isSuperseded, joinUsed, SOURCE_USES, verdictOf } from './links';
import { prepare } from './sqlite';
import { HOMES, type Home } from './write';

/** A quotation that a source touches, as it was judged last; or a claim, of which only its words are known here. */
export interface TouchedQuotation {
  kind: SourceUseKind;
  articleId: string;
  headline: string;
  articleStatus: ArticleStatus;
  quotationId: string;
  ordinal: number;
  text: string;
  verdict: Verdict | null;
  /** False of every claim: what was signed for it is not known here. */
  isSettled: boolean;
  sourceId: string;
  sourceTitle: string;
  versionId: string;
  isSuperseded: boolean;
  isCarried: boolean;
}

interface TouchedRow extends Omit<TouchedQuotation, 'isSettled' | 'isSuperseded' | 'isCarried'> {
  isSettled: number;
  isSuperseded: number;
  isCarried: number;
}

/** Live quotations and claims that are linked to any version of a source, by article and in the order of its text. */
export function listTouched(db: Database, source: { id: string; home: Home }): TouchedQuotation[] {
  return SOURCE_USES.flatMap((kind) => touched(db, source.home, kind, 'source.id = ?', source.id));
}

/**
 * Live quotations of the whole library that stayed with a version which was corrected since, and are
 * open; and claims that did, also those that somebody signed since.
 */
export function listCorrected(db: Database): TouchedQuotation[] {
  return HOMES.flatMap((home) => [
    ...touched(db, home, 'quotation', `${isSuperseded(home)} AND used.settled = 0`),
    ...touched(db, home, 'claim', isSuperseded(home)),
  ]);
}

function touched(
  db: Database,
  home: Home,
  kind: SourceUseKind,
  condition: string,
  ...parameters: string[]
): TouchedQuotation[] {
  return prepare<TouchedRow>(
    db,
    `SELECT '${kind}' AS kind, article.id AS articleId, article.headline,
       article.status AS articleStatus, used.id AS quotationId, used.ordinal, used.text,
       ${verdictOf(kind)} AS verdict, ${kind === 'quotation' ? 'used.settled' : '0'} AS isSettled,
       source.id AS sourceId, source.title AS sourceTitle, version.id AS versionId,
       ${isSuperseded(home)} AS isSuperseded,
       link.carried_from IS NOT NULL AS isCarried
     FROM ${home}.source
     JOIN ${home}.source_version AS version ON version.source_id = source.id
     JOIN ${home}.passage ON passage.source_version_id = version.id
     JOIN ${home}.link ON link.passage_id = passage.id
     ${joinUsed(kind)}
     WHERE ${condition} AND ${isCurrent('link', 'link', HOMES)}
     ORDER BY article.clock DESC, used.ordinal`,
  )
    .all(...parameters)
    .map((row) => ({
      ...row,
      isSettled: row.isSettled === 1,
      isSuperseded: row.isSuperseded === 1,
      isCarried: row.isCarried === 1,
    }));
}

/** A quotation that is linked to nothing. */
export interface UnlinkedQuotation
  extends Pick<
    TouchedQuotation,
    | 'articleId'
    | 'headline'
    | 'articleStatus'
    | 'quotationId'
    | 'ordinal'
    | 'text'
    | 'verdict'
    | 'isSettled'
  > {
  parts: string[];
}

const PartsSchema = v.array(v.object({ text: v.string() }));

/** Live quotations that are linked to nothing, of the articles changed last, at most `limit`. */
export function listUnlinked(db: Database, limit: number): UnlinkedQuotation[] {
  return prepare<
    Omit<UnlinkedQuotation, 'isSettled' | 'parts'> & { isSettled: number; parts: string }
  >(
    db,
    `SELECT article.id AS articleId, article.headline, article.status AS articleStatus,
       quotation.id AS quotationId, quotation.ordinal, quotation.text, quotation.verdict,
       quotation.settled AS isSettled, quotation.parts
     FROM quotation JOIN article ON article.id = quotation.article_id AND article.deleted_at IS NULL
     WHERE quotation.deleted_at IS NULL AND quotation.dismissed = 0 AND quotation.verdict = 'unlinked'
     ORDER BY article.clock DESC, quotation.ordinal LIMIT ?`,
  )
    .all(limit)
    .map(({ parts, isSettled, ...row }) => ({
      ...row,
      isSettled: isSettled === 1,
      parts: readJson(PartsSchema, parts).map(({ text }) => text),
    }));
}
