import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import {
  type HouseStyle,
  HouseStyleSchema,
  type StoredHouseStyle,
} from '../../src-shared/model/house-style';
import { prepare } from './sqlite';
import { insertRow, newId, timeOf, updateRow, type Write } from './write';

interface StyleRow {
  id: string;
  style: string;
}

/** The newsroom's own house styles that were not deleted, by name. */
export function listHouseStyles(db: Database): StoredHouseStyle[] {
  return prepare<StyleRow>(db, 'SELECT id, style FROM main.house_style WHERE deleted_at IS NULL')
    .all()
    .flatMap(read)
    .sort((a, b) => a.style.name.localeCompare(b.style.name) || (a.id < b.id ? -1 : 1));
}

/** One of them; null where it was deleted, never was, or is of a newer Stet. */
export function findHouseStyle(db: Database, id: string): HouseStyle | null {
  const row = prepare<StyleRow>(
    db,
    'SELECT id, style FROM main.house_style WHERE id = ? AND deleted_at IS NULL',
  ).get(id);
  return (row && read(row)[0]?.style) ?? null;
}

function read({ id, style }: StyleRow): StoredHouseStyle[] {
  const parsed = v.safeParse(HouseStyleSchema, JSON.parse(style));
  return parsed.success ? [{ id, style: parsed.output }] : [];
}

export function addHouseStyle(write: Write, style: HouseStyle): string {
  const id = newId();
  insertRow(write, 'house_style', { id, name: style.name, style: JSON.stringify(style) });
  return id;
}

/** Throws `not-found`. */
export function updateHouseStyle(write: Write, id: string, style: HouseStyle): void {
  updateRow(write, 'house_style', { id }, { name: style.name, style: JSON.stringify(style) });
}

/** Deletes a style, or brings it back; throws `not-found`. */
export function removeHouseStyle(write: Write, id: string, isRemoved: boolean): void {
  updateRow(write, 'house_style', { id }, { deleted_at: isRemoved ? timeOf(write) : null });
}

/** The articles whose byline is printed in a style, finished ones aside: theirs is frozen. */
export function articlesInStyle(db: Database, id: string): string[] {
  return prepare(
    db,
    `SELECT id FROM main.article WHERE byline_style = ? AND deleted_at IS NULL
     AND status <> 'finished' ORDER BY id`,
  )
    .pluck()
    .all(id) as string[];
}
