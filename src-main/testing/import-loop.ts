import { writeSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import { extractText } from '../../src-shared/import/text';
import { openLibrary } from '../host';

/*
 * A process that does nothing but bring in sources and keep the index, until it is killed
 * (matching-crash.test.ts). It says the number of each source as soon as the library has it.
 */

async function run(folder: string, from: number): Promise<void> {
  const library = await openLibrary(folder, {
    extract: async (_name, bytes) => [extractText(new TextDecoder().decode(bytes))],
    upkeep: { freshChunks: 3, quiet: 0 },
  });
  for (let number = from; ; number++) {
    const words = `Letter number ${number} of the keeper says that buoy ${number * 7} has gone.`;
    const bytes = new TextEncoder().encode(words);
    await library.call('sources.import', {
      jobId: newId(),
      files: [{ from: 'bytes', name: `letter-${number}.txt`, bytes }],
    });
    writeSync(1, `${number}\n`);
  }
}

void run(process.argv[2] ?? '', Number(process.argv[3]));
