import type { Span, SpanText } from '../model/span';
import { plainText } from './plain-text';
import type { BlockNode, Document, QuoteNode } from './schema';

/** "— Mara Lind, harbour master": a dash, then at most this many characters. */
const DASH = /^\s*(?:[—–―]|--?)\s*(?=[^\s—–―-])/;
const LONGEST = 160;
/** Stops that end no sentence: initials and titles. */
const ABBREVIATION = /(?<!\p{L})(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sr|Jr|Prof|Gen|Col|Rev|Gov|Sen)\./gu;

export interface Attribution extends SpanText {
  /** Null where the line names an office only. */
  name: string | null;
}

/**
 * What a line of the text says about the block quotation in front of it: the words after the dash.
 * Null where the line is no attribution but a sentence of its own.
 */
export function attributionOf(text: string, line: Span): Attribution | null {
  const words = text.slice(line.start, line.end);
  const dash = DASH.exec(words)?.[0];
  if (dash === undefined || words.length > LONGEST || words.includes('\n')) return null;
  const phrase = words.slice(dash.length).trimEnd();
  const withoutInitials = phrase.replace(ABBREVIATION, '');
  if (phrase === '' || /[.!?]["”’]?\s+\S/.test(withoutInitials)) return null;
  const start = line.start + dash.length;
  const name = /^[^,;(–—]+/.exec(phrase)?.[0].trim() ?? '';
  const isName = looksLikeName(name);
  // A hyphen opens many a line; a dash says more.
  if (!isName && dash.trim().startsWith('-')) return null;
  return { start, end: start + phrase.length, text: phrase, name: isName ? name : null };
}

/** A name has no lower-case start ("the mayor"), no article, and is no sentence. */
function looksLikeName(words: string): boolean {
  return (
    words.split(/\s+/).length <= 6 &&
    /^[\p{Lu}\p{Lo}]/u.test(words) &&
    !/^(?:The|A|An|Our)\s/.test(words)
  );
}

/**
 * The same document with attributions that stand inside a block quotation, as its last line, moved
 * behind it (HTML Standard: attribution "must be placed outside"). The plain text stays the same.
 */
export function withAttributionsOutside(document: Document): Document {
  const children = document.root.children.flatMap((block): BlockNode[] => {
    if (block.type !== 'quote') return [block];
    const last = block.children.at(-1);
    if (block.children.length < 2 || last?.type !== 'paragraph') return [block];
    const line = plainText({ root: { type: 'root', version: 1, children: [last] } });
    if (!attributionOf(line.text, { start: 0, end: line.text.length })) return [block];
    const shortened: QuoteNode = { ...block, children: block.children.slice(0, -1) };
    return [shortened, last];
  });
  return { ...document, root: { ...document.root, children } };
}
