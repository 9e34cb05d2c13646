import type { Stet } from './app';

declare global {
  interface Window {
    /** Lets go what was held back, and holds nothing from then on; answers how much it was. */
    letGo?: () => number;
  }
}

/** From now on, what the window asks by these methods does not reach the library. */
export async function holdBack(stet: Stet, ...methods: string[]): Promise<void> {
  await stet.window.evaluate((names) => {
    const post = MessagePort.prototype.postMessage;
    const held: (() => void)[] = [];
    MessagePort.prototype.postMessage = function (this: MessagePort, ...given: unknown[]) {
      const send = () => Reflect.apply(post, this, given);
      const [message] = given as [{ method?: string }];
      if (names.includes(message?.method ?? '')) held.push(send);
      else send();
    };
    window.letGo = () => {
      MessagePort.prototype.postMessage = post;
      for (const send of held) send();
      return held.length;
    };
  }, methods);
}

/** Lets go what was held back; answers how much it was. */
export const letGo = (stet: Stet): Promise<number> =>
  stet.window.evaluate(() => window.letGo?.() ?? 0);
