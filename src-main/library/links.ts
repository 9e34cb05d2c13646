import type { Database } from 'better-sqlite3';
import { type Place, PlaceSchema } from '../../src-shared/model/quotation';
import type { Medium } from '../../src-shared/model/source';
import { isCurrent } from './current';
import { readJson } from './json';
import type { SourceVersion } from './sources';
import { prepare } from './sqlite';
import { HOMES, type Home, insertRow, newId, type Write } from './write';

/** What a quotation is linked to now. */
export interface StoredLink {
  quotationId: string;
  passageId: string;
  home: Home;
  sourceId: string;
  sourceVersionId: string;
  sourceTitle: string;
  medium: Medium;
  /** The source's language as a BCP 47 tag. */
  language: string | null;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  place: Place;
}

/** A passage to link to; `place` is where it stands in the words of its source. */
export interface NewPassage {
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  place: Place;
}

type LinkRow = Omit<StoredLink, 'home' | 'place'> & { place: string };

/** The links of an article that hold now, by quotation; of these quotations alone where ids are given. */
export function readLinks(
  db: Database,
  articleId: string,
  quotationIds?: readonly string[],
): Map<string, StoredLink> {
  const only = quotationIds ? 'AND link.quotation_id IN (SELECT value FROM json_each(?))' : '';
  const ids = quotationIds ? [JSON.stringify(quotationIds)] : [];
  const links = HOMES.flatMap((home) =>
    prepare<LinkRow>(
      db,
      `SELECT link.quotation_id AS quotationId, passage.id AS passageId,
         source.id AS sourceId, version.id AS sourceVersionId, source.title AS sourceTitle,
         source.medium, source.language, passage.start, passage."end", passage.exact, passage.prefix,
         passage.suffix, passage.place
       FROM ${home}.link
       JOIN ${home}.passage ON passage.id = link.passage_id
       JOIN ${home}.source_version AS version ON version.id = passage.source_version_id
       JOIN ${home}.source ON source.id = version.source_id
       WHERE link.article_id = ? ${only} AND ${isCurrent('link', 'link', HOMES)}`,
    )
      .all(articleId, ...ids)
      .map((row) => ({ ...row, home, place: readJson(PlaceSchema, row.place) })),
  );
  return new Map(links.map((link) => [link.quotationId, link]));
}

/**
 * Links a quotation to a passage, or takes its link back (null). The rows go to the file where the
 * source lives; a link that is taken back leaves its row where the link was.
 */
export function addLink(
  write: Write,
  articleId: string,
  quotationId: string,
  target: { version: SourceVersion; passage: NewPassage } | null,
): void {
  const home = target?.version.home ?? homeOfCurrent(write.db, articleId, quotationId);
  if (home === null) return;
  const row = { id: newId(), article_id: articleId, quotation_id: quotationId };
  const passageId = target ? keepPassage(write, target.version, target.passage) : null;
  const supersedes = newestLink(write.db, home, articleId, quotationId)?.id ?? null;
  insertRow(write, 'link', { ...row, passage_id: passageId, supersedes }, home);
}

/** Live quotations that are linked to any version of a source, in the articles that are not in the bin. */
export function listQuotedStretches(
  db: Database,
  source: { id: string; home: Home },
): {
  quotationId: string;
  articleId: string;
  articleHeadline: string;
  sourceVersionId: string;
  start: number;
  end: number;
}[] {
  const { home } = source;
  return prepare<ReturnType<typeof listQuotedStretches>[number]>(
    db,
    `SELECT quotation.id AS quotationId, article.id AS articleId,
       article.headline AS articleHeadline, version.id AS sourceVersionId,
       passage.start, passage."end"
     FROM ${home}.source_version AS version
     JOIN ${home}.passage ON passage.source_version_id = version.id
     JOIN ${home}.link ON link.passage_id = passage.id
     JOIN main.quotation ON quotation.id = link.quotation_id AND quotation.article_id = link.article_id
       AND quotation.deleted_at IS NULL AND quotation.dismissed = 0
     JOIN main.article ON article.id = quotation.article_id AND article.deleted_at IS NULL
     WHERE version.source_id = ? AND ${isCurrent('link', 'link', HOMES)}
     ORDER BY passage.start, passage."end"`,
  ).all(source.id);
}

/** The passage of exactly this stretch, made where it is not there yet. */
function keepPassage(write: Write, version: SourceVersion, passage: NewPassage): string {
  const found = prepare(
    write.db,
    `SELECT id FROM ${version.home}.passage
     WHERE source_version_id = ? AND start = ? AND "end" = ? ORDER BY clock LIMIT 1`,
  )
    .pluck()
    .get(version.id, passage.start, passage.end) as string | undefined;
  if (found !== undefined) return found;
  const id = newId();
  const { place, ...selector } = passage;
  const row = { id, source_version_id: version.id, ...selector, place: JSON.stringify(place) };
  insertRow(write, 'passage', row, version.home);
  return id;
}

/** Where the newest link of a quotation is, or null where it has none or it was taken back. */
function homeOfCurrent(db: Database, articleId: string, quotationId: string): Home | null {
  let newest: { home: Home; clock: string; passage_id: string | null } | null = null;
  for (const home of HOMES) {
    const link = newestLink(db, home, articleId, quotationId);
    if (link && (newest === null || link.clock > newest.clock)) newest = { home, ...link };
  }
  return newest?.passage_id ? newest.home : null;
}

function newestLink(db: Database, home: Home, articleId: string, quotationId: string) {
  return prepare<{ id: string; clock: string; passage_id: string | null }>(
    db,
    `SELECT id, clock, passage_id FROM ${home}.link 
     WHERE article_id = ? AND quotation_id = ? ORDER BY clock DESC LIMIT 1`,
  ).get(articleId, quotationId);
}
