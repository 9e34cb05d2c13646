import { expect, type Page, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { takePicture } from './screenshots';
import { manuscriptOf, startAnother } from './text';

/* Two windows of one library. */

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet({ empty: true });
});
test.afterEach(() => stet.close());

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Manuscript' });
const listed = (page: Page, title: string) =>
  page.getByRole('region', { name: 'Articles' }).getByRole('option').filter({ hasText: title });

const isStet = (page: Page) => !page.url().endsWith('/extractor.html');

/** The window whose manuscript has these words; null while there is none. */
async function showing({ app }: Stet, words: string): Promise<Page | null> {
  for (const page of app.windows().filter(isStet)) {
    if ((await textOf(page).filter({ hasText: words }).count()) > 0) return page;
  }
  return null;
}

/** The window that opens by this. */
async function opened(how: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([
    stet.app.waitForEvent('window', {
      predicate: isStet,
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
  await takePicture(second, 'second-window');

  // Both end, and nothing is lost. The browser frees what a window held a moment after it is gone.
  await second.close();
  await expect(async () => {
    await listed(stet.window, 'Number One').click();
    await expect(textOf(stet.window)).toContainText('Written in the second.', { timeout: 2_000 });
  }).toPass();
});

test('an article that is open in another window is not opened twice', async () => {
  await startAnother(stet, 'One');
  await startAnother(stet, 'Two');
  const second = await opened(() => stet.window.keyboard.press('Control+Shift+n'));
  await expect(second.getByRole('heading', { name: 'No article is open' }).first()).toBeVisible();
  await listed(second, 'Two').click();
  await expect(second.locator('.toast')).toContainText('“Two” is open in another window');
  await takePicture(second, 'open-elsewhere');
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

test('an article opens, late, where the system takes its time to say that it is free', async () => {
  await stet.window.evaluate(() => {
    const { locks } = navigator;
    const request = locks.request.bind(locks) as (...asked: unknown[]) => Promise<unknown>;
    locks.request = (async (...asked: unknown[]) => {
      await new Promise((done) => setTimeout(done, 1_500));
      return request(...asked);
    }) as typeof locks.request;
  });
  await startAnother(stet, 'Late');
  await expect(manuscriptOf(stet)).toContainText('Late');
  await expect(stet.window.locator('.toast')).toHaveCount(0);
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

test('quitting saves what is typed in every window, and both come back where they were', async () => {
  await startAnother(stet, 'One');
  await startAnother(stet, 'Two');
  const second = await openInWindow('One');
  await textOf(second).locator('p').click();
  await second.keyboard.type('The very last words.');
  await textOf(stet.window).locator('p').click();
  await stet.window.keyboard.type('And these.');
  const { library, userData } = stet;
  const handle = await stet.app.browserWindow(second);
  const place = { x: 60, y: 40, width: 1000, height: 700 };
  await handle.evaluate((window, bounds) => window.setBounds(bounds), place);
  await expect.poll(() => second.evaluate(() => window.outerWidth)).toBe(place.width);
  await stet.app.close();

  stet = await launchStet({ library, userData });
  const pageWith = (words: string) => showing(stet, words);
  await expect.poll(() => pageWith('And these.')).not.toBeNull();
  await expect.poll(() => pageWith('The very last words.')).not.toBeNull();
  const again = await pageWith('The very last words.');
  await expect
    .poll(() => again?.evaluate(() => [window.outerWidth, window.outerHeight]))
    .toEqual([place.width, place.height]);

  // One that is closed by hand does not come back.
  await again?.close();
  await expect.poll(() => stet.app.windows().filter(isStet).length).toBe(1);
  await stet.app.close();
  stet = await launchStet({ library, userData });
  await expect(manuscriptOf(stet)).toBeVisible();
  expect(stet.app.windows().filter(isStet)).toHaveLength(1);
});
