import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { takePicture } from './screenshots';
import { clickBehind, manuscriptOf, startAnother } from './text';

/* From one article to another: what was opened last, and the places that one came from. */

let stet: Stet;
test.afterEach(() => stet.close());

const recent = () => stet.window.getByRole('listbox', { name: 'Recent articles' });
const headline = () => manuscriptOf(stet).getByRole('heading', { level: 1 });

test('Ctrl+Tab goes through the articles that were opened last, also after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-recent-'));
  const places = { library: join(folder, 'library'), userData: join(folder, 'settings') };
  stet = await launchStet({ ...places, empty: true });
  for (const name of ['One', 'Two', 'Three']) await startAnother(stet, name);
  let { keyboard } = stet.window;
  await keyboard.down('Control');
  await keyboard.press('Tab');
  await expect(recent().getByRole('option')).toHaveText([/Three/, /Two/, /One/]);
  await expect(recent().getByRole('option', { selected: true })).toContainText('Two');
  await keyboard.press('Tab');
  await expect(recent().getByRole('option', { selected: true })).toContainText('One');
  await takePicture(stet.window, 'recent');
  await keyboard.up('Control');
  await expect(headline()).toHaveText('One');
  await expect(manuscriptOf(stet)).toBeFocused();

  // Once there and back again, without looking.
  await keyboard.press('Control+Tab');
  await expect(headline()).toHaveText('Three');
  await keyboard.press('Control+Tab');
  await expect(headline()).toHaveText('One');
  await keyboard.press('Control+Shift+Tab');
  await expect(headline()).toHaveText('Two');

  await stet.close();
  stet = await launchStet(places);
  ({ keyboard } = stet.window);
  await expect(headline()).toHaveText('Two');
  // From the palette it stays until one is chosen.
  await keyboard.press('Control+k');
  await keyboard.type('Recent articles');
  await keyboard.press('Enter');
  await expect(recent().getByRole('option')).toHaveText([/Two/, /One/, /Three/]);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(headline()).toHaveText('Three');
  await keyboard.press('Control+k');
  await keyboard.type('Recent articles');
  await keyboard.press('Enter');
  await recent().getByText('One').click();
  await expect(headline()).toHaveText('One');
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
  stet = await launchStet({ empty: true });
});

test('Back and Forward lead through the places that were left, in one article and in others', async () => {
  stet = await launchStet({ empty: true });
  const { keyboard } = stet.window;
  await startAnother(stet, 'One');
  await keyboard.type('The beginning of one.');
  for (let line = 0; line < 30; line++) {
    await keyboard.press('Enter');
    await keyboard.insertText(`Line ${line}.`);
  }
  await keyboard.press('Enter');
  await keyboard.press('Control+Alt+2');
  await keyboard.type('The end of it');
  const heading = manuscriptOf(stet).getByRole('heading', { name: 'The end of it' });
  const start = manuscriptOf(stet).getByText('The beginning of one.');
  await clickBehind(manuscriptOf(stet), 'The beginning');
  await stet.window.getByRole('tab', { name: 'Article' }).click();
  await stet.window
    .getByRole('region', { name: 'Outline' })
    .getByRole('button', { name: 'The end of it' })
    .click();
  await expect(heading).toBeInViewport();
  await expect(start).not.toBeInViewport();
  await keyboard.press('Control+[');
  await expect(start).toBeInViewport();
  await keyboard.type(' and more');
  await expect(manuscriptOf(stet)).toContainText('The beginning and more of one.');
  await keyboard.press('Control+]');
  await expect(heading).toBeInViewport();

  await startAnother(stet, 'Two');
  await stet.window.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(headline()).toHaveText('One');
  await expect(heading).toBeInViewport();
  await stet.window.getByRole('button', { name: 'Forward', exact: true }).click();
  await expect(headline()).toHaveText('Two');
  await expect(stet.window.getByRole('button', { name: 'Forward', exact: true })).toBeDisabled();
});
