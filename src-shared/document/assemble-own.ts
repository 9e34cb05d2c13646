import type { ImportedArticle } from './assemble-article';
import { document as buildDocument, inlineBlock, inlinesOf } from './build';
import { isFootnote } from './footnotes';
import type { ImportedText } from './imported';
import { inlineText } from './plain-text';
import type { BlockNode, InlineNode } from './schema';
import { datelinePrefix } from './to-mdast';
import { withoutStart } from './without-start';

/** What is known of an article that Stet itself wrote into a file, so that nothing has to be recognised. */
export interface OwnArticle {
  headline: string;
  standfirst: string;
  dateline: string | null;
  language: string;
  /** As printed above and below it. */
  byline: { line: string; tail: string };
}

/**
 * Makes a document of a text that Stet wrote: what stands around the body is taken off where it says
 * exactly what is known, and the rest stays as it is.
 */
export function assembleOwn(
  { blocks, isHeaderApart }: ImportedText,
  own: OwnArticle,
): ImportedArticle {
  const nodes = blocks.map(({ node }) => node);
  const notes = nodes.filter(isFootnote);
  const body = nodes.filter((node) => !isFootnote(node));
  if (!isHeaderApart) {
    takeFirst(body, 'heading', own.headline);
    takeFirst(body, 'paragraph', own.standfirst);
    takeFirst(body, 'paragraph', own.byline.line);
  }
  const last = body.at(-1);
  if (last && saysOnly(last, 'paragraph', own.byline.tail)) body.pop();
  cutDateline(body, own.dateline);
  return {
    document: buildDocument([
      inlineBlock('headline', inlinesOf(own.headline)),
      ...(own.standfirst === '' ? [] : [inlineBlock('standfirst', inlinesOf(own.standfirst))]),
      ...body,
      ...notes,
    ]),
    language: own.language,
    dateline: own.dateline,
    contributors: [],
    title: own.headline === '' ? null : own.headline,
  };
}

function takeFirst(body: BlockNode[], type: 'heading' | 'paragraph', words: string): void {
  if (body[0] && saysOnly(body[0], type, words)) body.shift();
}

function saysOnly(node: BlockNode, type: BlockNode['type'], words: string): boolean {
  if (node.type !== type || words === '' || !('children' in node)) return false;
  // The lines of a byline are parted by commas where they stand on one.
  const known = [words, words.replaceAll('\n', ', ')].map(folded);
  return known.includes(folded(inlineText(node.children as InlineNode[])));
}

/** It stands in front of the first paragraph, but for lines that the export put in. */
function cutDateline(body: BlockNode[], dateline: string | null): void {
  if (dateline === null) return;
  const prefix = datelinePrefix(dateline);
  const at = body.findIndex(
    (node) => node.type === 'paragraph' && inlineText(node.children).startsWith(prefix),
  );
  const first = body[at];
  if (first?.type !== 'paragraph') return;
  body.splice(at, 1, { ...first, children: withoutStart(first.children, prefix.length) });
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
