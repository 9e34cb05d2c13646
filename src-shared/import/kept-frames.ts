import type { Element, Nodes, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { attribute, findFirst, readHtml } from '../document/html-tree';
import { namesOf, wholeAddress } from './kept-parts';
import { type MimePart, mimeField, mimeParts } from './mime-parts';
import { pageText } from './page-part';

/** There wherever Stet runs, though not part of the ES library. */
declare const URL: new (address: string) => { protocol: string; host: string };

/*
 * A page that was saved as one file has its frames in parts of their own. Those of the page's own site
 * that hold a text are read where they stand: pages made of frames have all their words there. Frames of
 * other sites (advertisements, players, what a network embeds) and those of a few words (buttons,
 * counters) are left out.
 */

/** What has fewer words is no text. */
const FEWEST_WORDS = 40;
const DEEPEST = 3;
/** Characters of all frames together, and how many of them. */
const MOST_CHARACTERS = 4_000_000;
const MOST_FRAMES = 40;

const HAS_FRAME = /<i?frame\b/i;

/** The page with its own frames in their places, as HTML; the same page where it has none. */
export async function withOwnFrames(
  bytes: Uint8Array,
  page: MimePart,
  html: string,
): Promise<string> {
  if (!HAS_FRAME.test(html)) return html;
  const address = mimeField(page.header, 'content-location') ?? '';
  const frames = await framesOf(bytes, page, siteOf(address));
  if (frames.size === 0) return html;
  return readHtml(html, (root) => {
    const isIn = putIn(root, { frames, base: address, left: MOST_FRAMES }, 0);
    return isIn ? toHtml(root, { upperDoctype: true, characterReferences: {} }) : html;
  });
}

interface Frame {
  html: string;
  address: string;
}

/** The frames of this site in the file, by what a page calls them. */
async function framesOf(
  bytes: Uint8Array,
  page: MimePart,
  site: string | null,
): Promise<Map<string, Frame>> {
  const frames = new Map<string, Frame>();
  let room = MOST_CHARACTERS;
  for (const part of mimeParts(bytes)) {
    const type = mimeField(part.header, 'content-type') ?? '';
    const address = mimeField(part.header, 'content-location') ?? '';
    if (!/^(?:text\/html|application\/xhtml\+xml)/i.test(type)) continue;
    if (site === null || siteOf(address) !== site || part.header === page.header) continue;
    const html = await pageText(part, '').catch(() => null);
    if (html === null || html.length > room) continue;
    room -= html.length;
    for (const name of namesOf(part)) frames.set(name, { html, address });
  }
  return frames;
}

interface Placing {
  frames: ReadonlyMap<string, Frame>;
  base: string;
  /** How many may still be put in. */
  left: number;
}

/** Puts frames in the place of their elements; answers whether there was any. */
function putIn(parent: Root | Element, placing: Placing, depth: number): boolean {
  let isAny = false;
  const children = parent.children as RootContent[];
  for (const child of children) {
    if (child.type !== 'element') continue;
    if (child.tagName !== 'iframe' && child.tagName !== 'frame') {
      const isWithin = putIn(child, placing, depth);
      // A page that consists of frames has them in the place of its text.
      if (isWithin && child.tagName === 'frameset') becomes(child, 'body', child.children);
      isAny ||= isWithin;
      continue;
    }
    const address = wholeAddress(attribute(child, 'src'), placing.base);
    const frame = address === null ? undefined : placing.frames.get(address);
    if (!frame || placing.left === 0 || depth === DEEPEST) continue;
    placing.left -= 1;
    const content = contentOf(frame, placing, depth + 1);
    if (!content) continue;
    becomes(child, 'div', content);
    isAny = true;
  }
  if (isAny)
    parent.children = children.filter((one) => !isWithoutFrames(one)) as typeof parent.children;
  return isAny;
}

function becomes(element: Element, tagName: string, children: Element['children']): void {
  element.tagName = tagName;
  element.properties = {};
  element.children = children;
}

/** What is shown where there are no frames says nothing where they are. */
function isWithoutFrames(node: RootContent): boolean {
  return node.type === 'element' && node.tagName === 'noframes';
}

/** What a frame shows, with the frames in it; null where that is no text. */
function contentOf(
  { html, address }: Frame,
  placing: Placing,
  depth: number,
): Element['children'] | null {
  return readHtml(html, (root) => {
    putIn(root, { ...placing, base: address }, depth);
    const body = findFirst(root, ({ tagName }) => tagName === 'body');
    return body && wordsIn(body) >= FEWEST_WORDS ? body.children : null;
  });
}

const SILENT = /^(?:script|style|noscript|template|svg|select|button)$/;

function wordsIn(node: Nodes): number {
  if (node.type === 'text') return node.value.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (node.type === 'element' && SILENT.test(node.tagName)) return 0;
  return 'children' in node
    ? node.children.reduce((sum: number, child) => sum + wordsIn(child), 0)
    : 0;
}

/** Where an address of the web leads, without its path; null where it is none. */
function siteOf(address: string): string | null {
  try {
    const { protocol, host } = new URL(address);
    return /^https?:$/.test(protocol) ? host.toLowerCase().replace(/^www\./, '') : null;
  } catch {
    return null;
  }
}
