import type { Nodes, PhrasingContent, Root, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown, frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import {
  type ConstructName,
  defaultHandlers,
  type Handle,
  type Options,
  toMarkdown,
} from 'mdast-util-to-markdown';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { parse as parseYaml } from 'yaml';

/*
 * The one Markdown dialect of Stet: CommonMark with GitHub's extensions and front matter, read
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
  const root = parseWith(text, ['yaml', 'toml']);
  const [first] = root.children;
  // Between two rules may stand a line of text as well as the fields of a front matter.
  return first?.type === 'yaml' && !isFrontMatter(first.value) ? parseWith(text, []) : root;
}

function parseWith(text: string, matters: ('yaml' | 'toml')[]): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(matters)],
    mdastExtensions: [
      // Without the search for addresses in the finished tree, which would link escaped ones too.
      ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      frontmatterFromMarkdown(matters),
    ],
  });
}

/**
 * Fields, or what is meant as fields and is no YAML; a mere line of text is none, and with nothing between
 * them two rules are two rules.
 */
function isFrontMatter(yaml: string): boolean {
  if (yaml.trim() === '') return false;
  try {
    const value: unknown = parseYaml(yaml, { maxAliasCount: 10, logLevel: 'silent' });
    return value === null || (typeof value === 'object' && !Array.isArray(value));
  } catch {
    return true;
  }
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
  const meant = [...escapes, ...references].filter((mark) => PLAIN.test(mark));
  const text: Handle = (node: Text, parent, state, info) => {
    // Behind a reference at the start of a line a colon would make a footnote of the line.
    if (info.before.endsWith(']') && node.value.startsWith(':')) {
      const rest = { ...node, value: node.value.slice(1) };
      return `\\:${text(rest, parent, state, { ...info, before: ':' })}`;
    }
    if (isPlain(node.value, info, meant)) return node.value;
    // A character that has no backslash is written as a reference wherever words are written.
    return encode.length > 0
      ? state.safe(node.value, { ...info, encode })
      : defaultHandlers.text(node, parent, state, info);
  };
  return toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    incrementListMarker: true,
    extensions: [gfmToMarkdown(), frontmatterToMarkdown(['yaml', 'toml']), extension],
    unsafe: [
      ...escapes.map((character) => ({ character })),
      // GitHub takes "www." for an address whatever comes next: the reference of a footnote too.
      { character: '.', before: '[Ww][Ww][Ww]', after: '[[*~`!<]' },
    ].map((one) => ({
      ...one,
      inConstruct: 'phrasing' as const,
      notInConstruct: VERBATIM_CONSTRUCTS,
    })),
    handlers: { text },
  });
}

/** Letters, digits, spaces, and marks that mean nothing in the middle of a line. */
const PLAIN = /^[\p{L}\p{M}\p{N} ,.;:?!'"“”„‘’‚«»‹›…–—()/%€£\u00a0\u202f-]*$/u;
/** What a line may start with and be words for certain: no list, rule or heading. */
const PLAIN_START = /^[\p{L}“„‘«‹][\p{L}\p{M}’]*[ ,]/u;
/** What may make an address. */
const ADDRESS = /[Ww]\.[\p{L}\p{N}.\-[*~`!<]|[ps]:\//u;

/**
 * True where nothing in these words needs an escape: most of an article, which then need not be searched
 * for each of fifty patterns. Where it is not sure the answer is false.
 *
 * @param around what is written before the words, and after them
 * @param meant those of the plain marks that the reader gives a meaning
 */
function isPlain(
  words: string,
  around: { before: string; after: string },
  meant: readonly string[],
): boolean {
  const { before, after } = around;
  if (!PLAIN.test(words) || ADDRESS.test(before + words + after)) return false;
  if (/[\r\n]$/.test(before) && !PLAIN_START.test(words)) return false;
  // A space at the end of a line is lost, and "![" starts a picture; "](" a link's address.
  if (/^[\r\n[]/.test(after) && /[ !]$/.test(words)) return false;
  if (before.endsWith(']') && words.startsWith('(')) return false;
  return !meant.some((mark) => words.includes(mark));
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
