import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { manuscriptOf, startArticle } from './text';

test.describe('the revisions of an article', () => {
  let stet: Stet;
  test.beforeEach(async () => {
    stet = await launchStet({ empty: true });
    await startArticle(stet, 'Ferry timetable cut by half');
    await stet.window.keyboard.type(
      'The islanders heard of it on Friday, from a notice on the quay.',
    );
    await keepAs('As sent to legal');
    await manuscriptOf(stet).getByText('The islanders heard').click();
    await stet.window.keyboard.press('End');
    await stet.window.keyboard.type(' Nobody had asked them.');
    await stet.window.keyboard.press('Enter');
    await stet.window.keyboard.type('Olive Marsh runs the shop.');
  });
  test.afterEach(() => stet.close());

  async function keepAs(name: string) {
    await stet.window.getByRole('tab', { name: 'Article' }).click();
    await stet.window.getByRole('button', { name: 'Keep a revision…' }).click();
    await stet.window.getByRole('textbox', { name: 'Name' }).fill(name);
    await stet.window.keyboard.press('Enter');
    await expect(stet.window.getByText(`Kept as “${name}”.`)).toBeVisible();
  }

  test('tell what changed since, word by word', async () => {
    await stet.window.keyboard.press('Control+Alt+r');
    const dialog = stet.window.getByRole('dialog', { name: 'Revisions' });
    await expect(dialog.getByRole('option', { selected: true })).toContainText('As sent to legal');
    await expect(dialog.getByRole('option', { selected: true })).toContainText('words');
    await expect(dialog.locator('.compared-changed ins')).toHaveText('Nobody had asked them.');
    await expect(dialog.locator('.compared-added')).toContainText('Olive Marsh runs the shop.');
    await expect(dialog.getByRole('button', { name: '1 paragraph unchanged' })).toBeVisible();
    await stet.window.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('option', { selected: true })).toContainText('Begun');
    await stet.window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('a whole one is put back, which undo takes back, and what it replaced is kept', async () => {
    await stet.window.keyboard.press('Control+Alt+r');
    await stet.window.getByRole('button', { name: 'Put this revision back' }).click();
    await expect(manuscriptOf(stet)).not.toContainText('Nobody had asked them.');
    await expect(manuscriptOf(stet)).toContainText('from a notice on the quay.');
    await stet.window.keyboard.press('Control+Alt+r');
    const dialog = stet.window.getByRole('dialog', { name: 'Revisions' });
    const first = dialog.getByRole('option').first();
    await expect(first).toContainText('Before an older one was put back');
    await stet.window.keyboard.press('Escape');
    await manuscriptOf(stet).getByText('The islanders heard').click();
    await stet.window.keyboard.press('Control+z');
    await expect(manuscriptOf(stet)).toContainText('Olive Marsh runs the shop.');
  });

  test('one paragraph is put back, and another taken out', async () => {
    await stet.window.keyboard.press('Control+Alt+r');
    const dialog = stet.window.getByRole('dialog', { name: 'Revisions' });
    await dialog.getByRole('button', { name: 'Put back this paragraph as it was' }).click();
    await expect(dialog.locator('.compared-changed')).toHaveCount(0);
    await expect(dialog.locator('.compared-added')).toContainText('Olive Marsh runs the shop.');
    await dialog.getByRole('button', { name: 'Take out this paragraph' }).click();
    await expect(dialog.getByText('Nothing differs.')).toBeVisible();
    await stet.window.keyboard.press('Escape');
    await expect(manuscriptOf(stet)).not.toContainText('Nobody had asked them.');
    await expect(manuscriptOf(stet)).not.toContainText('Olive Marsh');
    await expect(stet.window.getByRole('banner')).toContainText(/Saved/);
  });
});
