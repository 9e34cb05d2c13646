import { diffArrays, diffWordsWithSpace } from 'diff';
import type { DiffSegment } from '../model/verdict';
import { mergeText } from './merge-text';
import { plainText } from './plain-text';
import type { BlockNode, Document, InlineNode } from './schema';
import { acceptSuggestions } from './suggestions';

/**
 * What became of a block between two states of an article, in reading order. `before` and `after` are
 * its places among the children of the root. A *changed* block whose segments are all the same changed
 * in form alone (bold, a heading instead of a paragraph).
 */
export type BlockChange =
  | { kind: 'same'; before: number; after: number; segments: DiffSegment[] }
  | { kind: 'changed'; before: number; after: number; segments: DiffSegment[] }
  | { kind: 'removed'; before: number; segments: DiffSegment[] }
  | { kind: 'added'; after: number; segments: DiffSegment[] };

/** Blocks that share less than this part of their words are different blocks. */
const SAME_BLOCK = 0.4;
/** A stretch with more pairs of blocks than this to weigh against each other counts as replaced. */
const MOST_PAIRS = 40_000;
/** Words that differ, in one block, before all of it counts as replaced. */
const MOST_DIFFERENCES = 2000;

/** What can be seen of a node, in one order; the rest is Lexical's own. */
const SHOWN = [
  ...['type', 'tag', 'listType', 'start', 'checked', 'url', 'title', 'text', 'format', 'children'],
  ...['headerState', '$', 'pull', 'loose', 'item', 'language', 'html'],
  ...['picture', 'alternativeText', 'credit'],
];

interface Block {
  text: string;
  /** How it looks, without the marks of quotations, which say nothing about that. */
  form: string;
  words: ReadonlySet<string>;
}

/** Compares two states of an article block by block, and within a block word by word. */
export function compareDocuments(before: Document, after: Document): BlockChange[] {
  const olds = before.root.children.map(readBlock);
  const news = after.root.children.map(readBlock);
  const changes: BlockChange[] = [];
  let old = 0;
  let now = 0;
  const runs = diffArrays(
    olds.map(({ text }) => text),
    news.map(({ text }) => text),
  );
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]!;
    if (!run.added && !run.removed) {
      for (let count = 0; count < run.count; count++) {
        const kind = olds[old]!.form === news[now]!.form ? 'same' : 'changed';
        const segments = whole('same', news[now]!.text);
        changes.push({ kind, before: old++, after: now++, segments });
      }
      continue;
    }
    const next = runs[at + 1];
    const isReplaced = run.removed && next?.added;
    const removed = run.removed ? run.count : 0;
    const added = run.removed ? (isReplaced ? next.count : 0) : run.count;
    changes.push(...pairBlocks(olds, news, old, old + removed, now, now + added));
    old += removed;
    now += added;
    if (isReplaced) at++;
  }
  return changes;
}

function readBlock(block: BlockNode): Block {
  const read = acceptSuggestions({ root: { type: 'root', version: 1, children: [block] } });
  const [shown] = read.root.children;
  // Kept HTML has no words of the article, but what changed in it can be read.
  const text = shown?.type === 'htmlblock' ? shown.html : plainText(read).text;
  return {
    text,
    form: shown ? JSON.stringify(withoutMarks(shown), SHOWN) : '',
    words: new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
  };
}

/** The block as it reads, whatever quotations are marked in it. */
function withoutMarks<T extends BlockNode | InlineNode>(node: T): T {
  if (node.type === 'text') {
    const { $: _marks, ...text } = node;
    return text as T;
  }
  if (!('children' in node)) return node;
  const children = (node.children as InlineNode[]).map(withoutMarks);
  return { ...node, children: mergeText(children) };
}

function whole(type: DiffSegment['type'], text: string): DiffSegment[] {
  return text === '' ? [] : [{ type, text }];
}

/**
 * The blocks `old` to `oldEnd` were replaced by `now` to `nowEnd` (exclusive): those that share most of
 * their words are the same ones, in order, so that as many words as possible are found again.
 */
function pairBlocks(
  olds: readonly Block[],
  news: readonly Block[],
  old: number,
  oldEnd: number,
  now: number,
  nowEnd: number,
): BlockChange[] {
  const rows = oldEnd - old;
  const columns = nowEnd - now;
  const isTooMany = rows * columns > MOST_PAIRS;
  // `best[row][column]`: what the blocks from there on can have in common.
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const alike = (row: number, column: number) =>
    isTooMany ? 0 : likeness(olds[old + row]!, news[now + column]!);
  const worth = Array.from({ length: rows }, (_, row) =>
    Float64Array.from({ length: columns }, (__, column) => alike(row, column)),
  );
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const paired = worth[row]![column]!;
      const together = paired > 0 ? paired + best[row + 1]![column + 1]! : 0;
      best[row]![column] = Math.max(together, best[row + 1]![column]!, best[row]![column + 1]!);
    }
  }
  const changes: BlockChange[] = [];
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    const paired = row < rows && column < columns ? worth[row]![column]! : 0;
    if (paired > 0 && best[row]![column] === paired + best[row + 1]![column + 1]!) {
      const [before, after] = [old + row++, now + column++];
      const segments = diffText(olds[before]!.text, news[after]!.text);
      changes.push({ kind: 'changed', before, after, segments });
    } else if (
      row < rows &&
      (column === columns || best[row + 1]![column]! >= best[row]![column + 1]!)
    ) {
      const before = old + row++;
      changes.push({ kind: 'removed', before, segments: whole('removed', olds[before]!.text) });
    } else {
      const after = now + column++;
      changes.push({ kind: 'added', after, segments: whole('added', news[after]!.text) });
    }
  }
  return changes;
}

/** The part of their words that two blocks share, or 0 where it is too little to be the same block. */
function likeness(one: Block, other: Block): number {
  let shared = 0;
  for (const word of one.words) if (other.words.has(word)) shared++;
  const most = Math.max(one.words.size, other.words.size);
  const part = most === 0 ? 0 : shared / most;
  return part < SAME_BLOCK ? 0 : part;
}

function diffText(before: string, after: string): DiffSegment[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_DIFFERENCES });
  if (!parts) return [...whole('removed', before), ...whole('added', after)];
  return parts.map(({ value, added, removed }) => ({
    type: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
