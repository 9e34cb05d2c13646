import { $isTabNode, $isTextNode } from 'lexical';
import { sameAddress } from '../../../src-shared/document/former-links';
import type {
  Address,
  FormatMark,
  LinkMark,
  SuggestionMark,
} from '../../../src-shared/document/suggestion-marks';
import type { NodeJson } from '../document';
import type { Difference } from './differences';
import { $addressAt } from './links';
import { $formattedBy, $insertedBy, $linkedBy, $setFormatted, $setLinked } from './state';
import { $cutAt, type FormerUnits, type LiveUnits } from './units';

/*
 * Formats and links of words that stayed: what an update made of them is proposed, like the words
 * themselves.
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
  /** Where they led. */
  address: Address | null;
  linked: LinkMark | null;
}

/**
 * Marks what has another format or another link than it had, and takes marks away that are not needed any more. Answers
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
    const isFormat = !sameFormats($wanted(part, was, tracking), $formattedBy(part.node));
    return isFormat || !sameLinks($wantedLink(part, was, tracking), $linkedBy(part.node));
  };
  const changed = pairs(live).filter($isOther);
  if (changed.length === 0) return live;
  const parts = $cutAt(
    live,
    changed.flatMap(([, { start, end }]) => [start, end]),
  );
  for (const [part, was] of pairs(parts)) {
    const format = $wanted(part, was, tracking);
    const link = $wantedLink(part, was, tracking);
    const isFormat = !sameFormats(format, $formattedBy(part.node));
    const isLink = !sameLinks(link, $linkedBy(part.node));
    if (isFormat) $setFormatted(part.node, format);
    if (isLink) $setLinked(part.node, link);
    if (isFormat || isLink) tracking.done.formatted += 1;
  }
  return parts;
}

/** The mark that words should have, which had another one before, or none. */
function $wanted(
  { node }: LiveUnits,
  was: Kept,
  { author, mark }: FormatTracking,
): FormatMark | null {
  if (!$isTextNode(node) || $isTabNode(node)) return null;
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

/** The mark about the link that words should have, which led elsewhere before, or none. */
function $wantedLink(
  { node }: LiveUnits,
  was: Kept,
  { author, mark }: FormatTracking,
): LinkMark | null {
  const address = $addressAt(node);
  const { linked } = was;
  if (sameAddress(address, was.address)) return linked;
  if (author === null || $insertedBy(node)?.author === author) return null;
  const former = linked ? linked.former : was.address;
  if (sameAddress(address, former)) return null;
  const { id, author: by, at } = linked?.author === author ? linked : mark;
  return { id, author: by, at, former };
}

function sameLinks(one: LinkMark | null, other: LinkMark | null): boolean {
  return one?.id === other?.id && sameAddress(one?.former ?? null, other?.former ?? null);
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
    const { format, formatted, linked } = of;
    const address = of.link && linkAddressOf(of.link);
    return stretches.flatMap((stretch) => {
      const from = Math.max(start, stretch.start);
      const to = Math.min(end, stretch.end);
      if (from >= to) return [];
      return [
        { start: from + stretch.by, end: to + stretch.by, format, formatted, address, linked },
      ];
    });
  });
}

function linkAddressOf({ url, title }: NodeJson): Address {
  return { url: String(url), title: typeof title === 'string' ? title : null };
}

/** Live words with those that they were; a node may have been several, and several one. */
function pairsOf(parts: readonly LiveUnits[], kept: readonly Kept[]): [LiveUnits, Kept][] {
  return parts.flatMap((part) => {
    if (part.isPlace) return [];
    return kept
      .filter(({ start, end }) => start < part.end && end > part.start)
      .map((was): [LiveUnits, Kept] => [part, was]);
  });
}
