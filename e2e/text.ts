import { expect, type Locator } from '@playwright/test';
import type { Stet } from './app';

/** Where words stand on the screen: the middle of their first and of their last letter. */
export async function placeOfWords(
  within: Locator,
  words: string,
): Promise<{ from: { x: number; y: number }; to: { x: number; y: number } }> {
  return within.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      const boxOf = (index: number) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return range.getBoundingClientRect();
      };
      const first = boxOf(at);
      const last = boxOf(at + wanted.length - 1);
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    }
    throw new Error(`“${wanted}” is not there.`);
  }, words);
}

/** Puts the caret right behind these words, with the mouse. */
export async function clickBehind(within: Locator, words: string): Promise<void> {
  const { to } = await placeOfWords(within, words);
  await within.page().mouse.click(to.x, to.y);
}

/** Selects these words by drawing the mouse over them. */
export async function dragOver(within: Locator, words: string): Promise<void> {
  const { from, to } = await placeOfWords(within, words);
  const { mouse } = within.page();
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 8 });
  await mouse.up();
}

export const manuscriptOf = (stet: Stet): Locator =>
  stet.window.getByRole('textbox', { name: 'Manuscript' });

/** Begins an article by keyboard; the cursor is in its first paragraph then. */
export async function startArticle(stet: Stet, headline: string): Promise<void> {
  await stet.window.keyboard.press('Control+n');
  await expect(manuscriptOf(stet)).toBeFocused();
  await stet.window.keyboard.type(headline);
  await stet.window.keyboard.press('Enter');
}

/** The same while another article is open: nothing is typed before the new one is there. */
export async function startAnother(stet: Stet, headline: string): Promise<void> {
  await stet.window.keyboard.press('Control+n');
  await expect(manuscriptOf(stet)).toHaveText('');
  await expect(manuscriptOf(stet)).toBeFocused();
  await stet.window.keyboard.type(headline);
  await stet.window.keyboard.press('Enter');
}
