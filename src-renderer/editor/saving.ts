import type { Input, Output } from '../../src-shared/contract';
import type { Document } from '../../src-shared/document/schema';
import type { StetError } from '../../src-shared/errors';
import { asStetError } from './errors';
import type { SaveAnswer, SaveState } from './handle';

/*
 * Saving an article while it is written. Nothing is saved that did not change, no two saves of an
 * article overlap, and words that were not saved are kept and tried again until they are: also when
 * the article is closed in the meantime, and for the article when it is opened again.
 */

/** A pause in typing that is long enough to save. */
export const PAUSE_MS = 400;
/** Without a pause, behind the first key so long after the first unsaved change: saved within a second. */
export const LONGEST_WAIT_MS = 800;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

export interface SaverOptions {
  articleId: string;
  /** The library's counter that the document was opened with. */
  version: number;
  /** The document as it was opened. */
  opened: Document;
  /** The same as the editor writes it: a document like this needs no saving. */
  saved: Document;
  /** The document as it is now; blocks that did not change are best the same objects. */
  read(): Document;
  /** Brings the quotations of the document up to date. */
  settle(): Promise<void>;
  save(input: Input<'articles.save'>): Promise<Output<'articles.save'>>;
  open(input: Input<'articles.open'>): Promise<Output<'articles.open'>>;
  /** Does this when it is not in the way of a key; soon. */
  behindKey(work: () => void): void;
  onSaved(answer: SaveAnswer): void;
  onState(state: SaveState): void;
}

export interface Saver {
  /** The document has changed: it is saved soon. */
  changed(): void;
  /** Saves at once what is not saved yet; rejects with a StetError where that failed. */
  flush(): Promise<void>;
  /** The editor goes away: takes a last copy of its document and goes on saving that, silently. */
  close(): void;
}

interface Unsettled {
  saver: Saver;
  unsaved(): Document;
  /** Stops saving: somebody else has taken the document over. */
  abandon(): void;
}

/** Savers whose document is not in the library yet. */
const unsettled = new Map<string, Unsettled>();

/** The last documents that this window sent for an article, whether an answer came or not. */
const sent = new Map<string, Document[]>();
const SENT_KEPT = 4;

function rememberSent(articleId: string, document: Document) {
  sent.set(articleId, [document, ...(sent.get(articleId) ?? [])].slice(0, SENT_KEPT));
}

/** Saves everything that is not saved yet, of any article; rejects where one of them failed. */
export async function flushAll(): Promise<void> {
  await Promise.all([...unsettled.values()].map(({ saver }) => saver.flush()));
}

/**
 * Hands over the words of an article that the library has not taken yet, or null: an article that is
 * opened again goes on with them, and its new saver saves them.
 */
export function takeUnsaved(articleId: string): Document | null {
  const left = unsettled.get(articleId);
  if (!left) return null;
  const document = left.unsaved();
  left.abandon();
  unsettled.delete(articleId);
  return document;
}

/** Starts watching over one opened article. */
export function createSaver(options: SaverOptions): Saver {
  const { articleId } = options;
  let { version, read, saved } = options;
  let savedAt: string | null = null;
  let closed = false;
  let abandoned = false;
  let dirty = false;
  let running: Promise<void> | null = null;
  let failures = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const tell = (state: SaveState) => {
    if (!closed) options.onState(state);
  };

  function clearTimers() {
    clearTimeout(pause);
    clearTimeout(limit);
    clearTimeout(retry);
    pause = limit = retry = undefined;
  }

  function inBackground(settled: boolean) {
    // A failure is told by `onState`, and tried again.
    void run(settled).catch(() => undefined);
  }

  function run(settled: boolean): Promise<void> {
    running ??= saveOnce(settled).finally(() => {
      running = null;
      if (dirty && retry === undefined && limit === undefined) schedule();
      if (!dirty && unsettled.get(articleId)?.saver === saver) unsettled.delete(articleId);
    });
    return running;
  }

  async function saveOnce(settled: boolean): Promise<void> {
    clearTimers();
    if (settled && !closed) await options.settle().catch(() => undefined);
    if (abandoned) return;
    // What came in the meantime, marks among it, is in this document.
    clearTimers();
    const document = read();
    dirty = false;
    if (sameJson(document, saved) && failures === 0) {
      if (savedAt !== null) tell({ kind: 'saved', at: savedAt });
      return;
    }
    tell({ kind: 'saving' });
    rememberSent(articleId, document);
    try {
      const answer = await saveOver(document);
      version = answer.version;
      saved = document;
      savedAt = answer.savedAt;
      failures = 0;
      if (!abandoned) options.onSaved(answer);
      tell({ kind: 'saved', at: answer.savedAt });
    } catch (thrown) {
      const error = asStetError(thrown);
      if (abandoned) throw error;
      dirty = true;
      failures += 1;
      clearTimers();
      const wait = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
      retry = setTimeout(() => inBackground(true), wait);
      tell({ kind: 'failed', error });
      throw error;
    }
  }

  /**
   * Saves, and where the library's counter has moved on looks why: an answer may have been lost on the
   * way (then these very words are there), or something beside the words was changed. Only words that
   * somebody else wrote are a conflict.
   */
  async function saveOver(document: Document): Promise<SaveAnswer> {
    try {
      return await options.save({ articleId, version, document });
    } catch (thrown) {
      const error: StetError = asStetError(thrown);
      if (error.code !== 'article-changed') throw error;
      const current = await options.open({ articleId });
      if (sameJson(current.document, document)) {
        const { version: now, updatedAt, quotations } = current;
        return { version: now, savedAt: updatedAt, quotations };
      }
      const ours = [options.opened, saved, ...(sent.get(articleId) ?? [])];
      if (!ours.some((known) => sameJson(current.document, known))) throw error;
      return options.save({ articleId, version: current.version, document });
    }
  }

  function schedule() {
    clearTimeout(pause);
    pause = setTimeout(() => inBackground(true), PAUSE_MS);
    // While typing goes on, the words are saved as they are; quotations follow with the next pause.
    limit ??= setTimeout(
      () =>
        options.behindKey(() => {
          if (dirty && !running && retry === undefined) inBackground(false);
        }),
      LONGEST_WAIT_MS,
    );
  }

  function abandon() {
    clearTimers();
    dirty = false;
    closed = true;
    abandoned = true;
  }

  function setDirty() {
    dirty = true;
    unsettled.set(articleId, { saver, unsaved: () => read(), abandon });
  }

  const saver: Saver = {
    changed() {
      setDirty();
      // After a failure the next try has its time; more typing does not hurry it.
      if (!running && retry === undefined) schedule();
    },
    async flush() {
      if (running) await running.catch(() => undefined);
      // A save in mid-typing leaves the quotations for later; what asks for this wants them now.
      if (!closed) await options.settle().catch(() => undefined);
      while (dirty || running) await run(true);
    },
    close() {
      const last = read();
      read = () => last;
      closed = true;
      clearTimers();
      if (dirty || !sameJson(last, saved)) setDirty();
      if (dirty && !running) inBackground(true);
    },
  };
  return saver;
}

/** Equal as JSON, whatever the order of the keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const present = (value: object) =>
    Object.entries(value).filter(([, one]) => one !== undefined).length;
  if (present(a) !== present(b)) return false;
  return Object.entries(a).every(
    ([key, value]) => value === undefined || sameJson(value, (b as Record<string, unknown>)[key]),
  );
}
