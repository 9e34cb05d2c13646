import { v7 as newId } from 'uuid';
import {
  type DocumentDetection,
  detectInDocument,
} from '../../../src-shared/document/detect-in-document';
import { markQuotations, type QuotationMark } from '../../../src-shared/document/mark-quotations';
import { plainText } from '../../../src-shared/document/plain-text';
import { readQuotations } from '../../../src-shared/document/read-quotations';
import type { BlockNode, Document } from '../../../src-shared/document/schema';
import { acceptSuggestions } from '../../../src-shared/document/suggestions';
import type { QuotationReading } from '../../../src-shared/model/quotation';
import type { Span } from '../../../src-shared/model/span';
import { createDetector, type Detector } from '../../../src-shared/quotation/detect/incremental';
import { reconcileMarks } from '../../../src-shared/quotation/reconcile';
import type { DocumentChange } from '../live-document';
import { marksForNow } from './marks-for-now';

/** What the words of an article say about its quotations. */
export interface FoundMarks {
  /** The marks that the document should have; null where it has just these. */
  marks: QuotationMark[] | null;
  /** True where a pause in typing will change them further. */
  provisional: boolean;
  /** All quotations, in the order of the text. */
  ids: string[];
  /** Those of them whose words, or what is said around them, are not those of the last answer. */
  readings: QuotationReading[];
}

export interface FindMarks {
  change: DocumentChange;
  language: string;
  /** False in the midst of typing: a mark is changed only where that cannot be a mistake. */
  paused: boolean;
}

/** Follows the words of one article. */
export interface MarksOfArticle {
  find(request: FindMarks): FoundMarks;
}

/**
 * Looks for the quotations of one article again and again: what is in quotation marks now, with the
 * ids it has carried so far. What nobody seems to have said is marked as well, and waits for the
 * editor's word. Only the blocks that changed are given, and looked at.
 */
export function createMarksOfArticle(): MarksOfArticle {
  const blocks = new Map<string, BlockNode>();
  let order: readonly string[] = [];
  let detector: { language: string; detector: Detector } | null = null;
  let told = new Map<string, string>();

  function documentAfter(change: DocumentChange): Document {
    for (const [key, block] of change.blocks) blocks.set(key, block);
    if (change.order) {
      order = change.order;
      const isLeft = new Set(order);
      for (const key of blocks.keys()) if (!isLeft.has(key)) blocks.delete(key);
    }
    const children = order.flatMap((key) => blocks.get(key) ?? []);
    return acceptSuggestions({ root: { type: 'root', version: 1, children } });
  }

  return {
    find({ change, language, paused }) {
      const document = documentAfter(change);
      if (detector?.language !== language) {
        detector = { language, detector: createDetector({ language }) };
      }
      const detection = detectInDocument(document, { language, detector: detector.detector });
      const present = detection.plain.quotations;
      const wanted = wantedMarks(detection);
      const now = paused ? wanted : marksForNow(wanted, present, detection.plain.text);
      const isAsPresent = sameMarks(now, present);
      const readings = readQuotations(
        detection,
        isAsPresent ? present : plainText(markQuotations(document, now)).quotations,
      );
      const texts = new Map(readings.map((reading) => [reading.id, textOf(reading)]));
      const changed = readings.filter(({ id }) => told.get(id) !== texts.get(id));
      told = texts;
      return {
        marks: isAsPresent ? null : now,
        provisional: !paused && !sameMarks(wanted, new Map(now.map((one) => [one.id, one.parts]))),
        ids: readings.map(({ id }) => id),
        readings: changed,
      };
    },
  };
}

/** Everything of a reading but where it stands: what comes before it moves it all the time. */
function textOf({ parts, ordinal: _, ...reading }: QuotationReading): string {
  return JSON.stringify([reading, parts.map(({ text }) => text)]);
}

function wantedMarks({ plain, quotations, notQuotations }: DocumentDetection): QuotationMark[] {
  const detected = [
    ...quotations,
    ...notQuotations.map(({ start, end }) => ({ parts: [{ start, end }] })),
  ];
  return reconcileMarks(plain.quotations, detected, plain.text, newId).marks;
}

function sameMarks(
  marks: readonly QuotationMark[],
  present: ReadonlyMap<string, readonly Span[]>,
): boolean {
  const held = [...present.values()].filter((parts) => parts.length > 0).length;
  return (
    held === marks.length &&
    marks.every(({ id, parts }) => {
      const there = present.get(id);
      return (
        there?.length === parts.length &&
        parts.every((part, at) => part.start === there[at]?.start && part.end === there[at]?.end)
      );
    })
  );
}
