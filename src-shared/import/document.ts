import { dateFrom } from '../document/date';
import { languageTag, oneLine } from '../document/imported';
import type { Extraction } from '../model/source';
import { cslDate, cslMetadata, cslName } from './csl';
import type { SourceParagraph } from './layout';
import { extractParagraphs } from './text';

/** What a word processor's file says about itself. */
export interface DocumentProperties {
  title?: string | null | undefined;
  creator?: string | null | undefined;
  /** As the file writes it; ISO 8601 in most. */
  created?: string | null | undefined;
  language?: string | null | undefined;
  keywords?: string | null | undefined;
  description?: string | null | undefined;
}

/** The text of a word processor's file. */
export interface DocumentText {
  /** Paragraphs, list items and table rows (cells parted by tabs), in the order of the text. */
  lines: readonly string[];
  /** The notes in the order of their marks in the text; a note of several paragraphs is one line. */
  notes?: readonly string[];
  /** The first heading of the highest level. */
  heading?: string | null;
}

/** Titles that programs put in by themselves. */
const NO_TITLE =
  /^(?:microsoft word\b.*|(?:untitled|unbenannt|sans titre|sin título)[\s-]*\d*|(?:document|dokument)\s*\d*|word document|title|.*\.(?:docx?|odt|rtf|dotx?|dotm|pdf))$/i;

/** The source in a document: a transcript where its paragraphs are one, its notes after the text. */
export function extractDocument(
  { lines, notes = [], heading = null }: DocumentText,
  properties: DocumentProperties,
): Extraction {
  const paragraphs = lines.map(clean).filter((line) => line !== '');
  const extraction = extractParagraphs(
    paragraphs,
    notes.map(
      (text, index): SourceParagraph => ({
        note: String(index + 1),
        segments: [{ text: clean(text) }],
      }),
    ),
  );
  const ownTitle = oneLine(properties.title);
  const title = ownTitle !== null && !NO_TITLE.test(ownTitle) ? ownTitle : null;
  const creator = oneLine(properties.creator);
  const isFirst = heading !== null && paragraphs[0] === heading.trim();
  const created = properties.created ? dateFrom(properties.created) : null;
  const language = languageTag(properties.language);
  const date = extraction.date ?? created;
  const metadata = cslMetadata({
    type: 'document',
    title,
    author: creator === null ? [] : creator.split(/\s*;\s*/).map(cslName),
    issued: date === null ? null : cslDate(date),
    keyword: oneLine(properties.keywords),
    abstract: oneLine(properties.description),
    language,
  });
  return {
    ...extraction,
    title: title ?? (isFirst ? oneLine(heading) : null) ?? extraction.title ?? oneLine(heading),
    date,
    creator: extraction.creator ?? creator,
    ...(metadata ? { metadata } : {}),
  };
}

/** Soft hyphens are not printed, and white space at the edges of a paragraph is nobody's. */
function clean(line: string): string {
  return line.replaceAll('\u00ad', '').trim();
}
