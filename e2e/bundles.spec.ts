import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { parse as parseYaml } from 'yaml';
import { answerOpenDialog, launchSample, type Stet } from './app';
import { inEveryLook, takePicture } from './screenshots';

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-bundle-'));
  stet = await launchSample();
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

const exporting = () => stet.window.getByRole('dialog', { name: 'Finish and export' });

async function openExport() {
  await stet.window.keyboard.press('Control+Shift+E');
  await expect(exporting().getByText('Markdown for')).toBeVisible();
}

async function chooseProfile(from: string, to: string) {
  await exporting()
    .getByRole('button', { name: new RegExp(`^${from}|Markdown for`) })
    .first()
    .click();
  await stet.window.getByRole('option', { name: to, exact: true }).click();
}

test('Markdown is written for Hugo, and the choice is remembered', async () => {
  await answerOpenDialog(stet, [folder]);
  await openExport();
  await chooseProfile('Any reader', 'Hugo');
  await inEveryLook(stet, async (look) => {
    await expect(exporting().getByRole('button', { name: /^Export/ })).toBeInViewport();
    await takePicture(stet.window, `profiles-${look}`);
  });
  await exporting().getByRole('button', { name: 'HTML' }).click();
  await exporting().getByRole('button', { name: 'Choose…' }).click();
  await exporting().getByRole('button', { name: 'Export 1 file as draft' }).click();
  await expect(stet.window.getByRole('dialog', { name: '1 file written' })).toBeVisible();
  const [bundle] = readdirSync(folder);
  const text = readFileSync(join(folder, bundle!, 'index.md'), 'utf8');
  const fields = parseYaml(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '');
  expect(fields.params.author).toContain('Nora Tressick');
  expect(fields.draft).toBe(true);

  await stet.window.keyboard.press('Escape');
  await openExport();
  await expect(exporting()).toContainText('Hugo');
});

test('a bundle is one file, and opens as an article with its links', async () => {
  await answerOpenDialog(stet, [folder]);
  await openExport();
  await exporting().getByRole('button', { name: 'Markdown', exact: false }).first().click();
  await exporting().getByRole('button', { name: 'HTML' }).click();
  await exporting().getByRole('button', { name: 'More…' }).click();
  await exporting().getByRole('button', { name: 'Stet bundle' }).click();
  await exporting().getByRole('button', { name: 'Choose…' }).click();
  await exporting().getByRole('button', { name: 'Export 1 file as draft' }).click();
  await expect(stet.window.getByRole('dialog', { name: '1 file written' })).toBeVisible();
  const [name] = readdirSync(folder);
  expect(name).toMatch(/\.stet$/);
  const parts = unzipSync(new Uint8Array(readFileSync(join(folder, name!))));
  const rows = new TextDecoder().decode(parts['library.json']);
  expect(rows).toContain('Maren Aldous');
  // The e-mail is a described source: nothing of it leaves the library.
  for (const content of Object.values(parts)) {
    expect(new TextDecoder().decode(content)).not.toContain('Corin Blythe');
  }

  await stet.window.keyboard.press('Escape');
  await answerOpenDialog(stet, [join(folder, name!)]);
  await stet.window.keyboard.press('Control+O');
  await openExport();
  await expect(exporting()).toContainText('13 quotations');
  await expect(exporting()).toContainText('stand');
});

test('several articles are exported at once, and each is told of', async () => {
  await stet.window.keyboard.press('Control+N');
  const list = stet.window.getByRole('listbox', { name: /^Articles/ });
  await expect(list.getByRole('option')).toHaveCount(2);
  await answerOpenDialog(stet, [folder]);
  await list.getByRole('option').first().click();
  await list
    .getByRole('option')
    .nth(1)
    .click({ modifiers: ['Shift'] });
  await list.getByRole('option').nth(1).click({ button: 'right' });
  await stet.window.getByRole('menuitem', { name: 'Export 2 articles…' }).click();
  const dialog = stet.window.getByRole('dialog', { name: 'Export 2 articles' });
  await takePicture(stet.window, 'several');
  await dialog.getByRole('button', { name: 'More…' }).click();
  await dialog.getByRole('button', { name: 'Stet bundle' }).click();
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await dialog.getByRole('button', { name: 'Export 2 articles' }).click();
  const done = stet.window.getByRole('dialog', { name: '2 articles exported' });
  await expect(done).toContainText('3 files');
  await takePicture(stet.window, 'several-done');
  const endings = readdirSync(folder).map((name) => name.split('.').at(-1));
  expect(endings.sort()).toEqual(['html', 'html', 'md', 'md', 'stet', 'stet']);
  await done.getByRole('button', { name: 'Done' }).click();

  // The same again changes nothing, and says so.
  await list.getByRole('option').nth(1).click({ button: 'right' });
  await stet.window.getByRole('menuitem', { name: 'Export 2 articles…' }).click();
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await dialog.getByRole('button', { name: 'Export 2 articles' }).click();
  const again = stet.window.getByRole('dialog', { name: '0 of 2 articles exported' });
  await expect(again).toContainText('there already');
});

test('a preset keeps forms and profile for the whole newsroom', async () => {
  await openExport();
  await chooseProfile('Any reader', 'Zola');
  await exporting().getByRole('button', { name: 'HTML' }).click();
  await exporting().getByRole('button', { name: 'Save these forms as a preset…' }).click();
  await stet.window.keyboard.type('Our site');
  await stet.window.keyboard.press('Enter');
  await expect(exporting().getByRole('button', { name: 'Our site' })).toBeVisible();
  await takePicture(stet.window, 'preset');
  await exporting().getByRole('button', { name: 'HTML' }).click();
  await expect(exporting().getByRole('button', { name: 'Export 2 files as draft' })).toBeVisible();
  await exporting().getByRole('button', { name: 'None of the presets' }).click();
  await stet.window.getByRole('option', { name: 'Our site' }).click();
  await expect(exporting().getByRole('button', { name: 'Export 1 file as draft' })).toBeVisible();
  await expect(exporting()).toContainText('TOML');

  await exporting().getByRole('button', { name: 'Remove this preset' }).click();
  await expect(exporting().getByRole('button', { name: 'Our site' })).toBeHidden();
});
