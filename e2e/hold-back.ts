import type { Stet } from './app';

declare global {
  interface Window {
    /** Lets go what was held back, and holds nothing from then on; answers how much it was. */
    letGo?: () => number;
    /** What is held back goes its way as soon as more is held. */
    goesWithNext?: boolean;
  }
}

/** From now on, what the window asks by these methods does not reach the library. */
export async function holdBack(stet: Stet, ...methods: string[]): Promise<void> {
  await stet.window.evaluate((names) => {
    const post = MessagePort.prototype.postMessage;
    const held: (() => void)[] = [];
    const sendHeld = () => {
      const sent = held.splice(0);
      for (const send of sent) send();
      return sent.length;
    };
    MessagePort.prototype.postMessage = function (this: MessagePort, ...given: unknown[]) {
      const send = () => Reflect.apply(post, this, given);
      const [message] = given as [{ method?: string }];
      if (!names.includes(message?.method ?? '')) {
        send();
        return;
      }
      if (window.goesWithNext) sendHeld();
      held.push(send);
    };
    window.letGo = () => {
      MessagePort.prototype.postMessage = post;
      return sendHeld();
    };
  }, methods);
}

/** What is held back now reaches the library as soon as more of it is asked, which is held in its place. */
export const letGoWithNext = (stet: Stet): Promise<void> =>
  stet.window.evaluate(() => {
    window.goesWithNext = true;
  });

/** Lets go what was held back; answers how much it was. */
export const letGo = (stet: Stet): Promise<number> =>
  stet.window.evaluate(() => window.letGo?.() ?? 0);
