import { expect, type Locator, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { holdBack, letGo } from './hold-back';
import { clickBehind } from './text';

/*
 * Verdicts follow the words, not the save. What the window asks of the library is held back here, so
 * that nothing but the order of questions and answers decides.
 */

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet();
});
test.afterEach(async () => {
  // Closing waits for the save.
  await letGo(stet);
  await stet.close();
});

const manuscript = () => stet.window.getByRole('textbox', { name: 'Manuscript' });
const panel = () => stet.window.getByRole('tabpanel');
const card = (words: string): Locator =>
  stet.window
    .getByRole('list', { name: 'Quotations' })
    .getByRole('listitem')
    .filter({ hasText: words });

/** How many stretches of the text are drawn with this verdict's line. */
const drawn = (verdict: string) =>
  stet.window.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, `quotation-${verdict}`);

test('the verdict on changed words is there while their save is held back', async () => {
  const { window } = stet;
  await expect(card('Nothing should go')).toContainText('Verbatim');
  const altered = await drawn('altered');
  await holdBack(stet, 'articles.save');
  await clickBehind(manuscript(), 'before the holidays');
  await window.keyboard.type(' tomorrow');
  await expect(card('Nothing should go')).toContainText('Altered');
  await expect(card('Nothing should go').locator('ins')).toContainText('tomorrow');
  await expect(panel()).toContainText('13 quotations, 5 settled');
  await expect(panel()).toContainText('3 altered');
  await expect.poll(() => drawn('altered')).toBeGreaterThan(altered);
  await expect(window.getByRole('banner')).not.toContainText('Saved');

  for (let key = 0; key < ' tomorrow'.length; key++) await window.keyboard.press('Backspace');
  await expect(card('Nothing should go')).toContainText('Verbatim');
  await expect(panel()).toContainText('13 quotations, 6 settled');
  await window.keyboard.type(' today');
  await expect(card('Nothing should go')).toContainText('Altered');

  expect(await letGo(stet)).toBeGreaterThan(0);
  await expect(window.getByRole('banner')).toContainText('Saved');
  await expect(card('Nothing should go')).toContainText('Altered');
  await expect(card('Nothing should go').locator('ins')).toContainText('today');
});

test('a quotation is marked as soon as it is closed', async () => {
  const { window } = stet;
  await expect(panel()).toContainText('13 quotations');
  await holdBack(stet, 'articles.save');
  await clickBehind(manuscript(), 'to ask for the money back.');
  await window.keyboard.type(' “We will not wait,” Maren Aldous said.');
  await expect(card('We will not wait')).toContainText('Unlinked');
  await expect(card('We will not wait')).toContainText('Maren Aldous');
  await expect(panel()).toContainText('14 quotations, 6 settled');
});

test('without an answer of the library no verdict is claimed for changed words', async () => {
  const { window } = stet;
  await expect(card('Nothing should go')).toContainText('Verbatim');
  await holdBack(stet, 'articles.save', 'quotations.judge');
  await clickBehind(manuscript(), 'before the holidays');
  await window.keyboard.type(' tomorrow');
  await expect(card('holidays tomorrow')).toContainText('Not checkable');
  await expect(card('holidays tomorrow')).toContainText(
    'The words were changed, and the library has not answered yet.',
  );
  await expect(panel()).toContainText('13 quotations, 5 settled');

  await letGo(stet);
  await expect(card('holidays tomorrow')).toContainText('Altered');
});

test('what is changed about a source is seen at the quotations from it', async () => {
  const { window } = stet;
  const sources = window.getByRole('region', { name: 'Sources' });
  await sources.getByText('Interview with Maren Aldous').click();
  await panel().getByRole('button', { name: 'Details…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('The Aldous tape');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await expect(card('We had forty taps')).toContainText('The Aldous tape');
});
