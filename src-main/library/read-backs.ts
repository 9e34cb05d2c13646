import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import type { NewReadBack, ReadBack } from '../../src-shared/model/read-back';
import { prepare } from './sqlite';
import { HOMES, type Home, insertRow, newId, type Write } from './write';

/** An entry with the hash of the words that were read back. */
export interface StoredReadBack extends Omit<ReadBack, 'isOfTheseWords'> {
  quotationSha256: string;
}

/** Where an entry belongs: in the file of the source that its quotation is linked to. */
export interface ReadBackPlace {
  sourceId: string | null;
  home: Home;
}

/** The entries of an article that were not taken back, in the order of the clock. */
export function listReadBacks(db: Database, articleId: string): StoredReadBack[] {
  const taken = HOMES.map(
    (home) => `NOT EXISTS (SELECT 1 FROM ${home}.read_back AS taken
      WHERE taken.supersedes = entry.id AND taken.state = 'withdrawn')`,
  ).join(' AND ');
  return HOMES.flatMap((home) =>
    prepare<StoredReadBack & { clock: string }>(
      db,
      `SELECT entry.id, entry.quotation_id AS quotationId, entry.state, entry.on_day AS "on",
         entry.by_whom AS "by", entry.note, entry.editor_name AS editorName,
         entry.written_at AS at, entry.quotation_sha256 AS quotationSha256, entry.clock
       FROM ${home}.read_back AS entry
       WHERE entry.article_id = ? AND entry.state <> 'withdrawn' AND ${taken}`,
    ).all(articleId),
  )
    .sort((a, b) => (a.clock < b.clock ? -1 : 1))
    .map(({ clock: _, ...entry }) => entry);
}

/** Writes an entry down; answers its id. */
export function addReadBack(
  write: Write,
  about: { articleId: string; quotationId: string; quotationSha256: string; editorName: string },
  readBack: NewReadBack,
  { sourceId, home }: ReadBackPlace,
): string {
  const id = newId();
  const row = {
    id,
    article_id: about.articleId,
    quotation_id: about.quotationId,
    source_id: sourceId,
    state: readBack.state,
    on_day: readBack.on,
    by_whom: readBack.by,
    note: readBack.note,
    editor_name: about.editorName,
    quotation_sha256: about.quotationSha256,
    supersedes: null,
  };
  insertRow(write, 'read_back', row, home);
  return id;
}

/** Takes an entry back with an entry of its own, which has none of its words; throws `not-found`. */
export function takeReadBackBack(write: Write, articleId: string, id: string): void {
  for (const home of HOMES) {
    const entry = prepare<{ quotation_id: string; source_id: string | null }>(
      write.db,
      `SELECT quotation_id, source_id FROM ${home}.read_back WHERE article_id = ? AND id = ?`,
    ).get(articleId, id);
    if (!entry) continue;
    const nothing = { on_day: '', by_whom: '', note: '', editor_name: '', quotation_sha256: '' };
    const row = { id: newId(), article_id: articleId, ...entry, ...nothing };
    insertRow(write, 'read_back', { ...row, state: 'withdrawn', supersedes: id }, home);
    return;
  }
  throw new StetError('not-found', { readBackId: id });
}

/**
 * A quotation is linked to a source of the private file: its read-backs go there, and with the source
 * from then on. True where any went; the words stay in the log of the file that they left until the
 * next checkpoint.
 */
export function hideReadBacks(
  write: Write,
  articleId: string,
  quotationId: string,
  sourceId: string,
): boolean {
  const { db } = write;
  const rows = prepare<Record<string, string | null>>(
    db,
    'SELECT * FROM main.read_back WHERE article_id = ? AND quotation_id = ? ORDER BY clock',
  ).all(articleId, quotationId);
  for (const row of rows) {
    // What was signed stays as it was signed: it is the same row in another file.
    const moved = { ...row, source_id: sourceId };
    const columns = Object.keys(moved);
    prepare(
      db,
      `INSERT OR IGNORE INTO private.read_back (${columns}) VALUES (${columns.map(() => '?')})`,
    ).run(...Object.values(moved));
    prepare(db, 'DELETE FROM main.read_back WHERE id = ?').run(row.id);
    write.changes.push({ table: 'read_back', id: row.id ?? '', home: 'private', articleId });
  }
  return rows.length > 0;
}
