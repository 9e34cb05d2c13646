import {
  ClickAfterLastBlockExtension,
  HorizontalRuleExtension,
  NodeSelectionDataSelectedExtension,
} from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { AutoLinkNode, LinkExtension } from '@lexical/link';
import { CheckListExtension, ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { TableExtension } from '@lexical/table';
import {
  $getRoot,
  type AnyLexicalExtension,
  configExtension,
  defineExtension,
  HISTORY_MERGE_TAG,
  mergeRegister,
  type SerializedEditorState,
} from 'lexical';
import type { DesktopBridge } from '../../src-shared/desktop';
import type { Document } from '../../src-shared/document/schema';
import { StetError } from '../../src-shared/errors';
import { registerClaimEdges } from './claim/edges';
import { registerCodeKeys } from './code/keys';
import { CodeBlockNode } from './code/node';
import { registerCodeStructure } from './code/structure';
import { registerFigureKeys } from './figure/keys';
import { FigureNode } from './figure/node';
import { registerFigureStructure } from './figure/structure';
import { registerFocus } from './focus';
import { registerFootnoteClicks } from './footnote/clicks';
import { FootnoteNode, FootnoteReferenceNode } from './footnote/nodes';
import { registerFootnoteNumbers } from './footnote/numbering';
import { registerFootnoteUpkeep } from './footnote/settle';
import { registerHtmlClicks } from './html/clicks';
import { HtmlBlockNode, InlineHtmlNode } from './html/nodes';
import { registerKeptMarkdown } from './kept-markdown';
import { registerKeys } from './keys';
import { registerLinkCommand } from './link/link';
import { registerListBelongings } from './list-belongings';
import { registerListKeys } from './list-keys';
import { registerListStructure } from './list-structure';
import { registerShortcuts } from './markdown-shortcuts';
import { registerMovedCursor } from './moved-cursor';
import { HeadlineNode, StandfirstNode } from './nodes';
import { PasteExtension } from './paste';
import { registerQuotationEdges } from './quotation/edges';
import { registerQuoteLooks } from './quote/looks';
import { mendRemoveText } from './remove-text';
import { registerStructure, webAddress } from './structure';
import { exportWithoutDeleted, registerSuggestionClipboard } from './suggestion/clipboard';
import { registerSuggestions } from './suggestion/register';
import { registerTableKeys } from './table/commands';
import { registerTableStructure } from './table/structure';

export interface ManuscriptExtensionOptions {
  document: Document;
  editable: boolean;
  platform: DesktopBridge['platform'];
  /** True for the id of a quotation of this article; others are dropped from what is pasted. */
  isOwnQuotation(id: string): boolean;
  onError(error: Error): void;
  /** Who proposes the changes of the text; null while they are simply made. */
  suggestingAs?(): string | null;
}

/** Typing within so many milliseconds of the last key is one step of undo. */
const UNDO_PAUSE_MS = 500;
const UNDO_STEPS = 1000;

/**
 * Everything that makes the editor of one article; needs no DOM. Throws where the document holds what
 * the editor does not know: an editor that shows half of it would save half of it.
 */
export function manuscriptExtension(options: ManuscriptExtensionOptions): AnyLexicalExtension {
  mendRemoveText();
  return defineExtension({
    name: 'stet/manuscript',
    namespace: 'stet',
    editable: options.editable,
    nodes: () => [
      HeadlineNode,
      StandfirstNode,
      AutoLinkNode,
      FootnoteNode,
      FootnoteReferenceNode,
      FigureNode,
      CodeBlockNode,
      HtmlBlockNode,
      InlineHtmlNode,
    ],
    onError: options.onError,
    html: { export: exportWithoutDeleted },
    theme: {
      text: {
        bold: 'text-bold',
        italic: 'text-italic',
        strikethrough: 'text-strikethrough',
        underline: 'text-underline',
        underlineStrikethrough: 'text-underline-strikethrough',
        code: 'text-code',
      },
      list: { nested: { listitem: 'nested-list' } },
      tableScrollableWrapper: 'table-scroll',
      tableCellSelected: 'cell-selected',
      tableSelection: 'cells-selected',
    },
    dependencies: [
      RichTextExtension,
      ListExtension,
      CheckListExtension,
      configExtension(LinkExtension, {
        validateUrl: (url: string) => webAddress(url) !== null,
        attributes: { rel: null },
      }),
      HorizontalRuleExtension,
      configExtension(NodeSelectionDataSelectedExtension, { nodes: [HtmlBlockNode] }),
      // Neither Markdown nor a screen reader's user gains by cells that run into one another.
      configExtension(TableExtension, { hasCellMerge: false, hasCellBackgroundColor: false }),
      ClickAfterLastBlockExtension,
      configExtension(PasteExtension, { isOwnQuotation: options.isOwnQuotation }),
      configExtension(HistoryExtension, {
        delay: UNDO_PAUSE_MS,
        maxDepth: UNDO_STEPS,
        disabled: false,
      }),
    ],
    register: (editor) =>
      mergeRegister(
        registerStructure(editor),
        registerTableStructure(editor),
        registerListStructure(editor),
        registerFigureStructure(editor),
        registerCodeStructure(editor),
        registerFigureKeys(editor),
        registerTableKeys(editor),
        registerListKeys(editor),
        registerListBelongings(editor),
        registerKeptMarkdown(editor),
        registerCodeKeys(editor),
        registerHtmlClicks(editor),
        registerLinkCommand(editor),
        registerFocus(editor),
        registerMovedCursor(editor),
        registerQuoteLooks(editor),
        registerQuotationEdges(editor),
        registerClaimEdges(editor),
        registerKeys(editor, options.platform),
        registerShortcuts(editor),
        registerFootnoteClicks(editor),
        registerFootnoteNumbers(editor),
        registerFootnoteUpkeep(editor),
        // Last: it looks at what all the others made of an update.
        registerSuggestionClipboard(editor),
        registerSuggestions(editor, { author: options.suggestingAs ?? (() => null) }),
      ),
    // Not `$initialEditorState`: an error in it would leave an empty editor behind.
    $initialEditorState: null,
    afterRegistration(editor) {
      const state = editor.parseEditorState(options.document as unknown as SerializedEditorState);
      const read = state.read(() => $getRoot().getChildrenSize());
      if (read !== options.document.root.children.length) {
        throw new StetError('internal', { message: 'The document holds an unknown block.' });
      }
      editor.setEditorState(state, { tag: HISTORY_MERGE_TAG });
      return () => {};
    },
  });
}
