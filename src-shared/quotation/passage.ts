import type { Span } from '../model/span';

/**
 * Where a passage stands in a text, so that it can be found again when the text has changed: a W3C
 * text-quote selector (`exact`, `prefix`, `suffix`) and a position in UTF-16 code units. (Web
 * Annotation files count positions in code points: convert on export.)
 */
export interface PassageSelector extends Span {
  exact: string;
  /** Up to 32 characters before and after, cut at a word where there is one. */
  prefix: string;
  suffix: string;
}

const CONTEXT = 32;

/**
 * Describes the stretch `start`–`end` of a text. Limits outside the text are moved inside; `end`
 * before `start` gives an empty stretch.
 */
export function describePassage(text: string, start: number, end: number): PassageSelector {
  const from = Math.min(Math.max(0, start), text.length);
  const to = Math.min(Math.max(from, end), text.length);
  return {
    exact: text.slice(from, to),
    prefix: contextBefore(text, from),
    suffix: contextAfter(text, to),
    start: from,
    end: to,
  };
}

const BROKEN_WORD_AT_START = /^\S+\s/u;
const BROKEN_WORD_AT_END = /\s\S+$/u;

function contextBefore(text: string, end: number): string {
  const start = Math.max(0, end - CONTEXT);
  const context = text.slice(start, end);
  if (start === 0 || /\s/.test(text[start - 1]!)) return context;
  // A word cut in two at the far end goes; a text without spaces stays, except for half a character.
  return context.replace(BROKEN_WORD_AT_START, '').replace(/^[\uDC00-\uDFFF]/, '');
}

function contextAfter(text: string, start: number): string {
  const end = Math.min(text.length, start + CONTEXT);
  const context = text.slice(start, end);
  if (end === text.length || /\s/.test(text[end]!)) return context;
  return context.replace(BROKEN_WORD_AT_END, (word) => word[0]!).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * Finds a described passage in a text that may have changed since. In this order: its old position
 * with its words and their surroundings; the one place that has the words and the surroundings; its
 * old position with its words. Null otherwise: never a place that only looks like it, and never
 * one of several.
 */
export function resolvePassage(text: string, selector: PassageSelector): Span | null {
  const { exact, prefix, suffix, start, end } = selector;
  if (exact === '') return null;
  const inPlace =
    Number.isInteger(start) &&
    start >= 0 &&
    end === start + exact.length &&
    text.startsWith(exact, start);
  const inContext =
    inPlace &&
    start >= prefix.length &&
    text.startsWith(prefix, start - prefix.length) &&
    text.startsWith(suffix, end);
  if (inContext) return { start, end };

  const whole = prefix + exact + suffix;
  const first = text.indexOf(whole);
  if (first >= 0 && text.indexOf(whole, first + 1) < 0) {
    const found = first + prefix.length;
    return { start: found, end: found + exact.length };
  }
  return inPlace ? { start, end } : null;
}
