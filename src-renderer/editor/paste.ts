import {
  $generateNodesFromSerializedNodes,
  $insertGeneratedNodes,
  ClipboardImportExtension,
} from '@lexical/clipboard';
import {
  $generateNodesFromDOMViaExtension,
  DOMImportExtension,
  defineImportRule,
  sel,
} from '@lexical/html';
import { $createHeadingNode, RichTextExtension, ShadowRootQuoteRule } from '@lexical/rich-text';
import DOMPurify from 'dompurify';
import {
  $getEditor,
  $getRoot,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  configExtension,
  defineExtension,
  type LexicalNode,
  safeCast,
} from 'lexical';
import { $commentsOf, $setComments } from './comment/state';
import { $quotationsOf, $setQuotations } from './quotation/state';

/*
 * What comes in by paste and drop. HTML is cleaned by DOMPurify before anything looks at it, and only
 * nodes that a document may hold come out: unknown blocks are paragraphs, pictures and tables leave
 * their words. structure.ts puts the rest into form.
 */

export interface PasteConfig {
  /** True for a quotation of this very article; the ids of another article's stay behind. */
  isOwnQuotation(id: string): boolean;
}

const UNDERLINE = 8;
/** Media, forms and the like: nothing of theirs is text of an article. */
const DROPPED_TAGS = [
  'audio',
  'button',
  'canvas',
  'form',
  'iframe',
  'img',
  'input',
  'math',
  'object',
  'option',
  'picture',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
];

const TAGS = { h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h4', h6: 'h4' } as const;

/** h1 is the headline's: headings inside the text begin at h2. */
const HeadingRule = defineImportRule({
  name: 'stet/heading',
  match: sel.tag('h1', 'h2', 'h3', 'h4', 'h5', 'h6'),
  $import: (context, element) => {
    const tag = TAGS[element.nodeName.toLowerCase() as keyof typeof TAGS];
    return [$createHeadingNode(tag).splice(0, 0, context.$importChildren(element))];
  },
});

/** What tells bold, italic and so on where no tag does; word processors write little else. */
const READ_STYLES = ['font-weight', 'font-style', 'text-decoration', 'vertical-align'] as const;

/**
 * The body of clipboard HTML: no scripts, no handlers, no media, and of its styles only those that say
 * how words are emphasised. Needs a DOM.
 */
function cleanBody(html: string): HTMLElement {
  // The content security policy lets no markup bring styles: they are read from another attribute.
  const renamed = html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='));
  const body = DOMPurify.sanitize(renamed, {
    RETURN_DOM: true,
    FORBID_TAGS: DROPPED_TAGS,
    FORBID_CONTENTS: DROPPED_TAGS,
  }) as HTMLElement;
  for (const element of body.querySelectorAll<HTMLElement>('[data-style]')) {
    for (const declaration of (element.dataset.style ?? '').split(';')) {
      const [name = '', value = ''] = declaration.split(':').map((part) => part.trim());
      const read = READ_STYLES.find((style) => style === name.toLowerCase());
      if (read) element.style.setProperty(read, value.replace(/!important$/i, '').trim());
    }
    delete element.dataset.style;
  }
  return body;
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

function $dropUnderline(node: LexicalNode): void {
  // Links of the web come underlined; in an article a line under words is a quotation's.
  if ($isTextNode(node)) node.setFormat(node.getFormat() & ~UNDERLINE);
}

export const PasteExtension = defineExtension({
  name: 'stet/paste',
  config: safeCast<PasteConfig>({ isOwnQuotation: () => true }),
  dependencies: [
    RichTextExtension,
    configExtension(DOMImportExtension, { rules: [HeadingRule, ShadowRootQuoteRule] }),
    ClipboardImportExtension,
  ],
  init(_editorConfig, config, state) {
    const { $importMimeType } = state.getDependency(ClipboardImportExtension).config;
    $importMimeType['text/html'] = [
      (html, selection) => {
        const nodes = $generateNodesFromDOMViaExtension(cleanBody(html));
        $eachText(nodes, $dropUnderline);
        $insertGeneratedNodes($getEditor(), nodes, selection);
        return true;
      },
    ];
    // A blank line parts paragraphs, and is none itself.
    $importMimeType['text/plain'] = ($importMimeType['text/plain'] ?? []).map(
      ($import) =>
        (text, ...rest) =>
          $import(text.replace(/(\r?\n)(?:[ \t]*\r?\n)+/g, '$1'), ...rest),
    );
    $importMimeType['application/x-lexical-editor'] = [
      (data, selection, $next) => {
        const nodes = $parseOwn(data);
        if (!nodes) return $next();
        if ($isRangeSelection(selection) && !selection.isCollapsed()) selection.removeText();
        const standing = $lengthsById($getRoot().getAllTextNodes());
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
        $insertGeneratedNodes($getEditor(), nodes, selection);
        return true;
      },
    ];
  },
});

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
