import { dateFrom } from '../document/date';
import { oneLine } from '../document/imported';
import type { Extraction } from '../model/source';
import { guessLanguage } from '../quotation/detect/language';
import { extractEmail } from './email';
import { layOut, type SourceParagraph } from './layout';
import { paragraphsOf } from './lines';
import { withoutLineNumbers } from './transcript-layouts';
import { lineStart, turnsOf } from './turns';

/** Reads a plain text: an e-mail, a transcript, or a document of paragraphs. */
export function extractText(text: string): Extraction {
  return extractEmail(text) ?? extractParagraphs(paragraphsOf(withoutLineNumbers(text)));
}

/** Reads paragraphs that may turn out to be a transcript; the notes of a document follow them. */
export function extractParagraphs(
  paragraphs: readonly string[],
  notes: readonly SourceParagraph[] = [],
): Extraction {
  const turns = turnsOf(paragraphs);
  const body = turns ?? paragraphs.map((text) => ({ segments: [{ text }] }));
  const laidOut = layOut([...body, ...notes]);
  return {
    title: titleOf(paragraphs),
    kind: turns ? 'transcript' : 'document',
    medium: turns ? 'spoken' : 'written',
    language: guessLanguage(sampleOf(laidOut.text)),
    date: dateOf(paragraphs),
    url: null,
    creator: factOf(paragraphs, /^(?:author|by|autor|auteur|autorin)$/i),
    ...laidOut,
  };
}

const SAMPLES = 3;
const SAMPLE_LENGTH = 600;

/** Stretches from its beginning, its middle and its end: 300 words tell a language. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLES * SAMPLE_LENGTH) return text;
  const step = (text.length - SAMPLE_LENGTH) / (SAMPLES - 1);
  return Array.from({ length: SAMPLES }, (_, number) => {
    const start = Math.round(number * step);
    return text.slice(start, start + SAMPLE_LENGTH);
  }).join('\n');
}

/** A short first line that is no sentence and no turn of speech. */
function titleOf(paragraphs: readonly string[]): string | null {
  const line =
    paragraphs[0]
      ?.split('\n')[0]
      ?.replace(/^#+\s*/, '')
      .trim() ?? '';
  const { label, time } = lineStart(line);
  const isTitle =
    paragraphs.length > 1 &&
    line.length <= 150 &&
    label === null &&
    time === null &&
    !/[.,;:!?…]["”’»]?$/.test(line) &&
    !/^["“„«]/.test(line);
  return isTitle ? oneLine(line) : null;
}

/** "Date: 2 October 2025" near the top, or a date in the title or on a line of its own. */
function dateOf(paragraphs: readonly string[]): string | null {
  const fact = factOf(paragraphs, /^(?:date|datum|fecha|data|recorded|recording date|published)$/i);
  const dated = fact === null ? null : dateFrom(fact);
  if (dated !== null) return dated;
  const title = titleOf(paragraphs);
  const inTitle = title === null ? null : dateFrom(title);
  if (inTitle !== null) return inTitle;
  const isDate = (line: string) =>
    line.split(/\s+/).length <= 5 && !/[.!?]$/.test(line) && dateFrom(line) !== null;
  const alone = topLines(paragraphs).find((line) => isDate(line.trim()));
  return alone === undefined ? null : dateFrom(alone);
}

function topLines(paragraphs: readonly string[]): string[] {
  return paragraphs
    .slice(0, 4)
    .flatMap((paragraph) => paragraph.split('\n'))
    .slice(0, 12);
}

/** What follows a label such as "Date:" near the top of a text. */
function factOf(paragraphs: readonly string[], name: RegExp): string | null {
  for (const line of topLines(paragraphs)) {
    const fact = /^([\p{L} ]{2,20}):\s*(\S.*)$/u.exec(line.trim());
    if (fact?.[1] && name.test(fact[1].trim())) return oneLine(fact[2]);
  }
  return null;
}
