/*
 * Web Annotation files count positions in Unicode code points ("selection MUST be in terms of unicode
 * code points"), the rest of Stet in UTF-16 code units: one 🚢 before a passage shifts it by one.
 */

/** How many code points stand before an offset in UTF-16 code units. */
export function codePointsBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = 0; at < offset && at < text.length; count++) at += widthAt(text, at);
  return count;
}

/** The offset in UTF-16 code units of a number of code points; null where the text is shorter. */
export function offsetOfCodePoint(text: string, count: number): number | null {
  let at = 0;
  for (let left = count; left > 0; left--) {
    if (at >= text.length) return null;
    at += widthAt(text, at);
  }
  return at;
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
