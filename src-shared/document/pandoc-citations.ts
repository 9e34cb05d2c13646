import type { Nodes, PhrasingContent, Root } from 'mdast';

/*
 * Citations as Stet's own Markdown for pandoc has them: ` [@src-1, p. 6]` behind a quotation, and below
 * the text a heading that pandoc puts the sources under.
 */

/** The records that a front matter of Stet's has: those that may be cited. */
export function citedKeys(fields: Record<string, unknown>): string[] {
  const { references } = fields;
  if (!Array.isArray(references)) return [];
  return references.flatMap((record: unknown) => {
    const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : null;
    return typeof id === 'string' && /^src-\d+$/.test(id) ? [id] : [];
  });
}

/** Takes the citations of these records out of a tree, and the heading below the text. */
export function takeCitations(root: Root, keys: readonly string[]): void {
  const start = new RegExp(` ?\\[@(?:${keys.join('|')})(?=[\\],])`);
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    for (const child of node.children) walk(child);
    node.children = withoutCitations(node.children as PhrasingContent[], start) as never;
  };
  walk(root);
  const last = root.children.findLastIndex(({ type }) => type !== 'footnoteDefinition');
  if (root.children[last]?.type === 'heading') root.children.splice(last, 1);
}

/** A citation may hold a link, so that it ends in another node than it began in. */
function withoutCitations(nodes: readonly PhrasingContent[], start: RegExp): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  let isInside = false;
  for (const node of nodes) {
    if (node.type !== 'text') {
      if (!isInside) kept.push(node);
      continue;
    }
    let left = node.value;
    let words = '';
    while (left !== '') {
      if (isInside) {
        const end = left.indexOf(']');
        if (end < 0) break;
        left = left.slice(end + 1);
        isInside = false;
        continue;
      }
      const found = start.exec(left);
      words += found ? left.slice(0, found.index) : left;
      left = found ? left.slice(found.index + found[0].length) : '';
      isInside = found !== null;
    }
    if (words !== '') kept.push({ type: 'text', value: words });
  }
  return kept;
}
