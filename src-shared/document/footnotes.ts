import { leafBlocks, plainText } from './plain-text';
import { runsOf } from './runs';
import type { BlockNode, Document, FootnoteNode, InlineNode } from './schema';

/*
 * Footnotes: a reference stands in the text, its note last among the blocks. They are told apart by
 * letters (a, b, … z, aa), because numbers are those of the sources.
 */

/** A letter for each note, counted from 0: `a` to `z`, then `aa`, as CSS's lower-alpha counts. */
export function footnoteMark(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : footnoteMark(rest)) + String.fromCharCode(97 + (index % 26));
}

/**
 * The mark of each note that the text refers to, by the note's id, in the order of the first
 * references. A reference without a note, and a note without a reference, has none.
 */
export function footnoteMarks(document: Document): Map<string, string> {
  const notes = new Set(document.root.children.filter(isFootnote).map(({ footnote }) => footnote));
  const marks = new Map<string, string>();
  for (const { inlines } of leafBlocks(document)) {
    for (const id of referencesIn(inlines)) {
      if (notes.has(id) && !marks.has(id)) marks.set(id, footnoteMark(marks.size));
    }
  }
  return marks;
}

/** The notes that the text refers to, in the order of their marks. */
export function referredFootnotes(
  document: Document,
  marks: ReadonlyMap<string, string> = footnoteMarks(document),
): FootnoteNode[] {
  const notes = new Map(
    document.root.children.filter(isFootnote).map((note) => [note.footnote, note]),
  );
  return [...marks.keys()].flatMap((id) => notes.get(id) ?? []);
}

/** Where the references stand in the plain text, in its order. */
export function footnotePlaces(
  document: Document,
  marks: ReadonlyMap<string, string> = footnoteMarks(document),
): { offset: number; mark: string }[] {
  const { blocks } = plainText(document);
  return leafBlocks(document).flatMap(({ inlines }, index) =>
    runsOf(inlines, blocks[index]?.start ?? 0).flatMap(({ footnote, start }) => {
      const mark = marks.get(footnote ?? '');
      return mark === undefined ? [] : [{ offset: start, mark }];
    }),
  );
}

export function isFootnote(block: BlockNode): block is FootnoteNode {
  return block.type === 'footnote';
}

function referencesIn(inlines: readonly InlineNode[]): string[] {
  return inlines.flatMap((node) => {
    if (node.type === 'footnotereference') return [node.footnote];
    return 'children' in node ? referencesIn(node.children) : [];
  });
}
