import { HorizontalRuleNode } from '@lexical/extension';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import * as fc from 'fast-check';
import {
  createEditor,
  createState,
  DecoratorNode,
  ElementNode,
  ParagraphNode,
  type SerializedElementNode,
  type SerializedParagraphNode,
} from 'lexical';
import { expect, test } from 'vitest';
import { arbitraryClaims } from './arbitrary-document';
import { document, inlineBlock, list, tab, textNode } from './build';
import { articleFromFile } from './from-file';
import { markQuotations } from './mark-quotations';
import { plainText } from './plain-text';
import type { Document, FigureNode as Figure } from './schema';

/*
 * What importers make has to be what Lexical saves: it is parsed by the real editor and compared
 * with what the editor writes.
 */

class HeadlineNode extends ParagraphNode {
  static override getType() {
    return 'headline';
  }
  static override clone(node: HeadlineNode) {
    return new HeadlineNode(node.__key);
  }
  static override importJSON(json: SerializedParagraphNode): HeadlineNode {
    return new HeadlineNode().updateFromJSON(json);
  }
}
class StandfirstNode extends ParagraphNode {
  static override getType() {
    return 'standfirst';
  }
  static override clone(node: StandfirstNode) {
    return new StandfirstNode(node.__key);
  }
  static override importJSON(json: SerializedParagraphNode): StandfirstNode {
    return new StandfirstNode().updateFromJSON(json);
  }
}

class FigureNode extends ElementNode {
  about: Pick<Figure, 'picture' | 'width' | 'height' | 'alternativeText' | 'credit'> | null = null;
  static override getType() {
    return 'figure';
  }
  static override clone(node: FigureNode) {
    return new FigureNode(node.__key);
  }
  static override importJSON(json: SerializedElementNode): FigureNode {
    const { picture, width, height, alternativeText, credit } = json as unknown as Figure;
    const node = new FigureNode().updateFromJSON(json);
    node.about = { picture, width, height, alternativeText, credit };
    return node;
  }
  override exportJSON() {
    return { ...super.exportJSON(), ...this.about };
  }
}

const footnoteState = createState('footnote', { parse: (value: unknown) => String(value ?? '') });
const OF_FOOTNOTE = [{ flat: true as const, stateConfig: footnoteState }];

class FootnoteReferenceNode extends DecoratorNode<null> {
  override $config() {
    return this.config('footnotereference', {
      extends: DecoratorNode,
      stateConfigs: OF_FOOTNOTE,
    });
  }
  override isInline() {
    return true;
  }
}

class FootnoteNode extends ElementNode {
  override $config() {
    return this.config('footnote', { extends: ElementNode, stateConfigs: OF_FOOTNOTE });
  }
}

const languageState = createState('language', { parse: (value: unknown) => String(value ?? '') });
const htmlState = createState('html', { parse: (value: unknown) => String(value ?? '') });
const OF_HTML = [{ flat: true as const, stateConfig: htmlState }];

class CodeBlockNode extends ElementNode {
  override $config() {
    const stateConfigs = [{ flat: true as const, stateConfig: languageState }];
    return this.config('codeblock', { extends: ElementNode, stateConfigs });
  }
  override exportJSON() {
    return { language: '', ...super.exportJSON() };
  }
}

class HtmlBlockNode extends DecoratorNode<null> {
  override $config() {
    return this.config('htmlblock', { extends: DecoratorNode, stateConfigs: OF_HTML });
  }
  override exportJSON() {
    return { html: '', ...super.exportJSON() };
  }
}

class InlineHtmlNode extends DecoratorNode<null> {
  override $config() {
    return this.config('inlinehtml', { extends: DecoratorNode, stateConfigs: OF_HTML });
  }
  override isInline() {
    return true;
  }
}

/** The document after the editor has read and saved it. */
function throughEditor(json: Document): Document {
  const editor = createEditor({
    nodes: [
      HeadlineNode,
      StandfirstNode,
      HeadingNode,
      QuoteNode,
      ListNode,
      ListItemNode,
      LinkNode,
      HorizontalRuleNode,
      TableNode,
      TableRowNode,
      TableCellNode,
      FigureNode,
      FootnoteNode,
      FootnoteReferenceNode,
      CodeBlockNode,
      HtmlBlockNode,
      InlineHtmlNode,
    ],
    onError: (error) => {
      throw error;
    },
  });
  const state = editor.parseEditorState(JSON.stringify(json));
  return JSON.parse(JSON.stringify(state)) as Document;
}

test('the editor saves any built document just as it was built', () => {
  fc.assert(
    fc.property(arbitraryClaims, ({ document: one }) => {
      expect(throughEditor(one)).toEqual(one);
    }),
    { numRuns: 50 },
  );
});

test('quotation ids, tabs and check lists go through the editor unchanged', () => {
  const one = document([
    inlineBlock('paragraph', [textNode('“No,”'), tab(), textNode('he said.')]),
    list('check', [
      { inlines: [textNode('done')], checked: true },
      { inlines: [textNode('open')] },
    ]),
  ]);
  const marked = markQuotations(one, [{ id: 'q', parts: [{ start: 2, end: 7 }] }]);
  expect(throughEditor(marked)).toEqual(marked);
  expect(plainText(marked).quotations.size).toBe(1);
});

test('an imported article goes through the editor unchanged', () => {
  const { document: one } = articleFromFile(
    'a.md',
    '# Title\n\nText **bold** [link](https://a.example).\n\n> Quote\n>\n> two\n\n- a\n  1. b\n\n---\n\n### Sub\n',
  );
  expect(throughEditor(one)).toEqual(one);
});
