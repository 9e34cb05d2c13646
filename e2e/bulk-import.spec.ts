import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { watchTasks } from './tasks';

/*
 * Sources in numbers: folders, a thousand files at once, stopping and going on, what was refused,
 * folders that are watched.
 */

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-bulk-'));
  stet = await launchStet({ empty: true });
  await expect(stet.window.getByRole('main')).toContainText(/open an article|start writing/i);
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

const sources = () =>
  stet.window.getByRole('navigation', { name: 'Library' }).getByRole('region', { name: 'Sources' });
const strip = () => stet.window.getByRole('region', { name: 'Import' });

/** A page of a keeper's letters: each is another, all are about 3.5 kB. */
function letter(number: number): string {
  const lines = [`Letter ${number} of the keeper`];
  for (let buoy = number; lines.join('\n\n').length < 3_400; buoy += 7) {
    lines.push(
      `Buoy ${buoy} has gone from the eastern channel, said keeper ${number}, and nobody has looked for it since the gale of that week. “We wrote to the board ${buoy % 13} times.”`,
    );
  }
  return lines.join('\n\n');
}

function writeLetters(name: string, count: number): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  for (let number = 0; number < count; number++) {
    writeFileSync(join(path, `letter-${number}.txt`), letter(number));
  }
  return path;
}

/** Chooses a command of the native menu. */
async function chooseInMenu(id: string) {
  await stet.app.evaluate(({ Menu }, item) => {
    Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
  }, id);
}

async function addFolder(path: string) {
  await answerOpenDialog(stet, [path]);
  await chooseInMenu('sources.importFolder');
}

/** Drops files or folders on something, as the file manager does. */
async function dropFromDisk(paths: string[], onto: Locator) {
  const box = (await onto.boundingBox())!;
  const session = await stet.window.context().newCDPSession(stet.window);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const place = { x: box.x + box.width / 2, y: box.y + Math.min(40, box.height / 2) };
    await session.send('Input.dispatchDragEvent', { type, ...place, data });
  }
  await session.detach();
}

test('a thousand files come in while the window stays smooth', async () => {
  const path = writeLetters('letters', 1_000);
  const longestTask = await watchTasks(stet);
  // Playwright's own look for roles is long work in a long list: it is asked by selectors here.
  const shows = (selector: string, words: string) =>
    stet.window.waitForFunction(
      ([query, sought]) => document.querySelector(query)?.textContent?.includes(sought) === true,
      [selector, words] as const,
      { timeout: 120_000 },
    );
  await addFolder(path);
  await shows('.import-progress', ' of 1,000');
  await shows('.import-notice', '1,000 sources added.');
  await shows('[data-drop-zone="sources"] .rail-more', '1,000');
  await stet.window.locator('[data-drop-zone="sources"] .rail-more').click();
  // The list grows as its end is seen.
  await stet.window.waitForFunction(() => {
    const items = document.querySelectorAll('[data-drop-zone="sources"] .rail-list > li');
    items[items.length - 1]?.scrollIntoView();
    return items.length === 1_000;
  });
  expect(await longestTask()).toBeLessThanOrEqual(50);
});

test('an import is cancelled half way, and resumed after a restart', async () => {
  await addFolder(writeLetters('letters', 3_000));
  await strip().getByRole('button', { name: 'Cancel' }).click();
  await expect(strip()).toContainText(/The import was stopped: [\d,]+ files are left\./);
  await expect(strip().getByRole('button', { name: 'Resume' })).toBeVisible();

  const { library, userData } = stet;
  await stet.app.close();
  stet = await launchStet({ library, userData });
  await expect(strip()).toContainText(/An import was stopped: [\d,]+ files are left\./);
  await strip().getByRole('button', { name: 'Resume' }).click();
  await expect(strip()).toContainText(/[\d,]+ sources added\./, { timeout: 120_000 });
  await expect(sources().getByRole('button', { name: /Show all.*3,000/ })).toBeVisible();
  await expect(strip().getByRole('button', { name: 'Resume' })).toHaveCount(0);
  await strip().getByRole('button', { name: 'Dismiss' }).click();
  await expect(strip()).toHaveCount(0);
  rmSync(library, { recursive: true, force: true });
  rmSync(userData, { recursive: true, force: true });
});

test('the library process is killed in the middle: what is left is offered, and comes in', async () => {
  await addFolder(writeLetters('letters', 2_000));
  await expect(strip()).toContainText(/[1-9]\d* of 2,000/);
  await stet.app.evaluate(({ app }) => {
    const found = app.getAppMetrics().find(({ name }) => name === 'Stet library');
    if (found) process.kill(found.pid, 'SIGKILL');
  });
  await expect(strip()).toContainText(/An import was stopped: [\d,]+ files are left\./);
  await strip().getByRole('button', { name: 'Resume' }).click();
  await expect(strip()).toContainText(/sources added/, { timeout: 120_000 });
  await expect(sources().getByRole('button', { name: /Show all.*2,000/ })).toBeVisible();
});

test('what is left of a cancelled import can be let go', async () => {
  await addFolder(writeLetters('letters', 3_000));
  await strip().getByRole('button', { name: 'Cancel' }).click();
  await strip().getByRole('button', { name: 'Discard' }).click();
  await expect(strip().getByRole('button', { name: 'Resume' })).toHaveCount(0);
});

test('a folder is dropped; the result names what was refused, and can be copied', async () => {
  const path = writeLetters('Harbour', 2);
  mkdirSync(join(path, 'More'));
  writeFileSync(join(path, 'More', 'copy.txt'), letter(1));
  writeFileSync(join(path, 'empty.txt'), '');
  writeFileSync(join(path, 'scan.png'), 'no words');
  writeFileSync(join(path, '.hidden.txt'), 'Nothing to see.');
  const cue = '00:01.000 --> 00:02.000\n';
  for (const name of ['one', 'two']) {
    writeFileSync(join(path, `${name}.vtt`), `WEBVTT\n\n${cue}${name} of the crew\n`);
  }
  await dropFromDisk([path], stet.window.getByRole('main'));
  await expect(sources().getByRole('listitem')).toHaveCount(4);
  await expect(strip()).toContainText('4 sources added');

  await strip().getByRole('button', { name: 'Details…' }).click();
  const dialog = stet.window.getByRole('dialog');
  await expect(dialog).toContainText('Stet cannot read this kind of file yet (1)');
  await expect(dialog).toContainText('Harbour/scan.png');
  await expect(dialog).toContainText('There is no text in it (1)');
  await expect(dialog).toContainText('Harbour/empty.txt');
  await expect(dialog).toContainText('In the library already (1)');
  await expect(dialog).toContainText('Added (4)');
  await expect(dialog).not.toContainText('hidden');

  // Which of them a machine wrote is said here, of one or of all, and taken back.
  const ofOne = dialog.getByRole('checkbox', { name: 'A machine’s transcript: Harbour/one.vtt' });
  const ofTwo = dialog.getByRole('checkbox', { name: 'A machine’s transcript: Harbour/two.vtt' });
  await expect(dialog).toContainText('2 of them are transcripts.');
  await ofOne.click();
  await expect(dialog).toContainText('2 of them are transcripts, 1 a machine’s.');
  await dialog.getByRole('button', { name: 'All are a machine’s' }).click();
  await expect(ofTwo).toBeChecked();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(ofTwo).not.toBeChecked();
  await expect(ofOne).toBeChecked();
  await dialog.getByRole('button', { name: 'Copy list' }).click();
  await expect
    .poll(() => stet.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain('There is no text in it (1)\nHarbour/empty.txt');
  await dialog.getByRole('button', { name: 'Harbour/letter-1.txt' }).click();
  await expect(stet.window.getByRole('tabpanel')).toContainText('Buoy 8 has gone');
});

test('new files of a watched folder come in by themselves, until it is watched no more', async () => {
  const inbox = join(folder, 'Inbox');
  mkdirSync(inbox);
  await answerOpenDialog(stet, [inbox]);
  await chooseInMenu('sources.watchFolder');
  await expect(stet.window.getByText('New files in “Inbox” come in by themselves')).toBeVisible();
  writeFileSync(join(inbox, 'first.txt'), letter(1));
  writeFileSync(join(inbox, 'broken.docx'), 'not a document');
  await expect(sources()).toContainText('Letter 1 of the keeper');
  await expect(stet.window.getByText(/From the watched folder.*broken\.docx/)).toBeVisible();

  await chooseInMenu('sources.watchedFolders');
  const dialog = stet.window.getByRole('dialog');
  await expect(dialog).toContainText('1 file of it in the library.');
  await expect(dialog).toContainText('broken.docx');
  await dialog.getByRole('button', { name: /^Stop watching/ }).click();
  await expect(dialog).toContainText('No folder is watched yet.');
  // Taken back in the dialog, and stopped again.
  await dialog.getByRole('button', { name: /^Undo: watch .*Inbox.* again/ }).click();
  await expect(dialog).toContainText('1 file of it in the library.');
  await dialog.getByRole('button', { name: /^Stop watching/ }).click();
  await expect(dialog).toContainText('No folder is watched yet.');
  await dialog.getByRole('button', { name: 'Close' }).click();

  // Taken back, it is watched as before.
  const message = stet.window.locator('.toast', { hasText: 'is not watched any more' }).last();
  await message.getByRole('button', { name: 'Undo' }).click();
  writeFileSync(join(inbox, 'second.txt'), letter(2));
  await expect(sources()).toContainText('Letter 2 of the keeper');
});
