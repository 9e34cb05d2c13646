import type { QuotationReading, QuotationView } from '../../../src-shared/model/quotation';
import { NOT_COMPARED } from '../../../src-shared/model/verdict';

/*
 * The verdicts on the words that are on the page now, ahead of the save. The library judges: it alone
 * has the words of the sources, and a save would say the same. What is shown of a quotation, its words
 * and its verdict, belongs together: the former view stays as it is until the answer on the new words
 * is there. Where none comes, the quotation is "not checkable" and says why, and is asked about again.
 */

/** Without an answer for so long, the former verdict is not shown any longer. */
const PATIENCE_MS = 1000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;

export interface LiveQuotationsOptions {
  /** Asks the library for its views of these quotations; answers in the order of the questions. */
  judge(readings: QuotationReading[]): Promise<QuotationView[]>;
  /** What the interface shows now. */
  shown(): readonly QuotationView[];
  /** Draws them in the text: at once. */
  draw(quotations: readonly QuotationView[]): void;
  /** Shows them in the interface. */
  show(quotations: QuotationView[]): void;
  /** Does this, or what it is given later in its place, when the interface has time for it. */
  whenRested(work: () => void): void;
}

export interface LiveQuotations {
  /** What the words on the page say now: all quotations in their order, and those that changed. */
  found(ids: readonly string[], changed: readonly QuotationReading[]): void;
  /**
   * Brings what the library says in line with the words on the page: an answer on words that are not
   * there any more is not taken, and asked for again.
   */
  follow(quotations: readonly QuotationView[]): QuotationView[];
  dispose(): void;
}

export function createLiveQuotations(options: LiveQuotationsOptions): LiveQuotations {
  const { judge } = options;
  /** What is drawn in the text and not shown in the interface yet. */
  let ahead: QuotationView[] | null = null;
  /** Null until the words were read for the first time: nothing was typed since. */
  let readings: Map<string, QuotationReading> | null = null;
  const wanted = new Set<string>();
  let asking = false;
  /** The library has not answered for too long, or failed: no former verdict is shown meanwhile. */
  let late = false;
  let disposed = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const shown = () => ahead ?? options.shown();

  function show(quotations: QuotationView[]) {
    ahead = quotations;
    options.draw(quotations);
    options.whenRested(() => {
      if (!ahead || disposed) return;
      const views = ahead;
      ahead = null;
      options.show(views);
    });
  }

  function follow(quotations: readonly QuotationView[]): QuotationView[] {
    if (!readings) return [...quotations];
    const given = new Map(quotations.map((view) => [view.id, view]));
    const known = new Map(shown().map((view) => [view.id, view]));
    const followed = [...readings.values()].flatMap((reading) => {
      const view = given.get(reading.id);
      if (view && isAbout(view, reading)) return placed(view, reading);
      wanted.add(reading.id);
      const former = known.get(reading.id) ?? view;
      if (!former) return [];
      return late ? notCompared(former, reading) : placed(former, reading);
    });
    ask();
    return followed;
  }

  function showFollowed(quotations: readonly QuotationView[]) {
    const before = shown();
    const now = follow(quotations);
    const isSame =
      now.length === before.length && now.every((view, index) => view === before[index]);
    if (!isSame) show(now);
  }

  /** Puts these views in the place of those that are shown. */
  function take(views: readonly QuotationView[]) {
    const all = new Map(shown().map((view) => [view.id, view]));
    for (const view of views) all.set(view.id, view);
    showFollowed([...all.values()]);
  }

  function ask() {
    if (asking || disposed || retry !== undefined || !readings) return;
    const batch = [...wanted].flatMap((id) => readings?.get(id) ?? []);
    wanted.clear();
    if (batch.length === 0) return;
    asking = true;
    const impatient = setTimeout(giveUpFormer, PATIENCE_MS);
    judge(batch)
      .then(
        (views) => {
          failures = 0;
          late = false;
          if (!disposed) take(views);
        },
        () => {
          if (disposed) return;
          failures += 1;
          for (const { id } of batch) wanted.add(id);
          const wait = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
          retry = setTimeout(() => {
            retry = undefined;
            ask();
          }, wait);
          giveUpFormer();
        },
      )
      .finally(() => {
        clearTimeout(impatient);
        asking = false;
        ask();
      });
  }

  function giveUpFormer() {
    late = true;
    showFollowed(shown());
  }

  return {
    found(ids, changed) {
      const isAsBefore =
        changed.length === 0 &&
        readings?.size === ids.length &&
        [...readings.keys()].every((id, index) => id === ids[index]);
      if (isAsBefore) return;
      const next = new Map(changed.map((reading) => [reading.id, reading]));
      const former = readings;
      readings = new Map(
        ids.flatMap((id, index) => {
          const reading = next.get(id) ?? former?.get(id);
          return reading ? [[id, { ...reading, ordinal: index + 1 }]] : [];
        }),
      );
      showFollowed(shown());
    },
    follow(quotations) {
      const followed = follow(quotations);
      // These are shown now: what was on its way there is older.
      ahead = null;
      return followed;
    },
    dispose() {
      disposed = true;
      clearTimeout(retry);
    },
  };
}

/** True where a view is about these very words, said by whom the text says. */
function isAbout(view: QuotationView, reading: QuotationReading): boolean {
  return (
    view.text === reading.text &&
    view.kind === reading.kind &&
    view.parts.length === reading.parts.length &&
    view.parts.every(({ start, end }, at) => end - start === reading.parts[at]?.text.length) &&
    JSON.stringify([view.attribution, view.suggestion]) ===
      JSON.stringify([reading.attribution, reading.suggestion])
  );
}

/** A quotation that nobody has compared: with the words it has now, and without a verdict. */
function notCompared(
  former: QuotationView,
  { parts, ...reading }: QuotationReading,
): QuotationView {
  const places = parts.map(({ start, end }) => ({ start, end }));
  const view = { ...former, ...reading, parts: places, check: null, diff: [] };
  // Without a passage there is nothing to compare: that is certain.
  if (!view.link) return { ...view, verdict: 'unlinked', reasons: [] };
  return { ...view, verdict: 'not-checkable', reasons: [{ code: NOT_COMPARED }] };
}

function placed(view: QuotationView, { ordinal }: QuotationReading): QuotationView {
  return view.ordinal === ordinal ? view : { ...view, ordinal };
}
