import { describe, expect, it } from 'vitest';
import type { Locator } from '../../src-shared/model/source';
import { blockAt, keepsLines, readingBlocks } from './reading-blocks';

/** Locators by the words they cover. */
function locate(text: string, words: string, rest: Partial<Locator> = {}): Locator {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`“${words}” is not in the text.`);
  return { start, end: start + words.length, ...rest };
}

const shown = (text: string, locators: Locator[]) =>
  readingBlocks(text, locators).map((block) => ({
    text: text.slice(block.start, block.end),
    speaker: block.speaker,
    time: block.time,
    showsSpeaker: block.showsSpeaker,
  }));

describe('keepsLines', () => {
  it('tells lines that were meant from lines that were wrapped', () => {
    expect(keepsLines('Date: 2 May\nPlace: the harbour office')).toBe(true);
    expect(
      keepsLines('A paragraph that was wrapped by the program that wrote it goes on\nhere.'),
    ).toBe(false);
    expect(keepsLines('One line.')).toBe(false);
  });
});

describe('readingBlocks', () => {
  it('shows turns beside their times, without the labels in the text', () => {
    const text = 'Harbour inquiry\n\n[00:10] CLERK: Please sit.\n\n[00:14] MASTER: I was there.';
    const locators = [
      locate(text, 'Please sit.', { speaker: 'CLERK', time: 10 }),
      locate(text, 'I was there.', { speaker: 'MASTER', time: 14 }),
    ];
    expect(shown(text, locators)).toEqual([
      { text: 'Harbour inquiry', speaker: null, time: null, showsSpeaker: false },
      { text: 'Please sit.', speaker: 'CLERK', time: 10, showsSpeaker: true },
      { text: 'I was there.', speaker: 'MASTER', time: 14, showsSpeaker: true },
    ]);
  });

  it('says a speaker once for turns of several paragraphs', () => {
    const text = 'First.\n\nSecond.\n\nThird.';
    const turn = locate(text, 'First.\n\nSecond.', { speaker: 'Ann Dray', time: 3 });
    const paragraphs = ['First.', 'Second.', 'Third.'].map((words, index) =>
      locate(text, words, { paragraph: index + 1 }),
    );
    expect(shown(text, [turn, ...paragraphs])).toEqual([
      { text: 'First.', speaker: 'Ann Dray', time: 3, showsSpeaker: true },
      { text: 'Second.', speaker: 'Ann Dray', time: 3, showsSpeaker: false },
      { text: 'Third.', speaker: null, time: null, showsSpeaker: false },
    ]);
  });

  it('shows text that no locator covers', () => {
    expect(shown('One.\nTwo.', []).map(({ text }) => text)).toEqual(['One.', 'Two.']);
  });

  it('shows every word once, whatever the locators are', () => {
    const text = 'a b c d e f';
    const locators = [
      { start: 0, end: 7 },
      { start: 4, end: 11 },
      { start: 4, end: 7 },
      { start: 9, end: 9 },
    ];
    const blocks = readingBlocks(text, locators);
    for (const [index, block] of blocks.entries()) {
      expect(block.start).toBeGreaterThanOrEqual(blocks[index - 1]?.end ?? 0);
    }
    const words = blocks.map(({ start, end }) => text.slice(start, end)).join(' ');
    expect(words.split(/\s+/)).toEqual(text.split(' '));
  });

  it('says at its first block which page is read', () => {
    const text = 'One.\n\nTwo.\n\nThree.';
    const locators = [
      locate(text, 'One.', { page: 1 }),
      locate(text, 'Two.', { page: 2 }),
      locate(text, 'Three.', { page: 2 }),
    ];
    const blocks = readingBlocks(text, locators);
    expect(blocks.map(({ page, showsPage }) => [page, showsPage])).toEqual([
      [1, true],
      [2, true],
      [2, false],
    ]);
  });

  it('cuts what has no paragraphs at spaces, and loses nothing', () => {
    const text = 'many words '.repeat(5_000).trim();
    const blocks = readingBlocks(text, [{ start: 0, end: text.length, page: 3 }]);
    expect(blocks.length).toBeGreaterThan(5);
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    for (const { start, end, page } of blocks) {
      expect(end - start).toBeLessThanOrEqual(6_000);
      expect(text.slice(start, end)).not.toMatch(/^(?:any|ords|s)/);
      expect(page).toBe(3);
    }
  });

  it('lays out a long transcript at once', () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `Line ${index} of the hearing.`);
    const text = lines.join('\n\n');
    let at = 0;
    const locators = lines.map((line, index) => {
      const locator = { start: at, end: at + line.length, time: index, page: index >> 5 };
      at += line.length + 2;
      return locator;
    });
    const before = performance.now();
    expect(readingBlocks(text, locators)).toHaveLength(30_000);
    // Every block against every locator would take half a minute.
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe('blockAt', () => {
  it('finds the block of an offset', () => {
    const blocks = [
      { start: 2, end: 5 },
      { start: 7, end: 9 },
    ];
    expect([0, 2, 6, 7, 99].map((offset) => blockAt(blocks, offset))).toEqual([0, 0, 0, 1, 1]);
  });
});
