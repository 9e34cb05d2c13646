import { expect, test } from '@playwright/test';
import { launchSample, type Stet } from './app';
import { takePictures } from './screenshots';

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchSample();
});
test.afterEach(() => stet.close());

test('a byline is pasted and asked about, printed in a style of our own, and undone', async () => {
  const { window } = stet;
  const lines = window.locator('.byline-lines');
  const before = (await lines.textContent()) ?? '';

  await window.keyboard.press('Control+K');
  await window.keyboard.type('Paste a byline');
  await window.keyboard.press('Enter');
  const paste = window.getByRole('dialog', { name: 'Paste a byline' });
  await paste
    .getByRole('textbox', { name: 'Byline' })
    .fill('By SALMA HADDAD and يوسف الشريف in Beirut; photographs by Nora Tressick');
  const take = paste.getByRole('button', { name: 'Use these credits' });
  await expect(
    paste.getByText(/Were Salma Haddad and \u2068?يوسف الشريف\u2069? both there\?/),
  ).toBeVisible();
  await expect(take).toBeDisabled();
  await takePictures(stet, 'paste');
  await paste.getByRole('button', { name: 'Yes, Salma Haddad' }).click();
  await paste.getByRole('button', { name: 'Only يوسف الشريف' }).click();
  await expect(paste.getByText('In the library: ')).toHaveCount(1);
  await take.click();
  await expect(paste).toBeHidden();
  await expect(lines).toHaveText('By Salma Haddad and يوسف الشريف in Beirut');

  await window.keyboard.press('Control+3');
  await takePictures(stet, 'panel');
  await window.getByRole('button', { name: 'House styles…' }).click();
  const styles = window.getByRole('dialog', { name: 'House styles of bylines' });
  await takePictures(stet, 'style');
  await styles.getByRole('button', { name: 'Copy and change' }).click();
  await styles.getByRole('textbox', { name: 'Name', exact: true }).fill('Harbour Post');
  await styles.getByRole('textbox', { name: 'Around the names' }).fill('Words: {}');
  await expect(styles.getByText('Words: Salma Haddad and يوسف الشريف in Beirut')).toBeVisible();
  await takePictures(stet, 'style-own');
  await styles.getByRole('button', { name: 'Use for this article' }).click();
  await expect(styles).toBeHidden();
  await expect(lines).toHaveText('Words: Salma Haddad and يوسف الشريف in Beirut');

  // A line by hand that leaves somebody out keeps the article back.
  await window.getByRole('button', { name: 'Write the line by hand…' }).click();
  await window.getByRole('textbox', { name: 'The line above the article' }).fill('By Salma Haddad');
  await window.getByRole('button', { name: 'Keep this line' }).click();
  await expect(lines).toHaveText('By Salma Haddad');
  await expect(
    window.getByText(/The line does not name \u2068?يوسف الشريف\u2069?\./),
  ).toBeVisible();
  await takePictures(stet, 'override');

  await window.getByRole('textbox', { name: 'Manuscript' }).focus();
  await window.keyboard.press('Control+Z');
  await expect(lines).toHaveText('Words: Salma Haddad and يوسف الشريف in Beirut');
  await window.keyboard.press('Control+Z');
  await expect(lines).toHaveText('By Salma Haddad and يوسف الشريف in Beirut');
  await window.keyboard.press('Control+Z');
  await expect(lines).toHaveText(before);
});
