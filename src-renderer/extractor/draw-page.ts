import { drawnWords } from '../../src-shared/import/drawn-words';
import { bytesOf, openPdf, ReadingData } from '../../src-shared/import/pdf-library';
import { readPage } from '../../src-shared/import/pdf-page';
import type { DrawnPage } from '../../src-shared/model/page';
import { partOfWidth } from './letter-widths';

/*
 * Draws pages of a PDF. The file that was drawn from last stays open, so that turning pages does not
 * read it anew.
 */

export interface PageRequest {
  type: 'page';
  /** The SHA-256 of the file. */
  file: string;
  /** Null where the file may be open already. */
  bytes: Uint8Array | null;
  page: number;
  /** Pixels to a point. */
  scale: number;
}

export type PageAnswer = { drawn: DrawnPage } | { wanted: 'bytes' } | { failed: true };

type Task = Awaited<ReturnType<typeof openPdf>>;
type Document = Awaited<Task['promise']>;
/** The part of pdf.js's pages that draws; src-shared knows no canvas. */
type Drawable = Awaited<ReturnType<Document['getPage']>> & {
  render(options: { canvas: HTMLCanvasElement; viewport: object }): { promise: Promise<void> };
};

/** A picture is at most so many pixels wide or high, and as many in all: a page may say it is a mile long. */
const MOST_PIXELS = 24_000_000;
const LONGEST_SIDE = 10_000;
/** The words of a page are looked for so long at most, in milliseconds. */
const READING_LIMIT_MS = 5_000;

/** Fonts that a file may take for granted, for drawing them. */
const FONTS = import.meta.glob(['../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}'], {
  query: '?url&inline',
  import: 'default',
});

class DrawingData extends ReadingData {
  override async fetch(wanted: { kind: string; filename: string }): Promise<Uint8Array> {
    const { kind, filename } = wanted;
    if (kind !== 'standardFontDataUrl') return super.fetch(wanted);
    const load = FONTS[`../../node_modules/pdfjs-dist/standard_fonts/${filename}`];
    if (!load) throw new Error(`${filename} is not at hand.`);
    return bytesOf(String(await load()));
  }
}

let open: { file: string; task: Task; document: Document } | null = null;

/** Never rejects. */
export async function drawPage({ file, bytes, page, scale }: PageRequest): Promise<PageAnswer> {
  try {
    if (open?.file !== file) {
      if (!bytes) return { wanted: 'bytes' };
      await open?.task.destroy();
      open = null;
      const task = await openPdf(bytes, {
        BinaryDataFactory: DrawingData,
        wasmUrl: new URL('pdf/', location.href).href,
      });
      open = { file, task, document: await task.promise };
    }
    return { drawn: await draw(open.document, page, scale) };
  } catch {
    return { failed: true };
  }
}

async function draw(document_: Document, number: number, scale: number): Promise<DrawnPage> {
  const page = (await document_.getPage(number)) as Drawable;
  try {
    const { width, height } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: bounded(scale, width, height) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    await page.render({ canvas, viewport }).promise;
    const late = Date.now() + READING_LIMIT_MS;
    const words = drawnWords(await readPage(page, number, () => Date.now() > late), partOfWidth);
    const picture = await pngOf(canvas);
    canvas.width = 0;
    return { pageCount: document_.numPages, width, height, picture, words };
  } finally {
    page.cleanup();
  }
}

function bounded(scale: number, width: number, height: number): number {
  const bySide = LONGEST_SIDE / Math.max(width, height, 1);
  const byArea = Math.sqrt(MOST_PIXELS / Math.max(width * height, 1));
  return Math.min(scale, bySide, byArea);
}

async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture could not be made.');
  return new Uint8Array(await blob.arrayBuffer());
}
