import type { ExportFormat } from '../../src-shared/contract/exports';
import { exportAnnotations } from './annotations';
import { exportBibtex, exportCsl, exportRis } from './bibliography';
import { exportDocx } from './docx';
import { exportFactCheck, exportFactCheckDocx } from './fact-check';
import { exportHtml } from './html';
import type { ExportFile, ExportInput } from './input';
import { exportMarkdown } from './markdown';
import { exportNinjs } from './ninjs';
import { exportPlain } from './plain';

/** One exporter a format. */
const EXPORTERS: Readonly<Record<ExportFormat, (input: ExportInput) => ExportFile>> = {
  markdown: exportMarkdown,
  html: exportHtml,
  text: exportPlain,
  annotations: exportAnnotations,
  csl: exportCsl,
  bibtex: exportBibtex,
  ris: exportRis,
  ninjs: exportNinjs,
  docx: exportDocx,
  'fact-check': exportFactCheck,
  'fact-check-docx': exportFactCheckDocx,
};

/**
 * Writes an article in a format. Pure: the same input gives the same text. Nothing of a confidential
 * or off-the-record source is in it; of a described source only its description.
 */
export function renderExport(input: ExportInput, format: ExportFormat): ExportFile {
  return EXPORTERS[format](printable(input));
}

/** Characters that neither HTML nor Markdown may hold, pasted from who knows where. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/** The same value with a space in place of each such character, so that all offsets stay. */
function printable<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replace(UNPRINTABLE, ' ') as Value;
  if (Array.isArray(value)) return value.map(printable) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, printable(inner)]),
  ) as Value;
}
