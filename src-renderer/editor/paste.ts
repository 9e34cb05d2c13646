import {
  $generateNodesFromSerializedNodes,
  $insertGeneratedNodes,
  ClipboardImportExtension,
} from '@lexical/clipboard';
import { RichTextExtension } from '@lexical/rich-text';
import {
  $getEditor,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  defineExtension,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  PASTE_TAG,
  safeCast,
} from 'lexical';
import { blocksFromClipboard } from '../../src-shared/document/from-clipboard';
import { $commentsOf, $setComments } from './comment/state';
import { $insertWithPictures } from './figure/paste';
import { $renewFootnotes } from './footnote/paste';
import { $insertIntoCode, $insertText } from './paste-text';
import { MUCH_MARKUP, readInThread } from './paste-thread';
import { $quotationsOf, $setQuotations } from './quotation/state';
import { $withoutSuggestions } from './suggestion/clipboard';
import { $isDeleted } from './suggestion/state';
import { $tableAtSelection } from './table/commands';
import { $withoutTables } from './table/structure';

/*
 * What comes in by paste and drop. Text of other programs goes the way of a file that is opened: it is read
 * into blocks of the document (src-shared/document/from-clipboard.ts), so that neither markup nor script
 * of theirs ever comes near the page. structure.ts puts the rest into form.
 */

export interface PasteConfig {
  /** True for a quotation of this very article; the ids of another article's stay behind. */
  isOwnQuotation(id: string): boolean;
}

function $eachText(nodes: readonly LexicalNode[], visit: (node: LexicalNode) => void): void {
  for (const node of nodes) {
    visit(node);
    if ($isElementNode(node)) $eachText(node.getChildren(), visit);
  }
}

/** How much text there is of each quotation, and of what each comment is about. */
function $lengthsById(nodes: readonly LexicalNode[]): Map<string, number> {
  const lengths = new Map<string, number>();
  $eachText(nodes, (node) => {
    for (const id of [...$quotationsOf(node), ...$commentsOf(node)]) {
      lengths.set(id, (lengths.get(id) ?? 0) + node.getTextContentSize());
    }
  });
  return lengths;
}

export const PasteExtension = defineExtension({
  name: 'stet/paste',
  config: safeCast<PasteConfig>({ isOwnQuotation: () => true }),
  dependencies: [RichTextExtension, ClipboardImportExtension],
  init(_editorConfig, config, state) {
    const { $importMimeType } = state.getDependency(ClipboardImportExtension).config;
    $importMimeType['text/html'] = [
      (html, selection, _next, data) => {
        const text = data.getData('text/plain');
        if ($insertIntoCode(text, selection)) return true;
        // Programmers' editors paint their text: as markup it would be one piece of code.
        if (data.types.includes('vscode-editor-data')) $insertText(text, selection);
        else if (html.length > MUCH_MARKUP) void insertMuch($getEditor(), html, text);
        else $insertWithPictures(blocksFromClipboard(html), selection, text);
        return true;
      },
    ];
    const [$insertLine] = $importMimeType['text/plain'] ?? [];
    $importMimeType['text/plain'] = [
      (text, selection, $next, data) => {
        if (!$insertText(text, selection)) $insertLine?.(text, selection, $next, data);
        return true;
      },
    ];
    $importMimeType['application/x-lexical-editor'] = [
      (data, selection, $next, transfer) => {
        if ($insertIntoCode(transfer.getData('text/plain'), selection)) return true;
        const parsed = $parseOwn(data);
        if (!parsed) return $next();
        const nodes = $withoutSuggestions(parsed);
        if ($isRangeSelection(selection) && !selection.isCollapsed()) selection.removeText();
        const standing = $lengthsById(
          $getRoot()
            .getAllTextNodes()
            .filter((node) => !$isDeleted(node)),
        );
        const pasted = $lengthsById(nodes);
        // Wherever a copy lands, before the original or after it, the original keeps its link and its
        // comments; what was cut brings them along.
        const isMoved = (id: string) => (standing.get(id) ?? 0) < (pasted.get(id) ?? 0);
        $eachText(nodes, (node) => {
          if (!$isTextNode(node)) return;
          const kept = $quotationsOf(node).filter((id) => config.isOwnQuotation(id) && isMoved(id));
          $setQuotations(node, kept);
          $setComments(node, $commentsOf(node).filter(isMoved));
        });
        $renewFootnotes(nodes);
        const inserted = $tableAtSelection() ? $withoutTables(nodes) : nodes;
        $insertGeneratedNodes($getEditor(), inserted, selection);
        return true;
      },
    ];
  },
});

/** Much markup is read beside the window, and inserted where the cursor is then. */
async function insertMuch(editor: LexicalEditor, html: string, text: string): Promise<void> {
  const blocks = await readInThread(html);
  editor.update(
    () => {
      const selection = $getSelection();
      if (selection) $insertWithPictures(blocks, selection, text);
    },
    { discrete: true, tag: [PASTE_TAG, HISTORY_PUSH_TAG] },
  );
}

/** The nodes that an editor of Stet put on the clipboard, or null where it is nothing of ours. */
function $parseOwn(data: string): LexicalNode[] | null {
  try {
    const payload = JSON.parse(data);
    const isOurs =
      payload?.namespace === $getEditor()._config.namespace && Array.isArray(payload.nodes);
    return isOurs ? $generateNodesFromSerializedNodes(payload.nodes) : null;
  } catch {
    // Another version of Stet, or somebody pretending: the HTML beside it says the same.
    return null;
  }
}
