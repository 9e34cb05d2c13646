import { $isLinkNode } from '@lexical/link';
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type {
  FormatMark,
  LinkMark,
  SuggestionMark,
} from '../../../src-shared/document/suggestion-marks';
import { $deepJson, type NodeJson } from '../document';
import { $inlinesOf, $kindOf, type PlaceKind } from './lines';
import { $deletedBy, $formattedBy, $insertedBy, $linkedBy } from './state';

/*
 * What stood at a place before an update: enough to put any of it back.
 */

/** A node inside a line. */
export interface Piece {
  text: string;
  json: NodeJson;
  inserted: SuggestionMark | null;
  deleted: SuggestionMark | null;
  /** Lexical's bits. */
  format: number;
  formatted: FormatMark | null;
  linked: LinkMark | null;
  /** The link that it stands in, without what else is in it. */
  link: NodeJson | null;
}

/** A block that lines stand in. */
export interface Holder {
  key: NodeKey;
  json: NodeJson;
}

export interface Place {
  key: NodeKey;
  /** Null for a line whose break nobody can change: in the cell of a table. */
  kind: PlaceKind | null;
  /** Without its children, unless it is apart. */
  json: NodeJson;
  inserted: SuggestionMark | null;
  deleted: SuggestionMark | null;
  /** What it stands in, the innermost first, without the root. */
  holders: Holder[];
  pieces: Piece[];
  /** The keys of its words. */
  keys: ReadonlySet<NodeKey>;
}

const OBJECT = '\uFFFC';

/** The characters that a node inside a line counts for. */
export function $signsOf(node: LexicalNode): string {
  if ($isTextNode(node)) return node.getTextContent();
  return $isLineBreakNode(node) ? '\n' : OBJECT;
}

/** Reads a place. */
export function $readPlace(node: LexicalNode): Place {
  const kind = $kindOf(node);
  const inlines = $isElementNode(node) ? $inlinesOf(node) : [];
  return {
    key: node.getKey(),
    kind,
    json: kind === 'apart' ? $deepJson(node) : $shallowJson(node),
    inserted: $insertedBy(node),
    deleted: $deletedBy(node),
    holders: $holdersOf(node),
    pieces: inlines.map($readPiece).filter(({ text }) => text !== ''),
    keys: new Set(inlines.map((inline) => inline.getKey())),
  };
}

function $readPiece(node: LexicalNode): Piece {
  const parent = node.getParent();
  return {
    text: $signsOf(node),
    json: $shallowJson(node),
    inserted: $insertedBy(node),
    deleted: $deletedBy(node),
    format: $isTextNode(node) ? node.getFormat() : 0,
    formatted: $formattedBy(node),
    linked: $linkedBy(node),
    link: $isLinkNode(parent) ? $shallowJson(parent) : null,
  };
}

function $holdersOf(node: LexicalNode): Holder[] {
  const holders: Holder[] = [];
  for (let at = node.getParent(); at && !$getRoot().is(at); at = at.getParent()) {
    holders.push({ key: at.getKey(), json: $shallowJson(at) });
  }
  return holders;
}

function $shallowJson(node: LexicalNode): NodeJson {
  const json = node.exportJSON() as NodeJson;
  return $isElementNode(node) ? { ...json, children: [] } : json;
}
