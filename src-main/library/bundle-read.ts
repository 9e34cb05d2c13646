import type { Database } from 'better-sqlite3';
import { BUNDLE_TABLES, UNSIGNED } from './bundle-tables';
import { prepare } from './sqlite';
import type { Value } from './write';

/** Rows by table, each table in the order of the logical clock. */
export type BundleRows = Record<string, Record<string, Value>[]>;

/** The sources that an article's quotations and claims are, or were, linked to, and in which file each lies. */
export function sourcesLinkedFrom(
  db: Database,
  articleId: string,
): { sourceId: string; quotationId: string; isPrivate: boolean }[] {
  return (['main', 'private'] as const).flatMap((home) =>
    prepare<{ sourceId: string; quotationId: string; isPrivate: number }>(
      db,
      `SELECT version.source_id AS sourceId, link.quotation_id AS quotationId,
         ${home === 'private' ? 1 : 0} AS isPrivate
       FROM ${home}.link JOIN ${home}.passage ON passage.id = link.passage_id
       JOIN ${home}.source_version AS version ON version.id = passage.source_version_id
       WHERE link.article_id = ?
       UNION SELECT coalesce(source_id, ''), quotation_id, ${home === 'private' ? 1 : 0}
       FROM ${home}.read_back WHERE article_id = ? AND ('${home}' = 'private' OR source_id IS NOT NULL)`,
    )
      .all(articleId, articleId)
      .map((row) => ({ ...row, isPrivate: row.isPrivate === 1 })),
  );
}

/** The addresses of all sources of the library that may not be named (`disclosed`, src-main/export/plan.ts). */
export function hiddenAddresses(db: Database): string[] {
  return (['main', 'private'] as const).flatMap((home) =>
    prepare<string>(
      db,
      `SELECT url FROM ${home}.source WHERE url IS NOT NULL
        AND (disclosure <> 'public' OR terms IN ('background', 'off-the-record'))`,
    )
      .pluck()
      .all(),
  );
}

/**
 * The rows of an article for a bundle, from the shared file alone: what hangs on a source of the
 * private file is not in it.
 *
 * @param sourceIds the sources that may be told
 * @param hiddenIds quotations and claims that are, or were, linked to any other source
 */
export function readBundleRows(
  db: Database,
  articleId: string,
  sourceIds: readonly string[],
  hiddenIds: ReadonlySet<string>,
  withRevisions: boolean,
): BundleRows {
  const inSources = `(SELECT value FROM json_each(@sources))`;
  const notHidden = (column: string) => `${column} NOT IN (SELECT value FROM json_each(@hidden))`;
  const mine = 'article_id = @article';
  const versions = `(SELECT id FROM main.source_version WHERE source_id IN ${inSources})`;
  const links = `${mine} AND ${notHidden('quotation_id')}`;
  const speakers = `${mine} AND ${notHidden('quotation_id')}`;
  const conditions: Record<string, string> = {
    // The newsroom's own style; `byline_style` names no row where it is one that comes with Stet.
    house_style: `deleted_at IS NULL
      AND id = (SELECT byline_style FROM main.article WHERE id = @article)`,
    article: 'id = @article',
    working_copy: mine,
    revision: withRevisions ? mine : '0',
    person: `id IN (SELECT coalesce(stands_as, id) FROM main.person WHERE id IN
      (SELECT person_id FROM main.credit WHERE ${mine} AND deleted_at IS NULL
       UNION SELECT person_id FROM main.speaker_assignment WHERE ${speakers}))`,
    credit: `${mine} AND deleted_at IS NULL`,
    source: `id IN ${inSources}`,
    source_text: `sha256 IN (SELECT text_sha256 FROM main.source_version WHERE source_id IN ${inSources})`,
    original: `sha256 IN (SELECT original_sha256 FROM main.source_version WHERE source_id IN ${inSources})`,
    source_version: `source_id IN ${inSources}`,
    exclusion: `source_id IN ${inSources}`,
    agreement: `source_id IN ${inSources} AND deleted_at IS NULL`,
    source_note: `source_id IN ${inSources} AND deleted_at IS NULL`,
    collection: 'id IN (SELECT value FROM json_each(@collections))',
    collection_source: `source_id IN ${inSources} AND deleted_at IS NULL
      AND collection_id IN (SELECT value FROM json_each(@collections))`,
    quotation: mine,
    claim: mine,
    passage: `source_version_id IN ${versions} AND id IN (SELECT passage_id FROM main.link WHERE ${links})`,
    link: links,
    speaker_assignment: speakers,
    quotation_check: `${mine} AND ${notHidden('quotation_id')}`,
    claim_check: `${mine} AND ${notHidden('claim_id')}`,
    claim_dismissal: mine,
    read_back: `${mine} AND ${notHidden('quotation_id')}`,
    comment_thread: mine,
    article_correction: mine,
    comment: `thread_id IN (SELECT id FROM main.comment_thread WHERE ${mine})`,
  };
  const given = {
    article: articleId,
    sources: JSON.stringify(sourceIds),
    hidden: JSON.stringify([...hiddenIds]),
    collections: JSON.stringify(tellableCollections(db, sourceIds)),
  };
  const rows: BundleRows = {};
  for (const { name, columns } of BUNDLE_TABLES) {
    if (name === 'editor') continue;
    const signed = UNSIGNED.has(name) ? [] : ['editor_id', 'written_at'];
    const order = UNSIGNED.has(name) ? 'sha256' : 'clock';
    rows[name] = prepare<Record<string, Value>>(
      db,
      `SELECT ${[...columns, ...signed].map((column) => `"${column}"`)} FROM main.${name}
       WHERE ${conditions[name]} ORDER BY ${order}`,
    ).all(given);
  }
  rows.collection = parentsFirst(rows.collection ?? []);
  for (const name of ['credit', 'speaker_assignment']) {
    for (const row of rows[name] ?? []) row.person_id = standing(db, row.person_id ?? null);
  }
  const editors = new Set(Object.values(rows).flatMap((all) => all.map((row) => row.editor_id)));
  rows.editor = prepare<Record<string, Value>>(
    db,
    'SELECT id, name FROM main.editor WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
  ).all(JSON.stringify([...editors].filter((id) => id !== undefined)));
  return rows;
}

/**
 * The collections that these sources are in, and those above, without any that has a source that may not
 * be named: what it is called may tell of that.
 */
function tellableCollections(db: Database, sourceIds: readonly string[]): string[] {
  const members = (['main', 'private'] as const).flatMap((home) =>
    prepare<{ collectionId: string; isHidden: number }>(
      db,
      `SELECT member.collection_id AS collectionId,
         source.disclosure <> 'public' OR source.terms IN ('background', 'off-the-record') AS isHidden
       FROM ${home}.collection_source AS member JOIN ${home}.source ON source.id = member.source_id
       WHERE member.deleted_at IS NULL`,
    ).all(),
  );
  const hidden = new Set(members.flatMap((one) => (one.isHidden ? [one.collectionId] : [])));
  return prepare<string>(
    db,
    `WITH RECURSIVE above (id) AS (
       SELECT collection_id FROM main.collection_source
       WHERE deleted_at IS NULL AND source_id IN (SELECT value FROM json_each(?))
       UNION SELECT collection.parent_id FROM above
       JOIN main.collection ON collection.id = above.id WHERE collection.parent_id IS NOT NULL)
     SELECT collection.id FROM above JOIN main.collection ON collection.id = above.id
     WHERE collection.deleted_at IS NULL`,
  )
    .pluck()
    .all(JSON.stringify(sourceIds))
    .filter((id) => !hidden.has(id));
}

/** Rows in an order in which they can be added; a parent that is none of them is none. */
function parentsFirst(collections: Record<string, Value>[]): Record<string, Value>[] {
  const byId = new Map(collections.map((row) => [row.id, row]));
  const ordered = new Set<Record<string, Value>>();
  const add = (row: Record<string, Value>): void => {
    const parent = byId.get(row.parent_id ?? null);
    if (!parent) row.parent_id = null;
    else if (!ordered.has(parent)) add(parent);
    ordered.add(row);
  };
  for (const row of collections) add(row);
  return [...ordered];
}

function standing(db: Database, personId: Value): Value {
  if (personId === null) return null;
  return prepare(db, 'SELECT coalesce(stands_as, id) FROM main.person WHERE id = ?')
    .pluck()
    .get(personId) as Value;
}
