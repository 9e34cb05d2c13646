import { type CleanPage, readKeptPage, writeKeptPage } from '../../src-shared/import/kept-page';
import type { KeptMark, KeptPage } from '../../src-shared/model/kept-page';

export interface KeptPageRequest {
  type: 'kept-page';
  /** The SHA-256 of the file. */
  file: string;
  name: string;
  /** Null where the file may have been read already. */
  bytes: Uint8Array | null;
  marks: KeptMark[];
}

export type KeptPageAnswer = { kept: KeptPage } | { wanted: 'bytes' } | { failed: true };

/** The page that was read last: other marks need no other reading. */
let read: { file: string; page: CleanPage } | null = null;

/** Makes a saved page harmless and marks words on it. Never rejects. */
export async function keepPage(request: KeptPageRequest): Promise<KeptPageAnswer> {
  const { file, name, bytes, marks } = request;
  try {
    if (read?.file !== file) {
      if (!bytes) return { wanted: 'bytes' };
      read = null;
      read = { file, page: await readKeptPage(name, bytes) };
    }
    return { kept: writeKeptPage(read.page, marks) };
  } catch {
    return { failed: true };
  }
}
