/// <reference path="./pdf-modules.d.ts" />

import type { PdfDocument } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { DocumentProperties } from './document';

/** Titles that programs put in: the name of the file that was printed, or nothing at all. */
const NO_TITLE =
  /^(?:powerpoint[- ]pr.*|slide \d+|layout \d+|print|stdin|unknown|about:blank|(?:file|data|https?):\S*|.*\.(?:indd|qxd|qxp|dvi|ps|eps|tex|pub|pmd|p65|ai|cdr|wpd|html?|xlsx?|pptx?|txt|md|tiff?|jpe?g|png)(?:\s.*)?|\P{L}*)$/iu;
const NOBODY =
  /^(?:administrator|admin|user|owner|root|unknown|author|anonymous|default|benutzer|usuario|utilisateur|\P{L}*)$/iu;

/** What a PDF says about itself: in its XMP packet, else in its information dictionary. */
export async function readProperties(document: PdfDocument): Promise<DocumentProperties> {
  const { info, metadata } = await document
    .getMetadata()
    .catch(() => ({ info: {} as Record<string, unknown>, metadata: null }));
  const named = (xmp: string, key: string): string[] => {
    const found = metadata?.get(xmp);
    const values = (Array.isArray(found) ? found : [found]).filter((value) => isFilled(value));
    return [...values, info[key]].filter((value) => isFilled(value));
  };
  const creators = metadata?.get('dc:creator');
  const authors = (Array.isArray(creators) ? creators : named('dc:creator', 'Author').slice(0, 1))
    .filter((value) => isFilled(value))
    .filter((author) => !NOBODY.test(author.trim()));
  return {
    title: named('dc:title', 'Title').find((title) => !NO_TITLE.test(title.trim())) ?? null,
    creator: authors.length > 0 ? authors.join('; ') : null,
    created: dayOf(named('xmp:createdate', 'CreationDate')[0]),
    language: named('dc:language', 'Language')[0] ?? null,
    keywords: named('pdf:keywords', 'Keywords')[0] ?? null,
    description: named('dc:description', 'Subject')[0] ?? null,
  };
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** "D:20250504103000+02'00'" as 2025-05-04; ISO 8601 as it is. */
function dayOf(date: string | undefined): string | null {
  const parts = /^D:(\d{4})(\d{2})(\d{2})/.exec(date ?? '');
  return parts ? parts.slice(1).join('-') : (date?.slice(0, 10) ?? null);
}
