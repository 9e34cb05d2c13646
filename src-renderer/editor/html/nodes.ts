import {
  $applyNodeReplacement,
  $getDocument,
  $getState,
  $getStateChange,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical';
import { words } from '../../words/code';
import { words as keptMarkdownWords } from '../../words/kept-markdown';
import { $keptMarkdown } from '../kept-markdown-state';

/*
 * HTML of a Markdown file, kept as it is: shown as what it says, never as what it would be. It has no
 * characters in the plain text and cannot be typed in; it comes and goes as a whole.
 */

const htmlState = createState('html', {
  parse: (value: unknown) => (typeof value === 'string' ? value : ''),
});
const OF_HTML = [{ flat: true as const, stateConfig: htmlState }];

function exported(html: string): DOMExportOutput {
  const element = $getDocument().createElement('code');
  element.textContent = html;
  return { element };
}

/** Marks the button in a block that asks for its HTML. */
export const EDIT_BUTTON = 'html-block-edit';

export class HtmlBlockNode extends DecoratorNode<null> {
  override $config() {
    return this.config('htmlblock', { extends: DecoratorNode, stateConfigs: OF_HTML });
  }

  getHtml(): string {
    return $getState(this, htmlState);
  }

  setHtml(html: string): this {
    return $setState(this, htmlState, html);
  }

  /** Lexical leaves out what is empty, and a block that keeps Markdown has no HTML. */
  override exportJSON() {
    return { ...super.exportJSON(), html: this.getHtml() };
  }

  override createDOM(): HTMLElement {
    const document = $getDocument();
    const block = document.createElement('div');
    block.className = 'html-block';
    const label = document.createElement('div');
    label.className = 'html-block-label';
    // By keyboard the block is selected, and Enter asks for its HTML.
    const edit = document.createElement('button');
    edit.type = 'button';
    edit.className = EDIT_BUTTON;
    edit.tabIndex = -1;
    edit.textContent = words.edit;
    const markdown = this.getHtml() === '' ? $keptMarkdown(this) : '';
    if (markdown === '') label.append(words.keptHtml, edit);
    else label.append(keptMarkdownWords.alone);
    const code = document.createElement('pre');
    code.textContent = markdown || this.getHtml();
    code.dir = 'ltr';
    code.translate = false;
    block.append(label, code);
    return block;
  }

  override updateDOM(former: this): boolean {
    return $getStateChange(this, former, htmlState) !== null;
  }

  override exportDOM(): DOMExportOutput {
    const { element } = exported(this.getHtml());
    const block = $getDocument().createElement('pre');
    if (element) block.append(element);
    return { element: block };
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return '';
  }

  override decorate(): null {
    return null;
  }
}

export class InlineHtmlNode extends DecoratorNode<null> {
  override $config() {
    return this.config('inlinehtml', { extends: DecoratorNode, stateConfigs: OF_HTML });
  }

  getHtml(): string {
    return $getState(this, htmlState);
  }

  setHtml(html: string): this {
    return $setState(this, htmlState, html);
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('code');
    element.className = 'inline-html';
    element.textContent = this.getHtml();
    element.title = words.keptInline;
    element.translate = false;
    return element;
  }

  override updateDOM(former: this): boolean {
    return $getStateChange(this, former, htmlState) !== null;
  }

  override exportDOM(): DOMExportOutput {
    return exported(this.getHtml());
  }

  override isInline(): true {
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

export function $createHtmlBlock(html: string): HtmlBlockNode {
  return $setState($applyNodeReplacement(new HtmlBlockNode()), htmlState, html);
}

export function $createInlineHtml(html: string): InlineHtmlNode {
  return $setState($applyNodeReplacement(new InlineHtmlNode()), htmlState, html);
}

export function $isHtmlBlock(node: LexicalNode | null | undefined): node is HtmlBlockNode {
  return node instanceof HtmlBlockNode;
}

export function $isInlineHtml(node: LexicalNode | null | undefined): node is InlineHtmlNode {
  return node instanceof InlineHtmlNode;
}
