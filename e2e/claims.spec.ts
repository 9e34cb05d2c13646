import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { takePictures } from './screenshots';
import { dragOver, manuscriptOf, placeOfWords } from './text';

/* The sample library: an article with figures and dates, and the sources that they are from. */

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet();
  await expect(manuscriptOf(stet)).toBeVisible();
});
test.afterEach(() => stet.close());

const drawn = (name: string) =>
  stet.window.evaluate((highlight) => {
    const texts = [...(CSS.highlights.get(highlight) ?? [])].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
    return texts.sort().join(' | ');
  }, name);

const panel = () => stet.window.getByRole('tabpanel');
const claims = () => panel().getByRole('list', { name: 'Claims' }).locator('> li');
const suggested = () =>
  panel().getByRole('list', { name: 'Sentences that may need a source' }).locator('> li');
const source = () => stet.window.getByRole('tabpanel', { name: 'Source' });

async function mark(words: string) {
  await dragOver(manuscriptOf(stet), words);
  await stet.window.keyboard.press('Control+Alt+c');
  await expect(claims().filter({ hasText: words })).toBeVisible();
}

test('words are marked as a claim by keyboard, linked to a passage, signed, and undone', async () => {
  const { window } = stet;
  await mark('31 micrograms of');
  await expect(claims()).toHaveCount(1);
  await expect(claims()).toContainText('No source');
  await expect.poll(() => drawn('claim-open')).toBe('31 micrograms of');

  await claims().getByRole('button', { name: 'Find passages' }).click();
  const option = source().getByRole('option').first();
  await expect(option).toContainText('thirty-one');
  await takePictures(stet, 'passages');
  await source().getByRole('button', { name: 'Link this passage' }).click();
  await expect(manuscriptOf(stet)).toBeFocused();
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await expect(claims()).toContainText('To be signed');
  await expect.poll(() => drawn('claim-linked')).toBe('31 micrograms of');

  await claims().getByRole('button', { name: 'Sign as checked' }).click();
  await expect(claims()).toContainText('Checked by');
  await expect.poll(() => drawn('claim-checked')).toBe('31 micrograms of');
  await takePictures(stet, 'checked');

  await manuscriptOf(stet).focus();
  await window.keyboard.press('Control+z');
  await expect(claims()).toContainText('To be signed');
  await window.keyboard.press('Control+z');
  await expect(claims()).toContainText('No source');
  await window.keyboard.press('Control+z');
  await expect(claims()).toHaveCount(0);
  for (let step = 0; step < 3; step++) await window.keyboard.press('Control+Shift+z');
  await expect(claims()).toContainText('Checked by');
});

test('a check lapses when the words of the claim change, and holds again with the former', async () => {
  const { window } = stet;
  await mark('31 micrograms of');
  await claims().getByRole('button', { name: 'Let it stand…' }).click();
  await claims().getByRole('textbox', { name: 'Reason' }).fill('I counted them.');
  await claims().getByRole('textbox', { name: 'Your name' }).fill('Noor Haddad');
  await claims().getByRole('button', { name: 'Let it stand', exact: true }).click();
  await expect(claims()).toContainText('Accepted by Noor Haddad');
  const { from } = await placeOfWords(manuscriptOf(stet), '1 micrograms of');
  await window.mouse.click(from.x, from.y);
  await window.keyboard.type('3');
  await expect(claims()).toContainText('the words have changed since');
  await expect.poll(() => drawn('claim-open')).toMatch(/^3+1 micrograms of$/);
  await window.keyboard.press('Backspace');
  await expect(claims()).toContainText('Accepted by Noor Haddad');
});

test('a claim keeps its place through typing beside it, Enter inside it, and undo', async () => {
  const { window } = stet;
  await mark('31 micrograms of');
  const { to } = await placeOfWords(manuscriptOf(stet), '31 micrograms of');
  await window.mouse.click(to.x + 1, to.y);
  await window.keyboard.type(' or so');
  await expect.poll(() => drawn('claim-open')).toBe('31 micrograms of');
  await window.keyboard.press('Control+z');
  const inside = await placeOfWords(manuscriptOf(stet), 'micrograms of');
  await window.mouse.click(inside.from.x, inside.from.y);
  await window.keyboard.press('Enter');
  await expect.poll(() => drawn('claim-open')).toBe('31  | micrograms of');
  await expect(claims()).toHaveCount(1);
  await window.keyboard.press('Backspace');
  await expect.poll(() => drawn('claim-open')).toBe('31 micrograms of');
});

test('copied and pasted it is two claims, both linked', async () => {
  const { window } = stet;
  await mark('31 micrograms of');
  await claims().getByRole('button', { name: 'Find passages' }).click();
  await source().getByRole('button', { name: 'Link this passage' }).click();
  await expect(manuscriptOf(stet)).toBeFocused();
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await expect(claims()).toContainText('To be signed');
  await dragOver(manuscriptOf(stet), '31 micrograms of');
  await window.keyboard.press('Control+c');
  const { to } = await placeOfWords(manuscriptOf(stet), 'Nobody turned it off until September.');
  await window.mouse.click(to.x, to.y);
  await window.keyboard.press('End');
  await window.keyboard.press('Control+v');
  await expect(claims()).toHaveCount(2);
  await expect(claims().filter({ hasText: 'To be signed' })).toHaveCount(2);
  await window.keyboard.press('Control+z');
  await expect(claims()).toHaveCount(1);
});

test('a passage that is selected in the reader becomes the source of the claim, and tells it', async () => {
  const { window } = stet;
  await mark('31 micrograms of');
  await window.getByRole('button', { name: /^Minutes of the water board/ }).click();
  const reader = source().getByRole('document');
  await dragOver(reader, 'above the limit of 10 micrograms');
  await source().getByRole('button', { name: 'Source for claim' }).click();
  await expect(window.getByRole('status').first()).toBeAttached();
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await expect(claims().locator('blockquote')).toHaveText('above the limit of 10 micrograms');

  await window.getByRole('tab', { name: 'Source' }).click();
  const told = reader.locator('[data-quoted]', { hasText: 'above the limit of 10 micrograms' });
  await expect(told).toHaveAttribute('aria-description', /^Source of a claim in “Town hall knew/);
  await told.hover();
  await expect(window.getByRole('tooltip')).toContainText('Claim');
  await expect(window.getByRole('tooltip')).toContainText('31 micrograms of');
  await takePictures(stet, 'source');
  await window.keyboard.press('Control+k');
  await window.keyboard.type('What quotes this source');
  await window.getByRole('option', { name: 'What quotes this source…' }).click();
  const uses = window.getByRole('dialog', { name: 'What quotes this source' });
  await uses.getByRole('button', { name: /^Claim: 31 micrograms of/ }).click();
  await expect(uses).toBeHidden();
  await expect(claims()).toHaveCount(1);
  await expect(claims()).toBeVisible();
});

test('sentences that may need a source are listed, linked with one click, dismissed and brought back', async () => {
  const { window } = stet;
  await window.getByRole('radio', { name: /^Claims/ }).click();
  const sentence = suggested().filter({ hasText: 'three times the legal limit' });
  await expect(sentence).toContainText('figure');
  const count = await suggested().count();
  expect(count).toBeGreaterThan(5);
  await takePictures(stet, 'suggestions');

  await sentence.getByRole('button').first().click();
  await expect(sentence.getByRole('button', { name: 'Link', exact: true })).toBeVisible();
  await takePictures(stet, 'suggestion');
  await sentence.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(claims()).toHaveCount(1);
  await expect(claims()).toContainText('To be signed');
  await expect(suggested()).toHaveCount(count - 1);

  const other = suggested().filter({ hasText: 'The money was paid on 18 July.' });
  await other.getByRole('button').first().click();
  await other.getByRole('button', { name: 'Needs no source' }).click();
  await expect(suggested()).toHaveCount(count - 2);
  await expect(panel()).toContainText('1 sentence needs no source, you said.');
  await manuscriptOf(stet).focus();
  await window.keyboard.press('Control+z');
  await expect(suggested()).toHaveCount(count - 1);
  // One step back more: the claim is gone, with its link.
  await window.keyboard.press('Control+z');
  await expect(claims()).toHaveCount(0);
  await expect(suggested()).toHaveCount(count);
});

test('F8 goes to open claims too; the gate has them; the status bar counts them', async () => {
  const { window } = stet;
  await mark('31 micrograms of lead');
  await expect(window.getByRole('contentinfo')).toContainText('1 claim, 1 open');
  await manuscriptOf(stet).focus();
  await window.keyboard.press('Control+Home');
  await window.keyboard.press('F8');
  await expect(claims()).toHaveClass(/card-selected/);
  await expect.poll(() => drawn('claim-selected')).toBe('31 micrograms of lead');
  await window.keyboard.press('Control+Shift+e');
  const gate = window.getByRole('dialog');
  await expect(gate).toContainText('A claim is not checked: “31 micrograms of lead”');
});
