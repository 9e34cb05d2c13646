import { $insertDataTransferForRichText } from '@lexical/clipboard';
import { defineImportRule, sel } from '@lexical/html';
import DOMPurify from 'dompurify';
import { $getSelection, HISTORY_PUSH_TAG, type LexicalEditor, PASTE_TAG } from 'lexical';
import { PICTURE_ID } from '../../../src-shared/document/schema';
import { bytesOfDataUrl } from '../../../src-shared/picture/data-url';
import { call } from '../../bridge';
import { $createFigureNode } from './node';

/*
 * Pictures in pasted HTML. Those that are in the HTML itself come into the library first; then the text
 * is pasted with figures in their places. Nothing is fetched: pictures that a web site keeps are left out.
 */

/** What stands in HTML for a picture of the library: made here, and by `exportDOM` of a figure. */
export const FigureRule = defineImportRule({
  name: 'stet/figure',
  match: sel.tag('figure'),
  $import: (context, element) => {
    const { dataset } = element;
    const picture = dataset.stetPicture ?? '';
    if (!PICTURE_ID.test(picture)) return context.$importChildren(element);
    const pixels = (text = '') => (/^\d{1,6}$/.test(text) ? Number(text) : 0);
    const figure = $createFigureNode({
      picture,
      width: pixels(dataset.stetWidth),
      height: pixels(dataset.stetHeight),
      alternativeText: dataset.stetAlternative ?? null,
      credit: dataset.stetCredit ?? '',
    });
    const caption = element.querySelector('figcaption');
    return [caption ? figure.splice(0, 0, context.$importChildren(caption)) : figure];
  },
});

/** The pictures among files from the clipboard or of a drop. */
export function picturesAmong(files: Iterable<File>): File[] {
  return [...files].filter(({ type, name }) => /^image\//.test(type) || /\.svg$/i.test(name));
}

/** True for HTML that is one copied picture and no words: the file beside it is the picture. */
export function isPictureAlone(html: string, text: string): boolean {
  return text.trim() === '' && html.replace(/<[^>]*>/g, '').trim() === '';
}

/**
 * Pastes HTML with pictures in it, and answers how many were left out. Rejects with what keeping a
 * picture rejects with where it is the library that fails.
 */
export async function pasteWithPictures(
  editor: LexicalEditor,
  html: string,
  text: string,
): Promise<number> {
  // Styles are read from another attribute: the policy of the page lets no markup bring any.
  const renamed = html.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/\sstyle\s*=/gi, ' data-style='),
  );
  const body = DOMPurify.sanitize(renamed, {
    RETURN_DOM: true,
    FORBID_TAGS: ['style'],
  }) as HTMLElement;
  let leftOut = 0;
  for (const image of body.querySelectorAll('img')) {
    const figure = await figureFor(image);
    if (!figure) leftOut += 1;
    const around = image.closest('figure');
    const caption = around?.querySelector('figcaption');
    if (figure && around && caption && around.querySelectorAll('img').length === 1) {
      figure.append(caption);
      around.replaceWith(figure);
      continue;
    }
    if (figure) (image.closest('p, h1, h2, h3, h4, h5, h6, a, span') ?? image).before(figure);
    image.remove();
  }
  const transfer = new DataTransfer();
  transfer.setData('text/html', body.innerHTML);
  transfer.setData('text/plain', text);
  editor.update(
    () => {
      const selection = $getSelection();
      if (selection) $insertDataTransferForRichText(transfer, selection, editor);
    },
    { discrete: true, tag: [PASTE_TAG, HISTORY_PUSH_TAG] },
  );
  return leftOut;
}

async function figureFor(image: HTMLImageElement): Promise<HTMLElement | null> {
  const bytes = bytesOfDataUrl(image.getAttribute('src') ?? '');
  if (!bytes) return null;
  const kept = await call('pictures.add', {
    file: { from: 'bytes', name: 'pasted', bytes },
  }).catch(() => null);
  if (!kept) return null;
  const figure = image.ownerDocument.createElement('figure');
  figure.dataset.stetPicture = kept.picture;
  figure.dataset.stetWidth = String(kept.width);
  figure.dataset.stetHeight = String(kept.height);
  const alternative = image.getAttribute('alt')?.trim() ?? '';
  if (alternative !== '') figure.dataset.stetAlternative = alternative;
  return figure;
}
