import { $isLinkNode } from '@lexical/link';
import { $getRoot, $isElementNode, type LexicalNode } from 'lexical';
import { expect } from 'vitest';
import { FORMAT } from '../../../src-shared/document/build';
import { plainText } from '../../../src-shared/document/plain-text';
import type { BlockNode, Document, InlineNode } from '../../../src-shared/document/schema';
import { hasSuggestions } from '../../../src-shared/document/suggestions';
import { documentOf } from '../document';
import { $placedTexts } from '../quotation/positions';
import { savedDocument } from '../testing';
import type { Desk } from './desk';
import { $leaves } from './leaves';

type Node = BlockNode | InlineNode | { type: string; children?: unknown };

const childrenOf = (node: Node): Node[] =>
  'children' in node ? ((node.children ?? []) as Node[]) : [];

function everyNode(node: Node, visit: (node: Node, parents: Node[]) => void, parents: Node[] = []) {
  visit(node, parents);
  for (const child of childrenOf(node)) everyNode(child, visit, [node, ...parents]);
}

const INLINE = new Set([
  'text',
  'linebreak',
  'tab',
  'link',
  'autolink',
  'footnotereference',
  'inlinehtml',
]);

/** What blocks may hold. */
const HOLDS: Readonly<Record<string, ReadonlySet<string>>> = {
  quote: new Set(['paragraph', 'heading', 'list', 'horizontalrule', 'codeblock', 'htmlblock']),
  codeblock: new Set(['text', 'linebreak', 'tab']),
  list: new Set(['listitem']),
  listitem: new Set([...INLINE, 'list']),
  table: new Set(['tablerow']),
  tablerow: new Set(['tablecell']),
  tablecell: new Set(['paragraph']),
  link: new Set(['text', 'linebreak', 'tab', 'inlinehtml']),
  autolink: new Set(['text', 'linebreak', 'tab']),
};
const AT_TOP = new Set([
  'headline',
  'standfirst',
  'paragraph',
  'heading',
  'list',
  'quote',
  'horizontalrule',
  'figure',
  'table',
  'footnote',
  'codeblock',
  'htmlblock',
]);

function expectStructure(document: Document): void {
  const blocks = document.root.children;
  const types = blocks.map(({ type }) => type);
  expect(types[0]).toBe('headline');
  expect(types.filter((type) => type === 'headline')).toHaveLength(1);
  expect([-1, 1]).toContain(types.lastIndexOf('standfirst'));
  expect(types.filter((type) => type === 'standfirst').length).toBeLessThan(2);
  expect(types.some((type) => type !== 'headline' && type !== 'standfirst')).toBe(true);
  const references: string[] = [];
  everyNode(document.root, (node, [parent]) => {
    const may = parent?.type === 'root' ? AT_TOP : (HOLDS[parent?.type ?? ''] ?? INLINE);
    if (parent && !may.has(node.type)) {
      expect.fail(`A ${node.type} stands in a ${parent.type}.`);
    }
    if (['quote', 'list', 'table', 'tablerow', 'tablecell'].includes(node.type)) {
      if (childrenOf(node).length === 0) expect.fail(`A ${node.type} is empty.`);
    }
    if (node.type === 'table') {
      const sizes = childrenOf(node).map((row) => childrenOf(row).length);
      expect(new Set(sizes).size).toBe(1);
    }
    if (node.type === 'text' && parent?.type === 'codeblock') {
      expect(node).toMatchObject({ format: FORMAT.code });
      expect(node).not.toHaveProperty('$.quotation');
    }
    if (node.type === 'footnotereference') references.push((node as { footnote: string }).footnote);
    if (node.type === 'text' && (node as { text: string }).text === '') {
      // A line that was just begun may hold an empty one for its format; nothing else.
      expect(childrenOf(parent!)).toHaveLength(1);
    }
  });
  const notes = blocks.flatMap((block) => (block.type === 'footnote' ? [block.footnote] : []));
  expect(notes).toEqual([...new Set(references)]);
  expect(types.lastIndexOf('footnote') < 0 ? [] : types.slice(types.indexOf('footnote'))).toEqual(
    notes.map(() => 'footnote'),
  );
}

/** The editor tells the same places as the document. */
function expectPlaces(desk: Desk, document: Document): void {
  const { text, blocks } = plainText(document);
  desk.editor.read(() => {
    const covered = $placedTexts().map(({ node, start }) => {
      const shown = node.getTextContent();
      expect(text.slice(start, start + shown.length)).toBe(shown);
      return shown;
    });
    expect(covered.join('')).toBe(text.replace(/[\n\t]/g, ''));
    if (!hasSuggestions(document)) expect($leaves()).toHaveLength(blocks.length);
    const links = (node: LexicalNode): LexicalNode[] =>
      $isElementNode(node)
        ? [...($isLinkNode(node) ? [node] : []), ...node.getChildren().flatMap(links)]
        : [];
    for (const link of links($getRoot())) expect(link.getTextContent()).not.toBe('');
  });
}

/** Two documents are alike; tells the first block that is not. */
export function expectSame(actual: Document, expected: Document): void {
  const blocks = actual.root.children.map((block) => JSON.stringify(block));
  const wanted = expected.root.children.map((block) => JSON.stringify(block));
  const at = Math.max(blocks.length, wanted.length);
  const index = Array.from({ length: at }).findIndex((_, one) => blocks[one] !== wanted[one]);
  if (index >= 0) {
    // The order of keys says nothing.
    expect(
      actual.root.children[index],
      `block ${index} is ${blocks[index]}, should be ${wanted[index]}`,
    ).toEqual(expected.root.children[index]);
  }
  expect(actual).toEqual(expected);
}

/** Everything that holds for a text after any step; answers the document. */
export function expectValid(desk: Desk): Document {
  const document = savedDocument(desk.editor);
  expectSame(desk.live.read(), documentOf(desk.editor.getEditorState()));
  expectStructure(document);
  expectPlaces(desk, document);
  return document;
}

/**
 * What holds once the quotations were looked for: each stands once, its stretches in order and apart, and
 * looking again changes nothing.
 */
export async function expectMarks(desk: Desk): Promise<void> {
  await desk.pause();
  const document = savedDocument(desk.editor);
  const { text, quotations } = plainText(document);
  for (const [id, parts] of quotations) {
    for (const [index, { start, end }] of parts.entries()) {
      const before = parts[index - 1];
      if (before && before.end > start) expect.fail(`The stretches of ${id} overlap.`);
      expect(text.slice(start, end).trim()).not.toBe('');
    }
  }
  await desk.pause();
  expectSame(savedDocument(desk.editor), document);
}
