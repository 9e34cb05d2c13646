import { addressOf } from './former-links';
import { isBlock } from './is-block';
import type {
  BlockNode,
  Document,
  InlineNode,
  ListItemNode,
  TableCellNode,
  TableRowNode,
  TextNode,
} from './schema';
import { holderOf } from './shapes';
import {
  type Shape,
  type ShapeHolder,
  type SuggestionMark,
  type SuggestionState,
  suggestionsOf,
} from './suggestion-marks';
import { hasSuggestions } from './suggestions';

/** What somebody proposes: the words that would come, those that would go, those that would look otherwise. */
export interface Suggestion extends SuggestionMark {
  inserted: string;
  deleted: string;
  formatted: string;
  /** How these would look; empty where it is about no format. */
  formats: FormatChange[];
  linked: string;
  /** Where these would lead; empty where it is about no link. */
  links: LinkChange[];
  /** Lines that would have another shape, each on a line of its own. */
  shaped: string;
  /** Which shapes those are; empty where it is about none. */
  shapes: ShapeChange[];
  /** Rows and columns of tables that would come or go. */
  parts: TablePart[];
}

/** A row or a column that would come, or go where `isIn` is false, with the words of its cells. */
export interface TablePart {
  kind: 'row' | 'column';
  isIn: boolean;
  words: string;
}

/** The addresses that words would lead to, and led to; null: they are no link. */
export interface LinkChange {
  to: string | null;
  from: string | null;
}

export type ShapeName =
  | 'paragraph'
  | 'heading'
  | 'subheading'
  | 'smallHeading'
  | 'bulletList'
  | 'numberedList'
  | 'taskList'
  | 'blockQuotation'
  | 'pullQuote';

/** The shape that a line would have, and had; what it stands in comes after what it is. */
export interface ShapeChange {
  to: ShapeName[];
  from: ShapeName[];
  /** How many lists deeper it would stand; 0 where it would be, or was, in none. */
  deeper: number;
  /** What becomes of the tick of a task. */
  tick: 'set' | 'taken' | null;
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

type Node = BlockNode | ListItemNode | InlineNode | TableRowNode | TableCellNode;

/** A break between lines, and a block without words, as they are shown among words. */
const BREAK = '¶';
const BLOCK_SIGNS: Record<string, string> = { horizontalrule: '⸻', htmlblock: '</>' };
const SIGNS: Record<string, string> = {
  linebreak: '\n',
  tab: '\t',
  footnotereference: '*',
  inlinehtml: '</>',
};
const LINES = new Set(['paragraph', 'heading', 'listitem']);
const TABLE_PARTS = new Set(['tablerow', 'tablecell']);

/** The suggestions of a document that nobody has decided yet, in the order of the text. */
export function listSuggestions(document: Document): Suggestion[] {
  if (!hasSuggestions(document)) return [];
  const found = new Map<string, Suggestion>();
  const of = ({ id, author, at }: SuggestionMark): Suggestion => {
    const words = { inserted: '', deleted: '', formatted: '', linked: '', shaped: '' };
    const none = { formats: [], links: [], shapes: [], parts: [] };
    const suggestion = found.get(id) ?? { id, author, at, ...words, ...none };
    found.set(id, suggestion);
    return suggestion;
  };
  const add = ({ inserted, deleted }: SuggestionState, text: string): void => {
    if (inserted) of(inserted).inserted += text;
    if (deleted) of(deleted).deleted += text;
  };
  const visit = (node: Node, holders: Node[], leadsTo: string | null): void => {
    const state = suggestionsOf(node);
    const { formatted, linked, shaped } = state;
    if (!TABLE_PARTS.has(node.type)) add(state, node.type === 'text' ? node.text : signOf(node));
    if (node.type === 'table') addParts(node.children, of);
    if (formatted && node.type === 'text') addFormat(of(formatted), node, formatted.formats);
    if (linked) {
      const words = node.type === 'text' ? node.text : ' ';
      addLink(of(linked), words, { to: leadsTo, from: linked.former?.url ?? null });
    }
    if (shaped) addShape(of(shaped), wordsOf(node), changeOf(node, holders, shaped.former));
    if (!('children' in node)) return;
    const inside = isBlock(node as BlockNode) ? [...holders, node] : holders;
    const address = 'url' in node ? addressOf(node).url : leadsTo;
    for (const child of node.children as Node[]) visit(child, inside, address);
  };
  for (const block of document.root.children) visit(block, [], null);
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

function addLink(suggestion: Suggestion, text: string, change: LinkChange): void {
  suggestion.linked += text;
  addOnce(suggestion.links, change);
}

function addShape(suggestion: Suggestion, text: string, change: ShapeChange): void {
  suggestion.shaped += `${suggestion.shapes.length > 0 ? '\n' : ''}${text}`;
  addOnce(suggestion.shapes, change);
}

function addOnce<T>(all: T[], one: T): void {
  const known = JSON.stringify(one);
  if (!all.some((other) => JSON.stringify(other) === known)) all.push(one);
}

/** The rows that have a mark, and the columns: by their uppermost cell. */
function addParts(rows: readonly TableRowNode[], of: (mark: SuggestionMark) => Suggestion): void {
  const addPart = (node: Node, kind: TablePart['kind'], cells: readonly TableCellNode[]) => {
    const { inserted, deleted } = suggestionsOf(node);
    const words = cells.map((cell) => wordsOf(cell)).filter((one) => one !== '');
    for (const [mark, isIn] of [[inserted, true] as const, [deleted, false] as const]) {
      if (mark) of(mark).parts.push({ kind, isIn, words: words.join(' · ') });
    }
  };
  for (const row of rows) addPart(row, 'row', row.children);
  for (const [column, cell] of (rows[0]?.children ?? []).entries()) {
    addPart(
      cell,
      'column',
      rows.flatMap((row) => row.children[column] ?? []),
    );
  }
}

function wordsOf(node: Node): string {
  if (node.type === 'text') return suggestionsOf(node).deleted ? '' : node.text;
  if (node.type === 'linebreak' || node.type === 'tab') return ' ';
  if (!('children' in node)) return '';
  return (node.children as Node[]).map(wordsOf).join('');
}

function changeOf(node: Node, holders: readonly Node[], former: Shape): ShapeChange {
  const depth = (all: readonly { type: string }[]) =>
    all.filter(({ type }) => type === 'list').length;
  const [is, was] = [depth(holders), depth(former.holders)];
  const [isTicked, wasTicked] = [isTickedTask(node), isTickedTask(former.line)];
  return {
    to: shapeNames(
      former.line.type === 'block' ? former.line : (node as Shape['line']),
      holders.map(holderOf),
    ),
    from: shapeNames(former.line, former.holders),
    deeper: is > 0 && was > 0 ? is - was : 0,
    tick: isTicked === wasTicked ? null : isTicked ? 'set' : 'taken',
  };
}

const isTickedTask = (line: { type: string; checked?: boolean | undefined }): boolean =>
  line.type === 'listitem' && line.checked === true;

const LIST_NAMES = {
  bullet: 'bulletList',
  number: 'numberedList',
  check: 'taskList',
} as const satisfies Record<string, ShapeName>;

function shapeNames(line: Shape['line'], holders: readonly ShapeHolder[]): ShapeName[] {
  const list = holders.findLast((holder) => holder.type === 'list');
  const quote = holders.findLast((holder) => holder.type === 'quote');
  const names: ShapeName[] = [];
  if (line.type === 'heading') names.push(headingName(line.tag));
  else if (list) names.push(LIST_NAMES[list.listType]);
  if (quote) names.push(quote.pull ? 'pullQuote' : 'blockQuotation');
  return names.length > 0 ? names : ['paragraph'];
}

function headingName(tag: string): ShapeName {
  if (tag === 'h1' || tag === 'h2') return 'heading';
  return tag === 'h3' ? 'subheading' : 'smallHeading';
}

/** What stands for a node that has a mark of its own and no characters. */
function signOf(node: Node): string {
  const { type } = node;
  if (LINES.has(type)) return BREAK;
  if (type === 'codeblock') return wordsOf(node) || '▭';
  return SIGNS[type] ?? BLOCK_SIGNS[type] ?? '▭';
}
