import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { clickBehind, manuscriptOf, startArticle } from './text';

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet({ empty: true });
  await startArticle(stet, 'Quay shut');
});
test.afterEach(() => stet.close());

const notes = (): Locator => manuscriptOf(stet).locator('.footnote');
const references = (): Locator => manuscriptOf(stet).locator('.footnote-reference');

async function type(words: string) {
  await stet.window.keyboard.type(words);
}

// The letter of a note is text on the page, and no part of the article's words: “shuta” is shut, note a.

test('footnotes are written by keyboard, lettered in order, and left with Enter', async () => {
  const { keyboard } = stet.window;
  await type('The quay is shut');
  await keyboard.press('Control+Alt+n');
  await type('Since May.');
  await keyboard.press('Enter');
  await type(' and the ferry gone.');
  await expect(manuscriptOf(stet).locator('p')).toHaveText('The quay is shuta and the ferry gone.');
  await expect(notes()).toHaveText(['Since May.']);

  // One that comes before takes the letter before.
  await clickBehind(manuscriptOf(stet), 'The quay');
  await keyboard.press('Control+Alt+n');
  await type('Built in 1911.');
  await expect(notes()).toHaveText(['Built in 1911.', 'Since May.']);
  await expect(references().first()).toHaveAttribute('aria-label', 'Footnote a');
  await expect(references().last()).toHaveAttribute('aria-label', 'Footnote b');

  // Back to the text and to the note again, by keyboard and by mouse.
  await keyboard.press('Control+Alt+g');
  await type('side');
  await expect(manuscriptOf(stet).locator('p')).toContainText('The quayaside is shut');
  await references().last().click();
  await type(' Of 2025.');
  await expect(notes().last()).toHaveText('Since May. Of 2025.');
});

test('a note goes with its reference and comes back with undo, and by cut and paste', async () => {
  const { keyboard } = stet.window;
  await type('First.');
  await keyboard.press('Enter');
  await type('The quay is shut');
  await keyboard.press('Control+Alt+n');
  await type('Since May.');
  await keyboard.press('Enter');
  await keyboard.press('Backspace');
  await expect(notes()).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect(notes()).toHaveText(['Since May.']);

  await clickBehind(manuscriptOf(stet), 'The quay is shut');
  await keyboard.press('Home');
  await keyboard.press('Shift+End');
  await keyboard.press('Control+x');
  await expect(notes()).toHaveCount(0);
  await clickBehind(manuscriptOf(stet), 'First.');
  await keyboard.press('Control+v');
  await expect(manuscriptOf(stet).locator('p').first()).toHaveText('First.The quay is shuta');
  await expect(notes()).toHaveText(['Since May.']);
  // Once more: a copy has a note of its own.
  await keyboard.press('Control+v');
  await expect(notes()).toHaveText(['Since May.', 'Since May.']);
});

test('nothing runs from the text into a note, and an empty note goes with Backspace', async () => {
  const { keyboard } = stet.window;
  await type('The quay is shut');
  await keyboard.press('Control+Alt+n');
  await type('x');
  await keyboard.press('Backspace');
  await keyboard.press('Backspace');
  await expect(notes()).toHaveCount(0);
  await type('.');
  await expect(manuscriptOf(stet).locator('p')).toHaveText('The quay is shut.');

  await keyboard.press('Control+Alt+n');
  await type('Since May.');
  await keyboard.press('Enter');
  await keyboard.press('Delete');
  await expect(manuscriptOf(stet).locator('p')).toHaveText('The quay is shut.a');
  await expect(notes()).toHaveText(['Since May.']);
});

test('quotations in notes are found, and notes go out with the article', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-notes-'));
  const { keyboard } = stet.window;
  await type('The quay is shut');
  await keyboard.press('Control+Alt+n');
  await type('“Nobody asked us,” said Olive Marsh.');
  await keyboard.press('Enter');
  await type('.');
  await expect(stet.window.getByRole('list', { name: 'Quotations' })).toContainText(
    'Nobody asked us',
  );
  await answerOpenDialog(stet, [folder]);
  await keyboard.press('Control+Shift+E');
  const dialog = stet.window.getByRole('dialog', { name: 'Finish and export' });
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await dialog.getByRole('button', { name: 'Export 2 files as draft' }).click();
  await expect(stet.window.getByRole('dialog', { name: '2 files written' })).toBeVisible();
  const [page = '', markdown = ''] = readdirSync(folder).sort();
  const text = readFileSync(join(folder, markdown), 'utf8');
  expect(text).toContain('The quay is shut[^note-a].');
  expect(text).toContain('[^note-a]: “Nobody asked us,” said Olive Marsh.');
  const html = readFileSync(join(folder, page), 'utf8');
  expect(html).toContain('<h2 id="notes-heading">Notes</h2>');
  expect(html).toContain('href="#note-a"');
  rmSync(folder, { recursive: true, force: true });
});
