import type { Database } from 'better-sqlite3';
import type { PrivateDetails } from '../../src-shared/model/person';
import { prepare } from './sqlite';
import { putRow, type Write } from './write';

/*
 * Who is behind a name, how to reach them and what an editor noted about them: in the private file,
 * whoever it is. So no copy of the library that is handed on has it, and neither lists nor the search
 * index, which read the other file, ever do. Exports have of it what services/byline-contacts.ts gives
 * them where an editor asks for it, and nothing else.
 */

interface PrivateRow {
  real_name: string | null;
  email: string | null;
  contact: string | null;
  notes: string | null;
}

/** What is known of a person in private; nothing at all is null in each field. */
export function readPrivateDetails(db: Database, personId: string): PrivateDetails {
  const row = prepare<PrivateRow>(db, 'SELECT * FROM private.person_private WHERE id = ?').get(
    personId,
  );
  return {
    realName: row?.real_name ?? null,
    email: row?.email ?? null,
    contact: row?.contact ?? null,
    notes: row?.notes ?? null,
  };
}

export function putPrivateDetails(write: Write, personId: string, details: PrivateDetails): void {
  const { realName, email, contact, notes } = details;
  const row = { id: personId, real_name: realName, email, contact, notes };
  putRow(write, 'person_private', 'id', row, 'private');
}
