import { count, list } from './text';

/** What “Finish and export” says; the open points themselves are in gate.ts. */
export const finish = {
  title: 'Finish and export',
  checking: 'Looking for what is open…',
  gateLabel: 'What was looked at',
  inOrder: 'In order',
  open: 'Open',
  blocks: 'Keeps the article from being exported',
  blocksDetail: 'Nothing can be exported until this is settled.',
  blockedText: 'Export waits until the points above that stand in its way are settled.',
  passesDetail: 'Looked for in the text and in the sources that it quotes',
  show: 'Show',
  goToFirst: 'Go to the first',
  letStand: 'Let it stand…',
  change: 'Change',
  addByline: 'Add byline',
  formats: 'Forms to export in',
  formatNames: {
    markdown: 'Markdown',
    html: 'HTML',
    text: 'Plain text',
    annotations: 'Web Annotations',
    csl: 'CSL-JSON',
    bibtex: 'BibTeX',
    ris: 'RIS',
  },
  formatHints: {
    markdown: 'With front matter, source notes as footnotes',
    html: 'A page of its own, with source notes',
    text: 'For mail and wires',
    annotations: 'Which passage each quotation is from, for programs',
    csl: 'The sources, for Zotero and pandoc',
    bibtex: 'The sources, for LaTeX',
    ris: 'The sources, for EndNote and others',
  },
  to: (folder: string) => `To: ${folder}`,
  noFolder: 'To: no folder chosen yet',
  choose: 'Choose…',
  preview: 'Preview',
  previewTitle: (format: string) => `Preview: ${format}`,
  previewFormat: 'Form',
  back: 'Back',
  markFinished: 'Mark as finished',
  writing: 'Exporting…',
  export: (files: number, isDraft: boolean) =>
    `Export ${count(files, 'file')}${isDraft ? ' as draft' : ''}`,
  existing: (names: readonly string[]) =>
    names.length === 1
      ? `${names[0]} is in that folder already. Nothing was written yet.`
      : `${list(names)} are in that folder already. Nothing was written yet.`,
  keepThem: 'Keep what is there',
  replace: (number: number) => (number === 1 ? 'Replace it' : `Replace ${number} files`),
  written: (number: number) => `${count(number, 'file')} written`,
  writtenTo: (folder: string) => `They are in the folder “${folder}”.`,
  writtenFinished: (folder: string) =>
    `They are in the folder “${folder}”, and the article is finished.`,
  showFolder: 'Show in folder',
  done: 'Done',
};
