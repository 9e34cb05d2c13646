import {
  $applyNodeReplacement,
  $getDocument,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  ElementNode,
  type LexicalNode,
} from 'lexical';

import { words } from '../words';

/*
 * A footnote: its reference is a mark in the text that has no characters, its note a block below the
 * text. Both know each other by an id; the letter they show is worked out from the order of the
 * references (numbering.ts) and is no part of the document.
 */

const footnoteState = createState('footnote', {
  parse: (value: unknown) => (typeof value === 'string' ? value : ''),
});

export const REFERENCE_CLASS = 'footnote-reference';
export const FOOTNOTE_CLASS = 'footnote';

export class FootnoteReferenceNode extends DecoratorNode<null> {
  override $config() {
    return this.config('footnotereference', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: footnoteState }],
    });
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('sup');
    element.className = REFERENCE_CLASS;
    element.dataset.footnote = $footnoteOf(this);
    element.setAttribute('role', 'doc-noteref');
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): boolean {
    return true;
  }

  override isKeyboardSelectable(): boolean {
    return false;
  }

  override getTextContent(): string {
    return '';
  }

  override decorate(): null {
    return null;
  }
}

export class FootnoteNode extends ElementNode {
  override $config() {
    return this.config('footnote', {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: footnoteState }],
    });
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('div');
    element.className = FOOTNOTE_CLASS;
    element.dataset.footnote = $footnoteOf(this);
    element.setAttribute('role', 'doc-footnote');
    element.dataset.placeholder = words.footnote.placeholder;
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  /** A note is one line; where words come in that are several, they go on in it. */
  override canBeEmpty(): boolean {
    return true;
  }

  /** Backspace at its start does nothing to its words (keys.ts says what it does). */
  override collapseAtStart(): boolean {
    return true;
  }
}

/** The id that a reference and its note share. */
export function $footnoteOf(node: FootnoteReferenceNode | FootnoteNode): string {
  return $getState(node, footnoteState);
}

export function $createFootnoteReference(id: string): FootnoteReferenceNode {
  const node = $applyNodeReplacement(new FootnoteReferenceNode());
  $setFootnote(node, id);
  return node;
}

export function $createFootnote(id: string): FootnoteNode {
  const node = $applyNodeReplacement(new FootnoteNode());
  $setFootnote(node, id);
  return node;
}

export function $setFootnote(node: FootnoteReferenceNode | FootnoteNode, id: string): void {
  $setState(node, footnoteState, id);
}

export function $isFootnoteReference(
  node: LexicalNode | null | undefined,
): node is FootnoteReferenceNode {
  return node instanceof FootnoteReferenceNode;
}

export function $isFootnote(node: LexicalNode | null | undefined): node is FootnoteNode {
  return node instanceof FootnoteNode;
}
