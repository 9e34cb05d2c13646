import { directionOf } from './direction';
import type { DocxPicture } from './docx-picture';
import { exportFileName } from './file-name';
import { articleElement, exportHtml } from './html';
import type { ExportFile, ExportInput } from './input';
import { picturesOf } from './pictures';
import { type ExportPlan, planExport } from './plan';
import { headerTexts } from './texts';

/** The kinds of pictures that Word shows; of others it gets the alternative text. */
const TYPES: Readonly<Record<string, DocxPicture['type']>> = { jpg: 'jpg', png: 'png', gif: 'gif' };

/**
 * Writes an article as a Word document: its footnotes are Word's, its sources are endnotes. It is made
 * of the same elements as the page, so that both show the same.
 */
export function exportDocx(input: ExportInput): ExportFile {
  const plan = planExport(input);
  const texts = headerTexts(plan.plain);
  return {
    fileName: exportFileName(texts.headline, input.date ?? null, 'docx'),
    text: exportHtml(input, { isForSite: false }).text,
    async pack(read) {
      // Only who wants a Word document waits for the library that makes them.
      const { packDocx } = await import('./hast-to-docx');
      return packDocx([articleElement(input, plan, texts)], {
        title: texts.headline,
        language: input.article.language,
        isRightToLeft: directionOf(input.article.language) === 'rtl',
        pictures: await docxPictures(input, plan, read),
      });
    },
  };
}

/** The pictures that Word can show, by their addresses. */
export async function docxPictures(
  input: ExportInput,
  plan: ExportPlan,
  read: (picture: string) => Promise<Uint8Array>,
): Promise<Map<string, DocxPicture>> {
  const found = new Map<string, DocxPicture>();
  for (const { path, picture } of picturesOf(input, plan)) {
    const type = TYPES[path.replace(/^.*\./, '')];
    if (type) found.set(path, { type, bytes: await read(picture) });
  }
  return found;
}
