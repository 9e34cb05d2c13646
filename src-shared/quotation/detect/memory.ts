import type { Span } from '../../model/span';
import { readNames } from '../speaker/name-runs';
import type { ParagraphNames } from '../speaker/people';
import { readTokens, type Token, type Unit } from '../speaker/tokens';
import type { SpeakerWords } from '../speaker/words-type';
import type { Reader } from './detect';
import type { Mark } from './marks';
import { findParagraphs, type MarkedStretch, readMarks } from './marks-pair';

/** What was read last time, by key; and what of it is needed this time as well. */
class Shelf<Key, Thing> {
  private last = new Map<Key, Thing>();
  private current = new Map<Key, Thing>();

  take(key: Key): Thing | undefined {
    const found = this.last.get(key);
    if (found !== undefined) this.current.set(key, found);
    return found;
  }

  keep(key: Key, thing: Thing): void {
    this.current.set(key, thing);
  }

  /** What the reading that ends here did not need is forgotten. */
  turn(): void {
    this.last = this.current;
    this.current = new Map();
  }

  clear(): void {
    this.last.clear();
    this.current.clear();
  }
}

/** A block of the article: its lines, and their marks as far as they were read. */
interface ReadBlock {
  /** The number of its first line. A block keeps its numbers as long as its text stays as it is. */
  firstLine: number;
  /** Where the block stands in the text; `lines` and `marks` hold offsets into the text. */
  start: number;
  lines: Span[];
  marks: (readonly Mark[] | undefined)[];
}

interface ReadUnit {
  start: number;
  tokens: Token[];
  near: Unit['near'];
  /** Indexes of the tokens that stand for the quotations of the unit. */
  quotations: number[];
}

/**
 * Reads the paragraphs of one article again and again, and remembers what it read of those that
 * stay as they are, wherever in the text they move.
 */
export class RememberingReader implements Reader {
  /** By their text: several blocks may read the same. */
  private readonly blocks = new Shelf<string, ReadBlock[]>();
  private readonly units = new Shelf<string, ReadUnit>();
  private readonly names = new Shelf<string, ParagraphNames>();
  private language = '';
  private nextLine = 0;
  private lines: Span[] = [];
  /** The block and the place in `lines` of each line, by its offset. */
  private places = new Map<number, { block: ReadBlock; index: number; order: number }>();

  /** Begins a reading in a language. */
  begin(language: string): void {
    this.blocks.turn();
    this.units.turn();
    this.names.turn();
    this.lines = [];
    this.places.clear();
    if (language === this.language) return;
    this.language = language;
    this.units.clear();
    this.names.clear();
  }

  /** The lines of the blocks, which stand one after another with `gap` characters in between. */
  readLines(texts: readonly string[], gap: number): readonly Span[] {
    const used = new Map<string, number>();
    let start = 0;
    for (const text of texts) {
      const block = this.readBlock(text, start, used);
      for (const [index, line] of block.lines.entries()) {
        this.places.set(line.start, { block, index, order: this.lines.length });
        this.lines.push(line);
      }
      start += text.length + gap;
    }
    return this.lines;
  }

  /** `used`: how many blocks of the same text came before. */
  private readBlock(text: string, start: number, used: Map<string, number>): ReadBlock {
    const same = this.blocks.take(text) ?? [];
    const count = used.get(text) ?? 0;
    used.set(text, count + 1);
    const found = same[count];
    if (found) {
      moveBlock(found, start);
      return found;
    }
    const lines = findParagraphs(text);
    for (const line of lines) move(line, start);
    const block: ReadBlock = { firstLine: this.nextLine, start, lines, marks: [] };
    this.nextLine += lines.length;
    same.push(block);
    this.blocks.keep(text, same);
    return block;
  }

  readMarks = (text: string, paragraph: Span): readonly Mark[] => {
    const place = this.places.get(paragraph.start);
    if (!place) return readMarks(text, paragraph);
    const { block, index } = place;
    const marks = block.marks[index] ?? readMarks(text, paragraph);
    block.marks[index] = marks;
    return marks;
  };

  readTokens = (
    text: string,
    unit: Unit,
    stretches: readonly MarkedStretch[],
    first: number,
    language: string,
  ): void => {
    const key = this.keyOf(unit, stretches, first);
    const read = this.units.take(key);
    if (!read) {
      readTokens(text, unit, stretches, first, language);
      const { start, tokens, near, tokenOf } = unit;
      this.units.keep(key, { start, tokens, near, quotations: [...tokenOf.values()] });
      return;
    }
    const by = unit.start - read.start;
    read.start = unit.start;
    if (by !== 0) for (const token of read.tokens) move(token, by);
    unit.tokens = read.tokens;
    unit.near = read.near;
    for (const [offset, index] of read.quotations.entries()) {
      unit.tokenOf.set(first + offset, index);
      const token = read.tokens[index];
      if (token) token.stretch = first + offset;
    }
  };

  readNames = (
    text: string,
    paragraph: Span,
    quotations: readonly Span[],
    first: number,
    words: SpeakerWords,
  ): ParagraphNames => {
    const key = this.keyOf(paragraph, quotations, first);
    const read = this.names.take(key);
    if (read) {
      read.start = paragraph.start;
      return read;
    }
    const names = readNames(text, paragraph, quotations, first, words);
    this.names.keep(key, names);
    return names;
  };

  /** The lines of a stretch and the layout of its quotations: all that its reading depends on. */
  private keyOf(span: Span, quotations: readonly Span[], first: number): string {
    const place = this.places.get(span.start);
    let key = place ? `${place.block.firstLine + place.index}` : '?';
    for (let order = (place?.order ?? 0) + 1; ; order += 1) {
      const line = this.lines[order];
      if (!place || !line || line.start >= span.end) break;
      const next = this.places.get(line.start);
      key += `+${(next?.block.firstLine ?? 0) + (next?.index ?? 0)}@${line.start - span.start}`;
    }
    for (let index = first; ; index += 1) {
      const quotation = quotations[index];
      if (!quotation || quotation.start >= span.end) return key;
      const start = Math.max(0, quotation.start - span.start);
      key += ` ${start}-${Math.min(quotation.end, span.end) - span.start}`;
    }
  }
}

function move(span: Span, by: number): void {
  span.start += by;
  span.end += by;
}

function moveBlock(block: ReadBlock, start: number): void {
  const by = start - block.start;
  if (by === 0) return;
  block.start = start;
  for (const line of block.lines) move(line, by);
  for (const marks of block.marks) for (const mark of marks ?? []) move(mark, by);
}
