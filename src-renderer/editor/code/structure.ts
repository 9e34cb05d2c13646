import {
  $createLineBreakNode,
  $createTextNode,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isTabNode,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  TextNode,
} from 'lexical';
import { $claimsOf, $setClaims } from '../claim/state';
import { $isInlineHtml } from '../html/nodes';
import { $quotationsOf, $setQuotations } from '../quotation/state';
import { $leaves } from '../table/structure';
import { $isCodeBlock, CodeBlockNode } from './node';

/** Lexical's bit for code. */
const CODE = 0b1_0000;

/** Code holds text, line breaks and tabs; of blocks that came into it their lines, of links their words. */
function $keepCode(code: CodeBlockNode): void {
  if (code.getFormatType() !== '') code.setFormat('');
  if (code.getIndent() !== 0) code.setIndent(0);
  if (code.getStyle() !== '') code.setStyle('');
  for (const child of code.getChildren().reverse()) $keepChild(code, child);
}

function $keepChild(code: CodeBlockNode, child: LexicalNode): void {
  if ($isTextNode(child) || $isLineBreakNode(child)) return;
  if ($isInlineHtml(child)) {
    child.replace($createTextNode(child.getHtml()));
  } else if ($isElementNode(child) && child.isInline()) {
    for (const inner of child.getChildren()) child.insertBefore(inner);
    child.remove();
  } else if (!$isElementNode(child)) {
    // A rule goes below; a reference to a footnote has no place in code.
    if ($isDecoratorNode(child) && !child.isInline()) code.insertAfter(child);
    else child.remove();
  } else if (child.getType() === 'figure' || child.getType() === 'footnote') {
    code.insertAfter(child);
  } else {
    $insertLines(child, $leaves(child));
  }
}

function $insertLines(child: LexicalNode, lines: readonly LexicalNode[]): void {
  const [before, after] = [child.getPreviousSibling(), child.getNextSibling()];
  if (before && !$isLineBreakNode(before)) child.insertBefore($createLineBreakNode());
  for (const [index, line] of lines.entries()) {
    if (index > 0) child.insertBefore($createLineBreakNode());
    if ($isElementNode(line)) for (const inner of line.getChildren()) child.insertBefore(inner);
  }
  if (after && !$isLineBreakNode(after)) child.insertBefore($createLineBreakNode());
  child.remove(true);
}

/** Nobody is quoted in code, nothing is claimed in it, and it has no form but its own. */
function $keepText(text: TextNode): void {
  if (!$isCodeBlock(text.getParent()) || $isTabNode(text)) return;
  if (text.getFormat() !== CODE) text.setFormat(CODE);
  if ($quotationsOf(text).length > 0) $setQuotations(text, []);
  if ($claimsOf(text).length > 0) $setClaims(text, []);
}

/** Registers the transforms; answers the function that removes them. */
export function registerCodeStructure(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(CodeBlockNode, $keepCode),
    editor.registerNodeTransform(TextNode, $keepText),
  );
}
