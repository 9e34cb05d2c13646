import type { Database } from 'better-sqlite3';
import type { Acceptance, GatePoint } from '../../src-shared/contract/finish';
import { readEditorName } from './editors';
import { prepare } from './sqlite';
import { HOMES, type Home, insertRow, newId, type Write } from './write';

/** An acceptance with the hash of what its point was about. */
export interface StoredAcceptance extends Acceptance {
  id: string;
  code: GatePoint['code'];
  aboutSha256: string;
}

/** The newest word on each point of an article's gate, lapsed ones too, without those taken back. */
export function readAcceptances(
  db: Database,
  articleId: string,
): Map<GatePoint['code'], StoredAcceptance> {
  const rows = HOMES.flatMap((home) =>
    prepare<StoredAcceptance & { kind: string; clock: string }>(
      db,
      `SELECT id, code, kind, reason, editor_name AS editorName, written_at AS at,
         about_sha256 AS aboutSha256, clock
       FROM ${home}.gate_acceptance WHERE article_id = ?`,
    ).all(articleId),
  ).sort((a, b) => (a.clock < b.clock ? -1 : 1));
  const newest = new Map<GatePoint['code'], StoredAcceptance>();
  for (const { kind, clock: _, ...row } of rows) {
    if (kind === 'withdrawn') newest.delete(row.code);
    else newest.set(row.code, row);
  }
  return newest;
}

/** Signs for an open point as it is now, or takes the word back (`reason` null). */
export function addAcceptance(
  write: Write,
  articleId: string,
  code: GatePoint['code'],
  { reason, aboutSha256 }: { reason: string | null; aboutSha256: string },
  home: Home,
): void {
  const before = readAcceptances(write.db, articleId).get(code);
  const row = {
    id: newId(),
    article_id: articleId,
    code,
    kind: reason === null ? 'withdrawn' : 'accepted',
    reason: reason ?? '',
    editor_name: reason === null ? '' : readEditorName(write.db),
    about_sha256: aboutSha256,
    supersedes: before?.id ?? null,
  };
  insertRow(write, 'gate_acceptance', row, home);
}
