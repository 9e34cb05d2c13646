import { $getRoot, $isElementNode, type LexicalNode } from 'lexical';
import { v7 as newId } from 'uuid';
import {
  $createFootnote,
  $footnoteOf,
  $isFootnote,
  $isFootnoteReference,
  $setFootnote,
} from './nodes';
import { $copyOf, $lostNote, $notes } from './settle';

/**
 * Gives pasted references ids of their own, each with a copy of its note: that of this article, or the
 * one that was cut elsewhere. A reference whose note is nowhere goes again (settle.ts); a note that was
 * pasted as a block stays with its words, as a paragraph does.
 *
 * @param nodes what is about to be inserted; changed in place
 */
export function $renewFootnotes(nodes: LexicalNode[]): void {
  const pastedNotes = nodes.filter($isFootnote);
  const renew = (node: LexicalNode): void => {
    if ($isElementNode(node)) for (const child of node.getChildren()) renew(child);
    if (!$isFootnoteReference(node)) return;
    const former = $footnoteOf(node);
    const words =
      pastedNotes.find((note) => $footnoteOf(note) === former) ??
      $notes().get(former) ??
      $lostNote(former);
    if (!words) return;
    const id = newId();
    $setFootnote(node, id);
    const note = $createFootnote(id);
    note.append(...words.getChildren().map($copyOf));
    $getRoot().append(note);
  };
  for (const node of nodes) renew(node);
  for (const note of pastedNotes) nodes.splice(nodes.indexOf(note), 1);
}
