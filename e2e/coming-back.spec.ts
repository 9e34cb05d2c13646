import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { holdBack, letGo, letGoWithNext } from './hold-back';
import { clickBehind, manuscriptOf, startAnother } from './text';

/* An article is found as it was left: cursor, scrolling, panels, widths, the source beside it. */

let stet: Stet;
let folder: string;
const places = () => ({ library: join(folder, 'library'), userData: join(folder, 'settings') });
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-back-'));
  stet = await launchStet(places());
  await expect(manuscriptOf(stet)).toContainText('Town hall knew');
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

const rail = () => stet.window.getByRole('navigation', { name: 'Library' });
const selectedTab = () => stet.window.getByRole('tab', { selected: true });
const width = async (selector: string) =>
  Math.round((await stet.window.locator(selector).boundingBox())?.width ?? 0);
const article = (title: string) =>
  rail().getByRole('region', { name: 'Articles' }).getByRole('option').filter({ hasText: title });

test('panels, their widths and the source beside an article come back with it', async () => {
  await startAnother(stet, 'With a source');
  await stet.window.keyboard.type('Some words to stand in.');
  await rail().getByText('Scrutiny committee hearing').click();
  await expect(selectedTab()).toHaveText('Source');
  const reader = stet.window.locator('.reader');
  await reader.hover();
  await stet.window.mouse.wheel(0, 900);
  await expect.poll(() => reader.evaluate((element) => element.scrollTop)).toBeGreaterThan(300);
  const middle = () =>
    reader.evaluate((element) => {
      const { left, top, width: wide, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + wide / 2, top + height / 2)?.closest('p, .turn')
        ?.textContent;
    });
  const seen = await middle();

  // The edge of the panel is drawn with the mouse, that of the library moved by keyboard.
  const edge = stet.window.getByRole('separator', { name: 'Width of the panel' });
  const usual = await width('.panel');
  const box = (await edge.boundingBox())!;
  await stet.window.mouse.move(box.x + 3, box.y + 200);
  await stet.window.mouse.down();
  await stet.window.mouse.move(box.x - 57, box.y + 200, { steps: 4 });
  await stet.window.mouse.up();
  await expect.poll(() => width('.panel')).toBe(usual + 60);
  await stet.window.getByRole('separator', { name: 'Width of the library' }).focus();
  const railUsual = await width('.rail');
  await stet.window.keyboard.press('ArrowRight');
  await stet.window.keyboard.press('ArrowRight');
  await expect.poll(() => width('.rail')).toBe(railUsual + 32);

  await startAnother(stet, 'Without');
  await stet.window.keyboard.press('Control+1');
  await stet.window.keyboard.press('Control+\\');
  await expect(rail()).toBeHidden();
  await stet.window.keyboard.press('Control+Tab');
  await expect(manuscriptOf(stet)).toContainText('Some words to stand in.');
  await expect(rail()).toBeVisible();
  await expect(selectedTab()).toHaveText('Source');
  await expect(reader).toHaveAccessibleName(/Scrutiny committee hearing/);
  await expect.poll(() => width('.panel')).toBe(usual + 60);
  await expect.poll(() => width('.rail')).toBe(railUsual + 32);
  await expect.poll(() => reader.evaluate((element) => element.scrollTop)).toBeGreaterThan(300);
  if (seen) await expect(reader.getByText(seen.slice(0, 40)).first()).toBeInViewport();

  await stet.close();
  stet = await launchStet(places());
  await expect(selectedTab()).toHaveText('Source');
  await expect(stet.window.locator('.reader')).toHaveAccessibleName(/Scrutiny committee hearing/);
  await expect.poll(() => width('.panel')).toBe(usual + 60);
  await stet.window.keyboard.press('Control+Tab');
  await expect(rail()).toBeHidden();
  await expect(selectedTab()).toHaveText('Quotes');

  // Home gives an edge its usual place again.
  await stet.window.keyboard.press('Control+\\');
  await stet.window.getByRole('separator', { name: 'Width of the library' }).press('Home');
  await expect.poll(() => width('.rail')).toBe(railUsual);
});

test('a source that is chosen while an article is on its way stays', async () => {
  await startAnother(stet, 'Another');
  await expect(selectedTab()).toHaveText('Quotes');
  await holdBack(stet, 'articles.open');
  await article('Town hall knew').click();
  await expect(stet.window.getByText('Opening')).toBeVisible();
  await rail().getByText('Scrutiny committee hearing').click();
  await expect(selectedTab()).toHaveText('Source');
  expect(await letGo(stet)).toBeGreaterThan(0);
  await expect(manuscriptOf(stet)).toContainText('Town hall knew');
  await expect(selectedTab()).toHaveText('Source');
});

test('a new article is typed into, although one that was opened before comes while it is made', async () => {
  await startAnother(stet, 'Another');
  await holdBack(stet, 'articles.open');
  await article('Town hall knew').click();
  await expect(stet.window.getByText('Opening')).toBeVisible();
  await letGoWithNext(stet);
  await stet.window.keyboard.press('Control+n');
  await expect(article('Town hall knew')).not.toHaveAttribute('aria-selected', 'true');
  expect(await letGo(stet)).toBeGreaterThan(0);
  await expect(manuscriptOf(stet)).toHaveText('');
  await expect(manuscriptOf(stet)).toBeFocused();
});

test('the window opens with the panels of last time, and nothing else is seen before', async () => {
  await startAnother(stet, 'Plain');
  await stet.window.keyboard.press('Control+\\');
  await stet.window.keyboard.press('Control+Shift+\\');
  await expect(stet.window.locator('.panel')).toHaveCount(0);
  await stet.close();
  stet = await launchStet(places());
  // Whatever was on the page at any time since it began.
  await stet.window.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('.rail, .panel')) document.documentElement.dataset.flashed = 'yes';
    }).observe(document, { childList: true, subtree: true });
  });
  await stet.window.reload();
  await expect(manuscriptOf(stet)).toContainText('Plain');
  await expect(stet.window.locator('html')).not.toHaveAttribute('data-flashed');
});

test('cursor and scrolling come back with an article', async () => {
  await startAnother(stet, 'Long');
  const { keyboard } = stet.window;
  for (let line = 0; line < 40; line++) {
    await keyboard.insertText(`Line ${line} of forty.`);
    await keyboard.press('Enter');
  }
  await clickBehind(manuscriptOf(stet), 'Line 30');
  await startAnother(stet, 'Other');
  await article('Long').click();
  await expect(manuscriptOf(stet).getByText('Line 30 of forty.')).toBeInViewport();
  // Escape leads from the list into the text, to where the cursor was.
  await keyboard.press('Escape');
  await keyboard.type(' (here)');
  await expect(manuscriptOf(stet)).toContainText('Line 30 (here) of forty.');
});
