import { $findTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getRoot,
  $isDecoratorNode,
  $isElementNode,
  type LexicalEditor,
} from 'lexical';
import { FigureNode } from './node';

/** Figures stand at the top level and hold words alone, whatever was pasted into them. */
function $keepFigure(figure: FigureNode): void {
  if (figure.getFields().picture === '') {
    figure.replace($createParagraphNode(), true);
    return;
  }
  if (figure.getFormatType() !== '') figure.setFormat('');
  if (figure.getIndent() !== 0) figure.setIndent(0);
  const parent = figure.getParent();
  if (parent && !$getRoot().is(parent)) {
    // The rows and cells of a table are roots to Lexical.
    const top = $findTableNode(figure) ?? parent.getTopLevelElement();
    if (top) top.insertAfter(figure);
    return;
  }
  for (const child of figure.getChildren().reverse()) {
    const isBlock = ($isElementNode(child) || $isDecoratorNode(child)) && !child.isInline();
    if (isBlock) figure.insertAfter(child);
  }
}

/** Registers the transform; answers the function that removes it. */
export function registerFigureStructure(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(FigureNode, $keepFigure);
}
