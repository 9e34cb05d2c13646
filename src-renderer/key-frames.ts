/*
 * A key is seen first: what the library says between a key and the frame that shows it waits for that
 * frame. With a long article an answer is work of some milliseconds, which would stand in front of it.
 */

/** Nothing waits longer: a window that is not shown draws no frames. */
const LIMIT_MS = 250;

export interface KeyFrames {
  /** A key went down. */
  pressed(): void;
  /** Does this at once; while the frame of a key is on its way, after it. What waits keeps its order. */
  behind(work: () => void): void;
}

/** @param afterFrame calls back once the next frame is drawn */
export function createKeyFrames(afterFrame: (drawn: () => void) => void): KeyFrames {
  let waiting: (() => void)[] | null = null;

  return {
    pressed() {
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
    },
    behind(work) {
      if (waiting) waiting.push(work);
      else work();
    },
  };
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
}
