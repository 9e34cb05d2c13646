import { exportHtml } from './html';
import type { ExportFile, ExportInput } from './input';

/** The stand-alone page, printed: its pictures are in it, and nothing lies beside it. */
export function exportPdf(input: ExportInput): ExportFile {
  const { fileName, text, pictures = [] } = exportHtml(input, { isForSite: false });
  return { fileName: fileName.replace(/\.html$/, '.pdf'), text, printed: pictures };
}

/** What Chromium calls the maker of a file: itself, with the system that it runs on. */
const MAKER = /\/Creator \(Mozilla(?:\\.|[^\\)])*\)/;

/**
 * The same PDF made by Stet. On what system it was printed is nobody's affair. The bytes keep their
 * places, by which a PDF finds its parts.
 */
export function madeByStet(pdf: Uint8Array): Uint8Array {
  const found = MAKER.exec(Buffer.from(pdf).toString('latin1'));
  if (!found) return pdf;
  const bytes = Buffer.from(pdf);
  bytes.write('/Creator (Stet)'.padEnd(found[0].length), found.index, 'latin1');
  return bytes;
}
