import { ClickAfterLastBlockExtension, HorizontalRuleExtension } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { AutoLinkNode, LinkExtension } from '@lexical/link';
import { CheckListExtension, ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
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
import { registerKeys } from './keys';
import { registerShortcuts } from './markdown-shortcuts';
import { HeadlineNode, StandfirstNode } from './nodes';
import { PasteExtension } from './paste';
import { registerQuotationEdges } from './quotation/edges';
import { linkAddress, registerStructure } from './structure';

export interface ManuscriptExtensionOptions {
  document: Document;
  editable: boolean;
  platform: DesktopBridge['platform'];
  /** True for the id of a quotation of this article; others are dropped from what is pasted. */
  isOwnQuotation(id: string): boolean;
  onError(error: Error): void;
}

/** Typing within so many milliseconds of the last key is one step of undo. */
const UNDO_PAUSE_MS = 500;
const UNDO_STEPS = 1000;

/**
 * Everything that makes the editor of one article; needs no DOM. Throws where the document holds what
 * the editor does not know: an editor that shows half of it would save half of it.
 */
export function manuscriptExtension(options: ManuscriptExtensionOptions): AnyLexicalExtension {
  return defineExtension({
    name: 'stet/manuscript',
    namespace: 'stet',
    editable: options.editable,
    nodes: () => [HeadlineNode, StandfirstNode, AutoLinkNode],
    onError: options.onError,
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
    },
    dependencies: [
      RichTextExtension,
      ListExtension,
      CheckListExtension,
      configExtension(LinkExtension, {
        validateUrl: (url: string) => linkAddress(url) !== null,
        attributes: { rel: null },
      }),
      HorizontalRuleExtension,
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
        registerQuotationEdges(editor),
        registerKeys(editor, options.platform),
        registerShortcuts(editor),
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
