import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getDocument,
  $isRangeSelection,
  $isTextNode,
  type BaseSelection,
  type DOMExportOutput,
  type ElementDOMSlot,
  ElementNode,
  type LexicalNode,
  type LexicalUpdateJSON,
  type ParagraphNode,
  type SerializedElementNode,
} from 'lexical';

const NOT_CODE = ~0b1_0000;

/** Lines that stand as they were written (src-shared/document/schema.ts). */
export class CodeBlockNode extends ElementNode {
  /**
   * By this field Lexical knows code, into which it pastes lines instead of parting it.
   * @internal
   */
  __language = '';

  override $config() {
    return this.config('codeblock', { extends: ElementNode });
  }

  override afterCloneFrom(former: this): void {
    super.afterCloneFrom(former);
    this.__language = former.__language;
  }

  getLanguage(): string {
    return this.getLatest().__language;
  }

  setLanguage(language: string): this {
    const node = this.getWritable();
    node.__language = language;
    return node;
  }

  override exportJSON(): SerializedElementNode {
    return { ...super.exportJSON(), language: this.getLanguage() } as SerializedElementNode;
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedElementNode>): this {
    const { language } = json as unknown as { language?: string };
    return super.updateFromJSON(json).setLanguage(language ?? '');
  }

  override createDOM(): HTMLElement {
    const document = $getDocument();
    const block = document.createElement('div');
    block.className = 'code-block';
    block.dir = 'ltr';
    block.translate = false;
    block.dataset.language = this.__language;
    block.append(document.createElement('pre'));
    return block;
  }

  override updateDOM(former: this, dom: HTMLElement): boolean {
    if (former.__language !== this.__language) dom.dataset.language = this.__language;
    return false;
  }

  /** The lines scroll sideways under the language, which stays where it is. */
  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    return super.getDOMSlot(element).withElement(element.querySelector('pre')!);
  }

  override exportDOM(): DOMExportOutput {
    const element = $getDocument().createElement('pre');
    if (this.getLanguage() !== '') element.dataset.language = this.getLanguage();
    return { element };
  }

  /** Backspace at its start makes words of it. */
  override collapseAtStart(): boolean {
    $toWords(this, $createParagraphNode());
    return true;
  }

  override canIndent(): boolean {
    return false;
  }
}

export function $createCodeBlock(language = ''): CodeBlockNode {
  return $applyNodeReplacement(new CodeBlockNode()).setLanguage(language);
}

export function $isCodeBlock(node: LexicalNode | null | undefined): node is CodeBlockNode {
  return node instanceof CodeBlockNode;
}

/** The code that the selection begins and ends in; null where it does not. */
export function $codeAt(selection: BaseSelection | null): CodeBlockNode | null {
  if (!$isRangeSelection(selection)) return null;
  const [block, other] = [selection.anchor, selection.focus].map((point) => {
    const node = point.getNode();
    return $isCodeBlock(node) ? node : node.getParent();
  });
  return $isCodeBlock(block) && block.is(other) ? block : null;
}

/** Puts another block in the place of code, with its lines as words. */
export function $toWords<Block extends ElementNode = ParagraphNode>(
  code: CodeBlockNode,
  block: Block,
): Block {
  const words = code.replace(block, true);
  for (const text of words.getChildren()) {
    if ($isTextNode(text)) text.setFormat(text.getFormat() & NOT_CODE);
  }
  return words;
}
