import PostalMime from 'postal-mime';
import { decodeText } from '../document/decode';
import { oneLine } from '../document/imported';
import { StetError } from '../errors';
import type { Extraction } from '../model/source';
import { extractHtml } from './html';

/** There wherever Stet runs, though not part of the ES library. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** More than any header has, in bytes. */
const LONGEST_HEADER = 64 * 1024;

interface Part {
  header: string;
  body: Uint8Array;
}

/**
 * Reads a web page saved as one file (MHTML, RFC 2557): its first HTML part; pictures, styles and
 * frames stay where they are.
 */
export async function extractMhtml(bytes: Uint8Array, name: string): Promise<Extraction> {
  const whole = splitHeader(bytes);
  const page = pagePart(whole);
  if (!page) throw new StetError('file-unreadable', { name });
  const extraction = extractHtml(await pageText(page, name));
  const url = webAddress(
    field(whole.header, 'snapshot-content-location') ??
      field(page.header, 'content-location') ??
      field(whole.header, 'content-location'),
  );
  return { ...extraction, url: url ?? extraction.url };
}

/** The text of an HTML part, in the charset that its header, else the page itself declares. */
async function pageText({ header, body }: Part, name: string): Promise<string> {
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(field(header, 'content-type') ?? '')?.[1];
  const encoding = field(header, 'content-transfer-encoding') ?? '8bit';
  const type = charset ? `text/html; charset=${charset}` : 'application/octet-stream';
  const lines = `MIME-Version: 1.0\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  const start = new TextEncoder().encode(lines);
  const message = new Uint8Array(start.length + body.length);
  message.set(start);
  message.set(body, start.length);
  const { html, attachments } = await PostalMime.parse(message);
  if (charset) return (html ?? '').replace(/\r\n?/g, '\n');
  const content = attachments[0]?.content;
  if (!(content instanceof ArrayBuffer) && !(content instanceof Uint8Array)) {
    throw new StetError('file-unreadable', { name });
  }
  return decodeText(name, content instanceof Uint8Array ? content : new Uint8Array(content));
}

/** The HTML part that comes first, in parts of parts too. */
function pagePart(part: Part, depth = 0): Part | null {
  const type = field(part.header, 'content-type') ?? '';
  if (/^(?:text\/html|application\/xhtml\+xml)/i.test(type)) return part;
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!/^multipart\//i.test(type) || mark === undefined || depth > 5) return null;
  for (const inner of partsOf(part.body, mark)) {
    const page = pagePart(splitHeader(inner), depth + 1);
    if (page) return page;
  }
  return null;
}

/** What stands between the lines `--mark`. */
function* partsOf(body: Uint8Array, mark: string): Generator<Uint8Array, void> {
  const delimiter = new TextEncoder().encode(`--${mark}`);
  let start = -1;
  for (let at = 0; at >= 0 && at < body.length; ) {
    const newline = body.indexOf(0x0a, at);
    const end = newline < 0 ? body.length : newline + 1;
    if (delimiter.every((byte, index) => body[at + index] === byte)) {
      if (start >= 0) yield body.subarray(start, at);
      start = end;
    }
    at = end;
  }
  if (start >= 0 && start < body.length) yield body.subarray(start);
}

function splitHeader(bytes: Uint8Array): Part {
  const start = String.fromCharCode(...bytes.subarray(0, LONGEST_HEADER));
  const blank = /\r?\n\r?\n/.exec(start);
  const length = blank ? blank.index + blank[0].length : 0;
  return { header: start.slice(0, length), body: bytes.subarray(length) };
}

/** A field of a header, with its folded lines on one. */
function field(header: string, name: string): string | null {
  const unfolded = header.replace(/\r?\n[ \t]+/g, ' ');
  return oneLine(new RegExp(`^${name}:(.*)$`, 'im').exec(unfolded)?.[1]);
}

function webAddress(url: string | null): string | null {
  return url !== null && /^https?:/i.test(url) ? url : null;
}
