import { zipSync } from 'fflate';
import type { Element, Root } from 'hast';
import mammoth from 'mammoth';
import { htmlBlocks } from '../document/html-blocks';
import { attribute, findFirst, readHtml, textOf } from '../document/html-tree';
import { StetError } from '../errors';
import type { Extraction } from '../model/source';
import { blockLines } from './blocks';
import { type DocumentProperties, type DocumentText, extractDocument } from './document';
import { readXml, textNamed } from './xml';
import { isBalanced } from './xml-balance';
import { LARGEST_PART, listParts, readPart, withinLimits, type ZipPart } from './zip';

/** Parts that mammoth reads. Pictures, themes and comments stay packed. */
const READ =
  /^(?:\[Content_Types\]\.xml|(?:.*\/)?_rels\/[^/]*\.rels|(?!customXml\/)(?:[^/]+\/)*(?:document|styles|numbering|footnotes|endnotes)\w*\.xml)$/;
const PICTURE = /(?:^|\/)media\/[^/]+$/;
const NOTE = /^(?:footnote|endnote)-/;

/**
 * Reads a Word document: paragraphs, headings, lists, tables and notes. Tracked deletions, comments,
 * headers and footers are left out.
 */
export async function extractDocx(bytes: Uint8Array, name: string): Promise<Extraction> {
  const parts = listParts(name, bytes);
  const html = await htmlOfDocx(name, bytes, parts);
  const properties = readProperties(name, bytes, parts);
  return extractDocument(readHtml(html, textOfHtml, { fragment: true }), properties);
}

/** How pictures and styles of a Word document come out, beyond what mammoth does with them. */
export interface DocxOptions {
  /** Answers the address of a picture. Without it pictures stay packed. */
  keepPicture?: (bytes: Uint8Array) => string;
  /** Mammoth's style map: https://github.com/mwilliamson/mammoth.js#writing-style-maps */
  styleMap?: readonly string[];
}

/** The HTML that mammoth makes of a Word document. Throws what `extractDocx` throws. */
export async function htmlOfDocx(
  name: string,
  bytes: Uint8Array,
  parts: readonly ZipPart[],
  { keepPicture, styleMap = [] }: DocxOptions = {},
): Promise<string> {
  if (!parts.some((part) => /(?:^|\/)document\d*\.xml$/.test(part.name))) {
    throw new StetError('format-unsupported', { name, extension: 'docx' });
  }
  const arrayBuffer = repack(name, bytes, parts, keepPicture !== undefined);
  // Its entry for Node takes a buffer, the one for browsers an array buffer.
  const input = { arrayBuffer, buffer: new Uint8Array(arrayBuffer) };
  const { value: html } = await mammoth.convertToHtml(
    input as unknown as { arrayBuffer: ArrayBuffer },
    {
      convertImage: mammoth.images.imgElement(async (image) => ({
        src: keepPicture ? keepPicture(new Uint8Array(await image.readAsArrayBuffer())) : '',
      })),
      includeEmbeddedStyleMap: false,
      styleMap: [...styleMap],
    },
  );
  return html;
}

/**
 * The parts with words, and pictures where they are wanted, as an archive that is not packed: bounded
 * before mammoth inflates anything.
 */
function repack(
  name: string,
  bytes: Uint8Array,
  parts: readonly ZipPart[],
  withPictures: boolean,
): ArrayBuffer {
  const read = parts.filter((part) => READ.test(part.name));
  if (read.reduce((sum, part) => sum + part.size, 0) > LARGEST_PART) {
    throw new StetError('file-too-large', { name });
  }
  const files: Record<string, Uint8Array> = {};
  for (const part of read) {
    const xml = readPart(name, bytes, part);
    // Its parser takes minutes over elements that are never closed.
    if (!isBalanced(xml)) throw new StetError('file-unreadable', { name });
    files[part.name] = xml;
  }
  if (withPictures) {
    for (const part of withinLimits(parts.filter(({ name: path }) => PICTURE.test(path)))) {
      files[part.name] = readPart(name, bytes, part);
    }
  }
  return zipSync(files, { level: 0 }).buffer as ArrayBuffer;
}

function readProperties(
  name: string,
  bytes: Uint8Array,
  parts: readonly ZipPart[],
): DocumentProperties {
  const part = parts.find((one) => one.name === 'docProps/core.xml');
  if (!part) return {};
  const root = readXml(name, readPart(name, bytes, part));
  return {
    title: textNamed(root, 'title'),
    creator: textNamed(root, 'creator'),
    created: textNamed(root, 'created') ?? textNamed(root, 'modified'),
    language: textNamed(root, 'language'),
    keywords: textNamed(root, 'keywords'),
    description: textNamed(root, 'description'),
  };
}

function textOfHtml(root: Root): DocumentText {
  const notes: string[] = [];
  const takeNotes = (parent: Root | Element) => {
    parent.children = (parent.children as Element[]).filter((child) => {
      if (child.type !== 'element') return true;
      takeOut(child);
      if (child.tagName === 'li' && NOTE.test(attribute(child, 'id'))) {
        notes.push(noteText(child));
        return false;
      }
      takeNotes(child);
      return true;
    });
  };
  takeNotes(root);
  const heading = findFirst(root, (element) => element.tagName === 'h1');
  return {
    lines: blockLines(htmlBlocks(root.children as Root['children'])),
    notes,
    heading: heading && textOf(heading),
  };
}

/** Marks of notes are no words of the text; the one paragraph of a cell is the cell. */
function takeOut(element: Element): void {
  element.children = element.children.filter(
    (child) => !(child.type === 'element' && child.tagName === 'sup' && isMark(child)),
  );
  const [only, ...others] = element.children;
  const isCell = element.tagName === 'td' || element.tagName === 'th';
  if (isCell && others.length === 0 && only?.type === 'element' && only.tagName === 'p') {
    element.children = only.children.filter(
      (child) => !(child.type === 'element' && child.tagName === 'sup' && isMark(child)),
    );
  }
}

function isMark(sup: Element): boolean {
  return (
    findFirst(sup, (inner) => /^#(?:footnote|endnote)-/.test(attribute(inner, 'href'))) !== null
  );
}

/** Without the arrow that leads back to the text. */
function noteText(note: Element): string {
  const isArrow = (child: Element) => /^#(?:foot|end)note-ref-/.test(attribute(child, 'href'));
  const drop = (parent: Element) => {
    parent.children = parent.children.filter(
      (child) => !(child.type === 'element' && isArrow(child)),
    );
    for (const child of parent.children) if (child.type === 'element') drop(child);
  };
  drop(note);
  return blockLines(htmlBlocks(note.children)).join('\n');
}
