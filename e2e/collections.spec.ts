import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, launchStet, resizeTo, type Stet } from './app';

/* Tags, collections, saved searches, the bin, and what a bibliography says of a source. */

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet();
});
test.afterEach(() => stet.close());

const sources = () => stet.window.getByRole('region', { name: 'Sources' });
const titles = () => sources().locator('.rail-item-words');
const dialog = () => stet.window.getByRole('dialog');
const palette = () => stet.window.getByRole('dialog', { name: 'Search and commands' });
const chooser = () => sources().getByRole('button', { name: /^Which sources are listed/ });
const choice = (name: RegExp | string) => stet.window.getByRole('menuitemradio', { name });
const toast = (text: string) => stet.window.locator('.toast', { hasText: text });

async function show(name: RegExp | string) {
  await chooser().click();
  await choice(name).click();
}

async function makeCollection(name: string) {
  await show('New collection…');
  await dialog().getByLabel('Name').fill(name);
  await stet.window.keyboard.press('Enter');
  await expect(chooser()).toContainText(name);
}

/** A command of a source's menu in the library. */
async function choose(source: string, command: string | RegExp) {
  await sources().getByText(source).click({ button: 'right' });
  await stet.window.getByRole('menuitem', { name: command }).click();
}

test('a collection is made, filled, listed, emptied and deleted, and all of it is taken back', async () => {
  const { window } = stet;
  await makeCollection('Council');
  await expect(sources()).toContainText('Nothing is in this collection yet');
  await show(/^All sources/);
  for (const source of ['Scrutiny committee', 'Minutes of the water board']) {
    await choose(source, 'Collections…');
    await dialog().getByText('Council').click();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect(dialog()).toBeHidden();
  }
  await show(/^Council/);
  await expect(titles()).toHaveText([/Minutes/, /Scrutiny/]);

  // One within it: what is in that is listed in both.
  await sources().getByRole('button', { name: 'What to do with “Council”' }).click();
  await window.getByRole('menuitem', { name: 'New collection in it…' }).click();
  await dialog().getByLabel('Name').fill('Hearings');
  await window.keyboard.press('Enter');
  await expect(chooser()).toContainText('Hearings');
  await show(/^All sources/);
  await choose('Interview with Maren', 'Collections…');
  await dialog().getByText('Hearings').click();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await show(/^Council/);
  await expect(titles()).toHaveCount(3);
  await chooser().click();
  await expect(choice(/^Council/)).toContainText('3');
  await expect(choice(/^Hearings/)).toContainText('1');
  // Closed by its own button, by a press beside it, and by Escape.
  await chooser().click();
  await expect(choice(/^Council/)).toBeHidden();
  await chooser().click();
  await expect(choice(/^Council/)).toBeVisible();
  await window.getByRole('main').click({ position: { x: 5, y: 300 } });
  await expect(choice(/^Council/)).toBeHidden();
  await chooser().click();
  await expect(choice(/^Council/)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(chooser()).toBeFocused();

  await choose('Scrutiny committee', 'Take out of “Council”');
  await expect(titles()).toHaveCount(2);
  await toast('What is in the collections is changed').last().getByText('Undo').click();
  await expect(titles()).toHaveCount(3);

  await sources().getByRole('button', { name: 'What to do with “Council”' }).click();
  await window.getByRole('menuitem', { name: 'Delete collection' }).click();
  await expect(chooser()).toContainText('All sources');
  await chooser().click();
  await expect(choice(/^Hearings/)).toHaveCount(0);
  await window.keyboard.press('Escape');
  await toast('and 1 within it are deleted').getByText('Undo').click();
  await expect(chooser()).toContainText('Council');
  await expect(titles()).toHaveCount(3);
});

test('what is brought in while a collection is listed is put into it', async () => {
  await makeCollection('Ferries');
  const folder = mkdtempSync(join(tmpdir(), 'stet-collected-'));
  const file = join(folder, 'ferry-log.txt');
  writeFileSync(file, 'The ferry left at seven and came back at nine.');
  await answerOpenDialog(stet, [file]);
  await sources().getByRole('button', { name: 'Add sources…' }).click();
  await expect(titles()).toHaveText([/ferry/i]);
  await show(/^All sources/);
  await expect(titles()).toHaveCount(6);
  rmSync(folder, { recursive: true });
});

test('by keyboard alone: a collection is chosen, and renamed', async () => {
  const { window } = stet;
  await makeCollection('Council');
  await show(/^All sources/);
  await chooser().focus();
  await window.keyboard.press('Enter');
  await window.keyboard.press('ArrowDown');
  await expect(choice(/^Council/)).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(chooser()).toContainText('Council');
  await expect(chooser()).toBeFocused();
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('menuitem').first()).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await expect(window.getByRole('menuitem', { name: 'Rename or move…' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(dialog().getByLabel('Name')).toBeFocused();
  await window.keyboard.press('Control+a');
  await window.keyboard.type('Water board');
  await window.keyboard.press('Enter');
  await expect(chooser()).toContainText('Water board');
});

test('tags are given in the details, list sources and narrow a search', async () => {
  const { window } = stet;
  await choose('Scrutiny committee', 'Details…');
  await dialog().getByRole('tab', { name: 'Tags and collections' }).click();
  const field = dialog().getByRole('combobox', { name: /tag/i });
  await field.fill('lead, hearing');
  await window.keyboard.press('Enter');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(dialog()).toBeHidden();

  await choose('Interview with Maren', 'Details…');
  await dialog().getByRole('tab', { name: 'Tags and collections' }).click();
  await field.pressSequentially('he');
  await expect(window.getByRole('option', { name: 'hearing' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(dialog()).toBeVisible();
  await field.fill('');
  await field.pressSequentially('le');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(dialog().getByRole('row', { name: 'lead' })).toBeVisible();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(dialog()).toBeHidden();

  await show(/^lead/);
  await expect(titles()).toHaveText([/Scrutiny/, /Interview/]);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('water tag:hea');
  await window.getByRole('option', { name: /^hearing/ }).click();
  await expect(palette().getByRole('combobox')).toHaveValue('water tag:hearing ');
  const found = palette()
    .getByRole('group', { name: /^Sources/ })
    .getByRole('option');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText('Scrutiny committee');
});

test('a search is saved, found again from the library, changed and deleted', async () => {
  const { window } = stet;
  await window.keyboard.press('Control+k');
  await window.keyboard.type('water kind:subtitles');
  await palette().getByRole('option', { name: 'Save this search…' }).click();
  await expect(dialog().getByLabel('Search')).toHaveValue('water kind:subtitles');
  await dialog().getByLabel('Name').fill('Lead in hearings');
  await window.keyboard.press('Enter');
  await show('Lead in hearings');
  await expect(palette().getByRole('combobox')).toHaveValue('water kind:subtitles ');
  await expect(
    palette()
      .getByRole('group', { name: /^Sources/ })
      .getByRole('option'),
  ).toHaveCount(1);
  await palette().getByRole('option', { name: 'Change…' }).click();
  await dialog().getByLabel('Name').fill('Lead, spoken');
  await window.keyboard.press('Enter');
  await show('Lead, spoken');
  await palette().getByRole('option', { name: 'Delete', exact: true }).click();
  await chooser().click();
  await expect(choice('Lead, spoken')).toHaveCount(0);
  await window.keyboard.press('Escape');
  await toast('“Lead, spoken” is deleted').getByText('Undo').click();
  await chooser().click();
  await expect(choice('Lead, spoken')).toBeVisible();
});

test('the bin lists what is in it and gives it back', async () => {
  await choose('Minutes of the water board', 'Move to the bin');
  await expect(titles()).toHaveCount(4);
  await show('Bin');
  await expect(titles()).toHaveText([/Minutes/]);
  await choose('Minutes of the water board', 'Put it back');
  await expect(sources()).toContainText('The bin is empty.');
  await show(/^All sources/);
  await expect(titles()).toHaveCount(5);
});

test('a bibliography is filled in, kept, and taken back', async () => {
  const { window } = stet;
  await sources().getByText('Coldwell Lane').click();
  const open = async () => {
    await window.getByRole('tabpanel').getByRole('button', { name: 'Details…' }).click();
    await dialog().getByRole('tab', { name: 'Bibliography' }).click();
  };
  await open();
  await dialog()
    .getByRole('button', { name: /Kind of publication/ })
    .click();
  await window.getByRole('option', { name: 'Web page', exact: true }).click();
  const authors = dialog().getByRole('group', { name: 'Authors' });
  await authors.getByRole('button', { name: 'Add a person' }).click();
  await window.keyboard.type('Ines');
  await window.keyboard.press('Tab');
  await window.keyboard.type('Calder');
  await dialog().getByLabel('Accessed').fill('2025-13');
  await expect(dialog().getByRole('button', { name: 'Save' })).toBeDisabled();
  await expect(
    dialog()
      .getByRole('tab', { name: /Bibliography/ })
      .getByRole('img'),
  ).toBeVisible();
  await dialog().getByLabel('Accessed').fill('2025-10-02');
  await dialog().getByLabel('Publisher').fill('Tarn and Vale');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(dialog()).toBeHidden();

  await open();
  await expect(authors.getByLabel(/Family name/)).toHaveValue('Calder');
  await expect(dialog().getByLabel('Accessed')).toHaveValue('2025-10-02');
  await expect(dialog().getByLabel('Publisher')).toHaveValue('Tarn and Vale');
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await toast('The source’s details are changed').getByText('Undo').click();
  // What is open does not change under the editor's hands: it is opened until it is as it was.
  await expect(async () => {
    await open();
    const publisher = await dialog().getByLabel('Publisher').inputValue();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    expect(publisher).toBe('');
  }).toPass();
});

test('the dialog fits a small window', async () => {
  await resizeTo(stet, 1024, 700);
  await choose('Scrutiny committee', 'Details…');
  for (const tab of ['Details', 'Bibliography', 'Tags and collections', 'Agreements']) {
    await dialog().getByRole('tab', { name: tab }).click();
    const fits = await dialog().evaluate((element) => {
      const { bottom, right } = element.getBoundingClientRect();
      const isWide = element.scrollWidth > element.clientWidth + 1;
      return bottom <= innerHeight && right <= innerWidth && !isWide;
    });
    expect(fits, tab).toBe(true);
    await expect(dialog().getByRole('button', { name: 'Save' })).toBeInViewport();
  }
});

test('sources are dragged onto a collection, several at once, and taken back', async () => {
  const { window } = stet;
  await makeCollection('Council');
  await show(/^All sources/);
  const row = (name: string) => sources().locator('.rail-item', { hasText: name });
  const target = (name: string) => window.locator('.collect-target', { hasText: name });
  await row('Scrutiny committee').click({ modifiers: ['Control'] });
  await row('Interview with Maren').click({ modifiers: ['Control'] });
  await expect(row('Scrutiny committee')).toHaveAttribute('aria-pressed', 'true');
  await row('Interview with Maren').hover();
  await window.mouse.down();
  await window.mouse.move(400, 300, { steps: 4 });
  await expect(window.getByText('Put 2 sources into')).toBeVisible();
  await target('Council').hover();
  await window.mouse.up();
  await expect(target('Council')).toBeHidden();
  await expect(toast('2 sources are in “Council” now.')).toBeVisible();
  await show(/^Council/);
  await expect(titles()).toHaveCount(2);
  await toast('2 sources').getByText('Undo').click();
  await expect(sources()).toContainText('Nothing is in this collection yet');
});

test('a source is put into a collection with the keys alone', async () => {
  const { window } = stet;
  await makeCollection('Council');
  await show(/^All sources/);
  const items = sources().locator('.rail-item');
  await items.first().focus();
  const first = (await titles().first().textContent()) ?? '';
  await window.keyboard.press('Shift+ArrowDown');
  await expect(sources().locator('[aria-pressed="true"]')).toHaveCount(2);
  await window.keyboard.press('Escape');
  await expect(sources().locator('[aria-pressed="true"]')).toHaveCount(0);
  await items.first().focus();
  await window.keyboard.press('Tab');
  await expect(window.locator('.source-grip:focus')).toHaveAccessibleName(/to a collection$/);
  await window.keyboard.press('Enter');
  const target = window.locator('.collect-target', { hasText: 'Council' }).getByRole('button');
  // The nearest place comes first; Tab goes on to the others.
  await expect(async () => {
    await window.keyboard.press('Tab');
    await expect(target).toBeFocused({ timeout: 200 });
  }).toPass();
  await expect(target).toHaveAccessibleName(/Council/);
  await window.keyboard.press('Enter');
  await expect(toast('1 source is in “Council” now.')).toBeVisible();
  await show(/^Council/);
  await expect(titles()).toHaveText([first]);
});

test('a name is warned about where a confidential source would be given away by it', async () => {
  const { window } = stet;
  await choose('Minutes of the water board', 'Collections…');
  const field = dialog().getByRole('textbox', { name: 'New collection' });
  await field.fill('Open');
  await expect(dialog()).not.toContainText('gives nothing away');
  await window.keyboard.press('Escape');
  await choose('Minutes of the water board', 'Details…');
  await dialog()
    .getByRole('button', { name: /Disclosure/ })
    .click();
  await window.getByRole('option', { name: /^Confidential/ }).click();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(dialog()).toBeHidden();
  await choose('Minutes of the water board', 'Collections…');
  await field.fill('Source at the board');
  await expect(field).toHaveAccessibleDescription(/gives nothing away/);
});

test('an editor says that a speech-to-text program wrote a transcript', async () => {
  await choose('Scrutiny committee', 'Details…');
  await dialog().getByText('A speech-to-text program wrote these words').click();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await sources().getByText('Scrutiny committee').click();
  await expect(stet.window.getByRole('tabpanel')).toContainText(/machine’s transcript/i);
  await toast('The source’s details are changed.').getByText('Undo').click();
  await expect(stet.window.getByRole('tabpanel')).not.toContainText(/machine’s transcript/i);
});
