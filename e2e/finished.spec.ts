import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerOpenDialog, launchStet, PROJECT, type Stet } from './app';

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-finished-'));
  stet = await launchStet();
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

async function command(name: string) {
  const { window } = stet;
  await window.keyboard.press('Control+K');
  const search = window.getByRole('combobox');
  await search.fill(name);
  await window.getByRole('option', { name }).first().click();
  await expect(search).toBeHidden();
}

/** Settles what the gate has open: somebody answers for every point of it. */
async function settle(gate: Locator) {
  const open = gate.getByRole('button', { name: /^(Let it stand|Accept)…$/ });
  await expect(open.first()).toBeVisible();
  for (let left = await open.count(); left > 0; left = await open.count()) {
    await open.first().click();
    await gate.getByRole('textbox', { name: 'Reason' }).fill('Printed like this');
    await gate.getByRole('textbox', { name: 'Your name' }).fill('Noor Haddad');
    await gate.getByRole('button', { name: /^(Let it stand|Let all \d+ stand|Accept)$/ }).click();
    await expect.poll(() => open.count()).toBeLessThan(left);
  }
}

/** The words of a PDF as Stet itself reads them. */
function textOfPdf(path: string): string {
  const stet = (...argv: string[]) =>
    spawnSync(process.execPath, [join(PROJECT, 'scripts', 'stet.mjs'), ...argv], {
      encoding: 'utf8',
    }).stdout;
  const library = join(folder, 'read');
  const [id = ''] = stet('import', '--library', library, path).split('\t');
  return stet('source', 'text', id, '--library', library);
}

test('a finished article is locked, corrected, printed as PDF and reopened', async () => {
  const { window } = stet;
  const manuscript = window.getByRole('textbox', { name: 'Manuscript' });
  await expect(manuscript).toContainText('The tap with');
  await manuscript.getByText('The tap with').first().click();
  await window.keyboard.type('Zebra ');
  await expect(manuscript).toContainText('Zebra ');

  // Nothing is finished past its gate, whichever way it is asked for.
  await command('Status: finished');
  const gate = window.getByRole('dialog', { name: 'Mark as finished' });
  const mark = gate.getByRole('button', { name: 'Mark as finished' });
  await expect(gate).toContainText('2 quotations differ from their sources');
  await expect(mark).toBeDisabled();
  await settle(gate);
  await expect(gate).toContainText('Nothing is open.');
  await mark.click();
  await expect(gate).toBeHidden();

  const bar = window.getByRole('region', { name: 'Finished article' });
  await expect(bar).toContainText(/Finished \d+ \w+ \d{4}, \d\d:\d\d/);
  const words = await manuscript.textContent();
  // Neither keys, nor undo of what was typed before, nor commands change a word.
  await manuscript.getByText('Zebra').first().click();
  await window.keyboard.type('Quagga ');
  await window.keyboard.press('Backspace');
  await window.keyboard.press('Control+Z');
  await window.keyboard.press('Control+B');
  await expect(window.getByRole('region', { name: 'Messages' })).toContainText(
    'The article is finished. Reopen it to change it.',
  );
  await window.keyboard.press('Control+K');
  await window.getByRole('combobox').fill('Link all exact');
  await expect(window.getByRole('option', { name: /Link all exact matches/ })).toContainText(
    'Reopen it to change it',
  );
  await window.keyboard.press('Escape');
  expect(await manuscript.textContent()).toBe(words);

  // What is said about it goes on.
  await manuscript.getByText('Zebra').first().dblclick();
  await window.keyboard.press('Control+Alt+M');
  await window.getByRole('textbox', { name: 'Comment' }).fill('Is this still so?');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByText('Is this still so?')).toBeVisible();
  await expect(window.getByText(/^Saved/)).toBeVisible();

  await bar.getByRole('button', { name: 'Correct the article…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Correct the article' });
  await dialog
    .getByRole('textbox', { name: 'What readers are told' })
    .fill('An earlier version gave the wrong week.');
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Noor Haddad');
  await dialog.getByRole('button', { name: 'Add' }).click();
  const corrections = window.getByRole('region', { name: 'Corrections' });
  await expect(corrections).toContainText('An earlier version gave the wrong week.');
  await expect(corrections).toContainText('not exported yet');

  await answerOpenDialog(stet, [folder]);
  await window.keyboard.press('Control+Shift+E');
  const finish = window.getByRole('dialog', { name: 'Finish and export' });
  await finish.getByRole('button', { name: /^Markdown With/ }).click();
  await finish.getByRole('button', { name: 'More…' }).click();
  await finish.getByRole('button', { name: /^PDF/ }).click();
  await expect(finish.getByRole('button', { name: /Paper for PDF/ })).toBeVisible();
  await finish.getByRole('button', { name: 'Choose…' }).click();
  await finish.getByRole('button', { name: /Export 2 files/ }).click();
  await expect(window.getByRole('dialog', { name: '2 files written' })).toBeVisible({
    timeout: 30_000,
  });
  await window.getByRole('button', { name: 'Done' }).click();
  const name = readdirSync(folder).find((one) => one.endsWith('.pdf'))!;
  const bytes = readFileSync(join(folder, name));
  const text = textOfPdf(join(folder, name));
  const flat = (text: string) => text.replace(/\s+/g, ' ');
  const html = readFileSync(
    join(folder, readdirSync(folder).find((one) => one.endsWith('.html'))!),
    'utf8',
  );
  for (const [, paragraph] of html.matchAll(/<p>([^<]{40,})<\/p>/g)) {
    expect(flat(text)).toContain(flat(paragraph!).replaceAll('&nbsp;', ' '));
  }
  expect(flat(text)).toContain('An earlier version gave the wrong week.');
  // The e-mail is a described source: what it is called is all that leaves the library.
  expect(text).not.toContain('Corin Blythe');
  expect(bytes.includes('/StructTreeRoot')).toBe(true);
  await expect(corrections).toContainText('exported');

  await bar.getByRole('button', { name: 'Reopen article…' }).click();
  const why = window.getByRole('dialog', { name: 'Reopen the article' });
  await why.getByRole('textbox', { name: 'Why' }).fill('The week was wrong');
  await why.getByRole('button', { name: 'Reopen' }).click();
  await expect(bar).toBeHidden();
  await manuscript.getByText('Zebra').first().click();
  await window.keyboard.type('Quagga ');
  await expect(manuscript).toContainText('Quagga ');
  await window.keyboard.press('Control+Alt+R');
  const timeline = window.getByRole('listbox', { name: 'Revisions, newest first' });
  await expect(timeline).toContainText('Reopened: The week was wrong');
  await expect(timeline).toContainText('Finished');
});
