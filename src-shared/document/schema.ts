import * as v from 'valibot';
import { IdSchema } from '../model/common';
import type { FormatMark, LinkMark, SuggestionMark } from './suggestion-marks';

/*
 * The editor's JSON (Lexical's serialised state), version 1.
 *
 * root
 *   headline                exactly one, first: inline content
 *   standfirst              none or one, second: inline content
 *   paragraph | heading (h1–h6) | list | quote | horizontalrule ...
 *     figure                a picture; its inline content is the caption
 *     quote                 a block quotation in shadow-root mode: holds paragraphs; a pull quote
 *                           where its NodeState `pull` is true
 *     table > tablerow > tablecell   a grid without merged cells; cells hold paragraphs
 *     list > listitem       inline content, or one nested list; what else belongs to an item stands
 *                           below the list, with the NodeState `item` (list-tree.ts)
 *     codeblock             lines of code: text in the form of code, linebreak and tab, nothing else
 *     htmlblock             HTML of a Markdown file, kept as it is
 *   footnote*               last: inline content, one for each footnotereference
 * inline: text | linebreak | tab | link (holds text) | footnotereference | inlinehtml
 *
 * What Markdown says beyond this is kept beside it: the NodeState `markdown` of a block of the root, or
 * of a footnote (kept-markdown.ts).
 *
 * A quotation's identity is the NodeState `quotation` of the text nodes it covers, serialised as
 * `$: { quotation: [id, …] }`. The JSON says where quotations are; the library says what is known.
 * What somebody proposes to insert, to delete or to format is a NodeState as well (suggestions.ts).
 * Fields that Lexical adds of its own are kept as they are.
 */

/** NodeState of a text node: the ids of the quotations it belongs to, outermost first. */
export const QuotationStateSchema = v.looseObject({
  quotation: v.exactOptional(v.array(IdSchema)),
  /** The claims that it is part of. */
  claim: v.exactOptional(v.array(IdSchema)),
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
  $?: {
    quotation?: string[];
    claim?: string[];
    inserted?: SuggestionMark;
    deleted?: SuggestionMark;
    formatted?: FormatMark;
    linked?: LinkMark;
  };
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
  /** An address that `isSafeLink` (links.ts) lets through; it may be relative to a site. */
  url: string;
  /** What a browser shows beside the mouse. */
  title?: string | null;
  children: InlineNode[];
}
/** The mark in the text that leads to a footnote. It has no characters in the plain text. */
export interface FootnoteReferenceNode {
  type: 'footnotereference';
  version: number;
  /** The `footnote` of its note. */
  footnote: string;
}
/** HTML in a line of a Markdown file, kept as it is. It has no characters in the plain text. */
export interface InlineHtmlNode {
  type: 'inlinehtml';
  version: number;
  html: string;
}
export type InlineNode =
  | TextNode
  | LineBreakNode
  | TabNode
  | LinkNode
  | FootnoteReferenceNode
  | InlineHtmlNode;

export interface InlineBlock {
  type: 'headline' | 'standfirst' | 'paragraph';
  version: number;
  children: InlineNode[];
}
/** A note below the text. Notes stand last among the blocks, in the order of their references. */
export interface FootnoteNode {
  type: 'footnote';
  version: number;
  /** Its id, of no meaning outside the document. */
  footnote: string;
  children: InlineNode[];
}
export interface HeadingNode {
  type: 'heading';
  version: number;
  /** Of the first level in a Markdown file that parts its text so; the headline is a node of its own. */
  tag: 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
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
  /** `loose`: an empty line parts its items. `continues`: it goes on with a list above (list-tree.ts). */
  $?: { loose?: boolean; continues?: boolean };
  listType: 'bullet' | 'number' | 'check';
  start: number;
  tag: 'ul' | 'ol';
  children: ListItemNode[];
}
export interface QuoteNode {
  type: 'quote';
  version: number;
  shadowRoot?: boolean | undefined;
  /** A pull quote; any other block quotation has no state. */
  $?: { pull?: boolean };
  /** Blocks in shadow-root mode, which is the only one that Stet writes. */
  children: (BlockNode | InlineNode)[];
}
/** A picture of the library with its caption, which is what its children are. */
export interface FigureNode {
  type: 'figure';
  version: number;
  /**
   * `titled`: in the Markdown it came from the credit was the title of the picture and no line below it.
   * `address`: where the picture was, whose file was missing when the article was brought in.
   */
  $?: { titled?: boolean; address?: string };
  /**
   * SHA-256 of the picture's bytes, hexadecimal; in an imported file, until it is taken in, its address;
   * where its file was missing, SHA-256 of that.
   */
  picture: string;
  /** In pixels as the picture is seen upright; 0: not known. */
  width: number;
  height: number;
  /** What is read out in place of the picture; '': it is decorative; null: nobody has said yet. */
  alternativeText: string | null;
  /** Who took or made it, as printed; '' where nothing is printed. */
  credit: string;
  children: InlineNode[];
}
/** Lines that stand as they were written. No quotation, claim or spelling is looked for in them. */
export interface CodeBlockNode {
  type: 'codeblock';
  version: number;
  /** What Markdown calls the info string: a language and what may follow it; '' for none. */
  language: string;
  children: InlineNode[];
}
/** HTML of a Markdown file that an article has no form for. It is given back, never shown or run. */
export interface HtmlBlockNode {
  type: 'htmlblock';
  version: number;
  html: string;
}
export interface HorizontalRuleNode {
  type: 'horizontalrule';
  version: number;
}
/** Every row has as many cells as the others. */
export interface TableNode {
  type: 'table';
  version: number;
  children: TableRowNode[];
}
export interface TableRowNode {
  type: 'tablerow';
  version: number;
  children: TableCellNode[];
}
export interface TableCellNode {
  type: 'tablecell';
  version: number;
  /** Lexical's bits: 1 for a cell of a header row, 2 for one of a header column. */
  headerState: number;
  children: InlineBlock[];
}
export type BlockNode =
  | InlineBlock
  | HeadingNode
  | ListNode
  | QuoteNode
  | HorizontalRuleNode
  | FigureNode
  | FootnoteNode
  | TableNode
  | CodeBlockNode
  | HtmlBlockNode;
export interface RootNode {
  type: 'root';
  version: number;
  children: BlockNode[];
}
export interface Document {
  root: RootNode;
}

/** A picture's SHA-256 in hexadecimal. */
export const PICTURE_ID = /^[0-9a-f]{64}$/;

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
  title: v.exactOptional(v.nullable(v.string())),
  children: v.array(v.lazy((): v.GenericSchema<unknown, InlineNode> => inline)),
});
const footnote = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
const footnoteReference = v.looseObject({
  type: v.literal('footnotereference'),
  version,
  footnote,
});
const inlineHtml = v.looseObject({ type: v.literal('inlinehtml'), version, html: v.string() });
const inline = v.variant('type', [
  text,
  lineBreak,
  tab,
  link,
  footnoteReference,
  inlineHtml,
]) as v.GenericSchema<unknown, InlineNode>;
const inlines = v.array(inline);
const blocks = v.array(v.lazy((): v.GenericSchema<unknown, BlockNode> => block));
const inlineBlock = v.looseObject({
  type: v.picklist(['headline', 'standfirst', 'paragraph']),
  version,
  children: inlines,
});
const footnoteBlock = v.looseObject({
  type: v.literal('footnote'),
  version,
  footnote,
  children: inlines,
});
const heading = v.looseObject({
  type: v.literal('heading'),
  version,
  tag: v.picklist(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']),
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
  $: v.exactOptional(
    v.looseObject({
      loose: v.exactOptional(v.boolean()),
      continues: v.exactOptional(v.boolean()),
    }),
  ),
  listType: v.picklist(['bullet', 'number', 'check']),
  start: v.number(),
  tag: v.picklist(['ul', 'ol']),
  children: v.array(listItem),
}) as v.GenericSchema<unknown, ListNode>;
const quote = v.looseObject({
  type: v.literal('quote'),
  version,
  shadowRoot: v.exactOptional(v.boolean()),
  $: v.exactOptional(v.looseObject({ pull: v.exactOptional(v.boolean()) })),
  children: v.array(v.union([v.lazy((): v.GenericSchema<unknown, BlockNode> => block), inline])),
});
const pixels = v.pipe(v.number(), v.integer(), v.minValue(0));
const figure = v.looseObject({
  type: v.literal('figure'),
  version,
  $: v.exactOptional(
    v.looseObject({
      titled: v.exactOptional(v.boolean()),
      address: v.exactOptional(v.string()),
    }),
  ),
  picture: v.pipe(v.string(), v.regex(PICTURE_ID)),
  width: pixels,
  height: pixels,
  alternativeText: v.nullable(v.string()),
  credit: v.string(),
  children: inlines,
});
const rule = v.looseObject({ type: v.literal('horizontalrule'), version });
const codeBlock = v.looseObject({
  type: v.literal('codeblock'),
  version,
  language: v.string(),
  children: inlines,
});
const htmlBlock = v.looseObject({ type: v.literal('htmlblock'), version, html: v.string() });
const table = v.looseObject({
  type: v.literal('table'),
  version,
  children: v.array(
    v.looseObject({
      type: v.literal('tablerow'),
      version,
      children: v.array(
        v.looseObject({
          type: v.literal('tablecell'),
          version,
          headerState: v.number(),
          children: v.array(inlineBlock),
        }),
      ),
    }),
  ),
});
const block = v.union([
  inlineBlock,
  heading,
  list,
  quote,
  rule,
  figure,
  table,
  footnoteBlock,
  codeBlock,
  htmlBlock,
]) as v.GenericSchema<unknown, BlockNode>;

/** Parses the editor's JSON; throws valibot's error where it is not a document of this version. */
export const DocumentSchema = v.looseObject({
  root: v.looseObject({ type: v.literal('root'), version, children: blocks }),
}) as unknown as v.GenericSchema<Document, Document>;
