import { AlignmentType, type IRunOptions, LevelFormat, LineRuleType } from 'docx';

/* The styles and the lists of a Word document. */

/** Its styles by name: headings, quotations, captions and the lines around an article. */
export function stylesOf(language: string) {
  return {
    default: {
      document: {
        run: { font: 'Georgia', size: 23, language: { value: language } },
        paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { size: 44, bold: true }, paragraph: { spacing: { after: 160 } } },
      heading1: { run: { size: 32, bold: true }, paragraph: { spacing: { before: 320 } } },
      heading2: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 280 } } },
      heading3: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 240 } } },
    },
    paragraphStyles: [
      style('Subtitle', { size: 27, color: '555555' }),
      style('Quote', { italics: false }, { left: 480, right: 480 }),
      style('Caption', { size: 19, color: '555555' }),
      style('Byline', { size: 21, color: '444444' }),
      style('Notice', { size: 23, bold: true }),
      style('Code', { size: 19, font: 'Courier New' }, { left: 240, right: 240 }),
    ],
  };
}

function style(name: string, run: IRunOptions, indent?: { left: number; right: number }) {
  const paragraph = indent ? { indent } : {};
  return { id: name, name, basedOn: 'Normal', next: 'Normal', quickFormat: true, run, paragraph };
}

/**
 * Its lists: the one of dots, and those that count, each by itself.
 *
 * @param orderedStarts the first number of each list that counts
 */
export function numberings(orderedStarts: readonly number[]) {
  const levels = (
    format: (typeof LevelFormat)[keyof typeof LevelFormat],
    text: string,
    start = 1,
  ) =>
    Array.from({ length: 9 }, (_, level) => ({
      level,
      format,
      text: text.replace('1', String(level + 1)),
      alignment: AlignmentType.LEFT,
      start: level === 0 ? start : 1,
      style: { paragraph: { indent: { left: 500 * (level + 1), hanging: 320 } } },
    }));
  return [
    { reference: 'bullets', levels: levels(LevelFormat.BULLET, '•') },
    ...orderedStarts.map((start, index) => ({
      reference: `numbers-${index}`,
      levels: levels(LevelFormat.DECIMAL, '%1.', start),
    })),
  ];
}
