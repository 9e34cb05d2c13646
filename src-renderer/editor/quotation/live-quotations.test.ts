import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QuotationReading, QuotationView } from '../../../src-shared/model/quotation';
import { NOT_COMPARED, type Verdict } from '../../../src-shared/model/verdict';
import { createLiveQuotations } from './live-quotations';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const A = '01930000-0000-7000-8000-00000000000a';
const B = '01930000-0000-7000-8000-00000000000b';
const SOURCE = 'We will not leave.';

const reading = (id: string, text: string, ordinal = 1): QuotationReading => ({
  id,
  ordinal,
  kind: 'direct',
  text,
  parts: [{ start: 10, end: 10 + text.length, text }],
  attribution: null,
  suggestion: null,
});

/** What a library would say of a quotation that is linked to `SOURCE`. */
function view({ parts, ...read }: QuotationReading, isLinked = true): QuotationView {
  const verdict: Verdict = isLinked ? (read.text === SOURCE ? 'verbatim' : 'altered') : 'unlinked';
  return {
    ...read,
    articleId: 'article',
    start: 0,
    end: 1,
    parts: parts.map(({ start, end }) => ({ start, end })),
    speaker: null,
    dismissed: false,
    link: isLinked ? ({ exact: SOURCE } as QuotationView['link']) : null,
    verdict,
    reasons: [],
    diff: [],
    check: null,
  };
}

/** A page with one quotation, and a library whose answers come when they are let go. */
function desk(first = view(reading(A, SOURCE))) {
  let shown: readonly QuotationView[] = [first];
  let drawn: readonly QuotationView[] = [];
  let isResting = true;
  let waiting: (() => void) | null = null;
  const asked: { readings: QuotationReading[]; answer(): void; fail(): void }[] = [];
  const live = createLiveQuotations({
    judge: (readings) =>
      new Promise((resolve, reject) => {
        asked.push({
          readings,
          answer: () => resolve(readings.map((one) => view(one, first.link !== null))),
          fail: () => reject(new Error('gone')),
        });
      }),
    shown: () => shown,
    draw: (quotations) => {
      drawn = quotations;
    },
    show: (quotations) => {
      shown = quotations;
    },
    whenRested: (work) => {
      if (isResting) work();
      else waiting = work;
    },
  });
  const turn = () => vi.advanceTimersByTimeAsync(0);
  return {
    live,
    asked,
    turn,
    seen: () => shown.map(({ text, verdict }) => [text, verdict]),
    shown: () => shown,
    drawn: () => drawn.map(({ text, verdict }) => [text, verdict]),
    /** Keys follow each other. */
    types() {
      isResting = false;
    },
    rests() {
      isResting = true;
      waiting?.();
      waiting = null;
    },
    /** What the library answers to something else: a save, a link. */
    libraryAnswers(views: QuotationView[]) {
      shown = live.follow(views);
    },
  };
}

describe('the verdict on words that were just typed', () => {
  it('is asked of the library at once, for the quotations that changed alone', async () => {
    const { live, asked, turn, seen } = desk();
    live.found([A, B], [reading(A, SOURCE), reading(B, 'They may.', 2)]);
    expect(asked.map(({ readings }) => readings.map(({ id }) => id))).toEqual([[B]]);
    asked[0]?.answer();
    await turn();
    live.found([A, B], [reading(A, 'We will leave.')]);
    expect(asked[1]?.readings.map(({ id }) => id)).toEqual([A]);
    asked[1]?.answer();
    await turn();
    expect(seen()).toEqual([
      ['We will leave.', 'altered'],
      ['They may.', 'altered'],
    ]);
  });

  it('is drawn in the text at once, and shown beside it when the keys rest', async () => {
    const { live, asked, turn, seen, drawn, types, rests } = desk();
    types();
    for (const text of ['We will leave.', 'We will leave now.']) {
      live.found([A], [reading(A, text)]);
      asked.at(-1)?.answer();
      await turn();
      expect(drawn()).toEqual([[text, 'altered']]);
      expect(seen()).toEqual([[SOURCE, 'verbatim']]);
    }
    rests();
    expect(seen()).toEqual([['We will leave now.', 'altered']]);
  });

  it('does not come back behind a later answer of the library', async () => {
    const { live, asked, turn, shown, types, rests, libraryAnswers } = desk();
    types();
    live.found([A], [reading(A, 'We will leave.')]);
    asked[0]?.answer();
    await turn();
    libraryAnswers([view(reading(A, 'We will leave.'), false)]);
    rests();
    expect(shown()[0]?.verdict).toBe('unlinked');
  });

  it('stays with its words until the answer on the new ones is there', async () => {
    const { live, asked, turn, seen } = desk();
    live.found([A], [reading(A, 'We will leave.')]);
    await turn();
    expect(seen()).toEqual([[SOURCE, 'verbatim']]);
    asked[0]?.answer();
    await turn();
    expect(seen()).toEqual([['We will leave.', 'altered']]);
  });

  it('is never one on words that are gone: a late answer is thrown away', async () => {
    const { live, asked, turn, seen } = desk();
    live.found([A], [reading(A, 'We will leave.')]);
    live.found([A], [reading(A, 'We will.')]);
    asked[0]?.answer();
    await turn();
    expect(seen()).toEqual([[SOURCE, 'verbatim']]);
    expect(asked[1]?.readings[0]?.text).toBe('We will.');
    asked[1]?.answer();
    await turn();
    expect(seen()).toEqual([['We will.', 'altered']]);
  });

  it('is asked for one question at a time, however much is typed', () => {
    const { live, asked } = desk();
    for (const text of ['We w', 'We wi', 'We wil']) live.found([A], [reading(A, text)]);
    expect(asked).toHaveLength(1);
  });

  it('is not taken from a save of former words', async () => {
    const { live, asked, turn, seen, libraryAnswers } = desk();
    live.found([A], [reading(A, 'We will leave.')]);
    asked[0]?.answer();
    await turn();
    libraryAnswers([view(reading(A, SOURCE))]);
    expect(seen()).toEqual([['We will leave.', 'altered']]);
    // The library may know of another link by now.
    expect(asked[1]?.readings[0]?.text).toBe('We will leave.');
    libraryAnswers([view(reading(A, 'We will leave.'), false)]);
    expect(seen()).toEqual([['We will leave.', 'unlinked']]);
  });

  it('goes with a quotation that leaves the text and comes with one that comes back', async () => {
    const { live, asked, turn, seen } = desk();
    live.found([A], [reading(A, SOURCE)]);
    live.found([], []);
    expect(seen()).toEqual([]);
    live.found([A], [reading(A, SOURCE)]);
    asked[0]?.answer();
    await turn();
    expect(seen()).toEqual([[SOURCE, 'verbatim']]);
  });
});

describe('where the library does not answer', () => {
  const explained = [['We will leave.', 'not-checkable']];

  it('nothing is claimed, the reason is named, and it is asked again', async () => {
    const { live, asked, turn, seen, shown } = desk();
    live.found([A], [reading(A, 'We will leave.')]);
    asked[0]?.fail();
    await turn();
    expect(seen()).toEqual(explained);
    expect(shown()[0]).toMatchObject({ reasons: [{ code: NOT_COMPARED }], diff: [], check: null });
    await vi.advanceTimersByTimeAsync(1000);
    asked[1]?.answer();
    await turn();
    expect(seen()).toEqual([['We will leave.', 'altered']]);
  });

  it('a verdict on former words is not left standing for longer than a second', async () => {
    const { live, asked, turn, seen } = desk();
    live.found([A], [reading(A, 'We will leave.')]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen()).toEqual(explained);
    asked[0]?.answer();
    await turn();
    expect(seen()).toEqual([['We will leave.', 'altered']]);
  });

  it('nor is one on words that were typed while it does not answer', async () => {
    const { live, asked, turn, seen } = desk();
    live.found([A], [reading(A, 'We w')]);
    live.found([A], [reading(A, 'We will leave.')]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen()).toEqual(explained);
    live.found([A], [reading(A, 'We will leave now.')]);
    expect(seen()).toEqual([['We will leave now.', 'not-checkable']]);
    asked[0]?.answer();
    await turn();
    expect(seen()).toEqual([['We will leave now.', 'not-checkable']]);
    asked[1]?.answer();
    await turn();
    expect(seen()).toEqual([['We will leave now.', 'altered']]);
  });

  it('what is linked to nothing is unlinked all the same', async () => {
    const { live, asked, turn, seen } = desk(view(reading(A, SOURCE), false));
    live.found([A], [reading(A, 'We will leave.')]);
    asked[0]?.fail();
    await turn();
    expect(seen()).toEqual([['We will leave.', 'unlinked']]);
  });

  it('typing on is judged at the next answer', async () => {
    const { live, asked, turn, seen } = desk();
    live.found([A], [reading(A, 'We will leave.')]);
    asked[0]?.fail();
    await turn();
    live.found([A], [reading(A, SOURCE)]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(2);
    asked[1]?.answer();
    await turn();
    expect(seen()).toEqual([[SOURCE, 'verbatim']]);
  });
});
