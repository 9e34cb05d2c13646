import * as v from 'valibot';
import { IdSchema } from '../model/common';

/*
 * The editor's JSON (Lexical's serialised state), version 1.
 *
 * root
 *   headline                exactly one, first: inline content
 *   standfirst              none or one, second: inline content
 *   paragraph | heading (h2–h4) | list | quote | horizontalrule ...
 *     quote                 a block quotation in shadow-root mode: holds paragraphs
 *     list > listitem       inline content, or one nested list
 * inline: text | linebreak | tab | link (holds text)
 *
 * A quotation's identity is the NodeState `quotation` of the text nodes it covers, serialised as
 * `$: { quotation: [id, …] }`. The JSON says where quotations are; the library says what is known.
 * Fields that Lexical adds of its own are kept as they are.
 */

/** NodeState of a text node: the ids of the quotations it belongs to, outermost first. */
export const QuotationStateSchema = v.looseObject({
  quotation: v.exactOptional(v.array(IdSchema)),
});

export interface TextNode {
  type: 'text';
  version: number;
  text: string;
  /** Lexical's bit mask: 1 bold, 2 italic, 4 strikethrough, 8 underline, 16 code, 32 subscript, 64 superscript. */
  format: number;
  detail: number;
  mode: 'normal' | 'token' | 'segmented';
  style: string;
  $?: { quotation?: string[] };
}
export interface LineBreakNode {
  type: 'linebreak';
  version: number;
}
export interface TabNode {
  type: 'tab';
  version: number;
  text: string;
}
export interface LinkNode {
  type: 'link' | 'autolink';
  version: number;
  url: string;
  children: InlineNode[];
}
export type InlineNode = TextNode | LineBreakNode | TabNode | LinkNode;

export interface InlineBlock {
  type: 'headline' | 'standfirst' | 'paragraph';
  version: number;
  children: InlineNode[];
}
export interface HeadingNode {
  type: 'heading';
  version: number;
  tag: 'h2' | 'h3' | 'h4';
  children: InlineNode[];
}
export interface ListItemNode {
  type: 'listitem';
  version: number;
  value: number;
  checked?: boolean | undefined;
  children: (InlineNode | ListNode)[];
}
export interface ListNode {
  type: 'list';
  version: number;
  listType: 'bullet' | 'number' | 'check';
  start: number;
  tag: 'ul' | 'ol';
  children: ListItemNode[];
}
export interface QuoteNode {
  type: 'quote';
  version: number;
  shadowRoot?: boolean | undefined;
  /** Blocks in shadow-root mode, which is the only one that Stet writes. */
  children: (BlockNode | InlineNode)[];
}
export interface HorizontalRuleNode {
  type: 'horizontalrule';
  version: number;
}
export type BlockNode = InlineBlock | HeadingNode | ListNode | QuoteNode | HorizontalRuleNode;
export interface RootNode {
  type: 'root';
  version: number;
  children: BlockNode[];
}
export interface Document {
  root: RootNode;
}

const version = v.number();
const text = v.looseObject({
  type: v.literal('text'),
  version,
  text: v.string(),
  format: v.number(),
  detail: v.number(),
  mode: v.picklist(['normal', 'token', 'segmented']),
  style: v.string(),
  $: v.exactOptional(QuotationStateSchema),
});
const lineBreak = v.looseObject({ type: v.literal('linebreak'), version });
const tab = v.looseObject({ type: v.literal('tab'), version, text: v.string() });
const link = v.looseObject({
  type: v.picklist(['link', 'autolink']),
  version,
  url: v.string(),
  children: v.array(v.lazy((): v.GenericSchema<unknown, InlineNode> => inline)),
});
const inline = v.variant('type', [text, lineBreak, tab, link]) as v.GenericSchema<
  unknown,
  InlineNode
>;
const inlines = v.array(inline);
const blocks = v.array(v.lazy((): v.GenericSchema<unknown, BlockNode> => block));
const inlineBlock = v.looseObject({
  type: v.picklist(['headline', 'standfirst', 'paragraph']),
  version,
  children: inlines,
});
const heading = v.looseObject({
  type: v.literal('heading'),
  version,
  tag: v.picklist(['h2', 'h3', 'h4']),
  children: inlines,
});
const listItem = v.looseObject({
  type: v.literal('listitem'),
  version,
  value: v.number(),
  checked: v.exactOptional(v.boolean()),
  children: v.array(v.union([inline, v.lazy((): v.GenericSchema<unknown, ListNode> => list)])),
});
const list = v.looseObject({
  type: v.literal('list'),
  version,
  listType: v.picklist(['bullet', 'number', 'check']),
  start: v.number(),
  tag: v.picklist(['ul', 'ol']),
  children: v.array(listItem),
}) as v.GenericSchema<unknown, ListNode>;
const quote = v.looseObject({
  type: v.literal('quote'),
  version,
  shadowRoot: v.exactOptional(v.boolean()),
  children: v.array(v.union([v.lazy((): v.GenericSchema<unknown, BlockNode> => block), inline])),
});
const rule = v.looseObject({ type: v.literal('horizontalrule'), version });
const block = v.union([inlineBlock, heading, list, quote, rule]) as v.GenericSchema<
  unknown,
  BlockNode
>;

/** Parses the editor's JSON; throws valibot's error where it is not a document of this version. */
export const DocumentSchema = v.looseObject({
  root: v.looseObject({ type: v.literal('root'), version, children: blocks }),
}) as unknown as v.GenericSchema<Document, Document>;
