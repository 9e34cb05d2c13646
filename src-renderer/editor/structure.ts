import { HorizontalRuleNode } from '@lexical/extension';
import { AutoLinkNode, LinkNode } from '@lexical/link';
import { $isQuoteNode, HeadingNode, QuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getRoot,
  $isRootOrShadowRoot,
  type ElementNode,
  type LexicalEditor,
  mergeRegister,
  ParagraphNode,
  RootNode,
  TextNode,
} from 'lexical';
import { isSafeLink } from '../../src-shared/document/links';
import { HtmlBlockNode } from './html/nodes';
import {
  $createHeadlineNode,
  $isHeaderBlock,
  $isHeadlineNode,
  $isStandfirstNode,
  HeadlineNode,
  StandfirstNode,
} from './nodes';

/*
 * What a document may look like, kept by node transforms: whatever comes in (typing, paste, an older
 * document) is put into the form of `DocumentSchema`. A transform runs for changed nodes only, so none
 * of them may look at the whole document.
 */

/** Bold, italic, strikethrough, underline, code, subscript, superscript: Lexical's bits 1 to 64. */
const KEPT_FORMATS = 0b111_1111;

const LINK_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address that somebody typed as it is kept, or null where it is none. A missing scheme is completed:
 * "example.org" is https, "mara@example.org" is mailto. What begins with a slash, a dot, "#" or "?" is
 * relative to the site that the article will stand on.
 */
export function linkAddress(input: string): string | null {
  const text = input.trim();
  return /^(?:[/#?]|\.{1,2}\/)./.test(text) && !/\s/.test(text) && isSafeLink(text)
    ? text
    : webAddress(text);
}

/** The same of an address of the web or of mail alone; null for any other. */
export function webAddress(input: string): string | null {
  const text = input.trim();
  if (text === '' || /\s/.test(text)) return null;
  const complete = /^[a-z][a-z0-9+.-]*:/i.test(text)
    ? text
    : /^[^/@]+@[^/@]+\.[^/@]+$/.test(text)
      ? `mailto:${text}`
      : `https://${text}`;
  if (!URL.canParse(complete)) return null;
  const url = new URL(complete);
  if (!LINK_PROTOCOLS.has(url.protocol)) return null;
  return url.protocol === 'mailto:' || url.hostname.includes('.') || url.hostname === 'localhost'
    ? complete
    : null;
}

/** Headline first, at most one standfirst right after it, at least one block of body. */
function $keepHeader(root: RootNode): void {
  const first = root.getFirstChild();
  if (!$isHeadlineNode(first)) {
    const headline = $createHeadlineNode();
    if (first) first.insertBefore(headline);
    else root.append(headline);
  }
  if ($isHeaderBlock(root.getLastChild())) root.append($createParagraphNode());
}

function $toParagraph(block: ElementNode): void {
  block.replace($createParagraphNode(), true);
}

function $keepHeadline(node: HeadlineNode): void {
  if (node.is($getRoot().getFirstChild())) return;
  $toParagraph(node);
}

function $keepStandfirst(node: StandfirstNode): void {
  const before = node.getPreviousSibling();
  const inRoot = $getRoot().is(node.getParent());
  if (inRoot && $isHeadlineNode(before)) return;
  const headline = $getRoot().getFirstChild();
  // Something was put between headline and standfirst: the standfirst goes back up.
  if (inRoot && $isHeadlineNode(headline) && !$isStandfirstNode(headline.getNextSibling())) {
    headline.insertAfter(node);
  } else {
    $toParagraph(node);
  }
}

function $clearBlockFormat(node: ElementNode): void {
  if (node.getFormatType() !== '') node.setFormat('');
  if (node.getIndent() !== 0) node.setIndent(0);
  if (node.getStyle() !== '') node.setStyle('');
}

/** A block quotation holds paragraphs and is never nested. */
function $keepQuote(node: QuoteNode): void {
  if ($isQuoteNode(node.getParent())) {
    for (const child of node.getChildren()) node.insertBefore(child);
    node.remove();
    return;
  }
  $clearBlockFormat(node);
  if (!node.isShadowRoot()) node.setIsShadowRoot(true);
  if (node.isEmpty()) node.append($createParagraphNode());
}

/** An address that is kept as it is may have come from anywhere: what was typed is completed before. */
function $keepLink(node: LinkNode): void {
  if (isSafeLink(node.getURL())) return;
  for (const child of node.getChildren()) node.insertBefore(child);
  node.remove();
}

/** A rule, or kept HTML, stands between blocks: a link around what is selected would take it into a line. */
function $keepRule(rule: HorizontalRuleNode | HtmlBlockNode): void {
  const around = rule.getParents().findIndex($isRootOrShadowRoot);
  const holders = rule.getParents().slice(0, around);
  const outermost = holders.at(-1);
  if (!outermost) return;
  outermost.insertAfter(rule);
  for (const holder of holders) if (holder.isEmpty()) holder.remove(true);
}

function $keepText(node: TextNode): void {
  if (node.getStyle() !== '') node.setStyle('');
  const format = node.getFormat();
  if ((format & ~KEPT_FORMATS) !== 0) node.setFormat(format & KEPT_FORMATS);
}

/** Registers the transforms; answers the function that removes them. */
export function registerStructure(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, $keepHeader),
    editor.registerNodeTransform(HeadlineNode, $keepHeadline),
    editor.registerNodeTransform(StandfirstNode, $keepStandfirst),
    editor.registerNodeTransform(ParagraphNode, $clearBlockFormat),
    editor.registerNodeTransform(HeadingNode, $clearBlockFormat),
    editor.registerNodeTransform(QuoteNode, $keepQuote),
    editor.registerNodeTransform(LinkNode, $keepLink),
    editor.registerNodeTransform(AutoLinkNode, $keepLink),
    editor.registerNodeTransform(HorizontalRuleNode, $keepRule),
    editor.registerNodeTransform(HtmlBlockNode, $keepRule),
    editor.registerNodeTransform(TextNode, $keepText),
  );
}
