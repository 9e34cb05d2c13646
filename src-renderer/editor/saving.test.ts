import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Document } from '../../src-shared/document/schema';
import { StetError } from '../../src-shared/errors';
import type { Article } from '../../src-shared/model/article';
import type { SaveState } from './handle';
import {
  createSaver,
  flushAll,
  LONGEST_WAIT_MS,
  PAUSE_MS,
  type Saver,
  sameJson,
  takeUnsaved,
} from './saving';
import { articleOf } from './testing';

/** A library of one article that counts versions as the real one does. */
class Library {
  version = 1;
  document: Document;
  /** How long a save takes, in milliseconds. */
  delay = 5;
  failure: StetError | null = null;
  /** The next answers that get lost on the way back. */
  lostAnswers = 0;
  overlapping = 0;
  saves = 0;
  private running = 0;

  constructor(readonly articleId: string) {
    this.document = articleOf(articleId, '');
  }

  save = async (input: { version: number; document: Document }) => {
    this.running += 1;
    this.overlapping = Math.max(this.overlapping, this.running);
    await new Promise((resolve) => setTimeout(resolve, this.delay));
    this.running -= 1;
    if (this.failure) throw this.failure;
    if (input.version !== this.version) throw new StetError('article-changed');
    this.saves += 1;
    this.version += 1;
    this.document = input.document;
    if (this.lostAnswers > 0) {
      this.lostAnswers -= 1;
      throw new StetError('process-gone');
    }
    return { version: this.version, savedAt: new Date().toISOString(), quotations: [] };
  };

  open = async () =>
    ({
      version: this.version,
      document: this.document,
      updatedAt: new Date().toISOString(),
      quotations: [],
    }) as unknown as Article;

  text(): string {
    return JSON.stringify(this.document);
  }
}

interface Desk {
  library: Library;
  saver: Saver;
  states: SaveState['kind'][];
  write(words: string): void;
}

let count = 0;

function desk(
  library = new Library(`article-${count++}`),
  settle: (document: Document) => Document = (document) => document,
): Desk {
  let document = takeUnsaved(library.articleId) ?? library.document;
  const states: SaveState['kind'][] = [];
  const saver = createSaver({
    articleId: library.articleId,
    version: library.version,
    opened: library.document,
    saved: library.document,
    read: () => document,
    settle: async () => {
      document = settle(document);
      saver.changed();
    },
    save: library.save,
    open: library.open,
    behindKey: (work) => work(),
    onSaved: () => {},
    onState: ({ kind }) => states.push(kind),
  });
  return {
    library,
    saver,
    states,
    write(words) {
      document = articleOf('H', words);
      saver.changed();
    },
  };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving while writing', () => {
  it('saves when typing pauses', async () => {
    const { library, states, write } = desk();
    write('Words.');
    await pass(PAUSE_MS - 1);
    expect(library.saves).toBe(0);
    await pass(10);
    expect(library.text()).toContain('Words.');
    expect(states).toEqual(['saving', 'saved']);
  });

  it('saves within a second of typing that never pauses', async () => {
    const { library, write } = desk();
    for (let typed = 0; typed <= LONGEST_WAIT_MS; typed += 100) {
      write(`Words ${typed}.`);
      await pass(100);
    }
    expect(library.saves).toBe(1);
  });

  it('brings the quotations up to date before, and once', async () => {
    const library = new Library('settled');
    let settled = 0;
    const { write } = desk(library, (document) => {
      settled += 1;
      return JSON.parse(JSON.stringify(document).replace('Words', 'Marked words'));
    });
    write('Words.');
    await pass(5000);
    expect([settled, library.saves]).toEqual([1, 1]);
    expect(library.text()).toContain('Marked words.');
  });

  it('never lets two saves overlap, and saves what was typed in the meantime', async () => {
    const { library, write } = desk();
    library.delay = 3000;
    write('One.');
    await pass(PAUSE_MS + 100);
    write('Two.');
    await pass(2000);
    write('Three.');
    await pass(10_000);
    expect(library.overlapping).toBe(1);
    expect(library.text()).toContain('Three.');
  });

  it('does not save a document that is as it was opened', async () => {
    const { library, saver, states } = desk();
    saver.changed();
    await pass(5000);
    await saver.flush();
    expect([library.saves, states]).toEqual([0, []]);
  });

  it('saves at once when asked to, and again what came while it saved', async () => {
    const { library, saver, write } = desk();
    write('One.');
    const flushed = saver.flush();
    await pass(1);
    write('Two.');
    await pass(100);
    await flushed;
    expect(library.text()).toContain('Two.');
  });
});

describe('words that could not be saved', () => {
  it('are tried again until they are saved', async () => {
    const { library, states, write } = desk();
    library.failure = new StetError('disk-full');
    write('Kept.');
    await pass(20_000);
    expect(new Set(states)).toEqual(new Set(['saving', 'failed']));
    library.failure = null;
    await pass(30_000);
    expect(library.text()).toContain('Kept.');
    expect(states.at(-1)).toBe('saved');
  });

  it('make flush say so', async () => {
    const { library, saver, write } = desk();
    library.failure = new StetError('disk-full');
    write('Kept.');
    const flushed = expect(saver.flush()).rejects.toMatchObject({ code: 'disk-full' });
    await pass(10);
    await flushed;
    saver.close();
    library.failure = null;
    await pass(60_000);
  });

  it('are saved after the article was closed', async () => {
    const { library, saver, write } = desk();
    library.failure = new StetError('storage-failed');
    write('Kept.');
    await pass(PAUSE_MS + 10);
    saver.close();
    await pass(1000);
    library.failure = null;
    await pass(60_000);
    expect(library.text()).toContain('Kept.');
  });

  it('are there again when the article is opened again, and are saved over nothing else', async () => {
    const first = desk();
    const { library } = first;
    library.failure = new StetError('storage-failed');
    first.write('Kept.');
    await pass(PAUSE_MS + 10);
    first.saver.close();
    await pass(100);

    const second = desk(library);
    second.write('Kept and more.');
    library.failure = null;
    await pass(60_000);
    expect(library.text()).toContain('Kept and more.');
    await pass(60_000);
    expect(library.text()).toContain('Kept and more.');
  });

  it('are saved with all others before the window closes', async () => {
    const one = desk();
    const two = desk();
    one.write('One.');
    two.write('Two.');
    const flushed = flushAll();
    await pass(50);
    await flushed;
    expect(one.library.text()).toContain('One.');
    expect(two.library.text()).toContain('Two.');
  });
});

describe('a library that has moved on', () => {
  it('is not written again where only the answer was lost', async () => {
    const { library, saver, write } = desk();
    library.lostAnswers = 1;
    write('One.');
    await pass(PAUSE_MS + 10);
    await pass(5000);
    expect([library.saves, library.version]).toEqual([1, 2]);
    write('Two.');
    const flushed = saver.flush();
    await pass(50);
    await flushed;
    expect(library.text()).toContain('Two.');
  });

  it('is written where nothing but its counter changed', async () => {
    const { library, write } = desk();
    library.version = 7;
    write('One.');
    await pass(PAUSE_MS + 100);
    expect(library.text()).toContain('One.');
  });

  it("is never overwritten where somebody else's words are in it", async () => {
    const { library, states, write } = desk();
    library.version = 7;
    library.document = articleOf('H', 'Of somebody else.');
    write('Mine.');
    await pass(20_000);
    expect(library.text()).toContain('Of somebody else.');
    expect(states.at(-1)).toBe('failed');
  });
});

describe('sameJson', () => {
  it.each([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [[1, 2], [2, 1], false],
    [{ a: null }, { a: 0 }, false],
    [[], {}, false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(sameJson(a, b)).toBe(expected);
  });
});
