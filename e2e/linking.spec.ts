import { expect, type Locator, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { clickBehind, dragOver } from './text';

/* The sample library: its quotations, and which of them are linked, are told in resources/sample. */

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet();
});
test.afterEach(() => stet.close());

const card = (words: string): Locator =>
  stet.window
    .getByRole('list', { name: 'Quotations' })
    .getByRole('listitem')
    .filter({ hasText: words });
const panel = () => stet.window.getByRole('tabpanel');

test('the sample library shows what Stet is for', async () => {
  await expect(panel()).toContainText('13 quotations, 6 settled');
  for (const count of ['3 verbatim', '3 permitted', '1 review', '2 altered', '4 unlinked']) {
    await expect(panel()).toContainText(count);
  }
  await expect(card('We had forty taps')).toContainText('Altered');
  await expect(card('golden clause')).toContainText('Not a quotation');
  await expect(stet.window.getByRole('button', { name: 'Quotation 1: altered' })).toBeVisible();
});

test('a card says what differs, in words and as a diff', async () => {
  await card('We had forty taps').click();
  const opened = card('We had forty taps');
  await expect(opened.locator('del')).toContainText('fourteen');
  await expect(opened.locator('ins')).toContainText('forty');
  await expect(opened).toContainText('The source says “fourteen”, not “forty”.');
});

test('a passage is found, linked, unlinked by undo and linked again by redo', async () => {
  const { window } = stet;
  await card('The bonus was paid').click();
  await window.keyboard.press('Control+l');
  const options = panel().getByRole('option');
  await expect(options.first()).toContainText('Verbatim');
  await expect(options.first()).toContainText('Scrutiny committee hearing');
  await panel().getByRole('button', { name: 'Link the first' }).click();
  await expect(window.getByRole('textbox', { name: 'Manuscript' })).toBeFocused();
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await expect(card('The bonus was paid')).toContainText('Verbatim');
  await expect(panel()).toContainText('13 quotations, 7 settled');

  await window.getByRole('textbox', { name: 'Manuscript' }).focus();
  await window.keyboard.press('Control+z');
  await expect(card('The bonus was paid')).toContainText('Unlinked');
  await expect(panel()).toContainText('13 quotations, 6 settled');
  await window.keyboard.press('Control+Shift+z');
  await expect(card('The bonus was paid')).toContainText('Verbatim');
});

test('a source that was moved to the bin is put back from a quotation', async () => {
  const { window } = stet;
  const sources = window.getByRole('region', { name: 'Sources' });
  await sources.getByText('Interview with Maren Aldous').click();
  await panel().getByRole('button', { name: 'Details…' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Move to the bin' }).click();
  await expect(sources).not.toContainText('Interview with Maren Aldous');
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await card('We had forty taps').click();
  await card('We had forty taps').getByRole('button', { name: 'Open source' }).click();
  await panel().getByRole('button', { name: 'Details…' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Put it back' }).click();
  await expect(sources).toContainText('Interview with Maren Aldous');
});

test('a quotation that fits in two places offers both', async () => {
  await card('routine variation').click();
  await stet.window.keyboard.press('Control+l');
  await expect(panel()).toContainText('2 passages found');
  await expect(panel().getByRole('option')).toHaveCount(2);
});

test('one that is nowhere says so', async () => {
  await card('I found out from the front page').click();
  await stet.window.keyboard.press('Control+l');
  await expect(panel().getByRole('option')).toHaveCount(0);
  await expect(panel()).toContainText(/no passage/i);
});

test('"Link all exact matches" links only what is certain, in one step of undo', async () => {
  const { window } = stet;
  await panel().getByRole('button', { name: 'Link all exact matches' }).click();
  await expect(card('The bonus was paid')).toContainText('Verbatim');
  // Stands in two sources: that is for an editor to decide.
  await expect(card('routine variation')).toContainText('Unlinked');
  await expect(card('Independent tests')).toContainText('Unlinked');
  await window.getByRole('textbox', { name: 'Manuscript' }).focus();
  await window.keyboard.press('Control+z');
  await expect(card('The bonus was paid')).toContainText('Unlinked');
});

test('F8 and Shift+F8 go round the open quotations', async () => {
  const { window } = stet;
  await window
    .getByRole('textbox', { name: 'Manuscript' })
    .getByRole('heading', { level: 1 })
    .click();
  const selected = () =>
    window
      .getByRole('list', { name: 'Quotations' })
      .locator('[aria-expanded="true"], [aria-current="true"]');
  await window.keyboard.press('F8');
  await expect(selected()).toContainText('We had forty taps');
  await window.keyboard.press('F8');
  await expect(selected()).toContainText('routine variation');
  await window.keyboard.press('Shift+F8');
  await expect(selected()).toContainText('We had forty taps');
  await window.keyboard.press('Shift+F8');
  await expect(selected()).toContainText('I found out from the front page');
});

test('"Use source wording" mends what differs and nothing else, and undo brings it back', async () => {
  const { window } = stet;
  const manuscript = window.getByRole('textbox', { name: 'Manuscript' });
  await card('We had forty taps').click();
  await card('We had forty taps').getByRole('button', { name: 'Use source wording' }).click();
  await expect(manuscript).toContainText(
    '“We had fourteen taps over the limit out of sixty, and one of them was in a school,” said Maren Aldous',
  );
  await expect(card('We had fourteen taps')).toContainText('Verbatim');
  await manuscript.focus();
  await window.keyboard.press('Control+z');
  await expect(manuscript).toContainText('“We had forty taps');
  await expect(card('We had forty taps')).toContainText('Altered');
});

test('a passage selected in a source is quoted at the cursor, linked and with its speaker', async () => {
  const { window } = stet;
  const manuscript = window.getByRole('textbox', { name: 'Manuscript' });
  await clickBehind(manuscript, 'to ask for the money back.');
  await window.keyboard.type(' She said: ');
  await window.getByRole('navigation').getByText('Interview with Maren Aldous').click();
  await expect(panel()).toContainText('Most of the others');
  await dragOver(panel().getByRole('document'), 'Most of the others were only just over.');
  await panel().getByRole('button', { name: 'Quote this' }).click();
  await expect(manuscript).toContainText('She said: “Most of the others were only just over.”');
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await expect(card('Most of the others')).toContainText('Verbatim');
  await expect(card('Most of the others')).toContainText('Maren Aldous');
  await expect(panel()).toContainText('14 quotations, 7 settled');
  await manuscript.focus();
  await window.keyboard.press('Control+z');
  await expect(manuscript).not.toContainText('Most of the others');
  await expect(panel()).toContainText('13 quotations, 6 settled');
});

test('a verdict follows the text as it is edited', async () => {
  const { window } = stet;
  const manuscript = window.getByRole('textbox', { name: 'Manuscript' });
  await card('Nothing should go to the schools').click();
  await expect(card('Nothing should go')).toContainText('Verbatim');
  await clickBehind(manuscript, 'before the holidays');
  await window.keyboard.type(' tomorrow');
  await expect(card('Nothing should go')).toContainText('Altered');
});

test('what an editor lets stand settles it, and lapses when the text changes', async () => {
  const { window } = stet;
  await card('We should have told families').click();
  await card('We should have told families')
    .getByRole('button', { name: /Let it stand|Accept/ })
    .click();
  const dialog = window.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: /reason/i })
    .fill('Checked against the recording twice');
  const name = dialog.getByRole('textbox', { name: /name/i });
  if (await name.isVisible()) await name.fill('Ada Voss');
  await dialog.getByRole('button', { name: /Let it stand|Accept/ }).click();
  await expect(dialog).toBeHidden();
  await expect(panel()).toContainText('13 quotations, 7 settled');
  await expect(card('We should have told families')).toContainText('Ada Voss');
});

test('the house profile decides verdicts, is set in the window, and can be taken back', async () => {
  const { window } = stet;
  await expect(panel()).toContainText('3 permitted');
  await window.keyboard.press('Control+k');
  await window.keyboard.type('House profile');
  await window.getByRole('option', { name: 'House profile…' }).click();
  const dialog = window.getByRole('dialog', { name: 'House profile' });
  await expect(dialog.getByRole('radio', { name: /^Strict/ })).toBeChecked();
  // A house where words in brackets have to be looked at.
  const profile = { name: 'Fenhallow Gazette', base: 'strict', rules: { bracket: 'review' } };
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'gazette.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(profile)),
  });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Fenhallow Gazette');
  const brackets = dialog.getByRole('textbox', { name: 'Brackets may replace (words)' });
  await brackets.fill('-1');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await brackets.fill('5');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(panel()).toContainText('2 permitted');
  await expect(card('water bottles from [the fountain]')).toContainText('Review');

  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(panel()).toContainText('3 permitted');
});

test('a file that is no house profile changes nothing', async () => {
  const { window } = stet;
  await window.keyboard.press('Control+k');
  await window.keyboard.type('House profile');
  await window.getByRole('option', { name: 'House profile…' }).click();
  const dialog = window.getByRole('dialog', { name: 'House profile' });
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'story.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"base": "lenient"'),
  });
  await expect(dialog.getByRole('alert')).toContainText('Nothing was changed');
  await expect(dialog.getByRole('radio', { name: /^Strict/ })).toBeChecked();
});
