import type { MessagePortMain } from 'electron';
import { StetError } from '../src-shared/errors';

export interface ExtractorPortOptions {
  /** Asks main for a port; `restart` where the extractor hangs or died. */
  want(restart: boolean): void;
  /** Tells main that nobody needs the extractor for now. */
  release?(): void;
  /** It is released when nothing was asked of it for so long. */
  idleMs?: number;
}

/** One thing at a time is asked of a sandboxed extractor; one that hangs or dies is replaced. */
export class ExtractorPort {
  private port: MessagePortMain | null = null;
  private arrived: ((port: MessagePortMain) => void) | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: ExtractorPortOptions) {}

  /** Takes the port that main hands over. */
  give(port: MessagePortMain): void {
    port.start();
    this.port = port;
    this.arrived?.(port);
    this.arrived = null;
  }

  /** Runs `work` when all that was asked before is answered. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    clearTimeout(this.idle);
    this.waiting += 1;
    const result = this.queue.then(work);
    this.queue = result
      .catch(() => {})
      .finally(() => {
        this.waiting -= 1;
        this.restLater();
      });
    return result;
  }

  /**
   * Sends a request and answers what comes back, unchecked. Rejects with `file-unreadable` where the
   * extractor dies or does not answer in time. Called within `inTurn`.
   */
  async ask(request: unknown, limitMs: number): Promise<unknown> {
    const port = this.port ?? (await this.wanted());
    return new Promise<unknown>((resolve, reject) => {
      const fail = () =>
        done(() => {
          this.port = null;
          this.options.want(true);
          reject(new StetError('file-unreadable'));
        });
      const limit = setTimeout(fail, limitMs);
      const onMessage = ({ data }: Electron.MessageEvent) => done(() => resolve(data));
      const done = (settle: () => void) => {
        clearTimeout(limit);
        port.off('message', onMessage);
        port.off('close', fail);
        settle();
      };
      port.on('message', onMessage);
      port.on('close', fail);
      port.postMessage(request);
    });
  }

  private wanted(): Promise<MessagePortMain> {
    return new Promise((resolve) => {
      this.arrived = resolve;
      this.options.want(false);
    });
  }

  private restLater(): void {
    const { idleMs, release } = this.options;
    if (idleMs === undefined || this.waiting > 0) return;
    this.idle = setTimeout(() => {
      this.port = null;
      release?.();
    }, idleMs);
  }
}
