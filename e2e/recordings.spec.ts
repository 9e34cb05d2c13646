import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { dragOver } from './text';
import { wavOf } from './wav';

/* Recordings beside their words: kept, played from the passage, followed, taken away and given back. */

const HEARING = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Mara Lind>The harbour will stay open all winter.

00:00:05.000 --> 00:00:07.000
<v Mara Lind>We asked for twelve boats and were given four.

00:02:00.000 --> 00:02:04.000
<v Jonas Brandt>Nobody told the crews about the second pier.
`;
/** Seconds. */
const LENGTH = 150;

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-recordings-'));
  writeFileSync(join(folder, 'hearing.vtt'), HEARING);
  writeFileSync(join(folder, 'hearing.wav'), wavOf(LENGTH));
  stet = await launchStet({ args: ['--mute-audio'] });
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string) => join(folder, name);
const panel = () => stet.window.getByRole('tabpanel');
const player = () => panel().getByRole('region', { name: 'Recording' });
const position = () => player().getByRole('slider', { name: 'Position' });
const button = (name: string) => player().getByRole('button', { name, exact: true });
const at = async () => Number(await position().inputValue());
const now = () => panel().locator('.turn-now');

async function addHearing(...others: string[]) {
  await answerOpenDialog(stet, [file('hearing.vtt'), ...others.map(file)]);
  await stet.window.keyboard.press('Control+Shift+O');
  await stet.window.getByRole('navigation').getByText('hearing', { exact: true }).click();
  await expect(panel()).toContainText('twelve boats');
}

async function attach(name: string) {
  await answerOpenDialog(stet, [file(name)]);
  await panel().getByRole('button', { name: 'More about this source' }).click();
  await stet.window.getByRole('menuitem', { name: /^Attach/ }).click();
}

test('a recording comes in with the words beside it, and plays from a timecode', async () => {
  await addHearing('hearing.wav');
  await expect(position()).toHaveAttribute('aria-valuetext', '00:00 of 02:30');
  await panel().getByRole('button', { name: 'Play from 02:00' }).click();
  await expect(button('Pause')).toBeVisible();
  await expect.poll(at).toBeGreaterThanOrEqual(120);
  await expect(now()).toContainText('second pier');
  await button('Pause').click();
  await expect(button('Play')).toBeVisible();

  const paused = await at();
  await button('Back 5 seconds').click();
  await expect.poll(at).toBeLessThan(paused - 4);
  await position().focus();
  await stet.window.keyboard.press('Home');
  await expect.poll(at).toBe(0);
});

test('a recording without words is refused with its reason', async () => {
  await answerOpenDialog(stet, [file('hearing.wav')]);
  await stet.window.keyboard.press('Control+Shift+O');
  await expect(
    stet.window.getByText(/there are no words: add a transcript beside it/),
  ).toBeVisible();
});

test('a passage is played to its end, with the keys', async () => {
  await addHearing();
  await attach('hearing.wav');
  await expect(stet.window.getByText('“hearing.wav” is kept with this source.')).toBeVisible();
  await expect(position()).toBeEnabled();
  await dragOver(panel().getByRole('document'), 'twelve boats');
  await stet.window.keyboard.press('Shift+F9');
  await expect(button('Pause')).toBeVisible();
  await expect(now()).toContainText('twelve boats');
  await expect(button('Play')).toBeVisible();
  await expect.poll(at).toBeCloseTo(7, 0);

  // On from there, and it follows what is said.
  await stet.window.keyboard.press('F9');
  await expect(button('Pause')).toBeVisible();
  await stet.window.keyboard.press('Shift+F7');
  await expect.poll(at).toBeGreaterThanOrEqual(12);
  await stet.window.keyboard.press('F9');
  await expect(button('Play')).toBeVisible();
});

test('a recording is played on from a quotation’s card, while other panels are looked at', async () => {
  const { window } = stet;
  const card = window
    .getByRole('list', { name: 'Quotations' })
    .getByRole('listitem')
    .filter({ hasText: 'We had forty taps' });
  await card.click();
  await card.getByRole('button', { name: 'Open source' }).click();
  await attach('hearing.wav');
  await expect(position()).toBeEnabled();
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await card.getByRole('button', { name: 'Play the passage' }).click();
  const isPlaying = () =>
    window.evaluate(() => {
      const media = document.querySelector('video');
      return media !== null && !media.paused && media.currentTime > 0;
    });
  await expect.poll(isPlaying).toBe(true);
  await expect(window.getByRole('tab', { name: 'Quotes' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await window.keyboard.press('F9');
  await expect.poll(isPlaying).toBe(false);
});

test('a recording is removed and given back by undo', async () => {
  await addHearing('hearing.wav');
  await expect(player()).toBeVisible();
  await panel().getByRole('button', { name: 'More about this source' }).click();
  await stet.window.getByRole('menuitem', { name: 'Remove recording' }).click();
  await expect(player()).toBeHidden();
  await stet.window.getByRole('button', { name: 'Undo' }).click();
  await expect(player()).toBeVisible();
  await expect(position()).toBeEnabled();
});

test('a confidential source’s recording plays too, and speed is chosen', async () => {
  await addHearing('hearing.wav');
  await panel().getByRole('button', { name: 'Details…' }).click();
  const dialog = stet.window.getByRole('dialog');
  await dialog.getByRole('button', { name: /Disclosure/ }).click();
  await stet.window.getByRole('option', { name: 'Confidential' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await button('Speed: 1×').click();
  await stet.window.getByRole('menuitemradio', { name: '1.5×' }).click();
  await panel().getByRole('button', { name: 'Play from 00:05' }).click();
  await expect.poll(at).toBeGreaterThan(5.5);
  expect(await stet.window.evaluate(() => document.querySelector('video')?.playbackRate)).toBe(1.5);
});

test('what cannot be played says so, and stays', async () => {
  writeFileSync(file('hearing.mp3'), Buffer.from('this is no sound at all'));
  await addHearing('hearing.mp3');
  await expect(player().getByRole('alert')).toContainText('cannot play MP3 files');
  await expect(player().getByRole('alert')).toContainText('The recording is kept');
});

test('a long recording is kept with progress, and can be cancelled', async () => {
  writeFileSync(file('long.wav'), '');
  // Two gigabytes that take no room: only what was copied of them would.
  truncateSync(file('long.wav'), 2 * 1024 ** 3);
  await addHearing();
  await attach('long.wav');
  const progress = panel().getByRole('progressbar', { name: 'Keeping the recording' });
  await expect(progress).toBeVisible();
  await panel().getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toBeHidden();
  await expect(player()).toBeHidden();
});
