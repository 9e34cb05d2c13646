/*
 * An article is written in one window at a time. Which window has it is a Web Lock (W3C Web Locks): all
 * windows are of one origin, and the lock of a window that closes or crashes is free again by itself.
 */

const CHANNEL = 'stet-articles';
/** A window that is being closed has its article a moment longer. */
const WAIT_MS = 500;

let held: { articleId: string; release(): void } | null = null;
/** What is being asked for: of two articles at the same time the later one is meant. */
let asked: Asked | null = null;

interface Asked {
  articleId: string;
  answer: Promise<Taking>;
}

/** `elsewhere`: another window has it. `superseded`: this window turned to another one meanwhile. */
export type Taking = 'taken' | 'elsewhere' | 'superseded';

/** Takes an article for this window and lets go of the one before. */
export function takeArticle(articleId: string): Promise<Taking> {
  // Asked twice, as by a double click, it is not in its own way.
  if (asked?.articleId === articleId) return asked.answer;
  if (held?.articleId === articleId) {
    asked = null;
    return Promise.resolve('taken');
  }
  const isStillAsked = (): boolean => asked === mine;
  const mine: Asked = { articleId, answer: take(articleId, isStillAsked) };
  asked = mine;
  void mine.answer.finally(() => {
    if (asked === mine) asked = null;
  });
  return mine.answer;
}

async function take(articleId: string, isStillAsked: () => boolean): Promise<Taking> {
  // Only one that another window has is waited for: a slow machine takes its time to say that it is free.
  const release =
    (await lock(articleId, { ifAvailable: true })) ??
    (await lock(articleId, { signal: AbortSignal.timeout(WAIT_MS) }));
  if (!isStillAsked()) {
    release?.();
    return 'superseded';
  }
  if (!release) return 'elsewhere';
  held?.release();
  held = { articleId, release };
  return 'taken';
}

/** Answers how the lock is let go; null where it cannot be had. */
function lock(articleId: string, options: LockOptions): Promise<(() => void) | null> {
  return new Promise((answer) => {
    navigator.locks
      .request(`article ${articleId}`, options, (granted) =>
        granted ? new Promise<void>((free) => answer(free)) : answer(null),
      )
      .catch(() => answer(null));
  });
}

/** Whether this window has the article. */
export const hasArticle = (articleId: string): boolean => held?.articleId === articleId;

/** Lets go of an article, where this window has it or asks for it. */
export function leaveArticle(articleId: string) {
  if (asked?.articleId === articleId) asked = null;
  if (held?.articleId !== articleId) return;
  held.release();
  held = null;
}

const channel = new BroadcastChannel(CHANNEL);

/** Asks the window that has an article to come to the front. */
export function showWindowOf(articleId: string) {
  channel.postMessage({ articleId });
}

/** Comes to the front where another window asks for the article of this one. Called once. */
export function answerOtherWindows() {
  channel.onmessage = ({ data }: MessageEvent<{ articleId?: unknown }>) => {
    if (held !== null && data?.articleId === held.articleId) {
      void window.stet.call('showWindow', {});
    }
  };
}
