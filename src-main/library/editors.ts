import { hostname } from 'node:os';
import type { Database } from 'better-sqlite3';
import { deviceMark, tick } from './clock';
import { prepare } from './sqlite';
import { newId, updateRow, type Write, type Writer } from './write';

/**
 * The editor and the device that write here, made on the first opening. There is one of each until
 * libraries are shared. The clock goes on from its newest reading.
 */
export function identify(db: Database, now: number): Writer {
  const found = prepare<{ editor_id: string; device_id: string; last_clock: string }>(
    db,
    `SELECT editor.id AS editor_id, device.id AS device_id, device.last_clock
     FROM editor, device ORDER BY editor.clock, device.clock LIMIT 1`,
  ).get();
  if (found) {
    return { editorId: found.editor_id, deviceId: found.device_id, lastClock: found.last_clock };
  }
  const editorId = newId();
  const deviceId = newId();
  const clock = tick(null, now, deviceMark(deviceId));
  const at = new Date(now).toISOString();
  db.transaction(() => {
    // Nobody has said their name yet: the interface asks when a word has to be signed.
    prepare(
      db,
      `INSERT INTO editor (id, name, editor_id, device_id, clock, written_at)
       VALUES (?, '', ?, ?, ?, ?)`,
    ).run(editorId, editorId, deviceId, clock, at);
    prepare(
      db,
      `INSERT INTO device (id, name, last_clock, editor_id, device_id, clock, written_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(deviceId, hostname(), clock, editorId, deviceId, clock, at);
    const remember = prepare(db, 'INSERT INTO meta (key, value) VALUES (?, ?)');
    remember.run('library_id', newId());
    remember.run('created_at', at);
  }).immediate();
  return { editorId, deviceId, lastClock: clock };
}

/** The name that checks are signed with; empty until it was said. */
export function readEditorName(db: Database): string {
  return (
    (prepare(db, 'SELECT name FROM editor ORDER BY clock LIMIT 1').pluck().get() as string) ?? ''
  );
}

/** Everybody who has written in this library, the first to do so first. */
export function listEditors(db: Database): { id: string; name: string }[] {
  return prepare<{ id: string; name: string }>(
    db,
    'SELECT id, name FROM editor ORDER BY clock',
  ).all();
}

export function setEditorName(write: Write, name: string): void {
  updateRow(write, 'editor', { id: write.library.writer.editorId }, { name });
}
