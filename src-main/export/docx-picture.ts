import { ImageRun, Paragraph, TextRun } from 'docx';
import type { Element } from 'hast';

/** A picture in a document: its bytes, and of which kind Word knows it. */
export interface DocxPicture {
  type: 'jpg' | 'png' | 'gif';
  bytes: Uint8Array;
}

/** Of a page between its margins, in pixels. */
const MOST_WIDTH = 600;

/** A picture no wider than the page, or what it shows in words where Word cannot show it. */
export function pictureOf(
  { properties }: Element,
  pictures: ReadonlyMap<string, DocxPicture>,
): Paragraph[] {
  const alternative = typeof properties.alt === 'string' ? properties.alt : '';
  const picture = pictures.get(decodeURI(String(properties.src ?? '')));
  if (!picture) {
    return alternative === ''
      ? []
      : [new Paragraph({ children: [new TextRun(`[${alternative}]`)] })];
  }
  const width = Number(properties.width ?? MOST_WIDTH);
  const height = Number(properties.height ?? MOST_WIDTH);
  const scale = Math.min(1, MOST_WIDTH / width);
  const image = new ImageRun({
    type: picture.type,
    data: picture.bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: 'Picture', title: '', description: alternative },
  });
  return [new Paragraph({ children: [image] })];
}
