import { expect, test } from '@playwright/test';
import { launchStet, resizeTo, type Stet } from './app';
import { takePicture } from './screenshots';
import { clickBehind, manuscriptOf, startArticle } from './text';

/* What is said aloud, less motion, twice the size, and text from right to left. */

let stet: Stet;
test.afterEach(() => stet.close());

const panel = () => stet.window.getByRole('tabpanel');
const card = (words: string) =>
  panel()
    .getByRole('list', { name: 'Quotations' })
    .getByRole('listitem')
    .filter({ hasText: words });

const picture = (name: string) => takePicture(stet.window, name);

test('a verdict that changes is said once, in words, when typing rests', async () => {
  stet = await launchStet();
  const { window } = stet;
  await expect(manuscriptOf(stet)).toContainText('The tap');
  // All that is said from now on.
  await window.evaluate(() => {
    const said: string[] = [];
    (globalThis as unknown as { stetSaid: string[] }).stetSaid = said;
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('[role="status"]')) {
        const text = region.textContent ?? '';
        if (/ is now: |verdicts have changed/.test(text) && said.at(-1) !== text) said.push(text);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  const said = () =>
    window.evaluate(() => (globalThis as unknown as { stetSaid: string[] }).stetSaid);

  await clickBehind(manuscriptOf(stet), 'before the holidays');
  await window.keyboard.type(' tomorrow', { delay: 30 });
  await expect(card('Nothing should go')).toContainText('Altered');
  await expect.poll(async () => (await said()).length).toBe(1);
  expect((await said())[0]).toMatch(/^“Nothing should go to the schools.* is now: Altered\.$/);

  // By linking, too; nothing was said of the letters in between.
  await card('The bonus was paid').getByRole('button').first().press('Space');
  await window.keyboard.press('Control+l');
  await panel().getByRole('button', { name: 'Link the first' }).click();
  await expect.poll(async () => (await said()).length).toBe(2);
  expect((await said())[1]).toMatch(/^“The bonus was paid.* is now: Verbatim\.$/);
});

test('with less motion nothing moves', async () => {
  stet = await launchStet();
  const { window } = stet;
  await expect(manuscriptOf(stet)).toContainText('The tap');
  const moving = () =>
    window.evaluate(() => {
      const longest = (list: string) =>
        Math.max(
          ...list.split(',').map((one) => Number.parseFloat(one) * (/ms/.test(one) ? 1 : 1000)),
        );
      return [...document.querySelectorAll('body *')].flatMap((element) =>
        [null, '::before', '::after'].flatMap((pseudo) => {
          const style = getComputedStyle(element, pseudo);
          const animation = style.animationName === 'none' ? 0 : longest(style.animationDuration);
          const time = Math.max(longest(style.transitionDuration), animation);
          return time > 1
            ? [`${element.tagName}.${element.getAttribute('class')}: ${time} ms`]
            : [];
        }),
      );
    });
  expect((await moving()).length).toBeGreaterThan(0);
  await window.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toEqual([]);
  await window.keyboard.press('Control+Shift+E');
  await expect(window.getByRole('dialog')).toBeVisible();
  expect(await moving()).toEqual([]);
});

test('at twice the size, and in a small window, everything is to be reached', async () => {
  stet = await launchStet();
  const { window } = stet;
  await expect(manuscriptOf(stet)).toContainText('The tap');
  /** What reaches over the window's edge and cannot be scrolled to. */
  const outside = () =>
    window.evaluate(() => {
      const root = document.documentElement;
      const faults: string[] = [];
      if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) {
        faults.push(`the window scrolls: ${root.scrollWidth} × ${root.scrollHeight}`);
      }
      const modal = document.querySelector('.modal');
      for (const element of (modal ?? document).querySelectorAll<HTMLElement>(
        'button, input, [role="tab"], [role="radio"]',
      )) {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || !element.checkVisibility() || element.closest('.visually-hidden')) {
          continue;
        }
        const name = element.getAttribute('aria-label') ?? element.textContent;
        if (box.left < -1 || box.right > innerWidth + 1) faults.push(`to the side: ${name}`);
        let around = element.parentElement;
        while (around && !/auto|scroll/.test(getComputedStyle(around).overflowY)) {
          around = around.parentElement;
        }
        const isOut = box.top < -1 || box.bottom > innerHeight + 1;
        if (isOut && !around) faults.push(`above or below: ${name}`);
      }
      return faults;
    });
  for (const [size, zoom] of [
    [[1024, 700], 1],
    [[1440, 900], 2],
  ] as const) {
    await stet.app.evaluate(({ BrowserWindow }, factor) => {
      for (const one of BrowserWindow.getAllWindows()) one.webContents.setZoomFactor(factor);
    }, 1);
    await resizeTo(stet, size[0], size[1]);
    await stet.app.evaluate(({ BrowserWindow }, factor) => {
      for (const one of BrowserWindow.getAllWindows()) one.webContents.setZoomFactor(factor);
    }, zoom);
    await window.waitForFunction((width) => innerWidth === width, size[0] / zoom);
    for (const keys of ['Control+1', 'Control+2', 'Control+3', 'Control+4']) {
      await window.keyboard.press(keys);
      await picture(`zoom-${zoom}-${keys.slice(-1)}`);
      expect.soft(await outside(), `${keys} at ${zoom}`).toEqual([]);
    }
    for (const keys of ['Control+k', 'Control+Shift+E', 'Control+Alt+r', 'F1']) {
      await window.keyboard.press(keys);
      await expect(window.locator('.modal')).toBeVisible();
      await picture(`zoom-${zoom}-${keys.replaceAll('+', '-')}`);
      expect.soft(await outside(), `${keys} at ${zoom}`).toEqual([]);
      await window.keyboard.press('Escape');
      await expect(window.locator('.modal')).toHaveCount(0);
    }
  }
});

test('an article from right to left has its lines, lists, notes and cards that way round', async () => {
  stet = await launchStet({ empty: true });
  const { keyboard } = stet.window;
  await startArticle(stet, 'قطع جدول العبّارة إلى النصف');
  await keyboard.insertText('قالت أوليف مارش: “لم يسألنا أحد عن ذلك”، ثم عادت إلى المتجر.');
  await keyboard.press('Enter');
  await keyboard.insertText('המעבורת יוצאת פעמיים ביום');
  const text = manuscriptOf(stet);
  await keyboard.press('Control+Alt+n');
  await expect(text.locator('.footnote')).toHaveCount(1);
  await keyboard.insertText('מאז חודש מאי.');
  await expect(text.locator('.footnote')).toHaveText('מאז חודש מאי.');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.insertText('The council said “nothing was decided” on Monday.');
  await expect(text.locator('p').filter({ hasText: /^The council/ })).toHaveCount(1);
  await keyboard.press('Enter');
  await keyboard.press('Control+Shift+8');
  await keyboard.insertText('أولا');
  await expect(card('لم يسألنا أحد')).toBeVisible();
  const directionOf = (words: string) =>
    text
      .locator('h1, p, li, .footnote')
      .filter({ hasText: words })
      .last()
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await directionOf('قطع جدول')).toBe('rtl');
  expect(await directionOf('قالت أوليف')).toBe('rtl');
  expect(await directionOf('המעבורת')).toBe('rtl');
  expect(await directionOf('מאז חודש')).toBe('rtl');
  expect(await directionOf('The council')).toBe('ltr');
  expect(await directionOf('أولا')).toBe('rtl');
  await expect(stet.window.locator('.margin-number')).toHaveCount(2);
  // An English sentence quoted in an Arabic one ends behind its last word, at its right.
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.insertText('قالت أوليف مارش: “Nobody asked us.”، ثم عادت.');
  await expect(card('Nobody asked us')).toBeVisible();
  const leftOf = (mark: string) =>
    text.locator('p', { hasText: 'Nobody asked us' }).evaluate((block, words) => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(words) ?? -1;
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at + words.length - 1);
        range.setEnd(node, at + words.length);
        return range.getBoundingClientRect().left;
      }
      return Number.NaN;
    }, mark);
  await expect.poll(async () => (await leftOf('us.')) - (await leftOf('us'))).toBeGreaterThan(0);
  // The card's words are set from right to left, in a panel that is not.
  const words = card('لم يسألنا أحد').getByText('لم يسألنا أحد').first();
  expect(await words.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await picture('right-to-left');
});
