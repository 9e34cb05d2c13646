import { cslDate, cslName } from '../import/csl';
import type { Metadata, SourceSummary } from '../model/source';
import { cslValue, isCslType } from './csl-fields';

/** A record of CSL-JSON 1.0.2: `id`, `type` and whatever else is known. */
export interface CslItem extends Metadata {
  id: string;
  type: string;
}

export type CitedSource = Pick<SourceSummary, 'title' | 'kind' | 'creator' | 'date' | 'url'>;

/** What a source is to CSL where nobody has said it. */
const TYPES: Record<SourceSummary['kind'], string> = {
  transcript: 'interview',
  subtitles: 'broadcast',
  'web-page': 'webpage',
  document: 'document',
  email: 'personal_communication',
  note: 'manuscript',
};

/** Fields in which people keep words for themselves; they leave no library. */
const OWN = new Set(['note', 'annote', 'custom', 'keyword', 'id', 'citation-key', 'source']);

/** A source as a record of CSL-JSON: Stet's own details, and beside them what its metadata say. */
export function cslItem(id: string, source: CitedSource, metadata: Metadata = {}): CslItem {
  const told: Record<string, unknown> = {};
  for (const [field, held] of Object.entries(metadata)) {
    const value = OWN.has(field) ? undefined : cslValue(field, held);
    if (value !== undefined) told[field] = value;
  }
  const { type } = metadata;
  return {
    ...told,
    id,
    type: isCslType(type) ? type : TYPES[source.kind],
    title: source.title,
    ...(source.creator !== null && told.author === undefined
      ? { author: [cslName(source.creator)] }
      : {}),
    ...(source.date !== null && told.issued === undefined ? { issued: cslDate(source.date) } : {}),
    ...(source.url === null ? {} : { URL: source.url }),
  };
}
