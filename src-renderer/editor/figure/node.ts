import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getDocument,
  $getState,
  createState,
  type DOMExportOutput,
  type ElementDOMSlot,
  ElementNode,
  type LexicalNode,
  type LexicalUpdateJSON,
  type ParagraphNode,
  type SerializedElementNode,
  setDOMUnmanaged,
} from 'lexical';
import { figureWords } from '../../words/figures';
import { FRAME, type Shown, showPicture } from './frame';

/** What a figure says of its picture (src-shared/document/schema.ts). */
export interface FigureFields {
  picture: string;
  width: number;
  height: number;
  alternativeText: string | null;
  credit: string;
}

/** Where the picture was whose file was missing when the article was brought in; '' for any other. */
const addressState = createState('address', {
  parse: (value: unknown) => (typeof value === 'string' ? value : ''),
});

export type SerializedFigure = SerializedElementNode & FigureFields;

const NOTHING: FigureFields = {
  picture: '',
  width: 0,
  height: 0,
  alternativeText: null,
  credit: '',
};

/**
 * A picture with its caption. The caption is the node's own content, so that it is text like any other;
 * the picture and the credit stand around it and cannot be typed in.
 */
export class FigureNode extends ElementNode {
  /** @internal */
  __fields: FigureFields = NOTHING;

  override $config() {
    return this.config('figure', { extends: ElementNode });
  }

  override afterCloneFrom(former: this): void {
    super.afterCloneFrom(former);
    this.__fields = former.__fields;
  }

  getFields(): FigureFields {
    return this.getLatest().__fields;
  }

  setFields(fields: Partial<FigureFields>): this {
    const node = this.getWritable();
    node.__fields = { ...node.__fields, ...fields };
    return node;
  }

  override exportJSON(): SerializedFigure {
    return { ...super.exportJSON(), ...this.getFields() } as SerializedFigure;
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedElementNode>): this {
    const { picture, width, height, alternativeText, credit } = json as unknown as FigureFields;
    return super
      .updateFromJSON(json)
      .setFields({ picture, width, height, alternativeText, credit });
  }

  override createDOM(): HTMLElement {
    const document = $getDocument();
    const figure = document.createElement('figure');
    figure.className = 'figure';
    const frame = document.createElement('div');
    frame.className = FRAME;
    frame.contentEditable = 'false';
    frame.tabIndex = -1;
    frame.setAttribute('role', 'button');
    setDOMUnmanaged(frame);
    const caption = document.createElement('figcaption');
    caption.dataset.placeholder = figureWords.caption;
    const credit = document.createElement('div');
    credit.className = 'figure-credit';
    credit.contentEditable = 'false';
    setDOMUnmanaged(credit);
    figure.append(frame, caption, credit);
    this.show(figure, null);
    return figure;
  }

  override updateDOM(former: this, dom: HTMLElement): boolean {
    if (former.__fields !== this.__fields) this.show(dom, former.__fields);
    return false;
  }

  private show(figure: HTMLElement, former: Shown | null): void {
    const fields = this.__fields;
    const shown = { ...fields, address: $getState(this, addressState) };
    showPicture(figure.querySelector<HTMLElement>(`.${FRAME}`)!, shown, former);
    const credit = figure.querySelector<HTMLElement>('.figure-credit')!;
    credit.textContent = fields.credit;
    credit.hidden = fields.credit === '';
  }

  /** The words of the caption go into the caption. */
  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    return super.getDOMSlot(element).withElement(element.querySelector('figcaption')!);
  }

  /** What other programs are given: the words, for the picture stays in the library. */
  override exportDOM(): DOMExportOutput {
    const { picture, width, height, alternativeText, credit } = this.getFields();
    const document = $getDocument();
    const figure = document.createElement('figure');
    const data = { picture, width: String(width), height: String(height), credit };
    for (const [name, value] of Object.entries(data))
      figure.setAttribute(`data-stet-${name}`, value);
    if (alternativeText !== null) figure.setAttribute('data-stet-alternative', alternativeText);
    const caption = document.createElement('figcaption');
    figure.append(caption);
    return {
      element: figure,
      append: (child) => caption.append(child),
    };
  }

  /** Enter in the caption goes on below the picture. */
  override insertNewAfter(_selection: unknown, restoreSelection?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  /** Backspace at the start of the caption does not run it into the text above (keys.ts). */
  override collapseAtStart(): boolean {
    return true;
  }

  override canIndent(): boolean {
    return false;
  }
}

export function $createFigureNode(fields: Partial<FigureFields>): FigureNode {
  return $applyNodeReplacement(new FigureNode()).setFields(fields);
}

export function $isFigureNode(node: LexicalNode | null | undefined): node is FigureNode {
  return node instanceof FigureNode;
}
