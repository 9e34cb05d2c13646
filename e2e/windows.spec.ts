import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { manuscriptOf, startAnother } from './text';

/* Two windows of one library. */

const SHOTS = process.env.STET_SHOTS;

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet({ empty: true });
});
test.afterEach(() => stet.close());

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Manuscript' });
const listed = (page: Page, title: string) =>
  page.getByRole('region', { name: 'Articles' }).getByRole('option').filter({ hasText: title });

/** The window that opens by this. */
async function opened(how: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([
    stet.app.waitForEvent('window', {
      predicate: (one) => !one.url().endsWith('/extractor.html'),
    }),
    how(),
  ]);
  await page.waitForLoadState('domcontentloaded');
  return page;
}

async function openInWindow(title: string): Promise<Page> {
  return opened(async () => {
    await listed(stet.window, title).click({ button: 'right' });
    await stet.window.getByRole('menuitem', { name: 'Open in a new window' }).click();
  });
}

test('two articles are written side by side, each with its own undo, and the lists follow', async () => {
  await startAnother(stet, 'One');
  await startAnother(stet, 'Two');
  const second = await openInWindow('One');
  await expect(textOf(second)).toContainText('One');
  await textOf(second).locator('p').click();
  await second.keyboard.type('Written in the second.');
  await textOf(stet.window).locator('p').click();
  await stet.window.keyboard.type('Written in the first.');
  await second.keyboard.press('Control+z');
  await expect(textOf(second)).not.toContainText('Written in the second.');
  await expect(textOf(stet.window)).toContainText('Written in the first.');
  await second.keyboard.press('Control+Shift+z');
  await expect(textOf(second)).toContainText('Written in the second.');

  // What one window does to its article is seen in the list of the other.
  await second.keyboard.press('Control+Home');
  await second.keyboard.type('Number ');
  await expect(listed(stet.window, 'Number One')).toBeVisible();
  // What one does to the article of the other is seen in that.
  await listed(stet.window, 'Number One').click({ button: 'right' });
  await stet.window.getByRole('menuitem', { name: 'Status: in check' }).click();
  await second.getByRole('tab', { name: 'Article' }).click();
  await expect(second.getByRole('tabpanel')).toContainText('In check');
  if (SHOTS) await second.screenshot({ path: join(SHOTS, 'second-window.png') });

  // Both end, and nothing is lost.
  await second.close();
  await listed(stet.window, 'Number One').click();
  await expect(textOf(stet.window)).toContainText('Written in the second.');
});

test('an article that is open in another window is not opened twice', async () => {
  await startAnother(stet, 'One');
  await startAnother(stet, 'Two');
  const second = await opened(() => stet.window.keyboard.press('Control+Shift+n'));
  await expect(second.getByRole('heading', { name: 'No article is open' }).first()).toBeVisible();
  await listed(second, 'Two').click();
  await expect(second.locator('.toast')).toContainText('“Two” is open in another window');
  if (SHOTS) await second.screenshot({ path: join(SHOTS, 'open-elsewhere.png') });
  await expect(textOf(second)).toHaveCount(0);
  // The other window comes to the front.
  const first = await stet.app.browserWindow(stet.window);
  await second.getByRole('button', { name: 'Show that window' }).click();
  await expect.poll(() => first.evaluate((window) => window.isFocused())).toBe(true);

  // Once the other has left it, it is free.
  await listed(stet.window, 'One').click();
  await expect(textOf(stet.window)).toContainText('One');
  await listed(second, 'Two').click();
  await expect(textOf(second)).toContainText('Two');
  await listed(stet.window, 'Two').click();
  await expect(stet.window.locator('.toast')).toContainText('is open in another window');
  await expect(textOf(stet.window)).toContainText('One');
  await second.close();
  // The browser frees what a window held a moment after it is gone.
  await expect(async () => {
    await listed(stet.window, 'Two').click();
    await expect(textOf(stet.window)).toContainText('Two', { timeout: 1_000 });
  }).toPass();
});

test('an article that is thrown away in one window is closed in the other', async () => {
  await startAnother(stet, 'One');
  await startAnother(stet, 'Two');
  const second = await openInWindow('One');
  await expect(textOf(second)).toContainText('One');
  await listed(stet.window, 'One').click({ button: 'right' });
  await stet.window.getByRole('menuitem', { name: 'Move to the bin' }).click();
  await expect(second.locator('.toast')).toContainText('“One” was moved to the bin');
  await expect(textOf(second)).toHaveCount(0);
  await expect(manuscriptOf(stet)).toContainText('Two');
});

test('quitting saves what is typed in every window', async () => {
  await startAnother(stet, 'One');
  await startAnother(stet, 'Two');
  const second = await openInWindow('One');
  await textOf(second).locator('p').click();
  await second.keyboard.type('The very last words.');
  await textOf(stet.window).locator('p').click();
  await stet.window.keyboard.type('And these.');
  const { library } = stet;
  await stet.app.close();
  stet = await launchStet({ library });
  for (const [title, text] of [
    ['One', 'The very last words.'],
    ['Two', 'And these.'],
  ] as const) {
    await listed(stet.window, title).click();
    await expect(textOf(stet.window)).toContainText(text);
  }
});
