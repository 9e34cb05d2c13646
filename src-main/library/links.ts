import type { Database } from 'better-sqlite3';
import { type Place, PlaceSchema } from '../../src-shared/model/quotation';
import type { Medium, QuotedStretch } from '../../src-shared/model/source';
import { type SourceUseKind, SourceUseKindSchema } from '../../src-shared/model/version';
import { isCurrent, isCurrentVersion, isOfRecord } from './current';
import { readJson } from './json';
import type { SourceVersion } from './sources';
import { prepare } from './sqlite';
import { HOMES, type Home, insertRow, newId, type Write } from './write';

export const SOURCE_USES: readonly SourceUseKind[] = SourceUseKindSchema.options;

/** SQL: what a `link` is of (`used`), live, in an `article` that is not in the bin. */
export function joinUsed(kind: SourceUseKind): string {
  return `JOIN main.${kind} AS used ON used.id = link.quotation_id AND used.article_id = link.article_id
      AND used.deleted_at IS NULL${kind === 'quotation' ? ' AND used.dismissed = 0' : ''}
    JOIN main.article ON article.id = used.article_id AND article.deleted_at IS NULL`;
}

/** SQL: the verdict on `used`; a claim has none. */
export function verdictOf(kind: SourceUseKind): string {
  return kind === 'quotation' ? 'used.verdict' : 'NULL';
}

/** What a quotation is linked to now. */
export interface StoredLink {
  id: string;
  quotationId: string;
  passageId: string;
  /** The link that this one carries over from another version; null where an editor made it. */
  carriedFrom: string | null;
  /** True where another version took the place of the one that it is made to. */
  isSuperseded: boolean;
  home: Home;
  sourceId: string;
  sourceVersionId: string;
  sourceTitle: string;
  medium: Medium;
  /** The language of the source, or of its translation, as a BCP 47 tag. */
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

type LinkRow = Omit<StoredLink, 'home' | 'place' | 'isSuperseded'> & {
  place: string;
  isSuperseded: number;
};

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
      `SELECT link.id, link.quotation_id AS quotationId, passage.id AS passageId,
         link.carried_from AS carriedFrom, ${isSuperseded(home)} AS isSuperseded,
         source.id AS sourceId, version.id AS sourceVersionId, source.title AS sourceTitle,
         source.medium, coalesce(version.language, source.language) AS language, passage.start, passage."end", passage.exact, passage.prefix,
         passage.suffix, passage.place
       FROM ${home}.link
       JOIN ${home}.passage ON passage.id = link.passage_id
       JOIN ${home}.source_version AS version ON version.id = passage.source_version_id
       JOIN ${home}.source ON source.id = version.source_id
       WHERE link.article_id = ? ${only} AND ${isCurrent('link', 'link', HOMES)}`,
    )
      .all(articleId, ...ids)
      .map((row) => ({
        ...row,
        home,
        isSuperseded: row.isSuperseded === 1,
        place: readJson(PlaceSchema, row.place),
      })),
  );
  return new Map(links.map((link) => [link.quotationId, link]));
}

/** The newest link of a quotation or claim of any article, of this one first; null where it has none. */
export function findLinkOf(db: Database, id: string, articleId: string): StoredLink | null {
  const own = readLinks(db, articleId, [id]).get(id);
  if (own) return own;
  const articleIds = HOMES.flatMap((home) =>
    prepare<string>(db, `SELECT DISTINCT article_id FROM ${home}.link WHERE quotation_id = ?`)
      .pluck()
      .all(id),
  );
  for (const other of articleIds) {
    const link = readLinks(db, other, [id]).get(id);
    if (link) return link;
  }
  return null;
}

/**
 * Links a quotation to a passage, or takes its link back (null). The rows go to the file where the
 * source lives; a link that is taken back leaves its row where the link was.
 * `carriedFrom` names the link that this one carries over from another version.
 */
export function addLink(
  write: Write,
  articleId: string,
  quotationId: string,
  target: { version: Pick<SourceVersion, 'id' | 'home'>; passage: NewPassage } | null,
  carriedFrom: string | null = null,
): void {
  const home = target?.version.home ?? homeOfCurrent(write.db, articleId, quotationId);
  if (home === null) return;
  const row = { id: newId(), article_id: articleId, quotation_id: quotationId };
  const passageId = target ? keepPassage(write, target.version, target.passage) : null;
  const supersedes = newestLink(write.db, home, articleId, quotationId)?.id ?? null;
  insertRow(
    write,
    'link',
    { ...row, passage_id: passageId, supersedes, carried_from: carriedFrom },
    home,
  );
}

/** Live quotations and claims that are linked to any version of a source, in the articles that are not in the bin. */
export function listQuotedStretches(
  db: Database,
  source: { id: string; home: Home },
): (QuotedStretch & { sourceVersionId: string })[] {
  const { home } = source;
  return SOURCE_USES.flatMap((kind) =>
    prepare<ReturnType<typeof listQuotedStretches>[number]>(
      db,
      `SELECT '${kind}' AS kind, used.id AS quotationId, article.id AS articleId,
         article.headline AS articleHeadline, used.text, ${verdictOf(kind)} AS verdict,
         version.id AS sourceVersionId, passage.start, passage."end"
       FROM ${home}.source_version AS version
       JOIN ${home}.passage ON passage.source_version_id = version.id
       JOIN ${home}.link ON link.passage_id = passage.id
       ${joinUsed(kind)}
       WHERE version.source_id = ? AND ${isCurrent('link', 'link', HOMES)}`,
    ).all(source.id),
  ).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A link that holds now, of any quotation: also of one that left its text and may come back. */
export interface LinkOfSource {
  id: string;
  articleId: string;
  quotationId: string;
  carriedFrom: string | null;
  versionId: string;
  start: number;
  end: number;
}

/** Every link that holds now to any version of a source, by article and in the order of the source. */
export function listLinksOfSource(
  db: Database,
  source: { id: string; home: Home },
): LinkOfSource[] {
  const { home } = source;
  return prepare<LinkOfSource>(
    db,
    `SELECT link.id, link.article_id AS articleId, link.quotation_id AS quotationId,
       link.carried_from AS carriedFrom, version.id AS versionId, passage.start, passage."end"
     FROM ${home}.source_version AS version
     JOIN ${home}.passage ON passage.source_version_id = version.id
     JOIN ${home}.link ON link.passage_id = passage.id
     WHERE version.source_id = ? AND ${isCurrent('link', 'link', HOMES)}
     ORDER BY link.article_id, passage.start`,
  ).all(source.id);
}

/** The passage that a link, also one of the past, was made to; null where it is not in this file. */
export function readLinkedPassage(
  db: Database,
  home: Home,
  linkId: string,
): (NewPassage & { versionId: string; carriedFrom: string | null }) | null {
  const row = prepare<
    Omit<NewPassage, 'place'> & { versionId: string; carriedFrom: string | null; place: string }
  >(
    db,
    `SELECT passage.source_version_id AS versionId, passage.start, passage."end", passage.exact,
       passage.prefix, passage.suffix, passage.place, link.carried_from AS carriedFrom
     FROM ${home}.link JOIN ${home}.passage ON passage.id = link.passage_id WHERE link.id = ?`,
  ).get(linkId);
  return row ? { ...row, place: readJson(PlaceSchema, row.place) } : null;
}

/** SQL: the version of this row is no longer what its source says. */
export function isSuperseded(home: Home): string {
  return `(version.withdrawn_at IS NOT NULL
    OR (${isOfRecord('version')} AND NOT ${isCurrentVersion(home)}))`;
}

/** The passage of exactly this stretch, made where it is not there yet. */
function keepPassage(
  write: Write,
  version: Pick<SourceVersion, 'id' | 'home'>,
  passage: NewPassage,
): string {
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
