import { buildEditorFromExtensions } from '@lexical/extension';
import type { LexicalEditor } from 'lexical';
import * as v from 'valibot';
import { document as documentWith, inlineBlock, textNode } from '../../src-shared/document/build';
import { type Document, DocumentSchema } from '../../src-shared/document/schema';
import { documentOf } from './document';
import { manuscriptExtension } from './extension';

/*
 * For tests: the editor as the manuscript builds it, without a window.
 */

export function createTestEditor(
  document: Document,
  options: { suggestingAs?(): string | null; isOwnQuotation?(id: string): boolean } = {},
): LexicalEditor {
  return buildEditorFromExtensions(
    manuscriptExtension({
      document,
      editable: true,
      platform: 'linux',
      isOwnQuotation: () => true,
      ...options,
      onError: (error) => {
        throw error;
      },
    }),
  );
}

/** A document with a headline and these paragraphs. */
export function articleOf(headline: string, ...paragraphs: string[]): Document {
  const block = (type: 'headline' | 'paragraph', text: string) =>
    inlineBlock(type, text === '' ? [] : [textNode(text)]);
  return documentWith([
    block('headline', headline),
    ...paragraphs.map((text) => block('paragraph', text)),
  ]);
}

/** The document as it would be saved, checked against its schema. */
export function savedDocument(editor: LexicalEditor): Document {
  return v.parse(DocumentSchema, documentOf(editor.read(() => editor.getEditorState())));
}

/** Carries out a change as one update of its own. */
export function change(editor: LexicalEditor, $change: () => void, tag?: string): void {
  editor.update($change, { discrete: true, ...(tag ? { tag } : {}) });
}
