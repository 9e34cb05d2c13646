import { expect, vi } from 'vitest';
import { plainText } from '../../../src-shared/document/plain-text';
import { hasSuggestions } from '../../../src-shared/document/suggestions';
import { savedDocument } from '../testing';
import { ARTICLE } from './article';
import { openDesk } from './desk';
import { expectMarks, expectSame, expectValid } from './invariants';
import { foretold, linesOf } from './model';
import type { Step } from './steps';

/** The whole document is looked at after so many steps; its text, where it is foretold, after each. */
const LOOKS_EVERY = 4;

/**
 * Does all the steps, looking at the text; then undoes everything, and does it again. Needs
 * vitest's fake clock.
 */
export async function edit(steps: readonly Step[]): Promise<void> {
  const desk = openDesk(ARTICLE);
  try {
    await expectMarks(desk);
    const start = expectValid(desk);
    for (const [index, one] of steps.entries()) {
      const before = desk.live.read();
      const isSimple = !hasSuggestions(before) && !(desk.isSuggesting() && one.kind !== 'suggest');
      const found = await desk.perform(one);
      const lines = isSimple ? foretold(plainText(before), one, found) : null;
      if (lines) expect(linesOf(plainText(desk.live.read()))).toEqual(lines);
      if (index % LOOKS_EVERY === 0 || index === steps.length - 1) expectValid(desk);
      if (one.kind === 'pause') await expectMarks(desk);
      vi.advanceTimersByTime(one.kind === 'type' ? 100 : 700);
    }
    await expectMarks(desk);
    const end = expectValid(desk);
    const library = [...desk.library];
    let undone = 0;
    for (; desk.canUndo(); undone++) await desk.undo();
    expectSame(savedDocument(desk.editor), start);
    expect(desk.library).toEqual([]);
    for (; undone > 0; undone--) await desk.redo();
    expectSame(savedDocument(desk.editor), end);
    expect([...desk.library].sort()).toEqual(library.sort());
  } finally {
    desk.dispose();
  }
}
