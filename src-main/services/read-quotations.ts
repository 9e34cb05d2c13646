import { detectInDocument } from '../../src-shared/document/detect-in-document';
import { readClaims } from '../../src-shared/document/read-claims';
import { readQuotations } from '../../src-shared/document/read-quotations';
import type { Document } from '../../src-shared/document/schema';
import type { ClaimReading } from '../../src-shared/model/claim';
import type { QuotationReading } from '../../src-shared/model/quotation';
import { createDetector, type Detector } from '../../src-shared/quotation/detect/incremental';
import { reconcileClaims } from '../library/claims';
import type { Library } from '../library/open';
import type { StoredQuotation } from '../library/quotations';
import {
  addQuotation,
  listAllQuotations,
  putReading,
  updateQuotation,
} from '../library/quotations';
import type { Write } from '../library/write';

/** What a document says of its headline, and of the quotations and claims marked in it, in text order. */
export interface DocumentReading {
  headline: string;
  quotations: QuotationReading[];
  claims: ClaimReading[];
}

interface Followed {
  articleId: string;
  language: string;
  detector: Detector;
}

/** The article that each library saved last: the next save is most likely another of the same. */
const followed = new WeakMap<Library, Followed>();

/** The detector that read this article at its last save, and so has little to do at the next. */
export function detectorFor(library: Library, articleId: string, language: string): Detector {
  const last = followed.get(library);
  if (last?.articleId === articleId && last.language === language) return last.detector;
  const detector = createDetector({ language });
  followed.set(library, { articleId, language, detector });
  return detector;
}

/** Reads the marks of a document, and who the text says is speaking. */
export function readDocument(
  document: Document,
  language: string,
  detector: Detector = createDetector({ language }),
): DocumentReading {
  const detection = detectInDocument(document, { language, detector });
  const { text, blocks } = detection.plain;
  const headline = blocks.find((block) => block.kind === 'headline');
  return {
    headline: headline ? text.slice(headline.start, headline.end).replace(/\s+/g, ' ').trim() : '',
    quotations: readQuotations(detection),
    claims: readClaims(detection.plain),
  };
}

/**
 * Brings the quotation rows in line with the document: new ones are added, changed ones follow their
 * words, those that left the text are deleted softly, and those that undo brought back come to life
 * with everything known about them.
 */
export function reconcileRows(write: Write, articleId: string, reading: DocumentReading): void {
  reconcileClaims(write, articleId, reading.claims);
  const left = new Map(listAllQuotations(write.db, articleId).map((row) => [row.id, row]));
  for (const read of reading.quotations) {
    const row = left.get(read.id);
    left.delete(read.id);
    if (!row) addQuotation(write, articleId, read);
    else if (row.isDeleted) updateQuotation(write, row, { isDeleted: false, read });
    else if (saysOtherThings(row, read)) updateQuotation(write, row, { read });
    else if (
      JSON.stringify(row.parts) !== JSON.stringify(read.parts) ||
      row.ordinal !== read.ordinal
    ) {
      putReading(write, row, read);
    }
  }
  for (const row of left.values()) {
    if (!row.isDeleted) updateQuotation(write, row, { isDeleted: true });
  }
}

/** Whether more changed than where the quotation stands: that is announced, a shift is not. */
function saysOtherThings(row: StoredQuotation, read: QuotationReading): boolean {
  return (
    row.kind !== read.kind ||
    row.text !== read.text ||
    row.parts.length !== read.parts.length ||
    JSON.stringify([row.attribution, row.suggestion]) !==
      JSON.stringify([read.attribution, read.suggestion])
  );
}
