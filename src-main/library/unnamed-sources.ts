import type { Database } from 'better-sqlite3';
import type { SourceKind } from '../../src-shared/model/source';
import { prepare } from './sqlite';
import { HOMES } from './write';

export interface UnnamedSource {
  id: string;
  kind: SourceKind;
  title: string;
  creator: string | null;
  url: string | null;
}

/** Every source of the library that may not be named in print, removed ones too. */
export function listUnnamedSources(db: Database): UnnamedSource[] {
  return HOMES.flatMap((home) =>
    prepare<UnnamedSource>(
      db,
      `SELECT id, kind, title, creator, url FROM ${home}.source
       WHERE disclosure <> 'public' OR terms IN ('background', 'off-the-record')`,
    ).all(),
  );
}
