import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { findFirst } from '../document/html-tree';
import { KEPT_MARKS, type KeptMark } from '../model/kept-page';

/* Finds the words of a source on the page that it was read from, and marks them there. */

/** An element's name that no page has styles for. */
const MARK = 'stet-mark';
const UNREAD = /^(?:head|style|script|title|textarea|select|option|template)$/;
/** White space and what is not seen: two readings of a page differ in it. */
const NOT_COMPARED = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;
/** How many letters on either side may tell one place from another. */
const AROUND = 64;

export const STYLE_OF_MARKS = `
${MARK}{background:#fbe69a!important;color:#1d1a16!important;border-radius:2px!important}
${MARK}[data-kind~="found"]{background:#ffdf8a!important}
${MARK}[data-kind~="shown"]{background:#b9d6f5!important}
${MARK}[data-kind~="excluded"]{text-decoration:line-through 2px #a3261f!important;background:#f6d9d6!important}
stet-place{scroll-margin-block:35vh}
`;

/** The mark that is gone to stands out. */
const currentStyle = (index: number) =>
  `:root:has(:is(#stet-${index}-a,#stet-${index}-b):target) ${MARK}[data-mark~="${index}"]{background:#8db8ea!important}`;

interface Piece {
  node: Text;
  /** Offsets into the node's text, with the mark that covers them. */
  stretches: { start: number; end: number; mark: number }[];
}

/**
 * Marks words in a page, in place; answers of each mark whether its words are there. The mark at
 * `index` starts at the elements with the ids `stet-<index>-a` and `-b`: two, so that it can be gone to
 * again.
 */
export function placeMarks(root: Root, marks: readonly KeptMark[]): boolean[] {
  if (marks.length === 0) return [];
  const text = comparedText(root);
  const pieces = new Map<Text, Piece>();
  const placed = marks.map((mark, index) => {
    const found = placeOf(text.letters, mark);
    if (!found) return false;
    for (let at = found.start; at < found.end; at += 1) {
      const node = text.nodes[text.node[at]!]!;
      const offset = text.offset[at]!;
      const piece = pieces.get(node) ?? { node, stretches: [] };
      pieces.set(node, piece);
      const last = piece.stretches.at(-1);
      // White space between two letters of a stretch belongs to it.
      if (last?.mark === index) last.end = offset + 1;
      else piece.stretches.push({ start: offset, end: offset + 1, mark: index });
    }
    return true;
  });
  if (pieces.size === 0) return placed;
  const started = new Set<number>();
  replaceTexts(root, (node) => {
    const piece = pieces.get(node);
    return piece ? marked(piece, marks, started) : null;
  });
  const styles = placed.flatMap((isPlaced, index) => (isPlaced ? [currentStyle(index)] : []));
  findFirst(root, (one) => one.tagName === 'head')?.children.push({
    type: 'element',
    tagName: 'style',
    properties: {},
    children: [{ type: 'text', value: styles.join('\n') }],
  });
  return placed;
}

interface ComparedText {
  letters: string;
  nodes: Text[];
  /** Of each letter the node that it stands in, and where. */
  node: number[];
  offset: number[];
}

function comparedText(root: Root): ComparedText {
  const nodes: Text[] = [];
  const node: number[] = [];
  const offset: number[] = [];
  const letters: string[] = [];
  const walk = (parent: Parents) => {
    for (const child of parent.children) {
      if (child.type === 'element') {
        if (!UNREAD.test(child.tagName)) walk(child);
      } else if (child.type === 'text') {
        nodes.push(child);
        for (let at = 0; at < child.value.length; at += 1) {
          const letter = child.value[at]!;
          if (NOT_COMPARED.test(letter)) continue;
          letters.push(letter);
          node.push(nodes.length - 1);
          offset.push(at);
        }
      }
    }
  };
  walk(root);
  return { letters: letters.join(''), nodes, node, offset };
}

const squashed = (text: string) =>
  Array.from({ length: text.length }, (_, at) => text[at]!)
    .filter((letter) => !NOT_COMPARED.test(letter))
    .join('');

/** Where words stand among the letters: of several places the one with the same words around. */
function placeOf(
  letters: string,
  { exact, before, after }: KeptMark,
): { start: number; end: number } | null {
  const wanted = squashed(exact);
  if (wanted === '') return null;
  const left = squashed(before).slice(-AROUND);
  const right = squashed(after).slice(0, AROUND);
  let best: { start: number; likeness: number } | null = null;
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    let likeness = 0;
    while (likeness < left.length && letters[at - 1 - likeness] === left.at(-1 - likeness)) {
      likeness += 1;
    }
    for (let on = 0; on < right.length && letters[end + on] === right[on]; on += 1) likeness += 1;
    if (!best || likeness > best.likeness) best = { start: at, likeness };
    if (likeness === left.length + right.length) break;
  }
  return best && { start: best.start, end: best.start + wanted.length };
}

function replaceTexts(parent: Parents, replace: (node: Text) => ElementContent[] | null): void {
  const children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type === 'text') return replace(child) ?? [child];
    if (child.type === 'element') replaceTexts(child, replace);
    return [child];
  });
  parent.children = children as typeof parent.children;
}

/** The text of a piece, parted where a mark starts or ends. */
function marked(
  { node, stretches }: Piece,
  marks: readonly KeptMark[],
  started: Set<number>,
): ElementContent[] {
  const text = node.value;
  const edges = [
    ...new Set([0, text.length, ...stretches.flatMap(({ start, end }) => [start, end])]),
  ].sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((start, number): ElementContent[] => {
    const end = edges[number + 1]!;
    const value = text.slice(start, end);
    const over = stretches
      .filter((stretch) => stretch.start < end && stretch.end > start)
      .map(({ mark }) => mark);
    if (over.length === 0) return [{ type: 'text', value }];
    const places = over.flatMap((mark): Element[] => {
      if (started.has(mark)) return [];
      started.add(mark);
      return ['a', 'b'].map((turn) => ({
        type: 'element',
        tagName: 'stet-place',
        properties: { id: `stet-${mark}-${turn}` },
        children: [],
      }));
    });
    const kinds = KEPT_MARKS.filter((kind) => over.some((mark) => marks[mark]?.kind === kind));
    return [
      ...places,
      {
        type: 'element',
        tagName: MARK,
        properties: { dataKind: kinds.join(' '), dataMark: over.join(' ') },
        children: [{ type: 'text', value }],
      },
    ];
  });
}
