import { writeSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import { extractText } from '../../src-shared/import/text';
import { openLibrary } from '../host';

/*
 * A process that brings in a folder, or goes on with it, until it is killed (import-crash.test.ts). It
 * says how many files are done whenever the library says so.
 */

async function run(libraryFolder: string, folder: string, isResumed: boolean): Promise<void> {
  const library = await openLibrary(libraryFolder, {
    extract: async (_name, bytes) => [extractText(new TextDecoder().decode(bytes))],
  });
  library.on((event, payload) => {
    if (event === 'import.progress') writeSync(1, `${(payload as { done: number }).done}\n`);
  });
  const token = newId();
  library.grantFolder(token, folder);
  if (isResumed) await library.call('imports.resume', { jobId: newId() });
  else await library.call('sources.import', { jobId: newId(), files: [], folders: [token] });
  writeSync(1, 'end\n');
  library.close();
}

const [libraryFolder = '', folder = '', mode] = process.argv.slice(2);
void run(libraryFolder, folder, mode === 'resume');
