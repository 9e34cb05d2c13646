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
  type TextMatchTransformer,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { $createQuoteNode, $isQuoteNode, QuoteNode } from '@lexical/rich-text';
import { $isTableCellNode } from '@lexical/table';
import { $addUpdateTag, $createParagraphNode, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { $createCodeBlock, CodeBlockNode } from './code/node';
import { $isFigureNode } from './figure/node';
import { $isFootnote } from './footnote/nodes';
import { $isHeaderBlock } from './nodes';
import { linkAddress } from './structure';

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

/** "# " is what "## " is: the article's one heading of the first level is its headline. */
const TYPED_HEADING: ElementTransformer = {
  ...HEADING,
  replace(parent, children, match, isImport) {
    const typed = [...match] as RegExpMatchArray;
    if (typed[1] === '#') typed[1] = '##';
    return HEADING.replace(parent, children, typed, isImport);
  },
};

/** What is typed as an address is completed as it is everywhere: "example.org" is none of the article's site. */
const TYPED_LINK: TextMatchTransformer = {
  ...LINK,
  replace(node, match) {
    const typed = match[2] ?? match[3] ?? '';
    const address = linkAddress(typed);
    if (address === null) return;
    const completed = [...match] as RegExpMatchArray;
    completed[2] = address;
    return LINK.replace?.(node, completed);
  },
};

/** Three backquotes, and the language if one is named, with a space or Enter behind. */
const CODE: ElementTransformer = {
  type: 'element',
  dependencies: [CodeBlockNode],
  export: () => null,
  regExp: /^```([^\s`]{0,40})\s?$/,
  triggerOnEnter: true,
  replace(parent, children, match) {
    const code = $createCodeBlock(match[1]);
    parent.replace(code.append(...children));
    code.selectStart();
    $addUpdateTag(HISTORY_PUSH_TAG);
  },
};

const TRANSFORMERS: Transformer[] = [
  ...[TYPED_HEADING, QUOTATION, CHECK_LIST, UNORDERED_LIST, ORDERED_LIST, RULE, CODE].map(inBody),
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  INLINE_CODE,
  TYPED_LINK,
];

/** Registers the shortcuts; answers the function that removes them. */
export function registerShortcuts(editor: LexicalEditor): () => void {
  return registerMarkdownShortcuts(editor, TRANSFORMERS);
}
