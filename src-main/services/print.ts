import type { ExportPicture, Paper } from '../../src-shared/contract/exports';
import { StetError } from '../../src-shared/errors';
import { PICTURE_TYPES } from '../../src-shared/picture/kinds';
import { madeByStet } from '../export/pdf';
import { newId } from '../library/write';
import type { Context } from './context';
import { cleanPicture } from './export-pictures';

/** The types of pictures by the endings that exports give them. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.values(PICTURE_TYPES).map(({ mediaType, extensions }) => [extensions[0], mediaType]),
);

/** Prints a page with its pictures. Throws `pdf-unavailable`, `pdf-failed` or `cancelled`. */
export async function printPage(
  context: Context,
  html: string,
  pictures: readonly ExportPicture[],
  paper: Paper,
): Promise<Uint8Array> {
  const { print } = context;
  // What the command line would have to say is said before anything is written.
  if (!print) throw new StetError('pdf-unavailable');
  const token = newId();
  const job = { isCancelled: false };
  const stop = () => {
    job.isCancelled = true;
    print.cancel(token);
  };
  context.printing.add(stop);
  try {
    const files = [];
    for (const { path, picture } of pictures) {
      const type = TYPES.get(path.split('.').at(-1) ?? '') ?? 'application/octet-stream';
      files.push({ path, type, bytes: await cleanPicture(context, picture) });
    }
    if (job.isCancelled) throw new StetError('cancelled');
    return madeByStet(await print.page({ token, html, pictures: files, paper }));
  } catch (error) {
    if (job.isCancelled) throw new StetError('cancelled');
    if (error instanceof StetError) throw error;
    throw new StetError('pdf-failed', {}, { cause: error });
  } finally {
    context.printing.delete(stop);
  }
}
