import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CommandFailure } from './failure';
import { decodePlainText, isPlainText } from './text-file';

/** The text of a source: of a plain text exactly as it stands, of other formats what Stet reads in it. */
export async function readSourceText(file: string): Promise<string> {
  const bytes = await readFile(file);
  if (isPlainText(file)) return decodePlainText(file, bytes);
  const { extractSources } = await import('../../src-shared/import/extract');
  const [only, ...others] = await extractSources(basename(file), bytes);
  if (!only || others.length > 0) {
    throw new CommandFailure('it holds several sources; bring it into a library first');
  }
  return only.text;
}
