import type { Verdict } from '../model/verdict';
import type { Place } from './shape';

/** A quotation of the article; `passage` is null where it is linked to nothing that may be shown. */
export interface MapQuotation {
  id: string;
  number: number;
  text: string;
  verdict: Verdict;
  passage: MapPassage | null;
}

/** A stretch of a source; `start` and `end` only order and tell apart. */
export interface MapPassage {
  source: string;
  start: number;
  end: number;
  label: string;
}

export interface MapSource {
  id: string;
  title: string;
}

/** Where all is drawn, in pixels from the top left corner. */
export interface ProvenanceLayout {
  width: number;
  height: number;
  quotations: (Place & Pick<MapQuotation, 'id' | 'number' | 'text' | 'verdict'>)[];
  sources: (Place & MapSource)[];
  passages: (Place & { id: string; source: string; label: string; quotationIds: string[] })[];
  threads: { quotationId: string; passageId: string; verdict: Verdict; d: string }[];
}

const WIDTH = 960;
const ROW = 30;
const BOX = 24;
const LEFT = { x: 0, width: 400 };
const RIGHT = { x: 600, width: 360 };
const GAP = 14;

/**
 * Lays out which passages of which sources carry which quotations: quotations on the left in the order
 * of the text, sources on the right near to what they carry, their passages in the order of the source.
 * Quotations of the same passage, or of passages that overlap, share one. Pure: the same input gives
 * the same picture.
 */
export function layOutProvenance(
  quotations: readonly MapQuotation[],
  sources: readonly MapSource[],
): ProvenanceLayout {
  const boxes = quotations.map(({ id, number, text, verdict }, index) => ({
    ...{ id, number, text, verdict },
    ...{ x: LEFT.x, y: index * ROW, width: LEFT.width, height: BOX },
  }));
  const groups = sources
    .map((source) => groupOf(source, quotations))
    .filter(({ passages }) => passages.length > 0)
    // Near to what they carry, so that few threads cross.
    .sort((a, b) => a.middle - b.middle);
  const placed: ProvenanceLayout['sources'] = [];
  const passages: ProvenanceLayout['passages'] = [];
  let free = 0;
  for (const { source, passages: own, middle } of groups) {
    const height = (own.length + 1) * ROW;
    const y = Math.max(free, Math.round(middle * ROW + BOX / 2 - height / 2), 0);
    placed.push({ ...source, x: RIGHT.x, y, width: RIGHT.width, height: BOX });
    for (const [index, { label, quotationIds }] of own.entries()) {
      const id = `${source.id}-${index + 1}`;
      const at = { x: RIGHT.x, y: y + (index + 1) * ROW, width: RIGHT.width, height: BOX };
      passages.push({ id, source: source.id, label, quotationIds, ...at });
    }
    free = y + height + GAP;
  }
  const bottom = [...boxes, ...passages].map(({ y, height }) => y + height);
  return {
    width: WIDTH,
    height: Math.max(0, ...bottom),
    quotations: boxes,
    sources: placed,
    passages,
    threads: boxes.flatMap((box) => {
      const passage = passages.find(({ quotationIds }) => quotationIds.includes(box.id));
      if (!passage) return [];
      const d = curve(box.x + box.width, box.y + BOX / 2, passage.x, passage.y + BOX / 2);
      return [{ quotationId: box.id, passageId: passage.id, verdict: box.verdict, d }];
    }),
  };
}

interface Group {
  source: MapSource;
  passages: { label: string; quotationIds: string[] }[];
  /** The mean of the places in the text that it carries. */
  middle: number;
}

function groupOf(source: MapSource, quotations: readonly MapQuotation[]): Group {
  const carried = quotations.flatMap(({ id, passage }, index) =>
    passage?.source === source.id ? [{ id, passage, index }] : [],
  );
  const inOrder = carried.toSorted(
    (a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end,
  );
  const passages: (Group['passages'][number] & { end: number })[] = [];
  for (const { id, passage } of inOrder) {
    const last = passages.at(-1);
    if (last && passage.start < last.end) {
      last.quotationIds.push(id);
      last.end = Math.max(last.end, passage.end);
    } else passages.push({ label: passage.label, quotationIds: [id], end: passage.end });
  }
  const sum = carried.reduce((total, { index }) => total + index, 0);
  return { source, passages, middle: carried.length === 0 ? 0 : sum / carried.length };
}

function curve(x: number, y: number, toX: number, toY: number): string {
  const middle = (x + toX) / 2;
  return `M${x} ${y}C${middle} ${y} ${middle} ${toY} ${toX} ${toY}`;
}
