import type { Locator } from '../model/source';

/** A stretch of a paragraph with what is known of it; times in seconds. */
export interface Segment {
  text: string;
  time?: number;
  endTime?: number;
}

/** A paragraph of a source; a speaker's label, if there is one, stays in the text. */
export interface SourceParagraph {
  /** Printed in front, as in "Mara Lind: No."; not part of any locator. */
  label?: string;
  speaker?: string;
  /** The mark of a footnote or endnote, printed in front in brackets. */
  note?: string;
  segments: Segment[];
}

/**
 * Lays paragraphs out as one text, joined with an empty line, and says where each stretch of it
 * comes from. Segments of a paragraph are joined with a space.
 */
export function layOut(paragraphs: readonly SourceParagraph[]): {
  text: string;
  locators: Locator[];
} {
  const locators: Locator[] = [];
  let text = '';
  let number = 0;
  for (const { label, speaker, note, segments } of paragraphs) {
    const spoken = segments.filter((segment) => segment.text !== '');
    if (spoken.length === 0) continue;
    number += 1;
    if (text !== '') text += '\n\n';
    if (label !== undefined) text += `${label}: `;
    if (note !== undefined) text += `[${note}] `;
    spoken.forEach(({ text: words, time, endTime }, index) => {
      if (index > 0) text += ' ';
      const start = text.length;
      text += words;
      locators.push({
        start,
        end: text.length,
        paragraph: number,
        ...(time === undefined ? {} : { time }),
        ...(endTime === undefined ? {} : { endTime }),
        ...(speaker === undefined ? {} : { speaker }),
        ...(note === undefined ? {} : { note }),
      });
    });
  }
  return { text, locators };
}

/** Plain paragraphs, without speakers or times. */
export function layOutLines(lines: readonly string[]): ReturnType<typeof layOut> {
  return layOut(lines.map((text) => ({ segments: [{ text }] })));
}
