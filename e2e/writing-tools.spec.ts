import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { clickBehind, manuscriptOf, startArticle } from './text';

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet({ empty: true });
  await startArticle(stet, 'Ferry timetable cut by half');
});
test.afterEach(() => stet.close());

/** Runs a command by its name in the palette. */
async function command(name: string): Promise<void> {
  await stet.window.keyboard.press('Control+k');
  await stet.window.keyboard.type(name);
  await stet.window.getByRole('option', { name }).first().click();
}

/** The article exported as Markdown and as HTML. */
async function exported(): Promise<{ markdown: string; html: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-tools-'));
  await answerOpenDialog(stet, [folder]);
  await stet.window.keyboard.press('Control+Shift+e');
  const dialog = stet.window.getByRole('dialog', { name: 'Finish and export' });
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await dialog.getByRole('button', { name: /^Export 2 files/ }).click();
  await expect(stet.window.getByRole('dialog', { name: '2 files written' })).toBeVisible();
  const read = (ending: string) => {
    const name = readdirSync(folder).find((one) => one.endsWith(ending));
    return readFileSync(join(folder, name ?? ''), 'utf8');
  };
  const files = { markdown: read('.md'), html: read('.html') };
  rmSync(folder, { recursive: true, force: true });
  return files;
}

test('a pull quote of two paragraphs gets its attribution, and is exported as one', async () => {
  const { keyboard } = stet.window;
  const page = manuscriptOf(stet);
  await keyboard.type('The boat was late again.');
  await keyboard.press('Enter');
  await keyboard.type('/pull');
  await keyboard.press('Enter');
  await keyboard.type('We were never asked.');
  await keyboard.press('Enter');
  await keyboard.type('Not once.');
  await expect(page.locator('blockquote.pull-quote p')).toHaveText([
    'We were never asked.',
    'Not once.',
  ]);
  await command('Attribution of the quotation');
  await expect(page).toBeFocused();
  await keyboard.type('Olive Marsh, shopkeeper');
  await expect(page.locator('.pull-quote + .attribution')).toHaveText('— Olive Marsh, shopkeeper');
  await expect(stet.window.getByRole('list', { name: 'Quotations' })).toContainText('Olive Marsh');
  await keyboard.press('Enter');
  await keyboard.type('She runs the shop.');
  await expect(page.locator('.attribution')).toHaveCount(1);

  // Block quotation and pull quote are the same words, drawn in another way.
  await clickBehind(page, 'Not once.');
  await keyboard.press('Control+Shift+b');
  await expect(page.locator('blockquote:not(.pull-quote)')).toHaveCount(1);
  await keyboard.press('Control+z');
  await expect(page.locator('blockquote.pull-quote')).toHaveCount(1);
  await expect(stet.window.getByRole('banner')).toContainText(/Saved/);

  const { markdown, html } = await exported();
  expect(markdown).toContain(
    '> We were never asked.\n>\n> Not once.\n\n— Olive Marsh, shopkeeper\n',
  );
  expect(html.replace(/\n/g, '')).toContain(
    '<aside class="pullquote"><figure class="quote"><blockquote><p>We were never asked.</p><p>Not once.</p></blockquote><figcaption>Olive Marsh, shopkeeper</figcaption></figure></aside>',
  );
});

test('a special character is searched for by name and put in with one step of undo', async () => {
  const { window } = stet;
  const { keyboard } = window;
  const page = manuscriptOf(stet);
  await keyboard.type('12');
  await keyboard.press('Control+Alt+s');
  const dialog = window.getByRole('dialog', { name: 'Special character' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await keyboard.type('no-break space');
  await expect(dialog.getByRole('status')).toContainText('U+');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowLeft');
  await dialog.getByRole('option', { name: 'no-break space', exact: true }).hover();
  await expect(dialog.getByRole('status')).toHaveText('no-break space, U+00A0');
  await keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page).toBeFocused();
  await keyboard.type('km');
  const text = () => page.locator(':scope > p').first().textContent();
  await expect.poll(text).toBe('12\u00a0km');
  // The letters, which are two steps where there was a pause between them; then the character.
  await expect(async () => {
    await keyboard.press('Control+z');
    expect(await text()).toBe('12\u00a0');
  }).toPass({ intervals: [20] });
  await keyboard.press('Control+z');
  await expect.poll(text).toBe('12');

  // What was used last comes first, and the arrows go up and down among the lines.
  await keyboard.press('Control+Alt+s');
  await expect(dialog.getByRole('group', { name: 'Used lately' }).getByRole('option')).toHaveCount(
    1,
  );
  await keyboard.press('ArrowDown');
  await expect(dialog.getByRole('status')).toHaveText('opening double quotation mark, U+201C');
  await keyboard.press('ArrowRight');
  await expect(dialog.getByRole('status')).toHaveText('closing double quotation mark, U+201D');
  await keyboard.press('ArrowUp');
  await expect(dialog.getByRole('status')).toHaveText('no-break space, U+00A0');
  await keyboard.type('1f6a2');
  await keyboard.press('Enter');
  await expect.poll(text).toBe('12🚢');
  await keyboard.press('Control+Alt+s');
  await keyboard.type('nothing such');
  await expect(dialog.getByRole('status')).toHaveText('No character has this name.');
  await keyboard.press('Escape');
  await expect(page).toBeFocused();
  // The dialog leaves the cursor where it was.
  await keyboard.type('!');
  await expect.poll(text).toBe('12🚢!');
});

test('a link shows where it leads; it is copied, opened, changed and removed', async () => {
  const { window } = stet;
  const { keyboard } = window;
  const page = manuscriptOf(stet);
  const card = window.getByRole('toolbar', { name: 'Link' });
  await keyboard.type('Read the schedule for more.');
  for (let step = 0; step < ' for more.'.length; step++) await keyboard.press('ArrowLeft');
  for (let step = 0; step < 'schedule'.length; step++) await keyboard.press('Shift+ArrowLeft');
  await keyboard.press('Control+Shift+k');
  await window.getByRole('textbox', { name: 'Address' }).fill('ferries.example.org/winter');
  await keyboard.press('Enter');
  await expect(page.getByRole('link')).toHaveText('schedule');
  await expect(card).toContainText('ferries.example.org/winter');
  await keyboard.press('End');
  await expect(card).toBeHidden();

  await page.getByRole('link').click();
  await card.getByRole('button', { name: /^Copy/ }).click();
  await expect
    .poll(() => stet.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('https://ferries.example.org/winter');

  // The main process asks before it hands an address to the browser.
  await stet.app.evaluate(({ dialog, shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  await clickBehind(page, 'sched');
  await command('Open link in the browser');
  await expect
    .poll(() => stet.app.evaluate(() => (globalThis as { opened?: string[] }).opened))
    .toEqual(['https://ferries.example.org/winter']);

  await clickBehind(page, 'sched');
  await keyboard.press('Escape');
  await expect(card).toBeHidden();
  await keyboard.press('End');
  await clickBehind(page, 'sched');
  await card.getByRole('button', { name: /^Change/ }).click();
  await window.getByRole('textbox', { name: 'Address' }).fill('mara@example.org');
  await keyboard.press('Enter');
  await expect(page.getByRole('link')).toHaveAttribute('href', 'mailto:mara@example.org');
  await clickBehind(page, 'sched');
  await card.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByRole('link')).toHaveCount(0);
  await expect(page).toContainText('Read the schedule for more.');
  await keyboard.press('Control+z');
  await expect(page.getByRole('link')).toHaveText('schedule');

  // An address of the site that the article will stand on is kept, and leads nowhere from here.
  await clickBehind(page, 'sched');
  await card.getByRole('button', { name: /^Change/ }).click();
  await window.getByRole('textbox', { name: 'Address' }).fill('/about/');
  await keyboard.press('Enter');
  await expect(card).toContainText('/about/');
  await expect(card).toContainText('on the site of the article');
  await expect(card.getByRole('button', { name: /^Open/ })).toHaveCount(0);
  await expect(card.getByRole('button', { name: /^Copy/ })).toBeVisible();
});

test('lists nest by Tab, mix their kinds, and tasks are ticked by keyboard', async () => {
  const { keyboard } = stet.window;
  const page = manuscriptOf(stet);
  await keyboard.type('- one');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.type('below');
  await keyboard.press('Control+Shift+7');
  await keyboard.press('Enter');
  await keyboard.type('second');
  await keyboard.press('Enter');
  await keyboard.press('Shift+Tab');
  await keyboard.type('two');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('Between.');
  await keyboard.press('Enter');
  await keyboard.press('Control+Shift+9');
  await keyboard.type('call the harbour');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.type('and the port');
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  await page
    .getByRole('checkbox')
    .first()
    .click({ position: { x: 6, y: 14 } });
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await expect(stet.window.getByRole('banner')).toContainText(/Saved/);
  const { markdown, html } = await exported();
  expect(markdown).toContain(
    '- one\n  1. below\n  2. second\n- two\n\nBetween.\n\n- [x] call the harbour\n  - [ ] and the port\n',
  );
  expect(html.replace(/\n/g, '')).toContain(
    '<ul><li>one<ol><li>below</li><li>second</li></ol></li><li>two</li></ul>',
  );
});
