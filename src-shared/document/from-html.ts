import type { Element, Root } from 'hast';
import { type HtmlBlockOptions, htmlBlocks, isOwnSources, textWithoutTimes } from './html-blocks';
import { pageDetails } from './html-details';
import { takeFootnotes } from './html-footnotes';
import { completeLinks } from './html-links';
import { isFurniture, mainElement } from './html-main';
import { tidyMarkup } from './html-programs';
import { attribute, findAll, findFirst, hasWord, isUnread, readHtml, textOf } from './html-tree';
import { type ImportedBlock, type ImportedText, oneLine, type PictureOptions } from './imported';

const STANDFIRST = /(?:^|[-_])(?:standfirst|dek|subtitle|sub-?headline|summary)$/i;
const BYLINE = /(?:^|[-_])byline$/i;
const BYLINE_START = /^(?:by|von|par|por|di|door)\s+\p{L}/iu;
const LONGEST_BYLINE = 300;

export interface HtmlOptions extends PictureOptions {
  /** A source keeps all words of the text: its header as it stands, and captions of pictures. */
  isSource?: boolean;
}

/** Reads the text of a web page, or of HTML from the clipboard, into blocks. */
export function importHtml(html: string, options: HtmlOptions = {}): ImportedText {
  return readHtml(html, (root) => importTree(root, options));
}

/** The blocks of a piece of HTML inside another text. */
export function htmlFragmentBlocks(html: string, options: PictureOptions = {}): ImportedBlock[] {
  const blockOptions = { ...options, codeBlocks: options.keepsHtml ?? false };
  return readHtml(html, (root) => htmlBlocks(root.children as Root['children'], blockOptions), {
    fragment: true,
  });
}

/** Reads a page that is a tree already; the tree is changed. */
export function importTree(root: Root, options: HtmlOptions = {}): ImportedText {
  const details = pageDetails(root);
  // A source keeps its words as they were found.
  if (!options.isSource) tidyMarkup(root);
  const main = (options.isOwn ? ownBody(root) : null) ?? mainElement(root);
  const titleInMain = findFirst(main, isTitle);
  const title = titleInMain ?? findFirst(root, isTitle);
  const headers = findAll(main, (element) => element.tagName === 'header');
  const standfirst = standfirstOf(main, headers);
  const byline = bylineOf(main, headers);
  const { isSource = false, pictures = false } = options;
  // A source keeps its notes where they stand.
  const notes = isSource ? [] : takeFootnotes(root, isOwnSources);
  if (!options.isOwn) completeLinks(root, details.url);
  const left = new Set<Element | null>(
    isSource ? [] : [standfirst, byline, ...headers.flatMap(smallPrint)],
  );
  const blockOptions: HtmlBlockOptions = {
    captions: isSource,
    pictures: pictures && !isSource,
    codeBlocks: !isSource,
    drawnBoxes: !isSource,
    rowsAsLines: isSource,
    isOwn: options.isOwn ?? false,
    skip: (element) => left.has(element) || isFurniture(element) || isOwnSources(element),
  };
  const blocks = htmlBlocks(main.children as Root['children'], blockOptions);
  const sidecar = sidecarOf(root);
  if (title && !titleInMain && !options.isOwn) blocks.unshift(...htmlBlocks([title]));
  return {
    details: {
      ...details,
      title: (title && oneLine(textOf(title))) ?? details.title,
      standfirst:
        (standfirst && oneLine(textOf(standfirst))) ?? knownLine(details.standfirst, blocks),
      byline: (byline && withCredits(bylineText(byline), main)) ?? details.byline,
    },
    blocks: [...blocks, ...notes],
    ...(sidecar === null ? {} : { sidecar }),
    ...(options.isOwn ? { isHeaderApart: true } : {}),
  };
}

/** The body of an article on a page that Stet wrote. */
function ownBody(root: Root): Element | null {
  return findFirst(root, (element) => hasWord(element, 'className', 'e-content'));
}

/** The name of the annotations that a page of Stet's says it has beside it. */
function sidecarOf(root: Root): string | null {
  const link = findFirst(
    root,
    (element) =>
      element.tagName === 'link' &&
      hasWord(element, 'rel', 'alternate') &&
      attribute(element, 'type') === 'application/ld+json',
  );
  if (!link) return null;
  const address = attribute(link, 'href');
  try {
    return decodeURIComponent(address).slice(0, 500) || null;
  } catch {
    return address.slice(0, 500) || null;
  }
}

function isTitle(element: Element): boolean {
  return element.tagName === 'h1' && !isUnread(element) && textOf(element) !== '';
}

/** A description for search engines is no standfirst, unless the page prints it too. */
function knownLine(description: string | null, blocks: readonly ImportedBlock[]): string | null {
  if (description === null) return null;
  const printed = blocks.slice(0, 4).some(({ node }) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return false;
    const words = node.children.map((child) => ('text' in child ? child.text : '')).join('');
    return words.trim() === description;
  });
  return printed ? description : null;
}

/** Dates, buttons and counters: all that stands in a header except its headings. */
function smallPrint(header: Element): Element[] {
  const isHeading = (element: Element) => /^h[1-6]$/.test(element.tagName);
  return findAll(
    header,
    (element) => findFirst(element, isHeading) === null,
    (element) => isHeading(element),
  );
}

function isNamed(element: Element, pattern: RegExp): boolean {
  return attribute(element, 'className')
    .split(/\s+/)
    .some((name) => pattern.test(name));
}

function standfirstOf(main: Root | Element, headers: readonly Element[]): Element | null {
  const isText = (element: Element) => !isUnread(element) && textOf(element) !== '';
  const named = findFirst(
    main,
    (element) =>
      (isNamed(element, STANDFIRST) || hasWord(element, 'itemProp', 'alternativeHeadline')) &&
      element.tagName !== 'details' &&
      isText(element),
  );
  if (named) return named;
  for (const header of headers) {
    if (!findFirst(header, isTitle)) continue;
    const line = findFirst(
      header,
      (element) =>
        element.tagName === 'p' &&
        isText(element) &&
        findFirst(element, (inner) => inner.tagName === 'time') === null &&
        !isNamed(element, BYLINE) &&
        !BYLINE_START.test(textOf(element)),
    );
    if (line) return line;
  }
  return null;
}

function bylineOf(main: Root | Element, headers: readonly Element[]): Element | null {
  const isShort = (element: Element) => {
    const { length } = textOf(element);
    return length > 0 && length <= LONGEST_BYLINE && !isUnread(element);
  };
  const named = findFirst(main, (element) => isNamed(element, BYLINE) && isShort(element));
  if (named) return named;
  for (const header of headers) {
    const line = findFirst(
      header,
      (element) =>
        element.tagName === 'p' && isShort(element) && BYLINE_START.test(textOf(element)),
    );
    if (line) return line;
  }
  return findFirst(
    main,
    (element) =>
      isShort(element) &&
      (hasWord(element, 'rel', 'author') || hasWord(element, 'itemProp', 'author')),
  );
}

function bylineText(element: Element): string | null {
  return oneLine(textWithoutTimes(element).replace(/[\s,;|·•–-]+$/, ''));
}

/** Stet's own pages credit those who did not write below the article. */
function withCredits(byline: string | null, main: Root | Element): string | null {
  const credits = findFirst(main, (element) => isNamed(element, /^credits$/));
  if (byline === null || credits === null) return byline;
  return oneLine(`${byline.replace(/[.;]$/, '')}. ${textOf(credits)}`);
}
