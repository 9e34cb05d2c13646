import type { Element, RootContent } from 'hast';
import { FORMAT, footnoteReference, inlinesOf, lineBreak, link } from './build';
import { attribute, hasWord, isUnread, textOf } from './html-tree';
import { isSafeLink } from './links';
import { mergeText, pushMerged } from './merge-text';
import type { InlineNode } from './schema';

/** A stretch of a line before white space is settled. */
interface Piece {
  text: string;
  format: number;
  link: { url: string; title: string | null } | null;
  /** Text of a `pre`: its spaces and line ends count. */
  exact: boolean;
  /** The note that it leads to: such a piece has no text. */
  footnote?: string;
}

interface Context {
  format: number;
  link: Piece['link'];
  exact: boolean;
  /** How many `q` elements it stands in. */
  quoted: number;
}

const FORMAT_OF: Readonly<Record<string, number>> = {
  b: FORMAT.bold,
  strong: FORMAT.bold,
  i: FORMAT.italic,
  em: FORMAT.italic,
  cite: FORMAT.italic,
  dfn: FORMAT.italic,
  var: FORMAT.italic,
  u: FORMAT.underline,
  s: FORMAT.strikethrough,
  del: FORMAT.strikethrough,
  strike: FORMAT.strikethrough,
  code: FORMAT.code,
  kbd: FORMAT.code,
  samp: FORMAT.code,
  tt: FORMAT.code,
  sub: FORMAT.subscript,
  sup: FORMAT.superscript,
};

const LINE_END = '\n';

/** The inline content of HTML nodes, with white space as a browser shows it. */
export function htmlInlines(
  nodes: readonly RootContent[],
  options: { exact?: boolean } = {},
): InlineNode[] {
  const context: Context = {
    format: 0,
    link: null,
    exact: options.exact ?? false,
    quoted: 0,
  };
  return assemble(collapse(nodes.flatMap((node) => pieces(node, context))));
}

function pieces(node: RootContent, context: Context): Piece[] {
  const { format, exact } = context;
  const piece = (text: string, bits = format): Piece => ({
    text,
    format: bits,
    link: context.link,
    exact,
  });
  if (node.type === 'text') return node.value === '' ? [] : [piece(node.value)];
  if (node.type !== 'element' || isUnread(node)) return [];
  const below = (inner: Partial<Context> = {}) =>
    node.children.flatMap((child) => pieces(child, { ...context, ...inner }));
  if (node.tagName === 'br') return [{ ...piece(LINE_END), exact: true }];
  const footnote = attribute(node, 'dataFootnote');
  if (footnote !== '') return [{ ...piece(''), link: null, footnote }];
  if (hasWord(node, 'role', 'doc-noteref')) return noteReference(node, piece);
  switch (node.tagName) {
    case 'a': {
      const url = attribute(node, 'href').trim();
      const title = attribute(node, 'title').trim() || null;
      return isSafeLink(url) ? below({ link: { url, title } }) : below();
    }
    case 'q': {
      const [opening, closing] = context.quoted % 2 === 0 ? ['“', '”'] : ['‘', '’'];
      return [piece(opening), ...below({ quoted: context.quoted + 1 }), piece(closing)];
    }
    case 'pre':
      return below({ exact: true });
    default:
      return below({
        format: styled(node, format | formatOf(node, context), context.link !== null),
      });
  }
}

function formatOf({ tagName }: Element, { link: inLink }: Context): number {
  return tagName === 'u' && inLink !== null ? 0 : (FORMAT_OF[tagName] ?? 0);
}

/** Footnote references of others stay readable; Stet's own lead to notes that are made anew. */
function noteReference(node: Element, piece: (text: string, bits?: number) => Piece): Piece[] {
  if (/^#fn-\d+$/.test(attribute(node, 'href'))) return [];
  const label = textOf(node).replace(/^\[|\]$/g, '');
  return label === '' ? [] : [piece(`[${label}]`, FORMAT.superscript)];
}

/**
 * Word processors write emphasis as styles, and sometimes `<b style="font-weight:normal">`. A property
 * of Word's own, as `mso-bidi-font-weight`, says nothing. Underline in a link is the link's.
 */
function styled(element: Element, format: number, isLink: boolean): number {
  const style = attribute(element, 'style');
  if (style === '') return format;
  const value = (property: string) =>
    new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1]?.trim();
  let bits = format;
  const weight = value('font-weight');
  if (weight !== undefined) {
    const bold = /^bold/i.test(weight) || Number.parseInt(weight, 10) >= 600;
    bits = bold ? bits | FORMAT.bold : bits & ~FORMAT.bold;
  }
  const slant = value('font-style');
  if (slant !== undefined) {
    const italic = /^(italic|oblique)/i.test(slant);
    bits = italic ? bits | FORMAT.italic : bits & ~FORMAT.italic;
  }
  const line = value('text-decoration(?:-line)?') ?? '';
  if (/line-through/i.test(line)) bits |= FORMAT.strikethrough;
  if (/underline/i.test(line) && !isLink) bits |= FORMAT.underline;
  const place = value('vertical-align') ?? '';
  if (/^super/i.test(place)) bits |= FORMAT.superscript;
  if (/^sub/i.test(place)) bits |= FORMAT.subscript;
  return bits;
}

/** Runs of white space become one space, and none at the edges of a line. */
function collapse(all: readonly Piece[]): Piece[] {
  const settled: Piece[] = [];
  const dropSpaceBefore = () => {
    const last = settled.at(-1);
    if (last && !last.exact) last.text = last.text.replace(/ $/, '');
  };
  let atSpace = true;
  for (const piece of all) {
    if (piece.footnote !== undefined) {
      settled.push({ ...piece });
      continue;
    }
    if (piece.exact) {
      const endsLine = piece.text === LINE_END;
      if (endsLine) dropSpaceBefore();
      settled.push({ ...piece });
      atSpace = endsLine || /\s$/.test(piece.text);
      continue;
    }
    let text = piece.text.replace(/[ \t\r\n\f]+/g, ' ');
    if (atSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    atSpace = text.endsWith(' ');
    settled.push({ ...piece, text });
  }
  dropSpaceBefore();
  return trimLineEnds(settled.filter((piece) => piece.text !== '' || piece.footnote !== undefined));
}

function trimLineEnds(line: readonly Piece[]): Piece[] {
  const isBreak = (piece: Piece | undefined) => piece !== undefined && /^\s+$/.test(piece.text);
  let from = 0;
  let to = line.length;
  while (isBreak(line[from])) from += 1;
  while (to > from && isBreak(line[to - 1])) to -= 1;
  return line.slice(from, to);
}

function assemble(line: readonly Piece[]): InlineNode[] {
  const nodes: InlineNode[] = [];
  for (let index = 0; index < line.length; index++) {
    const piece = line[index];
    if (!piece) continue;
    if (piece.link === null) {
      for (const node of nodesOf(piece)) pushMerged(nodes, node);
      continue;
    }
    const inside: InlineNode[] = [];
    let next = index;
    while (line[next]?.link === piece.link) {
      const linked = line[next];
      if (linked) inside.push(...nodesOf(linked));
      next += 1;
    }
    index = next - 1;
    nodes.push(link(piece.link.url, mergeText(inside), piece.link.title));
  }
  return nodes;
}

function nodesOf(piece: Piece): InlineNode[] {
  if (piece.footnote !== undefined) return [footnoteReference(piece.footnote)];
  return piece.text === LINE_END ? [lineBreak()] : inlinesOf(piece.text, piece.format);
}
