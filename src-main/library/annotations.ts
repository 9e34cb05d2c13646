import type { Database } from 'better-sqlite3';
import { StetError } from '../../src-shared/errors';
import type { PassageSelector } from '../../src-shared/quotation/passage';
import { prepare } from './sqlite';
import { HOMES, type Home, insertRow, newId, timeOf, updateRow, type Write } from './write';

/*
 * What notes and exclusions have in common: each is about a source, or about a stretch of one of its
 * versions, and lives in the file of the source.
 */

export interface AnnotationStretch extends PassageSelector {
  sourceVersionId: string;
}

export interface StoredAnnotation {
  id: string;
  home: Home;
  sourceId: string;
  stretch: AnnotationStretch | null;
  /** The note's words, or the reason of an exclusion. */
  words: string;
  /** Who wrote it last. */
  editorName: string;
  createdAt: string;
  isDeleted: boolean;
}

/** Both tables, with the column that has the words. */
const COLUMNS = { source_note: 'text', exclusion: 'reason' } as const;
export type AnnotationTable = keyof typeof COLUMNS;

interface Row {
  id: string;
  source_id: string;
  source_version_id: string | null;
  start: number | null;
  end: number | null;
  exact: string | null;
  prefix: string | null;
  suffix: string | null;
  words: string;
  editor_name: string | null;
  created_at: string;
  deleted_at: string | null;
}

/** Those of a source that were not removed, the oldest first. */
export function listAnnotations(
  db: Database,
  table: AnnotationTable,
  source: { id: string; home: Home },
): StoredAnnotation[] {
  return prepare<Row>(
    db,
    `${select(table, source.home)} WHERE note.source_id = ? AND note.deleted_at IS NULL ORDER BY note.id`,
  )
    .all(source.id)
    .map((row) => fromRow(row, source.home));
}

/** One of them, also a removed one; throws `not-found`. */
export function readAnnotation(db: Database, table: AnnotationTable, id: string): StoredAnnotation {
  for (const home of HOMES) {
    const row = prepare<Row>(db, `${select(table, home)} WHERE note.id = ?`).get(id);
    if (row) return fromRow(row, home);
  }
  throw new StetError('not-found', { table, id });
}

export function addAnnotation(
  write: Write,
  table: AnnotationTable,
  source: { id: string; home: Home },
  { stretch, words }: Pick<StoredAnnotation, 'stretch' | 'words'>,
): string {
  const id = newId();
  insertRow(
    write,
    table,
    {
      id,
      source_id: source.id,
      source_version_id: stretch?.sourceVersionId ?? null,
      start: stretch?.start ?? null,
      end: stretch?.end ?? null,
      exact: stretch?.exact ?? null,
      prefix: stretch?.prefix ?? null,
      suffix: stretch?.suffix ?? null,
      [COLUMNS[table]]: words,
      created_at: timeOf(write),
    },
    source.home,
  );
  return id;
}

export function updateAnnotation(
  write: Write,
  table: AnnotationTable,
  { id, home }: Pick<StoredAnnotation, 'id' | 'home'>,
  { words, isDeleted }: { words?: string; isDeleted?: boolean },
): void {
  const changes = {
    ...(words === undefined ? {} : { [COLUMNS[table]]: words }),
    ...(isDeleted === undefined ? {} : { deleted_at: isDeleted ? timeOf(write) : null }),
  };
  updateRow(write, table, { id }, changes, { home });
}

function select(table: AnnotationTable, home: Home): string {
  return `SELECT note.*, note.${COLUMNS[table]} AS words, editor.name AS editor_name
    FROM ${home}.${table} AS note LEFT JOIN main.editor ON editor.id = note.editor_id`;
}

function fromRow(row: Row, home: Home): StoredAnnotation {
  const { source_version_id: sourceVersionId, start, end, exact } = row;
  const isStretch = sourceVersionId !== null && start !== null && end !== null && exact !== null;
  return {
    id: row.id,
    home,
    sourceId: row.source_id,
    stretch: isStretch
      ? {
          sourceVersionId,
          start,
          end,
          exact,
          prefix: row.prefix ?? '',
          suffix: row.suffix ?? '',
        }
      : null,
    words: row.words,
    editorName: row.editor_name ?? '',
    createdAt: row.created_at,
    isDeleted: row.deleted_at !== null,
  };
}
