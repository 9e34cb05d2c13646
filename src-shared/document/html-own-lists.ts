import type { Element, RootContent } from 'hast';
import { attribute, textOf } from './html-tree';
import type { ImportedBlock } from './imported';
import { type ItemContent, type ItemPart, type ListContent, listBlocks } from './list-blocks';
import { withoutStart } from './without-start';

type ReadBlocks = (nodes: readonly RootContent[]) => ImportedBlock[];

/** The blocks of a list as Stet writes it: its items hold blocks, and a box stands in front of the words. */
export function ownListBlocks(element: Element, read: ReadBlocks): ImportedBlock[] {
  return listBlocks(ownList(element, read)).map((node) => ({ node }));
}

function ownList(element: Element, read: ReadBlocks): ListContent {
  const lines = element.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'li',
  );
  const isTasks = lines.length > 0 && lines.every((item) => OWN_BOX.test(textOf(item)));
  const items = lines.map((item): ItemContent => {
    const parts = ownParts(item, read);
    const [first] = parts;
    if (isTasks && Array.isArray(first)) parts[0] = withoutStart(first, 2);
    return { checked: OWN_BOX.exec(textOf(item))?.[1] !== undefined, parts };
  });
  const start = Number.parseInt(attribute(element, 'start'), 10);
  return {
    type: 'list-content',
    listType: isTasks ? 'check' : element.tagName === 'ol' ? 'number' : 'bullet',
    start: Number.isInteger(start) ? start : 1,
    isLoose: lines.some(({ children }) => children.some(isParagraph)),
    items,
  };
}

const OWN_BOX = /^(?:(☑)|☐) /;

function isParagraph(node: RootContent): boolean {
  return node.type === 'element' && node.tagName === 'p';
}

function ownParts(item: Element, read: ReadBlocks): ItemPart[] {
  const parts: ItemPart[] = [];
  let loose: RootContent[] = [];
  const flush = () => {
    for (const { node } of read(loose)) {
      if (node.type === 'paragraph') parts.push(node.children);
      else if (node.type !== 'list') parts.push(node);
    }
    loose = [];
  };
  for (const child of item.children) {
    if (child.type === 'element' && (child.tagName === 'ul' || child.tagName === 'ol')) {
      flush();
      parts.push(ownList(child, read));
    } else loose.push(child);
  }
  flush();
  return parts;
}
