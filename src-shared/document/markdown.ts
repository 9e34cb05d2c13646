import type { Nodes, PhrasingContent, Root, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown, frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { type ConstructName, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

/*
 * The one Markdown dialect of Stet: CommonMark with GitHub's extensions and YAML front matter, read
 * and written through mdast.
 */

/**
 * Parses GitHub-flavoured Markdown with YAML front matter. Every text is valid Markdown. Long texts
 * are parsed piece by piece, because the parser's time grows faster than the text: 2 MB took two
 * minutes in one piece.
 *
 * @param pieceLength in UTF-16 code units; a piece ends at the first safe place after it
 */
export function parseMarkdown(text: string, pieceLength = 60_000): Root {
  if (text.length <= pieceLength) return parsePiece(text);
  // References lead to definitions in other pieces: each piece is parsed with all of them below it.
  const definitions = text.match(DEFINITION)?.join('\n\n') ?? '';
  const children = splitMarkdown(text, pieceLength).flatMap((piece) =>
    parsePiece(`${piece}\n\n${definitions}`).children.filter(
      (node) => (node.position?.start.offset ?? 0) < piece.length,
    ),
  );
  return { type: 'root', children };
}

function parsePiece(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [
      // Without the search for addresses in the finished tree, which would link escaped ones too.
      ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      frontmatterFromMarkdown(['yaml']),
    ],
  });
}

const DEFINITION = /^ {0,3}\[[^\]\n]+\]:[ \t]*\S[^\n]*$/gm;
/** A line that starts a paragraph or heading whatever stands before the empty line above it. */
const SAFE_START = /^(?:#{1,6} |[\p{L}“‘«„])/u;
const FENCE = /^ {0,3}(`{3,}|~{3,})([^\n]*)/;
const RAW_HTML = /<(?:!|\?|pre|script|style|textarea)/i;

/** Cuts before lines that start anew at the top level, never inside code. */
function splitMarkdown(text: string, pieceLength: number): string[] {
  // Raw HTML may go on over empty lines: such a text is left whole.
  if (RAW_HTML.test(text)) return [text];
  const pieces: string[] = [];
  let piece = '';
  let fence = '';
  let isAfterBlank = false;
  for (const line of text.split(/(?<=\n)/)) {
    if (isAfterBlank && fence === '' && piece.length >= pieceLength && SAFE_START.test(line)) {
      pieces.push(piece);
      piece = '';
    }
    const [, marks, info = ''] = FENCE.exec(line) ?? [];
    if (marks !== undefined) {
      if (fence === '') fence = marks;
      else if (marks.startsWith(fence) && info.trim() === '') fence = '';
    }
    isAfterBlank = line.trim() === '';
    piece += line;
  }
  return [...pieces, piece];
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
const WIDER_ESCAPES = [']', '~', '^', '$', '@'];

/** What a reader of Markdown needs that is not GitHub's. */
export interface MarkdownDialect {
  /** Characters to escape in running words, in place of the usual ones. */
  escapes?: readonly string[];
  /** Characters that the reader takes no backslash for. */
  references?: readonly string[];
  extension?: Options;
}

/** Writes mdast as Markdown; what text means is kept by escapes, never by leaving words out. */
export function writeMarkdown(tree: Nodes, dialect: MarkdownDialect = {}): string {
  const { escapes = WIDER_ESCAPES, references = [], extension = {} } = dialect;
  const encode = [...references];
  // A character that has no backslash is written as a reference wherever words are written.
  const text: Handle = (node: Text, _parent, state, info) =>
    state.safe(node.value, { ...info, encode });
  return toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    incrementListMarker: true,
    extensions: [gfmToMarkdown(), frontmatterToMarkdown(['yaml', 'toml']), extension],
    unsafe: escapes.map((character) => ({
      character,
      inConstruct: 'phrasing' as const,
      notInConstruct: VERBATIM_CONSTRUCTS,
    })),
    ...(encode.length > 0 ? { handlers: { text } } : {}),
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
