import { type ImportedBlock, oneLine } from '../document/imported';
import { inlineText, leafBlocks } from '../document/plain-text';

/** The lines of imported blocks as text, without empty ones. */
export function blockLines(blocks: readonly ImportedBlock[]): string[] {
  const children = blocks.map((block) => block.node);
  return leafBlocks({ root: { type: 'root', version: 1, children } })
    .map((leaf) => inlineText(leaf.inlines).trim())
    .filter((line) => line !== '');
}

/** "By Mara Lind" is the creator Mara Lind. */
export function creatorName(byline: string | null): string | null {
  return oneLine(byline?.replace(/^(?:by|von|par|por|di|door)\s+(?=\p{L})/iu, ''));
}
