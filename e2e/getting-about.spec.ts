import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { manuscriptOf, startArticle } from './text';

async function command(stet: Stet, name: string) {
  await stet.window.keyboard.press('Control+k');
  await stet.window.keyboard.type(name);
  await stet.window.keyboard.press('Enter');
}

test('the outline lists the headings and goes to them', async () => {
  const stet = await launchStet({ empty: true });
  await startArticle(stet, 'A headline');
  const { keyboard } = stet.window;
  await stet.window.getByRole('tab', { name: 'Article' }).click();
  const outline = stet.window.getByRole('region', { name: 'Outline' });
  await expect(outline).toContainText('No headings yet');
  await manuscriptOf(stet).locator('p').first().click();
  await keyboard.press('Control+Alt+2');
  await keyboard.type('The vote');
  for (let line = 0; line < 40; line++) {
    await keyboard.press('Enter');
    await keyboard.insertText(`Line ${line}.`);
  }
  await keyboard.press('Enter');
  await keyboard.press('Control+Alt+3');
  await keyboard.type('The aftermath');
  await expect(outline.getByRole('listitem')).toHaveText(['The vote', 'The aftermath']);
  const heading = manuscriptOf(stet).getByRole('heading', { name: 'The vote' });
  await expect(heading).not.toBeInViewport();
  await outline.getByRole('button', { name: 'The vote' }).click();
  await expect(heading).toBeInViewport();
  await keyboard.type('Before ');
  await expect(outline.getByRole('listitem').first()).toHaveText('Before The vote');
  await stet.close();
});

test('in focus nothing but the text is shown, and everything comes back', async () => {
  const stet = await launchStet({ empty: true });
  await startArticle(stet, 'A headline');
  await stet.window.keyboard.press('Control+Shift+f');
  await expect(stet.window.getByRole('navigation')).toBeHidden();
  await expect(stet.window.getByRole('banner')).toBeHidden();
  await expect(stet.window.getByRole('tab', { name: 'Quotes' })).toBeHidden();
  await expect(manuscriptOf(stet)).toBeFocused();
  await stet.window.keyboard.type('Undisturbed.');
  await expect(manuscriptOf(stet)).toContainText('Undisturbed.');
  await stet.window.getByRole('button', { name: 'Show everything' }).click();
  await expect(stet.window.getByRole('banner')).toBeVisible();
  await expect(stet.window.getByRole('tab', { name: 'Quotes' })).toBeVisible();
  await stet.close();
});

test('text size and page width are kept for the next start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-view-'));
  const places = { library: join(folder, 'library'), userData: join(folder, 'settings') };
  let stet = await launchStet({ ...places, empty: true });
  await startArticle(stet, 'A headline');
  const size = () =>
    manuscriptOf(stet)
      .locator('p')
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const usual = await size();
  await stet.window.keyboard.press('Control+Alt+=');
  await stet.window.keyboard.press('Control+Alt+=');
  await expect.poll(size).toBeCloseTo(usual * 1.2, 1);
  await command(stet, 'Page width: narrow');
  await expect(stet.window.locator('.app.page-narrow')).toBeVisible();
  await stet.close();
  stet = await launchStet({ ...places, empty: true });
  await expect(stet.window.locator('.app.page-narrow')).toBeVisible();
  await expect.poll(size).toBeCloseTo(usual * 1.2, 1);
  await command(stet, 'Usual text size');
  await expect.poll(size).toBeCloseTo(usual, 1);
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the line that is typed in stays at the same height', async () => {
  const stet = await launchStet({ empty: true });
  await startArticle(stet, 'A headline');
  await command(stet, 'Keep the line at the same height');
  await manuscriptOf(stet).locator('p').first().click();
  const { keyboard } = stet.window;
  for (let line = 0; line < 30; line++) {
    await keyboard.type(`Line ${line}.`);
    await keyboard.press('Enter');
  }
  const height = async (text: string) => {
    await keyboard.type(text);
    const box = await manuscriptOf(stet).getByText(text).boundingBox();
    return Math.round(box?.y ?? 0);
  };
  const first = await height('The first of two.');
  await keyboard.press('Enter');
  await expect.poll(() => height('The second.')).toBeLessThan(first + 8);
  expect(await height(' And on.')).toBeGreaterThan(first - 8);
  await stet.close();
});
