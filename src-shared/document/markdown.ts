import type { Nodes, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown, frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { type ConstructName, toMarkdown } from 'mdast-util-to-markdown';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

/*
 * The one Markdown dialect of Stet: CommonMark with GitHub's extensions and YAML front matter, read
 * and written through mdast.
 */

/** Parses GitHub-flavoured Markdown with YAML front matter. Every text is valid Markdown. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [
      // Without the search for addresses in the finished tree, which would link escaped ones too.
      ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      frontmatterFromMarkdown(['yaml']),
    ],
  });
}

/** Where an escape would be printed or break the construct it stands in. */
const VERBATIM_CONSTRUCTS: ConstructName[] = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'reference',
  'titleQuote',
  'titleApostrophe',
];

/**
 * Characters escaped beyond what CommonMark needs, because other readers of Markdown give them a
 * meaning: brackets (reference links), `~` `^` `$` (pandoc, mathematics on GitHub), `@` (citations,
 * mentions).
 */
const WIDER_ESCAPES = [']', '~', '^', '$', '@'].map((character) => ({
  character,
  inConstruct: 'phrasing' as const,
  notInConstruct: VERBATIM_CONSTRUCTS,
}));

/** Writes mdast as Markdown; what text means is kept by escapes, never by leaving words out. */
export function writeMarkdown(tree: Nodes): string {
  return toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    incrementListMarker: true,
    extensions: [gfmToMarkdown(), frontmatterToMarkdown(['yaml'])],
    unsafe: WIDER_ESCAPES,
  });
}

/** Words without their formatting, for titles and notes. */
export function phrasingText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.type === 'html' ? '' : node.value;
      if ('children' in node) return phrasingText(node.children);
      return node.type === 'break' ? ' ' : '';
    })
    .join('');
}
