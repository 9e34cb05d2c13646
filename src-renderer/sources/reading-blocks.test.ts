import { describe, expect, it } from 'vitest';
import type { Locator } from '../../src-shared/model/source';
import { keepsLines, readingBlocks } from './reading-blocks';

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
});
