import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { decodePlainText, isPlainText } from './text-file';

/** The text of a source: of a plain text exactly as it stands, of other formats what Stet reads in it. */
export async function readSourceText(file: string): Promise<string> {
  const bytes = await readFile(file);
  if (isPlainText(file)) return decodePlainText(file, bytes);
  const { extractSource } = await import('../../src-shared/import/extract');
  return (await extractSource(basename(file), bytes)).text;
}
