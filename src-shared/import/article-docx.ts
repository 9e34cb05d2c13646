import type { Element, Root } from 'hast';
import { importTree } from '../document/from-html';
import { attribute, findAll, findFirst, readHtml } from '../document/html-tree';
import type { ArticleText } from './article';
import { CAPTION, captionFigures } from './captions';
import { htmlOfDocx } from './docx';
import { headingsBelowTitle } from './title-heading';
import { listParts } from './zip';

/** Styles by the names that Word and LibreOffice write, whatever language their menus speak. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.standfirst:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  ...['Caption', 'Image Caption', 'FigureCaption', 'Illustration', 'Figure'].map(
    (style) => `p[style-name='${style}'] => p.${CAPTION}:fresh`,
  ),
  // A line of code is a paragraph to some, and all lines are one to others.
  ...['Code', 'HTML Preformatted', 'Preformatted Text', 'Source Code'].map(
    (style) => `p[style-name='${style}'] => pre:separator('\\n')`,
  ),
  // Each line of code is a paragraph, or all are one.
  ...['Code', 'HTML Preformatted', 'Preformatted Text', 'Source Code'].map(
    (style) => `p[style-name='${style}'] => pre:separator('\\n')`,
  ),
  'u => u',
];

/**
 * Reads a Word document as an article: headings, lists, tables, notes, emphasis, links, block
 * quotations and pictures. Tracked insertions are part of it, tracked deletions, comments, headers and
 * footers are not.
 */
export async function readDocxArticle(name: string, bytes: Uint8Array): Promise<ArticleText> {
  const pictures = new Map<string, Uint8Array>();
  const html = await htmlOfDocx(name, bytes, listParts(name, bytes), {
    styleMap: STYLES,
    keepPicture(picture) {
      const address = `picture:${pictures.size + 1}`;
      pictures.set(address, picture);
      return address;
    },
  });
  const text = readHtml(
    html,
    (root) => {
      nameNotes(root);
      captionFigures(root);
      headingsBelowTitle(root);
      return importTree(root, { pictures: true });
    },
    { fragment: true },
  );
  return { text, pictures };
}

/** Mammoth lists notes at the end without saying what the list is. */
function nameNotes(root: Root): void {
  const isNote = (element: Element) => /^(?:foot|end)note-\d/.test(attribute(element, 'id'));
  for (const list of findAll(root, ({ tagName }) => tagName === 'ol')) {
    const first = findFirst(list, ({ tagName }) => tagName === 'li');
    if (first && isNote(first)) list.properties.className = ['footnotes'];
  }
  for (const link of findAll(root, ({ tagName }) => tagName === 'a')) {
    if (/^#(?:foot|end)note-ref-/.test(attribute(link, 'href')))
      link.properties.role = 'doc-backlink';
  }
}
