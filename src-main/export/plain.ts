import { footnoteMarks, footnotePlaces, isFootnote } from '../../src-shared/document/footnotes';
import type { Document, ListNode } from '../../src-shared/document/schema';
import { tableLines } from '../../src-shared/document/table';
import { correctionTexts } from './corrections-section';
import { exportFileName } from './file-name';
import type { ExportFile, ExportInput } from './input';
import { type ExportPlan, notePieces, planExport } from './plan';
import { headerTexts } from './texts';
import { exportWords } from './words';

/** Writes an article as plain text: for mail, wires and readers that know nothing else. */
export function exportPlain(input: ExportInput): ExportFile {
  const { article } = input;
  const plan = planExport(input);
  const { headline } = headerTexts(plan.plain);
  const markers = listMarkers(plan.document);
  const marks = footnoteMarks(plan.document);
  const notes = [
    ...plan.quotations.map(({ noteOffset, source }) => ({
      offset: noteOffset,
      mark: source.number,
    })),
    ...footnotePlaces(plan.document, marks),
  ].sort((one, other) => one.offset - other.offset);
  const footnotes = plan.document.root.children.filter(isFootnote);
  const below = new Map<string, string>();
  let item = 0;
  let note = 0;
  const figures = plan.document.root.children.filter((node) => node.type === 'figure');
  let caption = 0;
  const cells = plan.document.root.children.flatMap((node) =>
    node.type === 'table' ? tableLines(node) : [],
  );
  let cell = 0;
  const blocks: string[] = [];
  for (const [index, { kind, start, end }] of plan.plain.blocks.entries()) {
    const text = withNotes(plan.plain.text, start, end, notes);
    if (kind === 'footnote') {
      below.set(marks.get(footnotes[note++]?.footnote ?? '') ?? '', text);
      continue;
    }
    if (kind === 'caption') {
      blocks.push([text, figures[caption++]?.credit ?? ''].join(' ').trim());
      continue;
    }
    if (kind === 'table-cell') {
      const words = text.replace(/\s+/g, ' ');
      const starts = cells[cell++]?.starts ?? null;
      if (starts === 'table') blocks.push(words);
      else blocks[blocks.length - 1] += `${CELL_SEPARATORS[starts ?? 'line']}${words}`;
      continue;
    }
    if (kind !== 'list-item') {
      blocks.push(kind === 'quote' ? indented(text) : text);
      continue;
    }
    const line = `${markers[item++] ?? ''}${text}`;
    // The lines of a list stand together.
    if (plan.plain.blocks[index - 1]?.kind === 'list-item')
      blocks[blocks.length - 1] += `\n${line}`;
    else blocks.push(line);
  }
  const { header, body } = split(plan, blocks);
  // Where the article begins with a picture or with code, that is not where the words begin.
  const first = plan.plain.blocks
    .slice(header.length)
    .findIndex(({ kind }) => kind !== 'caption' && kind !== 'code');
  const dated = body.map((text, index) =>
    article.dateline !== null && index === Math.max(0, first)
      ? `${article.dateline} — ${text}`
      : text,
  );
  const parts = [
    ...header,
    article.byline.line.replaceAll('\n', ', '),
    ...dated,
    article.byline.tail,
    ...correctionTexts(input),
    ...ownNotes(marks, below, article.language),
    ...sources(plan, article.language),
  ].filter((part) => part.trim() !== '');
  return {
    fileName: exportFileName(headline, input.date ?? null, 'txt'),
    text: `${parts.join('\n\n')}\n`,
  };
}

/** A row of a table is a line, its cells parted by tabs: as spreadsheets take it. */
const CELL_SEPARATORS = { row: '\n', cell: '\t', line: ' ' };

/** Headline and standfirst stand before the byline. */
function split(plan: ExportPlan, blocks: readonly string[]): { header: string[]; body: string[] } {
  const count = plan.plain.blocks.filter(
    ({ kind }) => kind === 'headline' || kind === 'standfirst',
  ).length;
  return { header: blocks.slice(0, count), body: blocks.slice(count) };
}

/** "words [1] words [a]": the number of a source, or a note's letter, right behind what it is about. */
function withNotes(
  text: string,
  start: number,
  end: number,
  notes: readonly { offset: number; mark: string | number }[],
): string {
  const here = notes.filter(({ offset }) => offset > start && offset <= end);
  let written = '';
  let from = start;
  for (const { offset, mark } of here) {
    written += `${text.slice(from, offset)} [${mark}]`;
    from = offset;
  }
  return written + text.slice(from, end);
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}

/** What stands before each line of the lists, in the order of the text. */
function listMarkers(document: Document): string[] {
  const markers: string[] = [];
  const walk = (list: ListNode, depth: number) => {
    let number = list.start;
    for (const item of list.children) {
      const nested = item.children.filter((child) => child.type === 'list');
      const hasText = item.children.length > nested.length || nested.length === 0;
      if (hasText) {
        const sign =
          list.listType === 'number'
            ? `${number++}. `
            : list.listType === 'check'
              ? `[${item.checked ? 'x' : ' '}] `
              : '- ';
        markers.push('  '.repeat(depth) + sign);
      }
      for (const child of nested) walk(child, depth + 1);
    }
  };
  for (const block of document.root.children) if (block.type === 'list') walk(block, 0);
  return markers;
}

/** The article's footnotes, by the letters that stand in its text. */
function ownNotes(
  marks: ReadonlyMap<string, string>,
  notes: ReadonlyMap<string, string>,
  language: string,
): string[] {
  if (marks.size === 0) return [];
  const lines = [...marks.values()].map((mark) => `[${mark}] ${notes.get(mark) ?? ''}`);
  return [`${exportWords(language).notes}\n\n${lines.join('\n')}`];
}

function sources(plan: ExportPlan, language: string): string[] {
  if (plan.sources.length === 0) return [];
  const lines = plan.sources.map((source) => {
    const places = [...new Set(source.quotations.map(({ place }) => place))].filter(Boolean);
    const pieces = [...notePieces(source, language), ...places].join(', ');
    const url = source.named?.url ?? null;
    return `[${source.number}] ${pieces}.${url === null ? '' : ` ${url}`}`;
  });
  return [`${exportWords(language).sources}\n\n${lines.join('\n')}`];
}
