import type { Output } from '../../src-shared/contract';
import { skippedReason } from './errors';
import { count } from './text';

/**
 * What became of an import: "3 sources added, 1 skipped: scan.bin, Stet cannot read this kind of file
 * yet." Names at most three of the skipped.
 */
export function importResult(result: Output<'sources.import'>): string {
  const added = result.imported.filter((source) => !source.duplicate);
  const known = result.imported.filter((source) => source.duplicate);
  const parts: string[] = [];
  if (added.length > 0) parts.push(`${count(added.length, 'source')} added`);
  if (known.length > 0) {
    parts.push(
      known.length === 1
        ? `“${known[0]?.name}” was in the library already`
        : `${known.length} were in the library already`,
    );
  }
  if (result.skipped.length > 0) parts.push(`${result.skipped.length} skipped: ${skipped(result)}`);
  const { fits } = result;
  const sentences = [`${parts.join(', ') || 'Nothing was added'}.`];
  if (fits > 0) {
    sentences.push(
      `${count(fits, 'open quotation')} ${fits === 1 ? 'has' : 'have'} a passage there.`,
    );
  }
  if (result.cancelled) sentences.push('The rest was cancelled.');
  return sentences.join(' ');
}

function skipped({ skipped }: Output<'sources.import'>): string {
  const named = skipped.slice(0, 3).map(({ name, code }) => `${name}, ${skippedReason(code)}`);
  const rest = skipped.length - named.length;
  return rest > 0 ? `${named.join('; ')}; and ${rest} more` : named.join('; ');
}
