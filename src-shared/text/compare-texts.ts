import type { DiffSegment } from '../model/verdict';
import type { ComparedParagraph } from '../model/version';
import { diffTexts } from './diff-texts';

/**
 * The word diff between two texts by paragraphs (lines), in the order of the second. A paragraph that
 * is gone stands where it was.
 */
export function compareTexts(from: string, to: string): ComparedParagraph[] {
  const paragraphs: ComparedParagraph[] = [];
  let current: DiffSegment[] = [];
  const finish = () => {
    const segments = current.filter(({ text }) => text !== '');
    current = [];
    if (!segments.some(({ text }) => text.trim() !== '')) return;
    const type = segments.every((segment) => segment.type === 'same') ? 'same' : 'changed';
    paragraphs.push({ type, segments });
  };
  const segments = diffTexts(from, to);
  for (const [index, { type, text }] of segments.entries()) {
    // What other words took the place of ends where they end.
    const isReplaced = type === 'removed' && segments[index + 1]?.type === 'added';
    const lines = (isReplaced ? `${text.trimEnd()} ` : text).split(/\s*\n\s*/);
    for (const [line, words] of lines.entries()) {
      if (line > 0) finish();
      current.push({ type, text: words });
    }
  }
  finish();
  return paragraphs;
}
