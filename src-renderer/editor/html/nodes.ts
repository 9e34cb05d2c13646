import {
  $applyNodeReplacement,
  $getDocument,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical';
import { words } from '../../words/code';

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

export class HtmlBlockNode extends DecoratorNode<null> {
  override $config() {
    return this.config('htmlblock', { extends: DecoratorNode, stateConfigs: OF_HTML });
  }

  getHtml(): string {
    return $getState(this, htmlState);
  }

  override createDOM(): HTMLElement {
    const document = $getDocument();
    const block = document.createElement('div');
    block.className = 'html-block';
    const label = document.createElement('div');
    label.className = 'html-block-label';
    label.textContent = words.keptHtml;
    const code = document.createElement('pre');
    code.textContent = this.getHtml();
    code.dir = 'ltr';
    code.translate = false;
    block.append(label, code);
    return block;
  }

  override updateDOM(): boolean {
    return false;
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

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('code');
    element.className = 'inline-html';
    element.textContent = this.getHtml();
    element.title = words.keptHtml;
    element.translate = false;
    return element;
  }

  override updateDOM(): boolean {
    return false;
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
