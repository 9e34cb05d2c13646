import type { ExportPicture } from '../../src-shared/contract/exports';
import { figuresOf, missingAddress } from '../../src-shared/document/figure';
import type { FigureNode } from '../../src-shared/document/schema';
import { exportFileName } from './file-name';
import type { ExportInput } from './input';
import type { ExportPlan } from './plan';
import { headerTexts } from './texts';

const FOLDER_ENDING = '-pictures';

/**
 * The pictures of an article, each once, in the order of the text: where they lie beside the file of
 * an export. Their names are numbers: what the files were called may tell whose they were.
 */
export function picturesOf(input: ExportInput, plan: ExportPlan): ExportPicture[] {
  const { headline } = headerTexts(plan.plain);
  const folder = exportFileName(headline, input.date ?? null, 'x').replace(/\.x$/, FOLDER_ENDING);
  const found = new Map<string, ExportPicture>();
  for (const { picture } of figuresOf(plan.document)) {
    const ending = input.pictures?.[picture];
    if (ending === undefined || found.has(picture)) continue;
    found.set(picture, { path: `${folder}/figure-${found.size + 1}.${ending}`, picture });
  }
  return [...found.values()];
}

/**
 * Where a figure's picture lies; for one that the library has not, the address it had where it came from,
 * if that may be printed, and otherwise null.
 */
export function addressIn(
  pictures: readonly ExportPicture[],
  allowsLink: (url: string) => boolean = () => false,
): (figure: FigureNode) => string | null {
  const paths = new Map(pictures.map(({ picture, path }) => [picture, path]));
  return (figure) => {
    const path = paths.get(figure.picture);
    if (path !== undefined) return path;
    const address = missingAddress(figure);
    return address !== null && allowsLink(address) ? address : null;
  };
}
