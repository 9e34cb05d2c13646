import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerOpenDialog, launchStet, resizeTo, type Stet } from './app';
import { dragOver } from './text';

const TRANSCRIPT = `WEBVTT

00:00:05.000 --> 00:00:11.000
<v Ilse Varga>We started pumping in March and the cellar was dry by May.

00:00:12.000 --> 00:00:17.000
<v Ilse Varga>It cost the town nineteen thousand crowns in all.

00:00:20.000 --> 00:00:24.000
<v Petr Holub>Nobody asked the school whether it could wait.
`;

const ARTICLE = `# The cellar is dry

“We started pumping in March and the cellar was dry by May,” said Ilse Varga, the town’s engineer.

“It cost the town nineteen thousand crowns in all,” she said.

“Nobody asked the school whether it could wait,” said Petr Holub, who teaches there.
`;

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-versions-'));
  stet = await launchStet({ empty: true });
  await expect(stet.window.getByRole('main')).toContainText(/open an article|start writing/i);
  await resizeTo(stet, 1440, 900);
  await open('Control+o', 'cellar.md', ARTICLE);
  await expect(cards()).toHaveCount(3);
  await open('Control+Shift+O', 'pumping.vtt', TRANSCRIPT);
  await expect(sources()).toContainText('pumping');
  await stet.window.getByRole('tab', { name: 'Quotes' }).click();
  await panel().getByRole('button', { name: 'Link all exact matches' }).click();
  await expect(panel()).toContainText('3 quotations, 3 settled');
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(keys: string, name: string, content: string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  await answerOpenDialog(stet, [path]);
  await stet.window.keyboard.press(keys);
}

const sources = () => stet.window.getByRole('region', { name: 'Sources' });
const panel = () => stet.window.getByRole('tabpanel');
const manuscript = () => stet.window.getByRole('textbox', { name: 'Manuscript' });
const cards = () => stet.window.getByRole('list', { name: 'Quotations' }).getByRole('listitem');
const card = (words: string): Locator => cards().filter({ hasText: words });
const dialog = () => stet.window.getByRole('dialog');
const versions = () => panel().getByRole('button', { name: 'Versions of this source' });

/** Chooses something in the menu of versions, with the keyboard. */
async function choose(name: string | RegExp) {
  await versions().focus();
  await stet.window.keyboard.press('Enter');
  const item = stet.window
    .getByRole('menuitem', { name })
    .or(stet.window.getByRole('menuitemradio', { name }));
  await expect(item).toBeVisible();
  // The menu has the focus a moment after it is seen.
  await expect(stet.window.locator('[role^="menuitem"]:focus')).toBeVisible();
  for (let step = 0; step < 12; step++) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await stet.window.keyboard.press('ArrowDown');
  }
  await expect(item).toBeFocused();
  await stet.window.keyboard.press('Enter');
}

/** Corrects words of the open source in place, and answers the dialog that says what it touches. */
async function correct(from: string, to: string, reason: string) {
  await choose('Add a version…');
  const form = stet.window.getByRole('dialog', { name: 'Add a version' });
  await expect(form.getByRole('button', { name: 'Add version' })).toBeDisabled();
  const text = form.getByRole('textbox', { name: 'Text' });
  const before = await text.inputValue();
  expect(before).toContain(from);
  await text.fill(before.replace(from, to));
  await form.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await stet.window.keyboard.press('Enter');
  return stet.window.getByRole('dialog', { name: /This version touches/ });
}

test('a correction carries links over, shows what it touches, and what is left is settled', async () => {
  const { window } = stet;
  await sources().getByText('pumping').click();
  await expect(versions()).toContainText('Version 1 · as it came in');
  const impact = await correct('nineteen thousand', 'ninety thousand', 'Heard again on the tape');
  await expect(impact).toContainText('This version touches 1 article');
  await expect(impact).toContainText('2 quotations carried over and 1 to look at.');
  await expect(
    impact.getByRole('listitem').filter({ hasText: 'started pumping' }).last(),
  ).toContainText('Carried over');
  await impact.getByRole('button', { name: /nineteen thousand crowns.*To look at/ }).click();
  await expect(impact).toBeHidden();

  const opened = card('nineteen thousand');
  await expect(opened).toContainText('Review');
  await expect(opened).toContainText('The source was corrected');
  await expect(opened).toContainText('Heard again on the tape');
  await expect(opened.locator('del')).toContainText('nineteen');
  await expect(opened.locator('ins')).toContainText('ninety');
  await expect(panel()).toContainText('3 quotations, 2 settled');
  await expect(card('started pumping')).toContainText('Verbatim');

  // The new wording, in the text and as the link.
  await opened.getByRole('button', { name: 'Use the new wording' }).click();
  await expect(manuscript()).toContainText('It cost the town ninety thousand crowns in all');
  await expect(card('ninety thousand')).toContainText('Verbatim');
  await expect(panel()).toContainText('3 quotations, 3 settled');

  // One undo gives back both; then it is kept as it is, with a reason and a name.
  await manuscript().focus();
  await window.keyboard.press('Control+z');
  await expect(manuscript()).toContainText('nineteen thousand');
  await expect(card('nineteen thousand')).toContainText('Review');
  await card('nineteen thousand').getByRole('button', { name: 'Keep as it is…' }).click();
  await dialog()
    .getByRole('textbox', { name: /reason/i })
    .fill('The bill says nineteen');
  await dialog().getByRole('textbox', { name: /name/i }).fill('Ada Voss');
  await dialog().getByRole('button', { name: 'Let it stand' }).click();
  await expect(dialog()).toBeHidden();
  await expect(panel()).toContainText('3 quotations, 3 settled');
  await window.keyboard.press('Control+k');
  await window.keyboard.type('corrected sources');
  await window.getByRole('option', { name: 'Quotations and claims of corrected sources…' }).click();
  await expect(dialog()).toContainText('Nothing waits for a look');
});

test('a version is read, compared and taken back', async () => {
  const { window } = stet;
  await sources().getByText('pumping').click();
  const impact = await correct('nineteen thousand', 'ninety thousand', 'Heard again');
  await impact.getByRole('button', { name: 'Close' }).click();
  await expect(versions()).toContainText('Version 2 of 2 · corrected');
  await expect(panel()).toContainText('ninety thousand');
  // Times and turns stayed with their words.
  await expect(panel().getByRole('document')).toContainText('00:12');
  await expect(panel().getByRole('document')).toContainText('Petr Holub');

  await choose(/1 · as it came in/);
  await expect(panel()).toContainText('You are reading an older version.');
  await expect(panel()).toContainText('nineteen thousand');
  await panel().getByRole('button', { name: 'Read the current one' }).click();
  await expect(panel()).toContainText('ninety thousand');

  await window.keyboard.press('Control+k');
  await window.keyboard.type('Compare versions');
  await window.getByRole('option', { name: 'Compare versions of this source…' }).click();
  await expect(dialog().locator('del')).toHaveText('nineteen');
  await expect(dialog().locator('ins')).toHaveText('ninety');
  await expect(dialog()).toContainText('1 paragraph the same');
  await window.keyboard.press('Escape');
  await expect(dialog()).toBeHidden();

  await choose('Take this version back…');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(panel()).toContainText('nineteen thousand');
  await expect(versions()).toContainText('Version 1 · as it came in');
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await expect(panel()).toContainText('3 quotations, 3 settled');
});

test('a correction that was begun is not lost with the dialog, and begins where words are selected', async () => {
  const { window } = stet;
  await sources().getByText('pumping').click();
  await expect(panel()).toContainText('nineteen');
  await dragOver(panel().getByRole('document'), 'nineteen');
  await window.keyboard.press('Control+k');
  await window.keyboard.type('Add a version');
  await window.getByRole('option', { name: 'Add a version of this source…' }).click();
  const form = window.getByRole('dialog', { name: 'Add a version' });
  await expect(form.getByRole('textbox', { name: 'Text' })).toBeFocused();
  await window.keyboard.type('ninety');
  await window.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await choose('Add a version…');
  await expect(form).toContainText('What you had begun is still here.');
  await expect(form.getByRole('textbox', { name: 'Text' })).toHaveValue(/town ninety thousand/);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await choose('Add a version…');
  await expect(form.getByRole('textbox', { name: 'Text' })).toHaveValue(/town nineteen thousand/);
});

test('a corrected file and a translation are added from the dialog', async () => {
  const { window } = stet;
  await sources().getByText('pumping').click();
  await choose('Add a version…');
  const form = window.getByRole('dialog', { name: 'Add a version' });
  await form.getByText('From a file').click();
  const path = join(folder, 'heard-again.vtt');
  writeFileSync(path, TRANSCRIPT.replace('by May', 'by June'));
  await answerOpenDialog(stet, [path]);
  await form.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(form).toContainText('heard-again.vtt');
  await form.getByRole('button', { name: 'Add version' }).click();
  const impact = window.getByRole('dialog', { name: /This version touches/ });
  await expect(impact).toContainText('2 quotations carried over and 1 to look at.');
  // Taken back from there, all is as it was.
  await impact.getByRole('button', { name: 'Take it back' }).click();
  await expect(impact).toBeHidden();
  await expect(panel()).toContainText('dry by May');

  await choose('Add a version…');
  await form.getByText('From pasted text').click();
  await form.getByRole('button', { name: /What it is/ }).click();
  await window.getByRole('option', { name: /^Translated/ }).click();
  await form
    .getByRole('textbox', { name: 'Text' })
    .fill('Ilse Varga: Im März fingen wir an zu pumpen.');
  await expect(form.getByRole('button', { name: 'Add version' })).toBeDisabled();
  await form.getByRole('textbox', { name: 'Language' }).fill('de');
  await form.getByRole('button', { name: 'Add version' }).click();
  await window
    .getByRole('dialog', { name: /This version touches/ })
    .getByRole('button', { name: 'Close' })
    .click();
  await expect(versions()).toContainText('Version 1 of 2');
  await choose(/translated: German/);
  await expect(panel()).toContainText('Im März');
  await expect(panel()).toContainText('You are reading a translation.');
});
