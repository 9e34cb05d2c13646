import { type CslItem, cslItem } from '../../src-shared/bibliography/csl-item';
import { writeBibtex } from '../../src-shared/bibliography/write-bibtex';
import { writeRis } from '../../src-shared/bibliography/write-ris';
import { exportFileName } from './file-name';
import type { ExportFile, ExportInput } from './input';
import { planExport } from './plan';
import { headerTexts } from './texts';

/*
 * The sources of an article as records for reference managers, one for each source that may be named:
 * what is only described has no record.
 */

interface Records {
  fileName: (extension: string) => string;
  records: { item: CslItem; notes: string[] }[];
}

function recordsOf(input: ExportInput): Records {
  const plan = planExport(input);
  const { headline } = headerTexts(plan.plain);
  const records = plan.sources.flatMap(({ id, named, sourceId, quotations }) => {
    if (!named || sourceId === null) return [];
    const notes = quotations.map(({ words, place }) =>
      place === '' ? words.join(' ') : `${words.join(' ')} (${place})`,
    );
    return [{ item: cslItem(id, named, input.metadata?.[sourceId]), notes }];
  });
  return {
    fileName: (extension) => exportFileName(headline, input.date ?? null, extension),
    records,
  };
}

/** CSL-JSON 1.0.2, an array of records. */
export function exportCsl(input: ExportInput): ExportFile {
  const { fileName, records } = recordsOf(input);
  const items = records.map(({ item }) => item);
  return { fileName: fileName('csl.json'), text: `${JSON.stringify(items, null, 2)}\n` };
}

/** RIS, with what is quoted of each source in its notes. */
export function exportRis(input: ExportInput): ExportFile {
  const { fileName, records } = recordsOf(input);
  return { fileName: fileName('ris'), text: writeRis(records) };
}

/** BibTeX in the fields of BibLaTeX, likewise. */
export function exportBibtex(input: ExportInput): ExportFile {
  const { fileName, records } = recordsOf(input);
  return { fileName: fileName('bib'), text: writeBibtex(records) };
}
