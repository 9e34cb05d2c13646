import type { Span } from '../model/span';
import { codePointsBefore } from './code-points';
import type { QuoteSelector } from './sidecar';

/** Shorter words stand in many a text: something around them has to be the same. */
const SHORT = 24;
const LEAST_CONTEXT = 8;
/** Words that stand in more places are found in none. */
const MOST_PLACES = 2_000;

/**
 * A text in which words are found whatever white space is between them: Markdown and HTML have no
 * form for all of it.
 */
export class Findable {
  private readonly folded: string;
  /** Where each character of `folded` stands in the text. */
  private readonly places: number[] = [];

  constructor(readonly text: string) {
    // A text begins and ends as if there were space around it.
    let folded = ' ';
    this.places.push(0);
    for (let at = 0; at < text.length; at++) {
      const isSpace = /\s/.test(text[at]!);
      if (isSpace && folded.endsWith(' ')) continue;
      folded += isSpace ? ' ' : text[at];
      this.places.push(at);
    }
    this.folded = folded.endsWith(' ') ? folded : `${folded} `;
  }

  /**
   * Where the words of a selector stand: in the one place that has them, or in that of several whose
   * surroundings, or else whose position, are the given ones. Null otherwise: never a guess.
   */
  find({ exact, prefix, suffix, start }: QuoteSelector): Span | null {
    const wanted = fold(exact).trim();
    if (wanted === '') return null;
    const [before, after] = [fold(prefix), fold(suffix)];
    const found: { at: number; score: number }[] = [];
    for (let at = this.folded.indexOf(wanted); at >= 0; at = this.folded.indexOf(wanted, at + 1)) {
      found.push({ at, score: this.score(at, at + wanted.length, before, after) });
      if (found.length > MOST_PLACES) return null;
    }
    const best = Math.max(...found.map(({ score }) => score));
    const fitting = found.filter(({ score }) => score === best);
    const [first] = fitting;
    if (!first) return null;
    const known = before.length + after.length;
    if (wanted.length < SHORT && best < Math.min(LEAST_CONTEXT, known)) return null;
    if (fitting.length === 1) return this.spanOf(first.at, wanted.length);
    const spans = fitting.map(({ at }) => this.spanOf(at, wanted.length));
    return spans.find((span) => codePointsBefore(this.text, span.start) === start) ?? null;
  }

  /** All parts of a quotation, in order; null unless each is found behind the one before. */
  findAll(parts: readonly QuoteSelector[]): Span[] | null {
    const spans: Span[] = [];
    for (const part of parts) {
      const span = this.find(part);
      if (!span || span.start < (spans.at(-1)?.end ?? 0)) return null;
      spans.push(span);
    }
    return spans;
  }

  /** How many characters around the words are the given ones. */
  private score(start: number, end: number, before: string, after: string): number {
    let score = 0;
    while (score < before.length && this.folded[start - 1 - score] === before.at(-1 - score)) {
      score += 1;
    }
    for (let at = 0; at < after.length && this.folded[end + at] === after[at]; at++) score += 1;
    return score;
  }

  private spanOf(at: number, length: number): Span {
    return { start: this.places[at]!, end: this.places[at + length - 1]! + 1 };
  }
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ');
}
