import * as v from 'valibot';
import { document as buildDocument, emptyDocument } from './build';
import { type BlockNode, type Document, DocumentSchema } from './schema';

export { emptyDocument };

/**
 * Reads a stored document of any version that ever shipped. Throws valibot's `ValiError` where it
 * is none. There has been one version so far; a change of the schema adds a step here that rewrites
 * the older JSON, and a fixture of the older version in `fixtures/`.
 */
export function parseDocument(json: unknown): Document {
  return v.parse(DocumentSchema, upgrade(json));
}

/** A document always starts with a headline; one without it (an emptied editor) gets an empty one. */
function upgrade(json: unknown): unknown {
  if (!isRecord(json) || !isRecord(json.root) || !Array.isArray(json.root.children)) return json;
  const first: unknown = json.root.children[0];
  if (isRecord(first) && first.type === 'headline') return json;
  const { root } = buildDocument(json.root.children as BlockNode[]);
  return { ...json, root: { ...json.root, children: root.children } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
