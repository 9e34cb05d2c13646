import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, launchStet, type Stet } from './app';

const LIBRARY = '--library=';

async function openAnother(stet: Stet) {
  await stet.window.keyboard.press('Control+k');
  await stet.window.keyboard.type('Open library');
  await stet.window.getByRole('option', { name: /^Open library…/ }).click();
}

/*
 * Another library is opened by a new start of Stet. Playwright cannot follow a program that starts
 * itself, so the arguments of that start are caught, and Stet is started with what they say.
 */
test('another library is opened in place of the one that is open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-another-'));
  const userData = mkdtempSync(join(tmpdir(), 'stet-settings-'));
  const stet = await launchStet({ userData });
  const { window } = stet;
  await expect(window.getByRole('navigation')).toContainText('Interview with Maren Aldous');
  const main = window.getByRole('main').getByRole('textbox').first();
  await main.click();
  await window.keyboard.press('Control+End');
  await window.keyboard.type(' A last word.');

  // Nothing happens where the dialog is cancelled.
  await answerOpenDialog(stet, []);
  await openAnother(stet);
  await expect(main).toContainText('A last word.');

  await stet.app.evaluate(({ app }) => {
    app.relaunch = (options) => {
      process.stdout.write(`relaunched ${JSON.stringify(options?.args ?? [])}\n`);
    };
  });
  const relaunched = new Promise<string[]>((resolve) => {
    stet.app.process().stdout?.on('data', (data: Buffer) => {
      const args = /relaunched (\[.*\])/.exec(data.toString())?.[1];
      if (args) resolve(JSON.parse(args) as string[]);
    });
  });
  const closed = stet.app.waitForEvent('close');
  await answerOpenDialog(stet, [folder]);
  await openAnother(stet);
  const libraries = (await relaunched).filter((argument) => argument.startsWith(LIBRARY));
  expect(libraries).toEqual([LIBRARY + folder]);
  await closed;

  const other = await launchStet({
    library: libraries[0]!.slice(LIBRARY.length),
    userData,
    empty: true,
  });
  await expect(other.window.getByRole('navigation')).not.toContainText('Maren Aldous');
  await expect(other.window.getByRole('contentinfo')).toContainText(folder.split('/').at(-1)!);
  await other.close();

  // What was typed last was saved before the first one closed.
  const first = await launchStet({ library: stet.library, userData });
  await expect(first.window.getByRole('main')).toContainText('A last word.');
  await first.close();
  for (const made of [folder, userData, stet.library])
    rmSync(made, { recursive: true, force: true });
});
