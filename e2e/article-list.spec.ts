import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { takePicture, takePictures } from './screenshots';
import { watchTasks } from './tasks';
import { manuscriptOf, startAnother } from './text';

/* The articles of the library: found, sorted, tagged, archived and thrown away, one or several at once. */

let stet: Stet;
test.afterEach(() => stet.close());

const articles = () => stet.window.getByRole('region', { name: 'Articles' });
const list = () => articles().getByRole('listbox');
const rows = () => list().getByRole('option');
const row = (title: string) => rows().filter({ hasText: title });
const titles = () => list().locator('.rail-item-line');
const chooser = () => articles().getByRole('button', { name: /^Which articles are listed/ });
const toast = (text: string) => stet.window.locator('.toast', { hasText: text });
const dialog = () => stet.window.locator('.modal');

async function show(name: RegExp | string) {
  await chooser().click();
  await stet.window.getByRole('menuitemradio', { name }).click();
}

async function choose(title: string, command: string) {
  await row(title).click({ button: 'right' });
  await stet.window.getByRole('menuitem', { name: command, exact: true }).click();
}

async function write(...headlines: string[]) {
  for (const headline of headlines) {
    await startAnother(stet, headline);
    await expect(row(headline)).toBeVisible();
  }
}

test('articles are found by their words, listed by status and tag, and put in order', async () => {
  stet = await launchStet({ empty: true });
  await expect(articles()).toContainText('No articles yet');
  await write('Beacon relit', 'Anchor found', 'Café opens again');
  await expect(titles()).toHaveText(['Café opens again', 'Anchor found', 'Beacon relit']);

  await show('Title');
  await expect(titles()).toHaveText(['Anchor found', 'Beacon relit', 'Café opens again']);
  await choose('Anchor found', 'Status: in check');
  await expect(row('Anchor found')).toContainText('In check');
  await show('Status');
  await expect(titles().last()).toHaveText('Anchor found');
  await show(/^In check/);
  await expect(titles()).toHaveText(['Anchor found']);
  await expect(chooser()).toContainText('In check');
  await show(/^All articles/);

  await choose('Beacon relit', 'Tags…');
  await dialog().getByLabel('New tag').fill('coast');
  await stet.window.keyboard.press('Enter');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await show(/^coast/);
  await expect(titles()).toHaveText(['Beacon relit']);
  await show(/^All articles/);

  await articles().getByRole('button', { name: 'Find in these articles' }).click();
  await stet.window.keyboard.type('cafe');
  await expect(titles()).toHaveText(['Café opens again']);
  await stet.window.keyboard.type(' nowhere');
  await expect(articles()).toContainText('No article here has these words');
  await articles().getByRole('button', { name: 'Show all articles' }).click();
  await expect(rows()).toHaveCount(3);
});

test('several are selected, tagged and given a status at once, and it is taken back', async () => {
  stet = await launchStet({ empty: true });
  await write('One', 'Two', 'Three', 'Four');
  await row('Two').click({ modifiers: ['ControlOrMeta'] });
  await row('Four').click({ modifiers: ['Shift'] });
  await expect(articles()).toContainText('3 articles selected');
  await expect(row('One')).toHaveAttribute('aria-selected', 'false');
  await row('Three').click({ modifiers: ['ControlOrMeta'] });
  await expect(articles()).toContainText('2 articles selected');

  await row('Four').click({ button: 'right' });
  await expect(stet.window.getByRole('menuitem', { name: 'Open', exact: true })).toHaveCount(0);
  await stet.window.getByRole('menuitem', { name: 'Status: in check' }).click();
  await expect(row('Two')).toContainText('In check');
  await expect(row('Four')).toContainText('In check');
  await expect(row('Three')).toContainText('Draft');
  await takePicture(stet.window, 'selected');
  await toast('2 articles: in check').getByText('Undo').click();
  await expect(row('Two')).toContainText('Draft');

  // What has open points is not finished with the others: it is named, and its gate is one click away.
  await row('Four').click({ button: 'right' });
  await stet.window.getByRole('menuitem', { name: 'Status: finished' }).click();
  await dialog().getByRole('button', { name: 'Mark 2 articles as finished' }).click();
  await expect(dialog()).toContainText('0 of 2 articles finished');
  await dialog().getByRole('button', { name: 'Show what is open in Two' }).click();
  await expect(dialog()).toContainText('No byline');
  await expect(dialog().getByRole('button', { name: 'Mark as finished' })).toBeDisabled();
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(articles()).toContainText('2 articles selected');

  await articles().getByRole('button', { name: 'What to do with 2 articles' }).click();
  await stet.window.getByRole('menuitem', { name: 'Tags…' }).click();
  await dialog().getByLabel('New tag').fill('harbour, winter');
  await stet.window.keyboard.press('Enter');
  await takePicture(stet.window, 'tags');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await show(/^winter/);
  await expect(rows()).toHaveCount(2);
  await show(/^All articles/);
  // One more article has the tag half: it is ticked for all, then taken from all.
  await row('One').click({ modifiers: ['ControlOrMeta'] });
  await row('Two').click({ modifiers: ['Shift'] });
  await articles()
    .getByRole('button', { name: /^What to do with/ })
    .click();
  await stet.window.getByRole('menuitem', { name: 'Tags…' }).click();
  await expect(dialog().getByRole('checkbox', { name: 'winter' })).toBeChecked({
    indeterminate: true,
  });
  await dialog().getByText('winter').click();
  await dialog().getByText('winter').click();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await chooser().click();
  await expect(stet.window.getByRole('menuitemradio', { name: /^winter/ })).toContainText('1');
});

test('the list works by keyboard alone', async () => {
  stet = await launchStet({ empty: true });
  const { keyboard } = stet.window;
  await write('One', 'Two', 'Three');
  await keyboard.press('Control+Shift+l');
  await expect(list()).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(manuscriptOf(stet)).toContainText('Two');
  await keyboard.press('Control+Shift+l');
  await keyboard.press('Home');
  await keyboard.press('Shift+ArrowDown');
  await expect(articles()).toContainText('2 articles selected');
  await keyboard.press('Shift+F10');
  await stet.window.getByRole('menuitem', { name: 'Archive' }).press('Enter');
  await expect(titles()).toHaveText(['One']);
  await expect(toast('2 articles archived')).toBeVisible();
  await keyboard.press('Control+Shift+l');
  await keyboard.press('Control+a');
  await keyboard.press('Delete');
  await expect(articles()).toContainText('they are all in the archive');
  await toast('“One” is in the bin').getByText('Undo').click();
  await expect(titles()).toHaveText(['One']);
});

test('the archive and the bin keep articles, and the bin deletes them for good when asked to', async () => {
  stet = await launchStet({ empty: true });
  const { keyboard } = stet.window;
  await write('Kept', 'Archived', 'Thrown away');
  await choose('Archived', 'Archive');
  await expect(titles()).toHaveText(['Thrown away', 'Kept']);
  await show('Archive');
  await expect(titles()).toHaveText(['Archived']);
  await choose('Archived', 'Take out of the archive');
  await expect(articles()).toContainText('The archive is empty');
  await show(/^All articles/);
  await expect(rows()).toHaveCount(3);

  // The one that is open: the window has none then.
  await row('Thrown away').click();
  await choose('Thrown away', 'Move to the bin');
  await expect(
    stet.window.getByRole('heading', { name: 'No article is open' }).first(),
  ).toBeVisible();
  await show('Bin');
  await expect(titles()).toHaveText(['Thrown away']);
  await choose('Thrown away', 'Put back');
  await expect(articles()).toContainText('The bin is empty');
  await show(/^All articles/);
  await choose('Thrown away', 'Move to the bin');
  await choose('Kept', 'Move to the bin');
  await show('Bin');
  await choose('Kept', 'Delete for good…');
  await expect(dialog()).toContainText('This cannot be undone');
  await expect(dialog()).toContainText('Kept');
  await takePicture(stet.window, 'erase');
  await keyboard.press('Escape');
  await expect(rows()).toHaveCount(2);
  await choose('Kept', 'Delete for good…');
  await dialog().getByRole('button', { name: 'Delete for good' }).click();
  await expect(titles()).toHaveText(['Thrown away']);
  await articles().getByRole('button', { name: 'What to do with 1 article' }).click();
  await stet.window.getByRole('menuitem', { name: 'Empty the bin…' }).click();
  await dialog().getByRole('button', { name: 'Delete for good' }).click();
  await expect(articles()).toContainText('The bin is empty');
});

test('the status of the open article is changed by command and is one step of undo', async () => {
  stet = await launchStet({ empty: true });
  const { keyboard } = stet.window;
  await write('A headline');
  await keyboard.press('Control+k');
  await keyboard.type('Status: in check');
  await keyboard.press('Enter');
  await expect(row('A headline')).toContainText('In check');
  await manuscriptOf(stet).click();
  await keyboard.press('Control+z');
  await expect(row('A headline')).toContainText('Draft');
});

test('long titles and titles from right to left stand in one line', async () => {
  stet = await launchStet({ empty: true });
  const long = 'A headline that goes on and on, '.repeat(12).trim();
  await write('مرفأ المدينة يبقى مفتوحا', long);
  await expect(titles().nth(1)).toHaveCSS('direction', 'rtl');
  const box = await row('A headline that').boundingBox();
  expect(box?.height).toBe(46);
  await takePictures(stet, 'list');
  await chooser().click();
  await takePicture(stet.window, 'chooser');
  await stet.window.keyboard.press('Escape');
});

/** Copies the one article of a closed library until there are so many. */
function fill(library: string, count: number) {
  const { DatabaseSync } = createRequire(__filename)('node:sqlite') as typeof import('node:sqlite');
  const db = new DatabaseSync(join(library, 'library.db'));
  const columns = (table: string, ...own: string[]) =>
    (db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => !own.includes(name));
  const articleColumns = columns('article', 'id', 'headline', 'clock');
  const copyColumns = columns('working_copy', 'article_id');
  const number = "printf('%012d', value)";
  const numbers = `WITH RECURSIVE numbers(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM numbers WHERE value < ${count})`;
  db.exec(`${numbers} INSERT INTO article (id, headline, clock, ${articleColumns})
    SELECT '019a0000-0000-7000-8000-' || ${number}, 'Headline number ' || value, substr(clock, 1, 0) || '2020-01-01T00:00:00.000Z-' || ${number}, ${articleColumns}
    FROM numbers, (SELECT * FROM article LIMIT 1)`);
  db.exec(`${numbers} INSERT INTO working_copy (article_id, ${copyColumns})
    SELECT '019a0000-0000-7000-8000-' || ${number}, ${copyColumns}
    FROM numbers, (SELECT * FROM working_copy LIMIT 1)`);
  db.close();
}

test('five thousand articles are listed, found and scrolled without a slow task', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-many-'));
  const places = { library: join(folder, 'library'), userData: join(folder, 'settings') };
  stet = await launchStet({ ...places, empty: true });
  await write('The first');
  await expect(stet.window.getByText(/^Saved/)).toBeVisible();
  await stet.close();
  fill(places.library, 5000);
  stet = await launchStet(places);
  await expect(row('The first')).toBeVisible();
  const { keyboard } = stet.window;
  const longest = await watchTasks(stet);
  await articles().getByRole('button', { name: 'Show all 5,001' }).click();
  await list().focus();
  await keyboard.press('End');
  await expect(row('Headline number 1').last()).toBeVisible();
  expect(await rows().count()).toBeLessThan(80);
  await keyboard.press('Home');
  await keyboard.press('Control+a');
  await expect(articles()).toContainText('5,001 articles selected');
  await keyboard.press('Escape');
  await articles().getByRole('button', { name: 'Find in these articles' }).click();
  await keyboard.type('number 4321');
  await expect(titles()).toHaveText(['Headline number 4321']);
  await articles().getByRole('button', { name: 'Clear what is typed' }).click();
  await show('Title');
  await expect(titles().first()).toHaveText('Headline number 1');
  const milliseconds = await longest();
  console.log(`longest task with 5,001 articles: ${milliseconds.toFixed(0)} ms`);
  expect(milliseconds).toBeLessThan(100);
  rmSync(folder, { recursive: true, force: true });
});
