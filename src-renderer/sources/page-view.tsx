import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SourcePage } from '../../src-shared/model/page';
import type { QuotedStretch, SourceReading } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';
import { setShell, showSource, useShell } from '../shell';
import { words } from '../words/words';
import { PagePicture } from './page-picture';

/** A4, until a page says otherwise. */
const USUAL = { width: 595, height: 842 };
const MARGIN = 16;
/** Pages are drawn when they are within this many heights of the view. */
const AROUND = '60%';

export const ZOOM = { least: 0.5, most: 4, step: 1.25 };

/** A source as it is printed: its pages, drawn when they are near, with the passage marked on them. */
export function PageView({
  reading,
  quoted,
  found,
  foundIndex,
  zoom,
  onZoom,
  page,
  onPage,
}: {
  reading: SourceReading;
  quoted: readonly QuotedStretch[];
  found: readonly Span[];
  foundIndex: number;
  /** 1 is as wide as the panel. */
  zoom: number;
  onZoom(zoom: number): void;
  /** The page that is read, and the way to another: `request` counts requests. */
  page: { number: number; request: number };
  onPage(number: number, count: number): void;
}) {
  const root = useRef<HTMLDivElement>(null);
  const shown = useShell((state) => state.shown);
  const width = useWidth(root);
  const [sizes, setSizes] = useState<ReadonlyMap<number, typeof USUAL>>(new Map());
  const [count, setCount] = useState(() => lastPage(reading));
  const near = useNearPages(root, count, width > 0);
  const foundNow = found[foundIndex] ?? null;
  const marks = useMemo(
    () => ({ quoted, shown, found, foundNow, excluded: reading.excluded }),
    [quoted, shown, found, foundNow, reading.excluded],
  );
  const usual = sizes.get(1) ?? [...sizes.values()][0] ?? USUAL;
  const wanted = useRef<Span | null>(null);

  const goTo = useCallback((number: number) => {
    root.current?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: 'start' });
  }, []);

  const onDrawn = useCallback((number: number, drawn: SourcePage) => {
    setCount(drawn.pageCount);
    setSizes((known) => {
      const before = known.get(number);
      if (before?.width === drawn.width && before.height === drawn.height) return known;
      return new Map(known).set(number, { width: drawn.width, height: drawn.height });
    });
    // The boxes are there with the next frame.
    if (wanted.current) {
      requestAnimationFrame(() => {
        const box = root.current?.querySelector(
          `[data-page="${number}"] :is(.page-found-now, .page-mark-now)`,
        );
        if (!box) return;
        wanted.current = null;
        box.scrollIntoView({ block: 'center', inline: 'nearest' });
      });
    }
  }, []);

  const onWord = useCallback(
    (word: Span) => {
      setShell({ readerView: 'text' });
      showSource(reading.source.id, word);
    },
    [reading.source.id],
  );

  const isReady = width > 0;
  // The passage that is asked for, or the words that are looked for: their page, then their place on it.
  const target = foundNow ?? shown;
  useEffect(() => {
    if (!isReady || !target) return;
    wanted.current = target;
    const number = pageOf(reading, target);
    if (number !== null) goTo(number);
    const box = root.current?.querySelector('.page-found-now, .page-mark-now');
    if (box && pageOfElement(box) === number) {
      wanted.current = null;
      box.scrollIntoView({ block: 'center', inline: 'nearest' });
    }
  }, [isReady, shown?.request, foundNow, reading, goTo]);
  useEffect(() => {
    if (isReady && page.request > 0) goTo(page.number);
  }, [isReady, page.request, goTo]);

  const frame = useRef(0);
  const onScroll = () => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const number = root.current ? pageInView(root.current) : null;
      if (number !== null) onPage(number, count);
    });
  };
  useEffect(() => onPage(page.number, count), [count]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, () => void> = {
      PageDown: () => goTo(Math.min(count, page.number + 1)),
      PageUp: () => goTo(Math.max(1, page.number - 1)),
      '+': () => onZoom(zoom * ZOOM.step),
      '-': () => onZoom(zoom / ZOOM.step),
      '0': () => onZoom(1),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };

  return (
    <div
      ref={root}
      className="page-view"
      role="document"
      aria-label={words.sources.pagesLabel(reading.source.title)}
      aria-description={words.sources.pagesHint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: pages are turned with the keys.
      tabIndex={0}
      data-panel-focus
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      {isReady
        ? Array.from({ length: count }, (_, index) => (
            <PagePicture
              key={`${index + 1}`}
              versionId={reading.versionId}
              page={index + 1}
              isNear={near.has(index + 1)}
              width={Math.round(width * zoom)}
              size={sizes.get(index + 1) ?? usual}
              marks={marks}
              onDrawn={onDrawn}
              onWord={onWord}
            />
          ))
        : null}
    </div>
  );
}

type Root = React.RefObject<HTMLDivElement | null>;

function lastPage({ locators }: SourceReading): number {
  return locators.reduce((last, { page }) => Math.max(last, page ?? 1), 1);
}

function pageOf({ locators }: SourceReading, { start }: Span): number | null {
  const within = locators.find(
    (one) => one.page !== undefined && one.start <= start && one.end > start,
  );
  const before = within ?? locators.findLast((one) => one.page !== undefined && one.start <= start);
  return before?.page ?? null;
}

const pageOfElement = (element: Element) =>
  Number(element.closest<HTMLElement>('[data-page]')?.dataset.page);

/** The page that is a third down the view. */
function pageInView(root: HTMLElement): number | null {
  const { left, top, width, height } = root.getBoundingClientRect();
  const element = document
    .elementsFromPoint(left + width / 2, top + height / 3)
    .find((one) => one.closest('[data-page]') !== null);
  return element ? pageOfElement(element) : null;
}

/** The width that pages have in the view at its usual zoom; 0 until it is known. */
function useWidth(root: Root): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const view = root.current;
    if (!view) return;
    const measure = () => setWidth(Math.max(120, view.clientWidth - 2 * MARGIN));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(view);
    return () => observer.disconnect();
  }, [root]);
  return width;
}

/** The pages in view and next to it: those alone are drawn and kept. */
function useNearPages(root: Root, count: number, isReady: boolean): ReadonlySet<number> {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const view = root.current;
    if (!view || !isReady) return;
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((known) => {
          const next = new Set(known);
          for (const { target, isIntersecting } of entries) {
            if (isIntersecting) next.add(pageOfElement(target));
            else next.delete(pageOfElement(target));
          }
          return next;
        }),
      { root: view, rootMargin: `${AROUND} 0px` },
    );
    for (const element of view.querySelectorAll('[data-page]')) observer.observe(element);
    return () => observer.disconnect();
  }, [root, count, isReady]);
  return near;
}
