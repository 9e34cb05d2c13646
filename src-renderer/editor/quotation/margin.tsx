import type { LexicalEditor } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import type { QuotationView } from '../../../src-shared/model/quotation';
import { shownVerdict } from '../../ui/verdict';
import { VERDICT_LABELS } from '../../words/verdicts';
import type { MarkedElements } from '../marked-elements';
import { words } from '../words';
import { type NumberInput, type PlacedNumber, placeNumbers } from './margin-layout';

/** Numbers are placed for what is on the screen and this much above and below. */
const AROUND = '600px 0px';

export interface MarginProps {
  editor: LexicalEditor;
  elements: MarkedElements;
  /** What the numbers are placed in: its top is 0. */
  page: HTMLElement;
  scroller: HTMLElement;
  quotations: readonly QuotationView[];
  selectedId: string | null;
  onSelect(id: string): void;
}

/**
 * The numbers beside the text, one a quotation. They are a pointer's way to a quotation and a reader's
 * way to its card; keyboard and screen reader have the Quotes panel.
 */
export function Margin(props: MarginProps) {
  const placed = usePlacedNumbers(props);
  const known = new Map(props.quotations.map((quotation) => [quotation.id, quotation]));
  return (
    <div className="margin-numbers">
      {placed.map(({ id, top, column }) => {
        const quotation = known.get(id);
        if (!quotation) return null;
        const verdict = shownVerdict(quotation);
        return (
          <button
            key={id}
            type="button"
            tabIndex={-1}
            className="margin-number"
            data-verdict={verdict}
            data-column={column}
            data-long={quotation.ordinal > 99 || undefined}
            data-selected={id === props.selectedId || undefined}
            style={{ top }}
            aria-label={words.quotation(quotation.ordinal, VERDICT_LABELS[verdict])}
            title={VERDICT_LABELS[verdict]}
            // The cursor goes to the quotation, not to the number.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onSelect(id)}
          >
            {quotation.ordinal}
          </button>
        );
      })}
    </div>
  );
}

/** The block directly inside the editor's root that holds an element. */
function blockAround(element: HTMLElement, root: HTMLElement): HTMLElement | null {
  let block: HTMLElement | null = element;
  while (block && block.parentElement !== root) block = block.parentElement;
  return block;
}

/** Follows the text: places the numbers of what is near the screen, once a frame at most. */
function usePlacedNumbers({ editor, elements, page, scroller, quotations }: MarginProps) {
  const [placed, setPlaced] = useState<readonly PlacedNumber[]>([]);
  const shown = useRef(quotations);
  const request = useRef(() => {});

  useEffect(() => {
    const root = editor.getRootElement();
    if (!root) return;
    const near = new Set<Element>();
    /** The quotations that begin in each block, by where they begin. */
    let blocks = new Map<Element, { id: string; element: HTMLElement }[]>();
    let indexed: { version: number; quotations: unknown } | null = null;
    let frame = 0;
    let last = '';

    /** Works out which block each quotation begins in; not at every key, an article may hold thousands. */
    function index(root: HTMLElement) {
      const { version } = elements;
      if (indexed?.version === version && indexed.quotations === shown.current) return;
      indexed = { version, quotations: shown.current };
      const former = blocks;
      blocks = new Map();
      for (const { id, dismissed } of shown.current) {
        const element = dismissed ? null : elements.firstOf(id);
        const block = element && blockAround(element, root);
        if (!element || !block) continue;
        const begin = blocks.get(block) ?? [];
        begin.push({ id, element });
        blocks.set(block, begin);
        if (!former.delete(block)) observer.observe(block);
      }
      for (const block of former.keys()) {
        observer.unobserve(block);
        near.delete(block);
      }
    }

    function place() {
      frame = 0;
      if (!root) return;
      index(root);
      const top = page.getBoundingClientRect().top;
      const inputs: NumberInput[] = [];
      // Asking a block far from the screen for its lines would lay it out.
      for (const block of near) {
        for (const { id, element } of blocks.get(block) ?? []) {
          const line = element.getClientRects()[0];
          if (line) inputs.push({ id, middle: (line.top + line.bottom) / 2 - top });
        }
      }
      const next = placeNumbers(inputs.sort((a, b) => a.middle - b.middle));
      const text = JSON.stringify(next);
      if (text !== last) setPlaced(next);
      last = text;
    }
    function schedule() {
      frame ||= requestAnimationFrame(place);
    }
    request.current = schedule;

    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) near.add(target);
          else near.delete(target);
        }
        schedule();
      },
      { root: scroller, rootMargin: AROUND },
    );
    // Blocks that come onto the screen take their real height, and move all below.
    const resized = new ResizeObserver(schedule);
    resized.observe(root);
    resized.observe(page);
    const stopListening = editor.registerUpdateListener(schedule);
    // Not `ready`: asking for it has the page laid out at once.
    document.fonts.addEventListener('loadingdone', schedule);
    schedule();
    return () => {
      cancelAnimationFrame(frame);
      document.fonts.removeEventListener('loadingdone', schedule);
      observer.disconnect();
      resized.disconnect();
      stopListening();
    };
  }, [editor, elements, page, scroller]);

  useEffect(() => {
    shown.current = quotations;
    request.current();
  }, [quotations]);

  return placed;
}
