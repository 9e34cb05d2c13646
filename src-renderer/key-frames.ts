/*
 * A key is seen first: what the library says between a key and the frame that shows it waits for that
 * frame, and what only follows the words waits until the keys rest. With a long article each is work of
 * some milliseconds, and one more frame, in front of the next key.
 */

/** No answer waits longer: a window that is not shown draws no frames. */
const LIMIT_MS = 250;
/** The keys rest when none was pressed for so long. */
const REST_MS = 400;
/** Where they never do, what waits for it is done so often all the same. */
const LONGEST_REST_MS = 5_000;
/** A typist's next key comes sooner than this. */
const NEXT_KEY_MS = 150;

export interface KeyFrames {
  /** A key went down. */
  pressed(): void;
  /** Does this at once; while the frame of a key is on its way, after it. What waits keeps its order. */
  behind(work: () => void): void;
  /** Does this behind the frame of the next key, and soon where none is pressed. */
  behindNext(work: () => void): void;
  /**
   * Does this once the keys rest: at once where they do. What was to be done under the same name before
   * is left out: only the last of it counts.
   */
  rested(name: string, work: () => void): void;
  /** Does now what waits for rest: somebody looks, or acts on what is known. */
  catchUp(): void;
}

/** @param afterFrame calls back once the next frame is drawn */
export function createKeyFrames(afterFrame: (drawn: () => void) => void): KeyFrames {
  let waiting: (() => void)[] | null = null;
  let lastPressed = Number.NEGATIVE_INFINITY;
  const forNext: (() => void)[] = [];
  let next: ReturnType<typeof setTimeout> | undefined;
  const forRest = new Map<string, () => void>();
  let restSince = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const sinceKey = () => performance.now() - lastPressed;

  function behind(work: () => void) {
    if (waiting) waiting.push(work);
    else work();
  }

  /** Looks again when the keys may rest, or when nobody should wait for it any longer. */
  function waitForRest() {
    const most = restSince + LONGEST_REST_MS - performance.now();
    rest = setTimeout(
      () => {
        const isOver = performance.now() - restSince >= LONGEST_REST_MS;
        if (sinceKey() < REST_MS && !isOver) return waitForRest();
        doRested(behind);
      },
      Math.max(1, Math.min(REST_MS - sinceKey(), most)),
    );
  }

  function doRested(run: (work: () => void) => void) {
    clearTimeout(rest);
    rest = undefined;
    const all = [...forRest.values()];
    forRest.clear();
    for (const work of all) run(work);
  }

  return {
    pressed() {
      lastPressed = performance.now();
      holdBack();
      doNext();
    },
    behind,
    behindNext(work) {
      forNext.push(work);
      next ??= setTimeout(doNext, NEXT_KEY_MS);
    },
    rested(name, work) {
      if (rest === undefined && sinceKey() >= REST_MS) {
        behind(work);
        return;
      }
      forRest.set(name, work);
      if (rest !== undefined) return;
      restSince = performance.now();
      waitForRest();
    },
    catchUp() {
      doRested((work) => work());
    },
  };

  function doNext() {
    clearTimeout(next);
    next = undefined;
    for (const work of forNext.splice(0)) behind(work);
  }

  /** Holds back what comes until the frame of this key is drawn. */
  function holdBack() {
    // The frame of the first of two quick keys shows the second as well.
    if (waiting) return;
    const mine: (() => void)[] = [];
    waiting = mine;
    const drawn = () => {
      clearTimeout(limit);
      if (waiting !== mine) return;
      waiting = null;
      // Each by itself: one that fails keeps back none of the others.
      for (const work of mine) queueMicrotask(work);
    };
    const limit = setTimeout(drawn, LIMIT_MS);
    afterFrame(drawn);
  }
}

/** A message that is posted in a frame arrives when the frame has been handed on. */
function afterNextFrame(drawn: () => void) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      drawn();
    };
    port2.postMessage(null);
  });
}

/** The keys of this window. */
export const keyFrames = createKeyFrames(afterNextFrame);

/** Called once. */
export function watchKeys(target: Window) {
  target.addEventListener('keydown', keyFrames.pressed, { capture: true });
  target.addEventListener('pointerdown', keyFrames.catchUp, { capture: true });
}
