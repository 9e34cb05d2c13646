import type { Element, Root, RootContent } from 'hast';
import { footnote } from './build';
import { htmlInlines } from './html-inlines';
import { attribute, findAll, hasWord, isUnread } from './html-tree';
import type { ImportedBlock } from './imported';
import { mergeText } from './merge-text';

/*
 * Footnotes of a page: a list of notes with ids in a section that is said to hold notes (as pandoc,
 * GitHub and Stet write it), and links to them from the text.
 */

const LONGEST_ID = 100;

/**
 * Takes the notes out of the tree and marks the links that lead to them, which `htmlInlines` then
 * reads as references. Answers the notes, in the order of the page.
 *
 * @param isLeft true for a section that is not the article's own
 */
export function takeFootnotes(root: Root, isLeft: (section: Element) => boolean): ImportedBlock[] {
  const sections = findAll(root, isNotes).filter((section) => !isLeft(section));
  const entries = sections
    .flatMap((section) => findAll(section, ({ tagName }) => tagName === 'li'))
    .filter((entry) => attribute(entry, 'id') !== '' && !isUnread(entry));
  const ids = new Set(entries.map((entry) => attribute(entry, 'id')));
  if (ids.size === 0) return [];
  const references = findAll(root, ({ tagName }) => tagName === 'a').filter((link) =>
    ids.has(attribute(link, 'href').slice(1)),
  );
  for (const link of references) {
    link.properties.dataFootnote = attribute(link, 'href').slice(1, LONGEST_ID + 1);
  }
  const notes = entries.map((entry): ImportedBlock => {
    const inlines = htmlInlines(withoutBacklinks(entry.children));
    return { node: footnote(attribute(entry, 'id').slice(0, LONGEST_ID), mergeText(inlines)) };
  });
  for (const section of sections) section.children = [];
  return notes;
}

function isNotes(element: Element): boolean {
  return (
    hasWord(element, 'role', 'doc-endnotes') ||
    hasWord(element, 'role', 'doc-footnotes') ||
    hasWord(element, 'className', 'footnotes')
  );
}

/** The words of a note on one line, without the arrow that leads back. */
function withoutBacklinks(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type !== 'element') return [node];
    const isBack =
      hasWord(node, 'role', 'doc-backlink') ||
      hasWord(node, 'className', 'footnote-back') ||
      hasWord(node, 'className', 'data-footnote-backref');
    if (isBack) return [];
    return [{ ...node, children: withoutBacklinks(node.children) as Element['children'] }];
  });
}
