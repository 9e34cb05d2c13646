import type { Doctype, Element, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { decodeText } from '../document/decode';
import { attribute, findFirst, hasWord, readHtml } from '../document/html-tree';
import { StetError } from '../errors';
import type { KeptMark, KeptPage } from '../model/kept-page';
import { contentsOf } from './contents';
import { withOwnFrames } from './kept-frames';
import { placeMarks, STYLE_OF_MARKS } from './kept-marks';
import { type KeptParts, keptParts, NO_PARTS, wholeAddress } from './kept-parts';
import { keptStyle } from './kept-style';
import { mimeField } from './mime-parts';
import { pagePart, pageText } from './page-part';

/** There wherever Stet runs, though not part of the ES library. */
declare const structuredClone: <T>(value: T) => T;

/*
 * A saved page, to be looked at as it was. Two things keep it from doing anything: this takes out
 * whatever acts or asks for something, and the window shows what is left in a frame without scripts,
 * under a policy that lets nothing load (src-main/kept-pages.ts). Each is enough by itself.
 */

const MOST_BYTES = 60_000_000;
const MOST_ELEMENTS = 200_000;
const LONGEST_PAGE = 60_000_000;
/** What is nested deeper is flattened by `readHtml`, so that writing it needs no deeper call stack. */
const DEEPEST = 400;

/** Elements that act, load, or stand in for what does not run here. */
const LEFT_OUT = new Set(
  'script noscript iframe frame frameset object embed applet param portal fencedframe base meta link template audio video source track animate animatemotion animatetransform set discard handler'.split(
    ' ',
  ),
);

/** Attributes that name an address, or move the focus, beyond those that are looked at one by one. */
const LEFT_OFF = new Set(
  'action formaction formtarget srcdoc srcset imagesrcset ping cite longdesc profile manifest data codebase classid archive lowsrc dynsrc target download autofocus accesskey contenteditable nonce integrity is popover popovertarget commandfor command attributionsrc httpequiv xlinkhref xmlbase'.split(
    ' ',
  ),
);

/** A link that leads nowhere keeps its looks. */
const NOWHERE = '#stet-nowhere';

/** A page that was read, without anything that acts. */
export type CleanPage = Root;

/**
 * Reads a saved web page (HTML or MHTML). Throws `file-too-large`, `file-unreadable` and what
 * `decodeText` throws.
 */
export async function readKeptPage(name: string, bytes: Uint8Array): Promise<CleanPage> {
  if (bytes.length > MOST_BYTES) throw new StetError('file-too-large', { name });
  if (contentsOf(bytes) !== 'mhtml') {
    return clean(decodeText(name, bytes), { name, base: '', parts: NO_PARTS });
  }
  const page = pagePart(bytes);
  if (!page) throw new StetError('file-unreadable', { name });
  return clean(await withOwnFrames(bytes, page, await pageText(page, name)), {
    name,
    base: mimeField(page.header, 'content-location') ?? '',
    parts: await keptParts(bytes),
  });
}

/** The page as a document of its own, with the marks that have a place on it. */
export function writeKeptPage(page: CleanPage, marks: readonly KeptMark[]): KeptPage {
  const root = structuredClone(page);
  const placed = placeMarks(root, marks);
  const html = toHtml(root, { upperDoctype: true, characterReferences: {} });
  if (html.length > LONGEST_PAGE) throw new StetError('file-too-large');
  return { html, placed };
}

interface Cleaning {
  name: string;
  base: string;
  parts: KeptParts;
}

function clean(html: string, given: Cleaning): CleanPage {
  return readHtml(html, (root) => {
    const base = findFirst(root, (one) => one.tagName === 'base' && attribute(one, 'href') !== '');
    const address = base && wholeAddress(attribute(base, 'href'), given.base);
    const count = { elements: 0 };
    const children = cleaned(root.children, { ...given, base: address ?? given.base }, count);
    const head = findFirst({ type: 'root', children }, (one) => one.tagName === 'head');
    head?.children.push(styleOf(STYLE_OF_MARKS + STYLE_OF_FRAMES));
    return { type: 'root', children };
  });
}

function cleaned(
  nodes: readonly RootContent[],
  given: Cleaning,
  count: { elements: number },
  depth = 0,
): RootContent[] {
  if (depth > DEEPEST) throw new RangeError('Nested too deeply.');
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'text') return [node];
    if (node.type === 'doctype') return [{ type: 'doctype' } satisfies Doctype];
    if (node.type !== 'element') return [];
    count.elements += 1;
    if (count.elements > MOST_ELEMENTS) throw new StetError('file-too-large', { name: given.name });
    const tag = node.tagName.toLowerCase();
    if (tag === 'link') return linkedStyle(node, given);
    if (tag === 'style') return [styleOf(keptStyle(wordsOf(node), given.base, given.parts), node)];
    if (tag === 'iframe') return frameLeftOut(node, given);
    if (LEFT_OUT.has(tag)) return [];
    return [
      {
        type: 'element',
        tagName: tag === 'form' ? 'div' : node.tagName,
        properties: cleanedProperties(node, given),
        children: cleaned(node.children, given, count, depth + 1) as Element['children'],
      },
    ];
  });
}

/** A frame that is not shown leaves its outline, with the name of the site that it came from. */
const STYLE_OF_FRAMES =
  'stet-frame{display:inline-block;margin:4px 0;padding:4px 10px;border:1px dashed currentColor;font:12px system-ui;opacity:.6}stet-frame::before{content:attr(data-site)}';
/** Pixels: what is smaller is there to count visits. */
const SMALLEST_FRAME = 60;

function frameLeftOut(frame: Element, { base, parts }: Cleaning): RootContent[] {
  const address = wholeAddress(attribute(frame, 'src'), base) ?? '';
  const from = parts.frame(address) ?? address;
  const site = /^https?:\/\/(?:[^@/]*@)?([^/:?#]+)/i.exec(from)?.[1];
  const isSmall = ['width', 'height'].some((side) => {
    const size = attribute(frame, side);
    return size !== '' && Number.parseInt(size, 10) < SMALLEST_FRAME && !size.endsWith('%');
  });
  const isHidden =
    isSmall ||
    'hidden' in frame.properties ||
    /display:none|visibility:hidden/i.test(attribute(frame, 'style').replace(/\s+/g, ''));
  if (!site || isHidden) return [];
  return [{ type: 'element', tagName: 'stet-frame', properties: { dataSite: site }, children: [] }];
}

/** A style sheet that came with the page stands in it now; any other link is left out. */
function linkedStyle(link: Element, { base, parts }: Cleaning): RootContent[] {
  if (!hasWord(link, 'rel', 'stylesheet') || hasWord(link, 'rel', 'alternate')) return [];
  const address = wholeAddress(attribute(link, 'href'), base);
  const sheet = address === null ? null : parts.style(address);
  return sheet ? [styleOf(keptStyle(sheet.css, sheet.base || base, parts), link)] : [];
}

function styleOf(css: string, from?: Element): Element {
  const media = from ? attribute(from, 'media') : '';
  return {
    type: 'element',
    tagName: 'style',
    properties: media === '' ? {} : { media },
    children: [{ type: 'text', value: css }],
  };
}

function wordsOf(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function cleanedProperties(element: Element, given: Cleaning): Element['properties'] {
  const { base, parts } = given;
  const kept: Element['properties'] = {};
  const picture = (address: string): string | null => {
    if (/^data:image\//i.test(address.trim())) return address.trim();
    const known = wholeAddress(address, base);
    const data = known === null ? null : parts.data(known);
    return data?.startsWith('data:image/') ? data : null;
  };
  for (const [property, value] of Object.entries(element.properties)) {
    const name = property.toLowerCase();
    const text = attribute(element, property);
    if (name.startsWith('on') || LEFT_OFF.has(name) || name.includes(':')) continue;
    if ((name === 'id' || name === 'name') && text.startsWith('stet-')) continue;
    if (name === 'style') {
      kept.style = keptStyle(text, base, parts);
    } else if (name === 'src' || name === 'background' || name === 'poster') {
      const data = picture(text);
      if (data !== null) kept[property] = data;
    } else if (name === 'href') {
      if (text.startsWith('#')) kept.href = text;
      else if (element.tagName === 'image') kept.href = picture(text) ?? undefined;
      else if (/^(?:a|area)$/.test(element.tagName)) {
        kept.href = NOWHERE;
        // Where it led can still be read.
        if (/^https?:/i.test(text) && !element.properties.title) kept.title = text;
      }
    } else {
      kept[property] = value;
    }
  }
  return kept;
}
