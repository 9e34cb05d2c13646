import { oneLine } from '../document/imported';
import { decodedPart, type MimePart, mimeField, mimeParts } from './mime-parts';

/** There wherever Stet runs, though not part of the ES library. */
declare const URL: new (address: string, base?: string) => { href: string };
declare const btoa: (binary: string) => string;
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** What a saved page may have with it, in characters of its address as data. */
const MOST_OF_A_PART = 12_000_000;
const MOST_IN_ALL = 40_000_000;
const PICTURE =
  /^(?:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon))$/i;
const FONT = /^(?:font\/[\w.+-]+|application\/(?:x-)?font[\w.+-]*)$/i;

/** What belongs to a page that was saved as one file: styles as text, pictures and fonts as addresses of data. */
export interface KeptParts {
  style(address: string): { css: string; base: string } | null;
  data(address: string): string | null;
  /** Where a frame came from. */
  frame(address: string): string | null;
}

export const NO_PARTS: KeptParts = { style: () => null, data: () => null, frame: () => null };

/** Reads what lies in an MHTML file beside its page, by what the page calls it. */
export async function keptParts(bytes: Uint8Array): Promise<KeptParts> {
  const styles = new Map<string, { css: string; base: string }>();
  const data = new Map<string, string>();
  const frames = new Map<string, string>();
  let room = MOST_IN_ALL;
  for (const part of mimeParts(bytes)) {
    const type = (mimeField(part.header, 'content-type') ?? '').split(';')[0]?.trim() ?? '';
    const names = namesOf(part);
    if (/^text\/css$/i.test(type)) {
      const read = await decodedPart(part);
      const base = names.find((name) => !name.startsWith('cid:')) ?? '';
      if (read) for (const name of names) styles.set(name, { css: textOf(read), base });
    } else if (/html/i.test(type)) {
      const address = names.find((name) => !name.startsWith('cid:'));
      if (address) for (const name of names) frames.set(name, address);
    } else if (PICTURE.test(type) || FONT.test(type)) {
      const encoded = await base64Of(part);
      if (encoded === null || encoded.length > Math.min(MOST_OF_A_PART, room)) continue;
      room -= encoded.length;
      for (const name of names) data.set(name, `data:${type.toLowerCase()};base64,${encoded}`);
    }
  }
  return {
    style: (address) => styles.get(address) ?? null,
    data: (address) => data.get(address) ?? null,
    frame: (address) => frames.get(address) ?? null,
  };
}

/** An address as it is written in a page or a style, whole; null where it is none. */
export function wholeAddress(address: string, base: string): string | null {
  const written = oneLine(address);
  if (written === null) return null;
  if (/^cid:/i.test(written)) return `cid:${written.slice(4)}`;
  try {
    return base === '' ? new URL(written).href : new URL(written, base).href;
  } catch {
    return null;
  }
}

/** What a page may call a part of its file. */
export function namesOf({ header }: MimePart): string[] {
  const id = mimeField(header, 'content-id')?.replace(/^<|>$/g, '');
  const location = mimeField(header, 'content-location');
  const address = location === null ? null : wholeAddress(location, '');
  return [...(address ? [address] : []), ...(id ? [`cid:${id}`] : [])];
}

/** The bytes of a part in base64, as which they mostly stand in the file already. */
async function base64Of(part: MimePart): Promise<string | null> {
  if (/^base64$/i.test(mimeField(part.header, 'content-transfer-encoding') ?? '')) {
    const encoded = textOf(part.body).replace(/\s+/g, '');
    return /^[\w+/]*={0,2}$/.test(encoded) ? encoded : null;
  }
  const bytes = await decodedPart(part);
  if (!bytes) return null;
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(binary);
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
