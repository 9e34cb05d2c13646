import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { takePictures } from './screenshots';
import { manuscriptOf, startAnother } from './text';

/* The Quotes panel on the sample library: narrowing, several at once, read-backs, other articles. */

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet();
  await expect(manuscriptOf(stet)).toBeVisible();
  await expect(cards()).toHaveCount(14);
});
test.afterEach(() => stet.close());

const panel = () => stet.window.getByRole('tabpanel');
const cards = () => panel().getByRole('list', { name: 'Quotations' }).locator('.card');
const card = (words: string) => cards().filter({ hasText: words });
const undo = async () => {
  await manuscriptOf(stet).focus();
  await stet.window.keyboard.press('Control+z');
};

async function show(button: string, item: RegExp) {
  await panel().getByRole('button', { name: button, exact: true }).click();
  await stet.window.getByRole('menuitemradio', { name: item }).click();
}

test('the list is narrowed by verdict and by who speaks, and ordered', async () => {
  await show('All', /^Altered/);
  await expect(cards()).toHaveCount(2);
  await show('Altered', /^Open only/);
  await expect(cards()).toHaveCount(7);
  await show('Open', /^Not quotations/);
  await expect(cards()).toHaveCount(1);
  await expect(cards()).toContainText('golden clause');
  await show('Not quotations', /^All/);
  await panel().getByRole('button', { name: 'All', exact: true }).click();
  await stet.window.getByRole('menuitemradio', { name: 'Gravest first' }).click();
  await expect(cards().first()).toContainText('Altered');
});

test('several are dismissed at once, by one step of undo', async () => {
  await panel().getByRole('button', { name: 'Choose several' }).click();
  const bar = panel().getByRole('toolbar');
  await expect(bar).toContainText('Nothing chosen');
  await panel().getByRole('checkbox').nth(2).check();
  await panel().getByRole('checkbox').nth(3).check();
  await expect(bar).toContainText('2 quotations chosen');
  await takePictures(stet, 'bulk');
  await bar.getByRole('button', { name: 'Not a quotation' }).click();
  await expect(panel()).toContainText('11 quotations');
  await undo();
  await expect(panel()).toContainText('13 quotations');
});

test('exact matches of the chosen are linked, and what may be confirmed is confirmed', async () => {
  await show('All', /^Unlinked/);
  await panel().getByRole('button', { name: 'Choose several' }).click();
  const bar = panel().getByRole('toolbar');
  await bar.getByRole('button', { name: 'All shown' }).click();
  await bar.getByRole('button', { name: 'Link exact matches' }).click();
  await expect(panel().locator('.legend')).not.toContainText('4 unlinked');
  await undo();
  await expect(panel().locator('.legend')).toContainText('4 unlinked');
  await show('Unlinked', /^All/);
  await panel().getByRole('button', { name: 'Choose several' }).isHidden();
  await bar.getByRole('button', { name: 'All shown' }).click();
  await bar.getByRole('button', { name: 'Confirm' }).click();
  await expect(panel().locator('.legend')).toContainText(/\d signed/);
});

test('a read-back is noted by keyboard, shown, filtered, stands in the gate, and never in an export', async () => {
  const { window } = stet;
  await card('We had forty taps').click();
  await window.keyboard.press('Control+k');
  await window.keyboard.type('Read-back');
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'By whom' })).toHaveValue('Maren Aldous');
  await dialog.getByRole('button', { name: /What happened/ }).click();
  await window.getByRole('option', { name: 'Changes asked for' }).click();
  await dialog.getByRole('textbox', { name: 'On' }).fill('2026-13-01');
  await expect(dialog.getByRole('button', { name: 'Note it down' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'On' }).fill('2026-05-04');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Fourteen, not forty: CANARY.');
  await takePictures(stet, 'read-back-dialog');
  await dialog.getByRole('button', { name: 'Note it down' }).click();
  const opened = card('We had forty taps');
  await expect(opened).toContainText('Changes asked for, Maren Aldous, 4 May');
  await expect(opened).toContainText('Fourteen, not forty: CANARY.');
  await takePictures(stet, 'read-back');
  await show('All', /changes asked for/);
  await expect(cards()).toHaveCount(1);
  await window.keyboard.press('Control+Shift+e');
  await expect(dialog).toContainText('The speaker asked for changes');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog.locator('pre')).toContainText('forty taps');
  await expect(dialog.locator('pre')).not.toContainText('CANARY');
  await window.keyboard.press('Escape');
  await undo();
  await expect(panel()).toContainText('Nothing here');
});

test('the same passage, quoted differently in another article, is shown with the way there', async () => {
  const { window } = stet;
  await startAnother(stet, 'The letter that took a summer');
  await window.keyboard.type('“It took twelve weeks to print one letter,” Dilys Renshaw said.');
  await expect(cards()).toHaveCount(1);
  await cards().click();
  await window.keyboard.press('Control+l');
  const source = window.getByRole('tabpanel', { name: 'Source' });
  await source.getByRole('button', { name: 'Link the first' }).click();
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await cards().first().getByRole('button').first().click();
  const elsewhere = cards().getByRole('region', { name: 'Quoted differently in 1 article' });
  await expect(elsewhere).toContainText('Town hall knew of lead');
  await expect(elsewhere.locator('ins')).toContainText('eleven');
  await takePictures(stet, 'elsewhere');
  await elsewhere.getByRole('button', { name: /^Town hall knew/ }).click();
  await expect(manuscriptOf(stet)).toContainText('Nobody turned it off');
  await expect(card('It took eleven weeks')).toHaveClass(/card-selected/);
});

test('no word of a read-back of a confidential source is in the shared file', async () => {
  const { window, library } = stet;
  await card('It took eleven weeks').click();
  await card('It took eleven weeks').getByRole('button', { name: 'Note it down…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('CANARY of the committee');
  await dialog.getByRole('button', { name: 'Note it down' }).click();
  await expect(card('It took eleven weeks')).toContainText('CANARY of the committee');
  await card('It took eleven weeks').getByRole('button', { name: 'Open source' }).click();
  await window.keyboard.press('Control+Shift+i');
  await dialog.getByRole('button', { name: /Disclosure/ }).click();
  await window.getByRole('option', { name: /Confidential/ }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await expect(card('It took eleven weeks')).toContainText('CANARY of the committee');
  const has = (name: string) =>
    readdirSync(library)
      .filter((file) => file.startsWith(name))
      .some((file) => readFileSync(join(library, file)).includes('CANARY of the committee'));
  expect(has('library.db')).toBe(false);
  expect(has('private.sqlite')).toBe(true);
});
