import type { BlockNode, Document, InlineNode, ListItemNode } from './schema';
import {
  hasSuggestions,
  type SuggestionMark,
  type SuggestionState,
  suggestionsOf,
} from './suggestions';

/** What somebody proposes: the words that would come and those that would go. */
export interface Suggestion extends SuggestionMark {
  inserted: string;
  deleted: string;
}

type Node = BlockNode | ListItemNode | InlineNode;

/** A break between lines, and a block without words, as they are shown among words. */
const BREAK = '¶';
const BLOCK_SIGNS: Record<string, string> = { horizontalrule: '⸻' };
const SIGNS: Record<string, string> = { linebreak: '\n', tab: '\t', footnotereference: '*' };
const LINES = new Set(['paragraph', 'heading', 'listitem']);

/** The suggestions of a document that nobody has decided yet, in the order of the text. */
export function listSuggestions(document: Document): Suggestion[] {
  if (!hasSuggestions(document)) return [];
  const found = new Map<string, Suggestion>();
  const add = ({ inserted, deleted }: SuggestionState, text: string): void => {
    for (const [kind, mark] of [
      ['inserted', inserted],
      ['deleted', deleted],
    ] as const) {
      if (!mark) continue;
      const { id, author, at } = mark;
      const suggestion = found.get(id) ?? { id, author, at, inserted: '', deleted: '' };
      suggestion[kind] += text;
      found.set(id, suggestion);
    }
  };
  const visit = (node: Node): void => {
    if (node.type === 'text') {
      add(suggestionsOf(node), node.text);
      return;
    }
    add(suggestionsOf(node), signOf(node));
    if ('children' in node) for (const child of node.children as Node[]) visit(child);
  };
  for (const block of document.root.children) visit(block);
  return [...found.values()];
}

/** What stands for a node that has a mark of its own and no characters. */
function signOf({ type }: Node): string {
  if (LINES.has(type)) return BREAK;
  return SIGNS[type] ?? BLOCK_SIGNS[type] ?? '▭';
}
