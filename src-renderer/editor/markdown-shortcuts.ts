import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
import {
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CHECK_LIST,
  type ElementTransformer,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { $createQuoteNode, $isQuoteNode, QuoteNode } from '@lexical/rich-text';
import { $isTableCellNode } from '@lexical/table';
import { $createParagraphNode, type LexicalEditor } from 'lexical';
import { $isFigureNode } from './figure/node';
import { $isFootnote } from './footnote/nodes';
import { $isHeaderBlock } from './nodes';

/*
 * Markdown that is typed takes form at once: "## " a heading, "- " a list, "> " a block quotation,
 * "---" a rule, *words* and the like. Undo brings the signs back.
 */

/** Nothing that is typed turns the headline, the standfirst, a note or the line of a cell into something else. */
function inBody(transformer: ElementTransformer): ElementTransformer {
  return {
    ...transformer,
    replace: (parent, ...rest) =>
      $isHeaderBlock(parent) ||
      $isFigureNode(parent) ||
      $isFootnote(parent) ||
      $isTableCellNode(parent.getParent())
        ? false
        : transformer.replace(parent, ...rest),
  };
}

/** A block quotation of Stet holds paragraphs. */
const QUOTATION: ElementTransformer = {
  type: 'element',
  dependencies: [QuoteNode],
  export: () => null,
  regExp: /^>\s/,
  replace(parent, children) {
    const paragraph = $createParagraphNode().append(...children);
    parent.replace($createQuoteNode({ shadowRoot: true }).append(paragraph));
    paragraph.selectStart();
  },
};

const RULE: ElementTransformer = {
  type: 'element',
  dependencies: [HorizontalRuleNode],
  export: () => null,
  // The dashes may have been set as they were typed.
  regExp: /^(?:---|—|–-|\*\*\*)\s$/,
  replace(parent, _children, match) {
    // Below a block quotation a dash begins the line that says who is quoted.
    const isQuoted = $isQuoteNode(parent.getPreviousSibling()) || $isQuoteNode(parent.getParent());
    if (isQuoted && match[0]?.startsWith('—')) return false;
    const next = $createParagraphNode();
    parent.replace($createHorizontalRuleNode()).insertAfter(next);
    next.select();
  },
};

const TRANSFORMERS: Transformer[] = [
  ...[HEADING, QUOTATION, CHECK_LIST, UNORDERED_LIST, ORDERED_LIST, RULE].map(inBody),
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  INLINE_CODE,
  LINK,
];

/** Registers the shortcuts; answers the function that removes them. */
export function registerShortcuts(editor: LexicalEditor): () => void {
  return registerMarkdownShortcuts(editor, TRANSFORMERS);
}
