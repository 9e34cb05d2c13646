import type { ClaimReading } from '../model/claim';
import type { PlainText } from './plain-text';

/** The claims that are marked in a document, in the order of the text. */
export function readClaims({ text, claims }: PlainText): ClaimReading[] {
  return [...claims]
    .filter(([, parts]) => parts.length > 0)
    .sort(([, [a]], [, [b]]) => a!.start - b!.start || a!.end - b!.end)
    .map(([id, parts], index) => ({
      id,
      ordinal: index + 1,
      text: parts
        .map(({ start, end }) => text.slice(start, end))
        .join(' … ')
        .replace(/\s+/g, ' ')
        .trim(),
      parts: parts.map(({ start, end }) => ({ start, end })),
    }));
}
