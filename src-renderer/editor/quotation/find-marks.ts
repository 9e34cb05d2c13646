import { v7 as newId } from 'uuid';
import { detectInDocument } from '../../../src-shared/document/detect-in-document';
import type { QuotationMark } from '../../../src-shared/document/mark-quotations';
import type { Document } from '../../../src-shared/document/schema';
import { reconcileMarks } from '../../../src-shared/quotation/reconcile';

/**
 * The marks that a document should have: what is in quotation marks now, with the ids it has carried so
 * far. What nobody seems to have said is marked as well, and waits for the editor's word.
 */
export function findMarks(document: Document, language: string): QuotationMark[] {
  const { plain, quotations, notQuotations } = detectInDocument(document, { language });
  const detected = [
    ...quotations,
    ...notQuotations.map(({ start, end }) => ({ parts: [{ start, end }] })),
  ];
  return reconcileMarks(plain.quotations, detected, plain.text, newId).marks;
}
