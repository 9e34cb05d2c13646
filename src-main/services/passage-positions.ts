import type { QuotationView } from '../../src-shared/model/quotation';
import type { SourceSummary } from '../../src-shared/model/source';
import { codePointsBefore } from '../../src-shared/sidecar/code-points';
import type { PassagePosition } from '../export/input';
import { disclosed } from '../export/plan';
import { sha256 } from '../library/files';
import { readVersion } from '../library/sources';
import type { Context } from './context';

/**
 * Where the passages of an article's quotations stand, by the ids of the quotations: of sources that
 * may be named, and of nothing else. A source that cannot be read has none.
 */
export function positionsOf(
  context: Context,
  quotations: readonly QuotationView[],
  sources: readonly SourceSummary[],
): Record<string, PassagePosition> {
  const named = new Set(sources.filter((one) => disclosed(one) === 'named').map(({ id }) => id));
  const hashes = new Map<string, string>();
  const positions: Record<string, PassagePosition> = {};
  for (const { id, link } of quotations) {
    if (!link || !named.has(link.sourceId)) continue;
    const { sourceVersionId, start, end } = link;
    try {
      const { text } = context.texts.get(readVersion(context.library.db, sourceVersionId));
      const hash = hashes.get(sourceVersionId) ?? sha256(text);
      hashes.set(sourceVersionId, hash);
      const before = codePointsBefore(text, start);
      positions[id] = {
        sha256: hash,
        start: before,
        end: before + codePointsBefore(text.slice(start, end), end - start),
      };
    } catch (error) {
      console.error('A source cannot be read:', error);
    }
  }
  return positions;
}
