import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getDocument,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical';

/*
 * The two blocks above the body. They hold inline content only, are never nested and never leave
 * their place (structure.ts); Enter in them moves on and splits nothing (keys.ts).
 */

/** Shown by editor.css where the block is empty. */
const PLACEHOLDERS = { headline: 'Headline', standfirst: 'Standfirst' } as const;

function createBlock(tag: string, kind: keyof typeof PLACEHOLDERS): HTMLElement {
  const element = $getDocument().createElement(tag);
  element.className = kind;
  element.dataset.placeholder = PLACEHOLDERS[kind];
  return element;
}

function insertParagraphAfter(block: ElementNode, restoreSelection?: boolean): ParagraphNode {
  const paragraph = $createParagraphNode();
  paragraph.setDirection(block.getDirection());
  block.insertAfter(paragraph, restoreSelection);
  return paragraph;
}

export class HeadlineNode extends ElementNode {
  override $config() {
    return this.config('headline', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    return createBlock('h1', 'headline');
  }

  override updateDOM(): boolean {
    return false;
  }

  /** Lines pasted into the headline go on as paragraphs. */
  override insertNewAfter(_selection: unknown, restoreSelection?: boolean): ParagraphNode {
    return insertParagraphAfter(this, restoreSelection);
  }

  /** There is nothing above the headline: Backspace at its start does nothing. */
  override collapseAtStart(): boolean {
    return true;
  }
}

export class StandfirstNode extends ElementNode {
  override $config() {
    return this.config('standfirst', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    return createBlock('div', 'standfirst');
  }

  override updateDOM(): boolean {
    return false;
  }

  override insertNewAfter(_selection: unknown, restoreSelection?: boolean): ParagraphNode {
    return insertParagraphAfter(this, restoreSelection);
  }

  /** Backspace at its start takes back that it is a standfirst. */
  override collapseAtStart(): boolean {
    const paragraph = $createParagraphNode();
    this.replace(paragraph, true);
    return true;
  }
}

export function $createHeadlineNode(): HeadlineNode {
  return $applyNodeReplacement(new HeadlineNode());
}

export function $createStandfirstNode(): StandfirstNode {
  return $applyNodeReplacement(new StandfirstNode());
}

export function $isHeadlineNode(node: LexicalNode | null | undefined): node is HeadlineNode {
  return node instanceof HeadlineNode;
}

export function $isStandfirstNode(node: LexicalNode | null | undefined): node is StandfirstNode {
  return node instanceof StandfirstNode;
}

/** True for the headline and the standfirst. */
export function $isHeaderBlock(
  node: LexicalNode | null | undefined,
): node is HeadlineNode | StandfirstNode {
  return $isHeadlineNode(node) || $isStandfirstNode(node);
}
