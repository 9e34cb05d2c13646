/* Small PDFs for the tests of their reader. */

/** Words at a place: points from the left and from the bottom of the page. */
export interface Words {
  x: number;
  y: number;
  text: string;
  size?: number;
}

/** A PDF with these words on its pages (A4), in Helvetica; Latin-1 only. */
export function writePdf(
  pages: readonly (readonly Words[])[],
  { info = '' }: { info?: string } = {},
): Uint8Array {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((words, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      stream(words.map(wordsOperators).join('\n')),
    ]),
  ];
  return assemblePdf(objects, info);
}

function wordsOperators({ x, y, text, size = 10 }: Words): string {
  const escaped = text.replace(/[\\()]/g, (sign) => `\\${sign}`);
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
}

/** A stream object that is not packed. */
export function stream(content: string, entries = ''): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}

/** A file of these objects, numbered from 1, the first of them the catalogue; Latin-1 only. */
export function assemblePdf(objects: readonly string[], info = ''): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`;
  text += `trailer\n<< /Size ${size} /Root 1 0 R ${info && `/Info << ${info} >>`} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Lines of words below each other. */
export function lines(
  texts: readonly string[],
  { x = 72, y = 760, size = 10, leading = 13 } = {},
): Words[] {
  return texts.map((text, index) => ({ x, y: y - index * leading, size, text }));
}

const LEFT = [
  'The ferry was late again on Monday, and',
  'nobody who stood on the quay had been',
  'told of it. Some of them had waited since',
  'six, with crates of fish that would not',
  'keep. The first boat had gone to the yard',
  'for a new shaft; the second one was said',
  'to be on its way. A woman with a child on',
  'her arm asked the pilot what he knew. He',
  'knew nothing, he said, and would not know',
  'more before the office of the har-',
];
const RIGHT = [
  'bour opened at nine. It opened at ten. We',
  'have known it since Thursday, said the',
  'clerk, who did not want to be named, and',
  'shut the window. By noon the crates were',
  'gone, and most of the people with them; a',
  'notice had been put up on the door which',
  'said that there would be no boat until',
  'the end of the week. The council had not',
  'been told either. It meets on Wednesday,',
  'and the ferry is the first thing it hears.',
];

/** Two columns of text, one sentence of which goes on from the first to the second in mid-word. */
export function twoColumns(): Words[] {
  return [...lines(LEFT, { x: 60, y: 740 }), ...lines(RIGHT, { x: 310, y: 740 })];
}

/** A PDF of one line in a Japanese font that it neither brings along nor explains, as many do. */
export function writeJapanesePdf(text: string): Uint8Array {
  const codes = [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const collection = '<< /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>';
  return assemblePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [5 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UCS2-H /DescendantFonts [4 0 R] >>',
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo ${collection} /DW 1000 >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents 6 0 R >>',
    stream(`BT /F 12 Tf 72 700 Td <${codes}> Tj ET`),
  ]);
}
