import type { Document, ListNode } from '../../src-shared/document/schema';
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
  const notes = new Map(plan.quotations.map((one) => [one.noteOffset, one.source.number]));
  let item = 0;
  const blocks: string[] = [];
  for (const [index, { kind, start, end }] of plan.plain.blocks.entries()) {
    const text = withNotes(plan.plain.text, start, end, notes);
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
  const [first = '', ...others] = body;
  const dated = article.dateline === null ? body : [`${article.dateline} — ${first}`, ...others];
  const parts = [
    ...header,
    article.byline.line.replaceAll('\n', ', '),
    ...dated,
    article.byline.tail,
    ...sources(plan, article.language),
  ].filter((part) => part.trim() !== '');
  return {
    fileName: exportFileName(headline, input.date ?? null, 'txt'),
    text: `${parts.join('\n\n')}\n`,
  };
}

/** Headline and standfirst stand before the byline. */
function split(plan: ExportPlan, blocks: readonly string[]): { header: string[]; body: string[] } {
  const count = plan.plain.blocks.filter(
    ({ kind }) => kind === 'headline' || kind === 'standfirst',
  ).length;
  return { header: blocks.slice(0, count), body: blocks.slice(count) };
}

/** "words [1] words": the number of the source right behind what is quoted of it. */
function withNotes(
  text: string,
  start: number,
  end: number,
  notes: ReadonlyMap<number, number>,
): string {
  const here = [...notes].filter(([offset]) => offset > start && offset <= end);
  let written = '';
  let from = start;
  for (const [offset, number] of here.sort(([one], [other]) => one - other)) {
    written += `${text.slice(from, offset)} [${number}]`;
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
