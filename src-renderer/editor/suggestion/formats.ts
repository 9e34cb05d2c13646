import { $isTabNode, $isTextNode } from 'lexical';
import type { FormatMark, SuggestionMark } from '../../../src-shared/document/suggestions';
import type { Difference } from './differences';
import { $formattedBy, $insertedBy, $setFormatted } from './state';
import { $cutAt, type FormerUnits, type LiveUnits } from './units';

/*
 * Formats of words that stayed: what an update made of them is proposed, like the words themselves.
 */

export interface FormatTracking {
  /** Who changes the text; null where changes are made and not proposed. */
  author: string | null;
  /** The mark of what is proposed now. */
  mark: SuggestionMark;
  /** Counts the nodes whose mark changed. */
  done: { formatted: number };
}

/** Words that were there before, by their units now. */
interface Kept {
  start: number;
  end: number;
  format: number;
  formatted: FormatMark | null;
}

/**
 * Marks what has another format than it had, and takes marks away that are not needed any more. Answers
 * the parts, of which some may have been cut.
 */
export function $trackFormats(
  former: readonly FormerUnits[],
  live: readonly LiveUnits[],
  found: readonly Difference[],
  tracking: FormatTracking,
): readonly LiveUnits[] {
  const kept = keptUnits(former, found);
  const pairs = (parts: readonly LiveUnits[]) => pairsOf(parts, kept);
  const $isOther = ([part, was]: [LiveUnits, Kept]) => {
    const now = $wanted(part, was, tracking);
    return !sameFormats(now, $formattedBy(part.node));
  };
  const changed = pairs(live).filter($isOther);
  if (changed.length === 0) return live;
  const parts = $cutAt(
    live,
    changed.flatMap(([, { start, end }]) => [start, end]),
  );
  for (const [part, was] of pairs(parts)) {
    const wanted = $wanted(part, was, tracking);
    if (sameFormats(wanted, $formattedBy(part.node))) continue;
    $setFormatted(part.node, wanted);
    tracking.done.formatted += 1;
  }
  return parts;
}

/** The mark that words should have, which had another one before, or none. */
function $wanted(
  { node }: LiveUnits,
  was: Kept,
  { author, mark }: FormatTracking,
): FormatMark | null {
  if (!$isTextNode(node)) return null;
  const toggled = node.getFormat() ^ was.format;
  const { formatted } = was;
  if (author === null) {
    // What is simply made is decided: of a proposal the rest is left.
    return formatted && withFormats(formatted, formatted.formats & ~toggled);
  }
  if (toggled === 0) return formatted;
  // One's own insertion looks as it is inserted.
  if ($insertedBy(node)?.author === author) return formatted;
  const formats = (formatted?.formats ?? 0) ^ toggled;
  return withFormats(formatted?.author === author ? formatted : mark, formats);
}

function withFormats(mark: SuggestionMark, formats: number): FormatMark | null {
  return formats === 0 ? null : { ...mark, formats };
}

function sameFormats(one: FormatMark | null, other: FormatMark | null): boolean {
  return one?.id === other?.id && one?.formats === other?.formats;
}

/** Each piece that was there, or as much of it as is left between what was replaced. */
function keptUnits(former: readonly FormerUnits[], found: readonly Difference[]): Kept[] {
  const stretches: { start: number; end: number; by: number }[] = [];
  let [old, by] = [0, 0];
  for (const { before, after } of found) {
    stretches.push({ start: old, end: before.start, by });
    old = before.end;
    by = after.end - before.end;
  }
  stretches.push({ start: old, end: Number.POSITIVE_INFINITY, by });
  return former.flatMap(({ start, end, place, piece }) => {
    const of = place.pieces[piece];
    if (!of) return [];
    const { format, formatted } = of;
    return stretches.flatMap((stretch) => {
      const from = Math.max(start, stretch.start);
      const to = Math.min(end, stretch.end);
      if (from >= to) return [];
      return [{ start: from + stretch.by, end: to + stretch.by, format, formatted }];
    });
  });
}

/** Live words with those that they were; a node may have been several, and several one. */
function pairsOf(parts: readonly LiveUnits[], kept: readonly Kept[]): [LiveUnits, Kept][] {
  return parts.flatMap((part) => {
    if (part.isPlace || !$isTextNode(part.node) || $isTabNode(part.node)) return [];
    return kept
      .filter(({ start, end }) => start < part.end && end > part.start)
      .map((was): [LiveUnits, Kept] => [part, was]);
  });
}
