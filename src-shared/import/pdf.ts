/// <reference path="./pdf-modules.d.ts" />

import type { LoadingTask, PdfDocument } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { StetError } from '../errors';
import type { Extraction } from '../model/source';
import { extractDocument } from './document';
import { textOfPages } from './pdf-document';
import { removeFurniture } from './pdf-furniture';
import { openPdf } from './pdf-library';
import { layOutPages, withPages } from './pdf-locators';
import { lengthOf, type Page, readPage } from './pdf-page';
import { readProperties } from './pdf-properties';

/** The extractor is ended after a minute; what takes longer than this is said to be too large. */
const TIME_LIMIT_MS = 30_000;
/** A file may declare any number of pages. */
const MOST_PAGES = 20_000;
const MOST_LETTERS = 20_000_000;
/** A declared page that is not there is skipped, but not without end. */
const MOST_MISSING = 50;

/**
 * Reads the text of a PDF in the order of reading, with the page of each stretch. Heads, feet and
 * numbers of pages are left out, words parted at the end of a line are whole, the notes of a page
 * follow the paragraph with which it ends.
 *
 * Rejects with `file-protected` where a password is wanted, `file-without-text` where there are only
 * pictures (or letters without meaning), `file-too-large` for what has no end, `file-unreadable`.
 */
export async function extractPdf(bytes: Uint8Array, name: string): Promise<Extraction> {
  const late = Date.now() + TIME_LIMIT_MS;
  const task = await openPdf(bytes);
  try {
    const document = await opened(task, name);
    const properties = await readProperties(document);
    const pages = await readPages(document, name, () => Date.now() > late);
    const { address } = removeFurniture(pages);
    const { paragraphs, heading } = textOfPages(pages);
    if (!isText(paragraphs.map(({ text }) => text)))
      throw new StetError('file-without-text', { name });
    const body = paragraphs.filter(({ note }) => note === null);
    const notes = paragraphs.filter(({ note }) => note !== null);
    const extraction = extractDocument(
      { lines: body.map(({ text }) => text), notes: notes.map(({ text }) => text), heading },
      properties,
    );
    return {
      ...extraction,
      url: extraction.url ?? address,
      ...(extraction.kind === 'transcript'
        ? withPages(extraction, [...body, ...notes])
        : layOutPages(paragraphs)),
    };
  } finally {
    await task.destroy();
  }
}

async function opened(task: LoadingTask, name: string): Promise<PdfDocument> {
  try {
    return await task.promise;
  } catch (error) {
    const wantsPassword = error instanceof Error && error.name === 'PasswordException';
    const code = wantsPassword ? 'file-protected' : 'file-unreadable';
    throw new StetError(code, { name }, { cause: error });
  }
}

async function readPages(
  document: PdfDocument,
  name: string,
  isLate: () => boolean,
): Promise<Page[]> {
  const tooLarge = () => new StetError('file-too-large', { name });
  if (document.numPages > MOST_PAGES) throw tooLarge();
  const pages: Page[] = [];
  let letters = 0;
  let missing = 0;
  for (let number = 1; number <= document.numPages && missing < MOST_MISSING; number++) {
    try {
      const page = await document.getPage(number);
      const read = await readPage(page, number, isLate);
      page.cleanup();
      pages.push(read);
      letters += [read.chunks, ...read.turned]
        .flat()
        .reduce((sum, one) => sum + lengthOf([one]), 0);
    } catch {
      missing += 1;
    }
    if (letters > MOST_LETTERS || isLate()) throw tooLarge();
  }
  // A text with holes would look like one without.
  if (missing > pages.length) throw new StetError('file-unreadable', { name });
  return pages;
}

/** Letters, not signs of a font that nobody knows. */
function isText(texts: readonly string[]): boolean {
  let known = 0;
  let unknown = 0;
  for (const text of texts) {
    known += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    unknown += text.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0;
  }
  return known > 0 && unknown < known / 2;
}
