import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, launchSample, type Stet } from './app';
import { takePicture } from './screenshots';

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-back-'));
  stet = await launchSample();
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

test('Markdown goes out with its annotations and comes back with its links and byline', async () => {
  const { window } = stet;
  const exporting = window.getByRole('dialog', { name: 'Finish and export' });
  await answerOpenDialog(stet, [folder]);
  await window.keyboard.press('Control+Shift+E');
  await expect(exporting.getByText('Markdown for')).toBeVisible();
  await exporting.getByRole('button', { name: 'HTML' }).click();
  await exporting.getByRole('button', { name: 'More…' }).click();
  await exporting.getByRole('button', { name: /annotations/i }).click();
  await exporting.getByRole('button', { name: 'Choose…' }).click();
  await exporting.getByRole('button', { name: 'Export 2 files as draft' }).click();
  await expect(window.getByRole('dialog', { name: '2 files written' })).toBeVisible();
  await window.keyboard.press('Escape');
  const markdown = readdirSync(folder).find((name) => name.endsWith('.md'));

  // The article itself goes; its sources stay.
  const list = window.getByRole('listbox', { name: /^Articles/ });
  await list.getByRole('option').first().click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Move to the bin' }).click();
  await expect(list.getByRole('option')).toHaveCount(0);

  await answerOpenDialog(stet, [join(folder, markdown!)]);
  await window.keyboard.press('Control+O');
  await expect(window.getByText(/\d+ quotations came back linked\./)).toBeVisible();
  await expect(window.getByRole('textbox', { name: 'Manuscript' })).toContainText('The tap with');
  await takePicture(window, 'back-in');
  await expect(window.getByText('Nora Tressick').first()).toBeVisible();
  await window.keyboard.press('Control+Shift+E');
  await expect(exporting).toContainText('stand');
});
