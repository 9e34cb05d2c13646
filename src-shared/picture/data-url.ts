/** There in Node, in Electron and in browsers alike, though not part of the ES library. */
declare const atob: (text: string) => string;

const DATA = /^data:image\/[a-z0-9.+-]+((?:;[a-z0-9-]+=[^;,]*)*)(;base64)?,/i;

/** The bytes of a `data:` address of a picture; null where it is none, or cannot be read. */
export function bytesOfDataUrl(address: string): Uint8Array<ArrayBuffer> | null {
  const [head] = DATA.exec(address.trim().slice(0, 200)) ?? [];
  if (head === undefined) return null;
  const content = address.trim().slice(head.length);
  try {
    const text = /;base64,$/i.test(head)
      ? atob(content.replace(/\s+|%0A/gi, ''))
      : decodeURIComponent(content);
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
