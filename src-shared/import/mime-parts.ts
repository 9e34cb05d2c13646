import PostalMime from 'postal-mime';
import { oneLine } from '../document/imported';

/** There wherever Stet runs, though not part of the ES library. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** More than any header has, in bytes. */
const LONGEST_HEADER = 64 * 1024;
const DEEPEST = 5;

/** A part of a MIME message (RFC 2046), as it stands in the file. */
export interface MimePart {
  header: string;
  body: Uint8Array;
}

/** The parts of a message that hold something, in their order, those of parts of parts too. */
export function* mimeParts(bytes: Uint8Array): Generator<MimePart, void> {
  yield* leaves(splitHeader(bytes), 0);
}

function* leaves(part: MimePart, depth: number): Generator<MimePart, void> {
  const type = mimeField(part.header, 'content-type') ?? '';
  if (!/^multipart\//i.test(type)) {
    yield part;
    return;
  }
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || depth > DEEPEST) return;
  for (const inner of between(part.body, mark)) yield* leaves(splitHeader(inner), depth + 1);
}

/** The header of a message, or of a part of one, and what comes after it. */
export function splitHeader(bytes: Uint8Array): MimePart {
  const start = String.fromCharCode(...bytes.subarray(0, LONGEST_HEADER));
  const blank = /\r?\n\r?\n/.exec(start);
  const length = blank ? blank.index + blank[0].length : 0;
  return { header: start.slice(0, length), body: bytes.subarray(length) };
}

/** A field of a header, with its folded lines on one. */
export function mimeField(header: string, name: string): string | null {
  const unfolded = header.replace(/\r?\n[ \t]+/g, ' ');
  return oneLine(new RegExp(`^${name}:(.*)$`, 'im').exec(unfolded)?.[1]);
}

/** The bytes of a part, out of their transfer encoding; null where they cannot be had. */
export async function decodedPart({ header, body }: MimePart): Promise<Uint8Array | null> {
  const { attachments } = await parseAs('application/octet-stream', { header, body });
  const content = attachments[0]?.content;
  if (content instanceof Uint8Array) return content;
  return content instanceof ArrayBuffer ? new Uint8Array(content) : null;
}

/** The text of an HTML part in a charset that its header names. */
export async function decodedHtml(part: MimePart, charset: string): Promise<string> {
  const { html } = await parseAs(`text/html; charset=${charset}`, part);
  return (html ?? '').replace(/\r\n?/g, '\n');
}

function parseAs(type: string, { header, body }: MimePart) {
  const encoding = mimeField(header, 'content-transfer-encoding') ?? '8bit';
  const lines = `MIME-Version: 1.0\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  const start = new TextEncoder().encode(lines);
  const message = new Uint8Array(start.length + body.length);
  message.set(start);
  message.set(body, start.length);
  return PostalMime.parse(message);
}

/** What stands between the lines `--mark`. */
function* between(body: Uint8Array, mark: string): Generator<Uint8Array, void> {
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
