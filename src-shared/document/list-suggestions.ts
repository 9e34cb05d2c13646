import type { BlockNode, Document, InlineNode, ListItemNode, TextNode } from './schema';
import {
  hasSuggestions,
  type SuggestionMark,
  type SuggestionState,
  suggestionsOf,
} from './suggestions';

/** What somebody proposes: the words that would come, those that would go, those that would look otherwise. */
export interface Suggestion extends SuggestionMark {
  inserted: string;
  deleted: string;
  formatted: string;
  /** How these would look; empty where it is about no format. */
  formats: FormatChange[];
}

export const FORMAT_NAMES = [
  'bold',
  'italic',
  'strikethrough',
  'underline',
  'code',
  'subscript',
  'superscript',
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** A format that would come, or go where `isOn` is false. */
export interface FormatChange {
  name: FormatName;
  isOn: boolean;
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
  const of = ({ id, author, at }: SuggestionMark): Suggestion => {
    const none = { inserted: '', deleted: '', formatted: '', formats: [] };
    const suggestion = found.get(id) ?? { id, author, at, ...none };
    found.set(id, suggestion);
    return suggestion;
  };
  const add = ({ inserted, deleted }: SuggestionState, text: string): void => {
    if (inserted) of(inserted).inserted += text;
    if (deleted) of(deleted).deleted += text;
  };
  const visit = (node: Node): void => {
    if (node.type === 'text') {
      const state = suggestionsOf(node);
      add(state, node.text);
      if (state.formatted) addFormat(of(state.formatted), node, state.formatted.formats);
      return;
    }
    add(suggestionsOf(node), signOf(node));
    if ('children' in node) for (const child of node.children as Node[]) visit(child);
  };
  for (const block of document.root.children) visit(block);
  return [...found.values()];
}

function addFormat(suggestion: Suggestion, { text, format }: TextNode, formats: number): void {
  suggestion.formatted += text;
  for (const [bit, name] of FORMAT_NAMES.entries()) {
    const isOn = (format & (1 << bit)) !== 0;
    if ((formats & (1 << bit)) === 0) continue;
    const isKnown = suggestion.formats.some((one) => one.name === name && one.isOn === isOn);
    if (!isKnown) suggestion.formats.push({ name, isOn });
  }
}

/** What stands for a node that has a mark of its own and no characters. */
function signOf({ type }: Node): string {
  if (LINES.has(type)) return BREAK;
  return SIGNS[type] ?? BLOCK_SIGNS[type] ?? '▭';
}
