import type { Database } from 'better-sqlite3';
import type { Agreement } from '../../src-shared/model/note';
import type { Said, Written } from '../../src-shared/model/person-trace';
import { isCurrent } from './current';
import { standingFor } from './people';
import { prepare } from './sqlite';
import { HOMES, type Home } from './write';

/** The quotations of live articles whose speaker a person is, the article that was written in last first. */
export function listSaid(db: Database, personId: string): Said[] {
  return prepare<Omit<Said, 'dismissed'> & { dismissed: number }>(
    db,
    `SELECT article.id AS articleId, article.headline, quotation.id AS quotationId, quotation.text,
       quotation.verdict, quotation.dismissed
     FROM speaker_assignment AS speaker
     JOIN quotation ON quotation.id = speaker.quotation_id
       AND quotation.article_id = speaker.article_id AND quotation.deleted_at IS NULL
     JOIN article ON article.id = quotation.article_id AND article.deleted_at IS NULL
     ${standingFor('speaker')}
     WHERE person.id = ? AND ${isCurrent('speaker_assignment', 'speaker')}
     ORDER BY article.clock DESC, quotation.ordinal`,
  )
    .all(personId)
    .map((row) => ({ ...row, dismissed: row.dismissed === 1 }));
}

/** The credits of a person in live articles. */
export function listWritten(db: Database, personId: string): Written[] {
  return prepare<Written>(
    db,
    `SELECT credit.id AS creditId, article.id AS articleId, article.headline, article.status,
       credit.role
     FROM credit JOIN article ON article.id = credit.article_id AND article.deleted_at IS NULL
     ${standingFor('credit')}
     WHERE person.id = ? AND credit.deleted_at IS NULL
     ORDER BY article.clock DESC, credit.position`,
  ).all(personId);
}

export interface AgreementOfSource {
  sourceId: string;
  title: string;
  home: Home;
  agreement: Agreement;
}

/** Every agreement about a source that is not in the bin, in both files. */
export function listAllAgreements(db: Database): AgreementOfSource[] {
  return HOMES.flatMap((home) =>
    prepare<Agreement & { sourceId: string; title: string }>(
      db,
      `SELECT source.id AS sourceId, source.title, agreement.id, agreement.speaker,
         agreement.consent, agreement.terms, agreement.agreed_on AS agreedOn,
         agreement.withdrawn_on AS withdrawnOn, agreement.withdrawal_reason AS withdrawalReason
       FROM ${home}.agreement AS agreement JOIN ${home}.source AS source
         ON source.id = agreement.source_id AND source.deleted_at IS NULL
       WHERE agreement.deleted_at IS NULL ORDER BY agreement.id`,
    )
      .all()
      .map(({ sourceId, title, ...agreement }) => ({ sourceId, title, home, agreement })),
  );
}

/** The sources that a person's quotations are linked to now. */
export function listLinkedSources(
  db: Database,
  personId: string,
): { sourceId: string; title: string; isPrivate: boolean }[] {
  return HOMES.flatMap((home) =>
    prepare<{ sourceId: string; title: string }>(
      db,
      `SELECT DISTINCT source.id AS sourceId, source.title
       FROM main.speaker_assignment AS speaker
       ${standingFor('speaker')}
       JOIN main.quotation ON quotation.id = speaker.quotation_id
         AND quotation.article_id = speaker.article_id AND quotation.deleted_at IS NULL
       JOIN main.article ON article.id = quotation.article_id AND article.deleted_at IS NULL
       JOIN ${home}.link ON link.quotation_id = quotation.id AND link.article_id = quotation.article_id
       JOIN ${home}.passage ON passage.id = link.passage_id
       JOIN ${home}.source_version AS version ON version.id = passage.source_version_id
       JOIN ${home}.source ON source.id = version.source_id AND source.deleted_at IS NULL
       WHERE person.id = ? AND ${isCurrent('speaker_assignment', 'speaker')}
         AND ${isCurrent('link', 'link', HOMES)}
       ORDER BY source.title`,
    )
      .all(personId)
      .map((row) => ({ ...row, isPrivate: home === 'private' })),
  );
}

/** Whom a quotation's speaker record names, as it was written; null where it names nobody. */
export function speakerRecordOf(
  db: Database,
  articleId: string,
  quotationId: string,
): string | null {
  const named = prepare<string | null>(
    db,
    `SELECT person_id FROM speaker_assignment WHERE article_id = ? AND quotation_id = ?
     ORDER BY clock DESC LIMIT 1`,
  )
    .pluck()
    .get(articleId, quotationId);
  return named ?? null;
}

/** A credit that was not removed, with whom it names, as it was written. */
export function creditRecordOf(
  db: Database,
  creditId: string,
): { personId: string; articleId: string } | null {
  const row = prepare<{ personId: string; articleId: string }>(
    db,
    `SELECT person_id AS personId, article_id AS articleId FROM credit
     WHERE id = ? AND deleted_at IS NULL`,
  ).get(creditId);
  return row ?? null;
}
