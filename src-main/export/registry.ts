import type { ExportFormat } from '../../src-shared/contract/exports';
import { properAddress } from '../../src-shared/document/links';
import { exportAnnotations } from './annotations';
import { exportBibtex, exportCsl, exportRis } from './bibliography';
import { exportDocx } from './docx';
import { exportFactCheck, exportFactCheckDocx } from './fact-check';
import { exportHtml } from './html';
import type { ExportFile, ExportInput } from './input';
import { exportMarkdown } from './markdown';
import { exportNinjs } from './ninjs';
import { exportPdf } from './pdf';
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
  pdf: exportPdf,
  'fact-check': exportFactCheck,
  'fact-check-docx': exportFactCheckDocx,
};

/**
 * Writes an article in a format. Pure: the same input gives the same text. Nothing of a confidential
 * or off-the-record source is in it; of a described source only its description.
 */
export function renderExport(input: ExportInput, format: ExportFormat): ExportFile {
  return EXPORTERS[format](withProperAddresses(printable(input)));
}

/** What links to people is an address to every reader. */
function withProperAddresses(input: ExportInput): ExportInput {
  const people = input.people?.map((person) =>
    person.url === null ? person : { ...person, url: properAddress(person.url) },
  );
  return people ? { ...input, people } : input;
}

/** Characters that neither HTML nor Markdown may hold, pasted from who knows where. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/;
const EVERY_UNPRINTABLE = new RegExp(UNPRINTABLE, 'g');

/**
 * The same value with a space in place of each such character, so that all offsets stay; the very same
 * object where there is none, as nearly always.
 */
function printable<Value>(value: Value): Value {
  if (typeof value === 'string') {
    return UNPRINTABLE.test(value) ? (value.replace(EVERY_UNPRINTABLE, ' ') as Value) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const changed: [string, unknown][] = [];
  for (const key in value) {
    const inner: unknown = value[key];
    const cleaned = printable(inner);
    if (cleaned !== inner) changed.push([key, cleaned]);
  }
  if (changed.length === 0) return value;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  for (const [key, cleaned] of changed) copy[key] = cleaned;
  return copy as Value;
}
