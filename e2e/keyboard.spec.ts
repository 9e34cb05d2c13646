import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { command, expectFocusKept, find, tabTo } from './keyboard';
import { bandsPng, writePicture } from './pictures';
import { manuscriptOf, startAnother, startArticle } from './text';

/* Whole journeys with the keys alone: no mouse is touched in this file. */

let stet: Stet;
let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-keyboard-'));
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = (keys: string) => stet.window.keyboard.press(keys);
const type = (text: string) => stet.window.keyboard.type(text);
const times = async (number: number, keys: string) => {
  for (let time = 0; time < number; time++) await press(keys);
};
const panel = () => stet.window.getByRole('tabpanel');
const dialog = () => stet.window.locator('.modal');
const button = (within: Locator, name: string | RegExp) => within.getByRole('button', { name });
const cards = () => panel().getByRole('list', { name: 'Quotations' }).locator('.card');
const card = (words: string) => cards().filter({ hasText: words });
const text = () => manuscriptOf(stet);

/** Begins with the sample library, its article in front of one. */
async function startWithSample() {
  stet = await launchStet();
  await stet.window.emulateMedia({ reducedMotion: 'reduce' });
  await expect(text()).toContainText('The tap');
  await expect(cards()).toHaveCount(14);
}

/** Begins with an empty library and a new article in it; the cursor is in its first paragraph. */
async function startEmpty(headline: string) {
  stet = await launchStet({ empty: true });
  await stet.window.emulateMedia({ reducedMotion: 'reduce' });
  await startArticle(stet, headline);
}

/** F8 until the quotation with these words is gone to. */
async function goToQuotation(words: string) {
  for (let step = 0; step < 10; step++) {
    const isThere = card(words).locator('[aria-expanded="true"]');
    if ((await isThere.count()) > 0) break;
    await press('F8');
  }
  await expect(card(words).locator('[aria-expanded="true"]')).toBeVisible();
}

test('an article is begun, and a passage of a source quoted in it', async () => {
  await startWithSample();
  await startAnother(stet, 'What the chemist said');
  await type('She said: ');
  await find(stet, 'Interview with Maren', /^Interview/);
  await expect(panel().getByRole('document')).toContainText('Most of the others');
  await press('Control+2');
  await expect(panel().getByRole('document')).toBeFocused();
  await press('ArrowRight');
  await times(8, 'ArrowDown');
  await times(4, 'Control+Shift+ArrowRight');
  const selected = await stet.window.evaluate(() => getSelection()?.toString() ?? '');
  const words = selected.trim();
  expect(words.split(' ').length).toBeGreaterThan(2);
  await press('Control+Shift+q');
  await expect(text()).toContainText(`She said: “${words}`);
  await press('Control+1');
  await expect(cards()).toHaveCount(1);
  await expect(cards()).toContainText('Verbatim');
  await expectFocusKept(stet);
});

test('a quotation is linked to the passage that it comes from', async () => {
  await startWithSample();
  await goToQuotation('The bonus was paid');
  await press('Control+l');
  await expect(panel().getByRole('option').first()).toBeFocused();
  await expect(panel().getByRole('option').first()).toContainText('Scrutiny committee hearing');
  await press('Enter');
  await expect(text()).toBeFocused();
  await press('Control+1');
  await expect(card('The bonus was paid')).toContainText('Verbatim');
  await expect(panel()).toContainText('13 quotations, 7 settled');
  await press('Escape');
  await expect(text()).toBeFocused();
  await press('Control+z');
  await expect(panel()).toContainText('13 quotations, 6 settled');
});

test('every open quotation is gone to and settled', async () => {
  await startWithSample();
  await press('F8');
  await expect(card('We had forty taps').locator('[aria-expanded="true"]')).toBeVisible();
  await command(stet, 'Use source wording');
  await expect(text()).toContainText('We had fourteen taps');
  await expectFocusKept(stet);

  // One that may stand as it is, with a reason and a name.
  await goToQuotation('We should have told families');
  await press('Control+1');
  await tabTo(stet, button(card('We should have told families'), /^Let it stand/));
  await press('Enter');
  await expect(dialog().getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await type('Heard on the recording');
  await tabTo(stet, dialog().getByRole('textbox', { name: 'Your name' }));
  await type('Ada Voss');
  await press('Enter');
  await expectFocusKept(stet);
  await expect(card('We should have told families')).toContainText('Ada Voss');

  // The others are no quotations, says this editor.
  const tally = panel().locator('.meter-line');
  const isSettled = /^(\d+) quotations, \1 settled$/;
  for (let step = 0; step < 8; step++) {
    const before = (await tally.textContent()) ?? '';
    if (isSettled.test(before)) break;
    await press('Escape');
    await press('F8');
    await command(stet, 'Not a quotation');
    await expect(tally).not.toHaveText(before);
    await expectFocusKept(stet);
  }
  await expect(tally).toHaveText(isSettled);
  await expect(stet.window.getByRole('contentinfo')).toContainText('none open');
});

test('a source is added, and what is known of it put right', async () => {
  await startWithSample();
  writeFileSync(join(folder, 'ferry-log.txt'), 'The ferry left at seven and came back at nine.');
  await answerOpenDialog(stet, [join(folder, 'ferry-log.txt')]);
  await press('Control+Shift+O');
  const sources = stet.window.getByRole('region', { name: 'Sources' });
  await expect(sources).toContainText(/ferry/i);
  await find(stet, 'ferry left at seven', /ferry left/);
  await expect(panel().getByRole('document')).toContainText('came back at nine');
  await press('Control+Shift+i');
  const title = dialog().getByRole('textbox', { name: 'Title' });
  await tabTo(stet, title);
  await press('Control+a');
  await type('Log of the harbour');
  await tabTo(stet, dialog().getByRole('button', { name: /^Terms|Terms$/ }));
  await press('Enter');
  await press('ArrowDown');
  await press('Enter');
  await tabTo(stet, dialog().getByRole('textbox', { name: 'Date', exact: true }));
  await type('2026-05-04');
  await tabTo(stet, button(dialog(), 'Save'));
  await press('Enter');
  await expectFocusKept(stet);
  await expect(sources).toContainText('Log of the harbour');
  await expect(sources).toContainText('4 May');
});

test('a byline is written and put in another order', async () => {
  await startEmpty('Ferry timetable cut');
  await press('Control+3');
  const field = panel().getByRole('combobox', { name: 'Add contributor' });
  for (const name of ['Lena Fisk', 'Tom Arkle']) {
    await press('Control+3');
    await tabTo(stet, field);
    await type(name);
    await expect(stet.window.getByRole('option', { name: new RegExp(name) })).toBeVisible();
    await press('Enter');
    await expect(panel()).toContainText(name);
    await expectFocusKept(stet);
  }
  await expect(stet.window.getByRole('main')).toContainText('By Lena Fisk and Tom Arkle');
  await press('Control+3');
  await tabTo(stet, panel().getByRole('row'));
  await press('ArrowDown');
  await press('Alt+ArrowUp');
  await expect(stet.window.getByRole('main')).toContainText('By Tom Arkle and Lena Fisk');
  await expectFocusKept(stet);
});

test('a comment is written, answered and resolved', async () => {
  await startEmpty('Ferry timetable cut');
  await type('The ferry runs twice a day now.');
  await times('twice a day now.'.length, 'Shift+ArrowLeft');
  await press('Control+Alt+m');
  await expect(panel().getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await type('Since when?');
  await tabTo(stet, panel().getByRole('textbox', { name: 'Your name' }));
  await type('Noor Haddad');
  await tabTo(stet, button(panel(), 'Add comment'));
  await press('Enter');
  const threads = panel().getByRole('list', { name: 'Comments' }).locator('> li');
  await expect(threads).toContainText('Since when?');
  await expectFocusKept(stet);

  await press('Control+4');
  await tabTo(stet, panel().getByRole('textbox', { name: 'Reply' }));
  await type('Since Monday.');
  await press('Control+Enter');
  await expect(threads.getByRole('listitem')).toHaveCount(2);
  await expectFocusKept(stet);
  await press('Control+4');
  await tabTo(stet, button(panel(), 'Resolve'));
  await press('Enter');
  await expect(panel()).toContainText('Nothing is open');
  await expectFocusKept(stet);
});

test('changes are suggested, accepted and rejected', async () => {
  await startEmpty('Ferry timetable cut');
  await type('The late ferry runs twice a day.');
  await press('Control+Shift+g');
  await type(' So they say.');
  await press('Home');
  await times(4, 'ArrowRight');
  await times('late '.length, 'Delete');
  await expect(text().getByRole('insertion')).toHaveText([' So they say.']);
  await expect(text().getByRole('deletion')).toHaveText(['late ']);
  const suggestions = panel().getByRole('list', { name: 'Suggestions' }).locator('> li');
  await press('F6');
  await expect(suggestions).toHaveCount(2);
  if ((await suggestions.first().getAttribute('class'))?.includes('card-selected') !== true) {
    await press('F6');
  }
  await expect(suggestions.first()).toHaveClass(/card-selected/);
  await press('Control+Alt+y');
  await expect(text().locator('p')).toHaveText('The ferry runs twice a day. So they say.');
  await expect(suggestions).toHaveCount(1);
  await press('F6');
  await expect(suggestions).toHaveClass(/card-selected/);
  await press('Control+Alt+x');
  await expect(text().locator('p')).toHaveText('The ferry runs twice a day.');
  await expect(text().getByRole('insertion')).toHaveCount(0);
  await expectFocusKept(stet);
});

test('words are found and replaced', async () => {
  await startEmpty('Ferry timetable cut');
  await type('The ferry runs twice a day. A ferryman left.');
  await press('Control+Alt+f');
  const bar = stet.window.getByRole('search', { name: 'Find and replace' });
  await expect(bar.getByRole('textbox', { name: 'Find in the article' })).toBeFocused();
  await type('ferry');
  await expect(bar.getByRole('status')).toContainText('of 3');
  await tabTo(stet, button(bar, 'Whole words'));
  await press('Space');
  await expect(bar.getByRole('status')).toContainText('of 2');
  await tabTo(stet, bar.getByRole('textbox', { name: 'Replace with' }));
  await type('boat');
  await tabTo(stet, button(bar, 'Replace all'));
  await press('Enter');
  await expect(text()).toContainText('The boat runs twice a day. A ferryman left.');
  await press('Escape');
  await expect(bar).toBeHidden();
  await expectFocusKept(stet);
});

test('a table is made and filled, and a footnote put into the text', async () => {
  await startEmpty('Ferry timetable cut');
  await type('Fewer crossings');
  await press('Control+Alt+n');
  await type('By the harbour’s count.');
  await press('Enter');
  await type(' than ever.');
  await expect(text().locator(':scope > p')).toHaveText('Fewer crossingsa than ever.');
  await expect(text().locator('.footnote')).toHaveText(['By the harbour’s count.']);
  await press('Enter');
  await press('Control+Alt+t');
  await expect(dialog()).toBeVisible();
  await press('Enter');
  await expect(text().getByRole('table')).toBeVisible();
  await expectFocusKept(stet);
  await type('Year');
  await press('Tab');
  await type('Crossings');
  await expect(text().getByRole('columnheader')).toContainText(['Year', 'Crossings']);
  await command(stet, 'Delete row');
  await expect(text()).not.toContainText('Crossings');
  await expectFocusKept(stet);
  await press('Control+z');
  await expect(text().getByRole('columnheader')).toContainText(['Year', 'Crossings']);
});

test('a figure is put in and described', async () => {
  await startEmpty('Evening at the harbour');
  await type('The last boat came in at nine.');
  await answerOpenDialog(stet, [writePicture(folder, 'quay.png', bandsPng(320, 200, 3))]);
  await press('Control+Alt+i');
  await expect(text().getByRole('figure')).toHaveCount(1);
  await type('The quay at dusk');
  await expect(text().getByRole('figure')).toContainText('The quay at dusk');
  await press('ArrowUp');
  await expect(button(text(), 'Picture without alternative text')).toBeFocused();
  await press('Enter');
  const details = stet.window.getByRole('dialog', { name: 'Picture' });
  await tabTo(stet, details.getByRole('textbox', { name: 'Alternative text' }));
  await type('A quay in the evening sun');
  await tabTo(stet, details.getByRole('textbox', { name: 'Credit' }));
  await type('Photograph: Mara Lind');
  await tabTo(stet, button(details, 'Done'));
  await press('Enter');
  await expect(details).toBeHidden();
  await expect(button(text(), 'Picture: A quay in the evening sun')).toBeFocused();
  await expect(text().getByRole('figure')).toContainText('Photograph: Mara Lind');
});

test('an article is finished and exported', async () => {
  await startEmpty('Ferry timetable cut');
  await type('Nobody was asked about it.');
  await answerOpenDialog(stet, [folder]);
  await press('Control+Shift+e');
  const gate = stet.window.getByRole('dialog', { name: 'Finish and export' });
  await expect(gate).toBeVisible();
  await tabTo(stet, button(gate, /^Choose/));
  await press('Enter');
  await expect(gate).toContainText(folder.split('/').at(-1)!);
  await tabTo(stet, button(gate, /^Export 2 files/));
  await press('Enter');
  await expect(stet.window.getByRole('dialog', { name: '2 files written' })).toBeVisible();
  await press('Escape');
  await expectFocusKept(stet);
  const page = readdirSync(folder).find((name) => name.endsWith('.html'))!;
  expect(readFileSync(join(folder, page), 'utf8')).toContain('Nobody was asked about it.');
});

test('a passage is searched for in everything, and opened where it stands', async () => {
  await startWithSample();
  await find(stet, 'bottles from it unt', /^Scrutiny committee/);
  await expectFocusKept(stet);
  const found = panel().locator('mark.mark-now').first();
  await expect(found).toHaveText('bottles');
  await expect(found).toBeInViewport();
  await press('Control+2');
  await expect(panel().getByRole('document')).toBeFocused();
  await press('Escape');
  await expect(text()).toBeFocused();
});

test('a collection is made, filled and listed', async () => {
  await startWithSample();
  const sources = stet.window.getByRole('region', { name: 'Sources' });
  const chooser = button(sources, /^Which sources are listed/);
  await press('Control+Shift+l');
  await tabTo(stet, chooser);
  await press('Enter');
  const create = stet.window.getByRole('menuitemradio', { name: 'New collection…' });
  await expect(create).toBeVisible();
  await expect(async () => {
    await press('ArrowDown');
    await expect(create).toBeFocused({ timeout: 100 });
  }).toPass();
  await press('Enter');
  await expect(dialog().getByRole('textbox', { name: 'Name' })).toBeFocused();
  await type('Council');
  await press('Enter');
  await expect(chooser).toContainText('Council');
  await expectFocusKept(stet);
  await expect(sources).toContainText('Nothing is in this collection yet');

  await find(stet, 'Minutes of the water', /^Minutes/);
  await expect(panel().getByRole('document')).toBeVisible();
  await command(stet, 'Put the source into collections…');
  await tabTo(stet, dialog().getByRole('checkbox', { name: 'Council' }));
  await press('Space');
  await tabTo(stet, button(dialog(), 'Save'));
  await press('Enter');
  await expectFocusKept(stet);
  await expect(sources.locator('.rail-item-words')).toHaveText([/Minutes/]);
});

test('revisions are compared and an older one put back', async () => {
  await startEmpty('Ferry timetable cut');
  await type('The islanders heard of it on Friday.');
  await command(stet, 'Keep a revision…');
  await expect(dialog().getByRole('textbox', { name: 'Name' })).toBeFocused();
  await type('As sent to legal');
  await press('Enter');
  await expectFocusKept(stet);
  await expect(text()).toBeFocused();
  await press('Control+End');
  await type(' Nobody had asked them.');
  await press('Control+Alt+r');
  const revisions = stet.window.getByRole('dialog', { name: 'Revisions' });
  await expect(revisions.getByRole('option', { selected: true })).toContainText('As sent to legal');
  await expect(revisions.locator('ins')).toHaveText('Nobody had asked them.');
  await tabTo(stet, button(revisions, 'Put this revision back'));
  await press('Enter');
  await expectFocusKept(stet);
  await expect(text()).not.toContainText('Nobody had asked them.');
  await press('Escape');
  await press('Control+z');
  await expect(text()).toContainText('Nobody had asked them.');
});
