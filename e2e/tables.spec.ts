import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { checkHtml, hasJava } from '../src-main/export/nu-checker';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { clickBehind, manuscriptOf, startArticle } from './text';

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet({ empty: true });
  await startArticle(stet, 'Ferry timetable cut by half');
});
test.afterEach(() => stet.close());

/** The words of the table, row by row. */
const grid = () =>
  manuscriptOf(stet)
    .getByRole('table')
    .evaluate((table: HTMLTableElement) =>
      [...table.rows].map((row) =>
        [...row.cells].map((cell) => [...cell.children].map((line) => line.textContent).join('\n')),
      ),
    );

/** A table of two rows and two columns with a header, by keyboard from the text. */
async function insertTable(): Promise<void> {
  const { keyboard } = stet.window;
  await keyboard.press('Control+Alt+t');
  const dialog = stet.window.getByRole('dialog', { name: 'Table' });
  await expect(dialog.getByRole('textbox', { name: 'Columns' })).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await expect(dialog.getByRole('status')).toHaveText('2 columns, 2 rows');
  await keyboard.press('Enter');
  await expect(manuscriptOf(stet).getByRole('columnheader')).toHaveCount(2);
  await expect(manuscriptOf(stet)).toBeFocused();
}

async function fill(...cells: string[]): Promise<void> {
  const { keyboard } = stet.window;
  for (const [index, text] of cells.entries()) {
    if (index > 0) await keyboard.press('Tab');
    await keyboard.type(text);
  }
}

test('a table is made, filled and changed by keyboard; Tab in its last cell begins a row', async () => {
  const { keyboard } = stet.window;
  await keyboard.type('Before it.');
  await keyboard.press('Enter');
  await insertTable();
  await fill('Year', 'Crossings', '2024', '4,120', '2025', '2,060');
  await expect.poll(grid).toEqual([
    ['Year', 'Crossings'],
    ['2024', '4,120'],
    ['2025', '2,060'],
  ]);
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await keyboard.press('End');
  await keyboard.type('!');
  await expect.poll(async () => (await grid())[1]?.[1]).toBe('4,120!');
  await keyboard.press('Backspace');

  const command = async (name: string) => {
    await keyboard.press('Control+k');
    await keyboard.type(name);
    await stet.window.getByRole('option', { name, exact: false }).first().click();
    await expect(manuscriptOf(stet)).toBeFocused();
  };
  await command('Row below');
  await keyboard.type('total');
  await expect.poll(grid).toEqual([
    ['Year', 'Crossings'],
    ['2024', '4,120'],
    ['', 'total'],
    ['2025', '2,060'],
  ]);
  await command('Delete row');
  await command('Column before');
  await keyboard.type('x');
  await expect.poll(async () => (await grid()).map((row) => row.length)).toEqual([3, 3, 3]);
  await command('Delete column');
  await command('Header row on or off');
  await expect(manuscriptOf(stet).getByRole('columnheader')).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect(manuscriptOf(stet).getByRole('columnheader')).toHaveCount(2);
  await expect.poll(grid).toEqual([
    ['Year', 'Crossings'],
    ['2024', '4,120'],
    ['2025', '2,060'],
  ]);
  await command('Delete table');
  await expect(manuscriptOf(stet).getByRole('table')).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect(manuscriptOf(stet).getByRole('table')).toHaveCount(1);
});

test('arrows go into the table and out of it', async () => {
  const { keyboard } = stet.window;
  await keyboard.type('Above.');
  await keyboard.press('Enter');
  await insertTable();
  await fill('a', 'b', 'c', 'd');
  await keyboard.press('ArrowDown');
  await keyboard.type('Below.');
  await expect(manuscriptOf(stet).locator(':scope > p').last()).toHaveText('Below.');
  await keyboard.press('ArrowUp');
  await keyboard.press('End');
  await keyboard.type('1');
  await expect.poll(async () => (await grid())[1]?.join()).toMatch(/1/);
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await keyboard.press('End');
  await keyboard.type(' Up.');
  await expect(manuscriptOf(stet).locator(':scope > p').first()).toHaveText('Above. Up.');
});

test('by mouse: the size is pointed at, the menu at the table has what can be done', async () => {
  const { keyboard } = stet.window;
  await keyboard.type('/table');
  await stet.window.getByRole('option', { name: /^Table/ }).click();
  const dialog = stet.window.getByRole('dialog', { name: 'Table' });
  await dialog
    .locator('.table-picker-cell')
    .nth(8 + 3)
    .hover();
  await expect(dialog.getByRole('status')).toHaveText('4 columns, 2 rows');
  await dialog
    .locator('.table-picker-cell')
    .nth(8 + 3)
    .click();
  await expect.poll(grid).toEqual([Array(4).fill(''), Array(4).fill('')]);
  await expect(manuscriptOf(stet)).toBeFocused();
  await keyboard.type('Port');
  await stet.window.getByRole('button', { name: 'What to do with the table' }).click();
  await stet.window.getByRole('menuitem', { name: 'Header column on or off' }).click();
  await expect(manuscriptOf(stet).getByRole('rowheader')).toHaveCount(1);
  await expect(manuscriptOf(stet)).toBeFocused();
  await keyboard.type(' of call');
  await expect.poll(async () => (await grid())[0]?.[0]).toBe('Port of call');
  await expect(manuscriptOf(stet)).not.toContainText('/table');
});

test('a quotation in a cell is found, numbered and gone to; find and replace look there too', async () => {
  const { keyboard } = stet.window;
  await insertTable();
  await fill(
    'Who',
    'Said',
    'Olive Marsh',
    '“Nobody on the island was ever asked,” Olive Marsh said.',
  );
  const list = stet.window.getByRole('list', { name: 'Quotations' });
  await expect(list).toContainText('Nobody on the island was ever asked');
  await expect(stet.window.locator('.margin-number')).toHaveText('1');
  await keyboard.press('ArrowDown');
  await keyboard.press('F8');
  await expect(list.getByRole('listitem').first()).toContainText('Nobody');
  await keyboard.press('Control+Alt+f');
  await keyboard.type('Marsh');
  await expect(stet.window.getByText('2 of 2')).toBeVisible();
  await keyboard.press('Tab');
  await stet.window.getByRole('textbox', { name: 'Replace with' }).fill('Marlow');
  await stet.window.getByRole('button', { name: 'Replace all' }).click();
  await expect
    .poll(async () => (await grid())[1])
    .toEqual(['Olive Marlow', '“Nobody on the island was ever asked,” Olive Marlow said.']);
});

test('cells go to a spreadsheet and come from one', async () => {
  const { window } = stet;
  const { keyboard } = window;
  await stet.app.evaluate(({ clipboard }) => clipboard.writeText('Port\tBoats\nSaltmere\t12\n'));
  await keyboard.press('Control+v');
  await expect.poll(grid).toEqual([
    ['Port', 'Boats'],
    ['Saltmere', '12'],
  ]);
  const cells = manuscriptOf(stet).getByRole('cell');
  await cells.first().click();
  const from = await cells.first().boundingBox();
  const to = await cells.last().boundingBox();
  await window.mouse.move(from!.x + 20, from!.y + 12);
  await window.mouse.down();
  await window.mouse.move(to!.x + 20, to!.y + 12, { steps: 6 });
  await window.mouse.up();
  const selected = () => manuscriptOf(stet).locator('.cell-selected');
  await expect(selected()).toHaveCount(4);
  await keyboard.press('Control+c');
  await expect
    .poll(() => stet.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('Port\tBoats\nSaltmere\t12\n');
  // All cells are the table; some of them lose their words.
  await keyboard.press('Delete');
  await expect(manuscriptOf(stet).getByRole('table')).toHaveCount(0);
  await keyboard.press('Control+z');
  await cells.nth(2).click();
  await keyboard.press('Shift+ArrowRight');
  for (let key = 0; key < 12 && (await selected().count()) < 2; key++)
    await keyboard.press('Shift+ArrowRight');
  await expect(selected()).toHaveCount(2);
  await keyboard.press('Delete');
  await expect.poll(grid).toEqual([
    ['Port', 'Boats'],
    ['', ''],
  ]);
  await keyboard.press('Control+z');
  await expect.poll(async () => (await grid())[1]).toEqual(['Saltmere', '12']);

  await stet.app.evaluate(({ clipboard }) => {
    const html =
      '<table><tr><td style="background:yellow">Skerry</td><td>7</td></tr><tr><td>Holm</td><td>9</td></tr></table>';
    (clipboard as unknown as { write(data: { html: string; text: string }): void }).write({
      html,
      text: 'Skerry\t7\nHolm\t9',
    });
  });
  await cells.first().click();
  await keyboard.press('Control+v');
  await expect.poll(grid).toEqual([
    ['Skerry', '7'],
    ['Holm', '9'],
  ]);
  await expect(cells.first()).not.toHaveAttribute('style', /background/);
});

test('a table is saved and exported as Markdown, HTML and plain text', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-tables-'));
  const { keyboard } = stet.window;
  await keyboard.type('The boats, year by year.');
  await keyboard.press('Enter');
  await insertTable();
  await fill('Year', 'Crossings', '2024', '4,120');
  await keyboard.press('Enter');
  await keyboard.type('or | so');
  await expect(stet.window.getByRole('banner')).toContainText(/Saved/);

  await answerOpenDialog(stet, [folder]);
  await keyboard.press('Control+Shift+e');
  const dialog = stet.window.getByRole('dialog', { name: 'Finish and export' });
  await dialog.getByRole('button', { name: 'More…' }).click();
  await dialog.getByRole('button', { name: /^Plain text/ }).click();
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await expect(dialog).toContainText(folder.split('/').at(-1)!);
  await dialog.getByRole('button', { name: /^Export 3 files/ }).click();
  await expect(stet.window.getByRole('dialog', { name: '3 files written' })).toBeVisible();
  const file = (ending: string) => {
    const name = readdirSync(folder).find((one) => one.endsWith(ending));
    return readFileSync(join(folder, name ?? ''), 'utf8');
  };
  expect(file('.md')).toMatch(
    /^\| Year +\| Crossings +\|\n\| -+ \| -+ \|\n\| 2024 +\| 4,120<br><br>or \\\| so +\|$/m,
  );
  expect(file('.html').replace(/\n/g, '')).toContain(
    '<table><thead><tr><th scope="col">Year</th><th scope="col">Crossings</th></tr></thead><tbody><tr><td>2024</td><td><p>4,120</p><p>or | so</p></td></tr></tbody></table>',
  );
  expect(file('.txt')).toContain('\n\nYear\tCrossings\n2024\t4,120 or | so\n');
  if (await hasJava()) {
    const page = readdirSync(folder).find((one) => one.endsWith('.html'));
    expect(await checkHtml([join(folder, page ?? '')], { warnings: true })).toBe('');
  }
  await stet.window.keyboard.press('Escape');

  // What was written opens as what it was, which the article is no more.
  await clickBehind(manuscriptOf(stet), 'year by year.');
  await keyboard.type(' And month.');
  await expect(manuscriptOf(stet)).toContainText('And month.');
  const markdown = readdirSync(folder).find((one) => one.endsWith('.md'));
  await answerOpenDialog(stet, [join(folder, markdown ?? '')]);
  await stet.window.keyboard.press('Control+o');
  await expect(manuscriptOf(stet)).not.toContainText('And month.');
  await expect(manuscriptOf(stet)).toContainText('The boats, year by year.');
  await expect.poll(grid).toEqual([
    ['Year', 'Crossings'],
    ['2024', '4,120\nor | so'],
  ]);
  rmSync(folder, { recursive: true, force: true });
});
