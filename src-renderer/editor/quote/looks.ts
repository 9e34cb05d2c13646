import { $isQuoteNode, QuoteNode } from '@lexical/rich-text';
import {
  $getNodeByKey,
  $isParagraphNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  type NodeMutation,
  ParagraphNode,
} from 'lexical';
import { attributionOf } from '../../../src-shared/document/attribution';
import { $isPullQuote } from './state';

/** True for the line that says who is quoted: the one after a block quotation, or its last. */
export function $isAttribution(node: LexicalNode | null): boolean {
  if (!$isParagraphNode(node)) return false;
  const quote = node.getParent();
  const isInPlace =
    $isQuoteNode(node.getPreviousSibling()) ||
    ($isQuoteNode(quote) && quote.getChildrenSize() > 1 && node.getNextSibling() === null);
  if (!isInPlace) return false;
  const text = node.getTextContent();
  return attributionOf(text, { start: 0, end: text.length }) !== null;
}

/**
 * Draws pull quotes and attributions, which the document knows by a state and by the words: their
 * elements get a class (editor.css). Looks at what changed and at what stands beside it.
 */
export function registerQuoteLooks(editor: LexicalEditor): () => void {
  function $draw(node: LexicalNode | null) {
    const element = node && editor.getElementByKey(node.getKey());
    if (!element) return;
    if ($isQuoteNode(node)) element.classList.toggle('pull-quote', $isPullQuote(node));
    else if ($isParagraphNode(node)) element.classList.toggle('attribution', $isAttribution(node));
  }

  function $drawAround(key: NodeKey) {
    const node = $getNodeByKey(key);
    $draw(node);
    if ($isQuoteNode(node)) {
      $draw(node.getNextSibling());
      for (const child of node.getChildren()) $draw(child);
    } else if ($isQuoteNode(node?.getParent())) {
      $draw(node?.getPreviousSibling() ?? null);
    }
  }

  function drawn(mutations: ReadonlyMap<NodeKey, NodeMutation>) {
    editor.read('latest', () => {
      for (const [key, mutation] of mutations) {
        if (mutation !== 'destroyed') $drawAround(key);
      }
    });
  }

  return mergeRegister(
    editor.registerMutationListener(QuoteNode, drawn),
    editor.registerMutationListener(ParagraphNode, drawn),
    // Typing changes a text node alone: its paragraph is no other one, but it may read otherwise.
    editor.registerUpdateListener(({ dirtyElements }) => {
      if (dirtyElements.size === 0) return;
      editor.read('latest', () => {
        for (const key of dirtyElements.keys()) $drawAround(key);
      });
    }),
  );
}
