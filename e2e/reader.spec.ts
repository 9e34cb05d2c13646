import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { lines, twoColumns, writePdf } from '../src-shared/import/pdf-writing';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { watchTasks } from './tasks';
import { clickBehind, dragOver } from './text';

/* The reader in the Source tab: who quotes what, places, pages as they are printed, long sources. */

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-reader-'));
  stet = await launchStet();
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

const panel = () => stet.window.getByRole('tabpanel');
const reader = () => panel().getByRole('document');

async function add(name: string, content: string | Uint8Array) {
  writeFileSync(join(folder, name), content);
  await answerOpenDialog(stet, [join(folder, name)]);
  await stet.window.keyboard.press('Control+Shift+O');
  await stet.window.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(reader()).toBeVisible();
}

test('quoted words say who quotes them, how it compares, and lead there', async () => {
  const { window } = stet;
  await window.getByRole('navigation').getByText('Interview with Maren Aldous').click();
  const mark = reader().getByRole('link').first();
  await mark.hover();
  const card = window.getByRole('tooltip').filter({ has: window.locator('.quoting') });
  await expect(card).toContainText('Altered');
  await expect(card).toContainText('We had forty taps');
  await card.getByRole('button').first().click();
  await expect(card).toBeHidden();
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await expect(
    window
      .getByRole('list', { name: 'Quotations' })
      .locator('[aria-expanded="true"], [aria-current="true"]'),
  ).toContainText('We had forty taps');
});

test('the card comes with the keyboard too, and Escape takes it away', async () => {
  const { window } = stet;
  await window.getByRole('navigation').getByText('Interview with Maren Aldous').click();
  await reader().focus();
  await window.keyboard.press('Tab');
  while (
    !(await reader()
      .getByRole('link')
      .first()
      .evaluate((mark) => mark === document.activeElement))
  ) {
    await window.keyboard.press('Tab');
  }
  const card = window.locator('.quoting-card');
  await expect(card).toContainText('We had forty taps');
  await window.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('a time is gone to by a small field, with the keys', async () => {
  const { window } = stet;
  await window.getByRole('navigation').getByText('Scrutiny committee hearing').click();
  await expect(panel()).toContainText('41:03');
  await window.keyboard.press('Control+g');
  const field = panel().getByRole('textbox', { name: 'Go to time' });
  await expect(field).toBeFocused();
  await field.fill('41:40');
  await window.keyboard.press('Enter');
  // It is done with.
  await expect(field).toBeHidden();
  await expect(reader().getByText('It took 11 weeks to print one letter.')).toBeInViewport();
  await window.keyboard.press('Control+g');
  await field.fill('next week');
  await window.keyboard.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(panel().getByText('There is no such place in this source.')).toBeAttached();
  await window.keyboard.press('Escape');
  await expect(field).toBeHidden();
});

const PDF = writePdf([
  twoColumns(),
  lines(['The second page has other words on it.'], { y: 740 }),
  lines(['The third page is the last one of them.'], { y: 740 }),
]);

/** How much of a page's picture is dark within a mark on it, from 0 to 1. */
async function inkUnder(mark: Locator): Promise<number> {
  return mark.evaluate((element) => {
    const sheet = element.closest('.page-sheet');
    const image = sheet?.querySelector('img');
    if (!sheet || !image) return -1;
    const to = image.naturalWidth / sheet.getBoundingClientRect().width;
    const box = element.getBoundingClientRect();
    const origin = sheet.getBoundingClientRect();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(box.width * to);
    canvas.height = Math.round(box.height * to);
    const context = canvas.getContext('2d');
    if (!context) return -1;
    context.drawImage(image, -(box.left - origin.left) * to, -(box.top - origin.top) * to);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let index = 0; index < data.length; index += 4) if (data[index]! < 128) dark += 1;
    return dark / (data.length / 4);
  });
}

test('a PDF is shown as its page, with the words that are looked for marked on it', async () => {
  const { window } = stet;
  await add('quay.pdf', PDF);
  await expect(reader()).toContainText('The ferry was late again on Monday');
  await expect(reader()).toContainText('p. 2');
  await panel().getByRole('radio', { name: 'Page' }).click();
  await expect(panel().getByRole('img', { name: 'Page 1 as it is printed' })).toBeVisible();
  await expect(panel().getByPlaceholder('1 of 3')).toBeVisible();

  await panel().getByRole('searchbox').fill('the harbour opened at nine');
  const marks = panel().locator('.page-found-now');
  // In both columns.
  await expect(marks).toHaveCount(2);
  const [left, right] = [await marks.nth(0).boundingBox(), await marks.nth(1).boundingBox()];
  expect(left!.y).toBeGreaterThan(right!.y);
  expect(left!.x + left!.width).toBeLessThan(right!.x);
  // There are letters under them, and none beside them.
  for (const mark of [marks.nth(0), marks.nth(1)]) {
    await expect.poll(() => inkUnder(mark)).toBeGreaterThan(0.01);
  }

  // A click on the page goes to the words in the text.
  const { x, y, width, height } = right!;
  await window.mouse.click(x + width - 3, y + height / 2);
  await expect(panel().getByRole('radio', { name: 'Text' })).toBeChecked();
  await expect(reader().locator('.mark-now')).toHaveText('nine.');
});

test('pages are turned with buttons, keys and a number, and made larger', async () => {
  const { window } = stet;
  await add('quay.pdf', PDF);
  await panel().getByRole('radio', { name: 'Page' }).click();
  await expect(panel().getByRole('img', { name: 'Page 1 as it is printed' })).toBeVisible();
  const width = async () => (await panel().locator('.pdf-page').first().boundingBox())!.width;
  const fitting = await width();
  expect(fitting).toBeGreaterThan(350);

  await panel().getByRole('button', { name: 'Next page' }).click();
  await expect(panel().getByPlaceholder('2 of 3')).toBeVisible();
  await reader().focus();
  await window.keyboard.press('PageDown');
  await expect(panel().getByPlaceholder('3 of 3')).toBeVisible();
  await window.keyboard.press('PageUp');
  await expect(panel().getByPlaceholder('2 of 3')).toBeVisible();
  await window.keyboard.press('+');
  await expect(panel().getByRole('button', { name: 'As wide as the panel' })).toHaveText('125%');
  await expect.poll(width).toBeGreaterThan(fitting * 1.2);
  await window.keyboard.press('0');
  await expect.poll(width).toBeCloseTo(fitting, 0);
  await window.keyboard.press('Control+g');
  await window.keyboard.type('p. 1');
  await window.keyboard.press('Enter');
  await expect(panel().getByPlaceholder('1 of 3')).toBeVisible();
});

test('a quoted passage is marked on the page, and shown from its card', async () => {
  const { window } = stet;
  await add('quay.pdf', PDF);
  const manuscript = window.getByRole('textbox', { name: 'Manuscript' });
  await clickBehind(manuscript, 'to ask for the money back.');
  await window.keyboard.type(' It said: ');
  await dragOver(reader(), 'there would be no boat until the end of the week');
  await panel().getByRole('button', { name: 'Quote this' }).click();
  await expect(manuscript).toContainText('It said: “there would be no boat');
  await panel().getByRole('radio', { name: 'Page' }).click();
  const marks = panel().locator('.page-mark');
  await expect(marks).toHaveCount(2);
  await expect.poll(() => inkUnder(marks.nth(1))).toBeGreaterThan(0.01);
});

test('a source of ten megabytes opens, is searched and quoted without making anybody wait', async () => {
  test.slow();
  const { window } = stet;
  const paragraphs = Array.from(
    { length: 20_000 },
    (_, index) =>
      `Paragraph ${index + 1} of the inquiry. ${'The witness said that nothing had been decided on that day, and that nobody had asked. '.repeat(6)}`,
  );
  paragraphs[15_000] += 'The lamp had been out since March.';
  await add('inquiry.txt', paragraphs.join('\n\n'));
  await expect(reader()).toContainText('Paragraph 1 of the inquiry');
  // Elements for all of it would be a hundred thousand.
  expect(await reader().evaluate((element) => element.querySelectorAll('*').length)).toBeLessThan(
    5_000,
  );
  const longest = await watchTasks(stet);
  await panel().getByRole('searchbox').fill('lamp had been out');
  await expect(panel()).toContainText('1 of 1');
  await expect(reader().getByText('The lamp had been out since March.')).toBeInViewport();
  await dragOver(reader(), 'The lamp had been out since March.');
  await expect(panel().getByRole('button', { name: 'Quote this' })).toBeEnabled();
  const manuscript = window.getByRole('textbox', { name: 'Manuscript' });
  await clickBehind(manuscript, 'to ask for the money back.');
  await window.keyboard.type(' They were told.');
  await reader().focus();
  await window.keyboard.press('Control+End');
  expect(await longest()).toBeLessThan(600);
});

test('what must not be used is struck on the page too, with its reason', async () => {
  const { window } = stet;
  await add('quay.pdf', PDF);
  await panel().getByRole('button', { name: 'Note or exclude' }).click();
  await window.getByRole('menuitem', { name: /Exclude all of this source/ }).click();
  await window.keyboard.type('Sent by mistake');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toBeHidden();
  await panel().getByRole('radio', { name: 'Page' }).click();
  const struck = panel().getByRole('img', { name: 'Must not be used: Sent by mistake' });
  await expect(struck.first()).toBeVisible();
  await panel().getByRole('radio', { name: 'Text', exact: true }).click();
  await panel().getByRole('button', { name: '1 exclusion' }).click();
  await panel().getByRole('button', { name: 'Lift' }).click();
  await panel().getByRole('radio', { name: 'Page' }).click();
  await expect(panel().getByRole('img', { name: 'Page 1 as it is printed' })).toBeVisible();
  await expect(struck).toHaveCount(0);
});
