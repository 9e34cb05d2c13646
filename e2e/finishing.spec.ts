import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { checkHtml, hasJava } from '../src-main/export/nu-checker';
import { answerOpenDialog, launchSample, type Stet } from './app';

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-export-'));
  stet = await launchSample();
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

async function chooseFolderAndExport({ withContact = false } = {}) {
  await answerOpenDialog(stet, [folder]);
  await stet.window.keyboard.press('Control+Shift+E');
  const dialog = stet.window.getByRole('dialog', { name: 'Finish and export' });
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await expect(dialog).toContainText(folder.split('/').at(-1)!);
  // Nobody's address goes out unless somebody asks for it.
  const contact = dialog.getByRole('checkbox', { name: 'With contact details' });
  await expect(contact).not.toBeChecked();
  if (withContact) {
    await dialog.getByText('With contact details').click();
    await expect(contact).toBeChecked();
  }
  await dialog.getByRole('button', { name: 'Export 2 files as draft' }).click();
}

/** Says in a person's record how they are reached. */
async function setEmail(name: string, email: string) {
  const people = stet.window.getByRole('region', { name: 'People' });
  await people.getByRole('button', { name }).first().click();
  const record = stet.window.getByRole('dialog', { name: 'Person' });
  await record.getByRole('tab', { name: 'Private' }).click();
  await record.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await record.getByRole('button', { name: 'Save' }).click();
  await expect(record).toBeHidden();
}

/** What is shown when the files are written. */
const written = () => stet.window.getByRole('dialog', { name: '2 files written' });

test('the gate lists what is open, and Markdown and HTML come out right', async () => {
  await stet.window.keyboard.press('Control+Shift+E');
  const gate = stet.window.getByRole('dialog', { name: 'Finish and export' });
  await expect(gate).toContainText('13 quotations: 6 stand, 7 are open');
  await expect(gate).toContainText('2 quotations differ from their sources');
  await gate.getByRole('button', { name: 'Cancel' }).click();

  await setEmail('Nora Tressick', 'nora@tressick.example');
  await chooseFolderAndExport({ withContact: true });
  await expect(written()).toBeVisible();
  const files = readdirSync(folder).sort();
  expect(files.map((name) => name.split('.').at(-1))).toEqual(['html', 'md']);

  const markdown = readFileSync(join(folder, files[1]!), 'utf8');
  expect(markdown).toContain(
    'title: "Town hall knew of lead in tap water eleven weeks before families were told"',
  );
  expect(markdown).toMatch(/“You cannot taste it,”.*\[\^[A-Za-z0-9-]+\]/);
  expect(markdown).toMatch(/^\[\^[A-Za-z0-9-]+\]: .*Interview with Maren Aldous/m);
  expect(markdown).toMatch(/^> I kept the bottle on my desk/m);
  expect(fromMarkdown(markdown).children.length).toBeGreaterThan(10);

  const html = readFileSync(join(folder, files[0]!), 'utf8');
  expect(html).toContain('<h1');
  expect(html).toMatch(/<p class="byline">By .*Nora Tressick/);
  expect(html).toContain('role="doc-endnotes"');
  for (const text of [html, markdown]) {
    expect(text).toContain('nora@tressick.example');
    // The e-mail is a described source: what it is called is all that leaves the library.
    expect(text).not.toContain('Corin Blythe');
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
  }
});

test('the exported page passes the Nu HTML checker', async () => {
  test.skip(
    !(await hasJava()),
    'the checker is a Java program and there is no Java on this machine',
  );
  await chooseFolderAndExport();
  await expect(written()).toBeVisible();
  const page = join(folder, readdirSync(folder).find((name) => name.endsWith('.html'))!);
  const said = await checkHtml([page], { warnings: true });
  expect(said).toBe('');
});

test('files that are there already are replaced only when asked', async () => {
  await chooseFolderAndExport();
  await written()
    .getByRole('button', { name: /Close|Done/ })
    .first()
    .click();
  const before = readdirSync(folder).sort();
  await chooseFolderAndExport();
  await expect(stet.window.getByText(/already/)).toBeVisible();
  await stet.window.getByRole('button', { name: /Replace/ }).click();
  await expect(written()).toBeVisible();
  expect(readdirSync(folder).sort()).toEqual(before);
});

test('the focus goes back into the text when all is exported', async () => {
  const manuscript = stet.window.getByRole('textbox', { name: 'Manuscript' });
  await manuscript.focus();
  await chooseFolderAndExport();
  await written()
    .getByRole('button', { name: /Close|Done/ })
    .first()
    .click();
  await expect(manuscript).toBeFocused();
});

test('a confidential source stops the export, and says why', async () => {
  const { window } = stet;
  await window.getByRole('navigation').getByText('Interview with Maren Aldous').click();
  await window.getByRole('button', { name: 'Details…' }).click();
  const details = window.getByRole('dialog');
  await details.getByRole('button', { name: /Disclosure/ }).click();
  await window.getByRole('option', { name: /Confidential/ }).click();
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(details).toBeHidden();
  await window.keyboard.press('Control+Shift+E');
  const gate = window.getByRole('dialog', { name: 'Finish and export' });
  await expect(gate).toContainText(/confidential/i);
  await expect(gate.getByRole('button', { name: /Export 2 files/ })).toBeDisabled();
});

test('a contributor is added by typing the name, with no arrow key', async () => {
  const { window } = stet;
  await window.getByRole('tab', { name: 'Article' }).click();
  const panel = window.getByRole('tabpanel');
  const field = panel.getByRole('combobox', { name: 'Add contributor' });
  await field.fill('lena fisk');
  await expect(window.getByRole('option', { name: /lena fisk/i })).toBeVisible();
  await field.press('Enter');
  await expect(panel).toContainText(/By Nora Tressick, Idris Penhale and lena fisk/i);
  await expect(window.getByRole('textbox', { name: 'Manuscript' })).toBeFocused();
});

test('the byline: add, order by keyboard, line in house style, undo', async () => {
  const { window } = stet;
  await expect(window.getByRole('main')).toContainText('By Nora Tressick and Idris Penhale');
  await window.getByRole('tab', { name: 'Article' }).click();
  const panel = window.getByRole('tabpanel');
  await panel.getByRole('combobox', { name: 'Add contributor' }).fill('Lena Fisk');
  await window.getByRole('option', { name: /Lena Fisk/ }).click();
  await expect(panel).toContainText('By Nora Tressick, Idris Penhale and Lena Fisk');
  await panel.getByRole('row', { name: /Lena Fisk/ }).focus();
  await window.keyboard.press('Alt+ArrowUp');
  await expect(panel).toContainText('By Nora Tressick, Lena Fisk and Idris Penhale');
  await expect(window.getByRole('main')).toContainText(
    'By Nora Tressick, Lena Fisk and Idris Penhale',
  );
  const manuscript = window.getByRole('textbox', { name: 'Manuscript' });
  await manuscript.focus();
  await window.keyboard.press('Control+z');
  await expect(panel).toContainText('By Nora Tressick, Idris Penhale and Lena Fisk');
  await manuscript.focus();
  await window.keyboard.press('Control+z');
  await expect(panel).toContainText('By Nora Tressick and Idris Penhale');
});
