import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { clickBehind, manuscriptOf, startArticle } from './text';

test('an article is started, written, saved and restored after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-writing-'));
  const places = { library: join(folder, 'library'), userData: join(folder, 'settings') };
  let stet = await launchStet({ ...places, empty: true });
  await expect(stet.window.getByRole('main')).toContainText(/open an article|start writing/i);
  await startArticle(stet, 'Ferry timetable cut by half');
  await stet.window.keyboard.type(
    'The islanders heard of it on Friday. “Nobody asked us,” Olive Marsh said.',
  );
  // Within a second, which saving.test.ts holds to: how long it takes here, the machine decides as well.
  await expect(stet.window.getByRole('banner')).toContainText(/Saved/);
  await expect(stet.window.getByRole('list', { name: 'Quotations' })).toContainText(
    'Nobody asked us',
  );
  await expect(stet.window.getByRole('list', { name: 'Quotations' })).toContainText('Olive Marsh');
  await stet.close();

  stet = await launchStet({ ...places, empty: true });
  await expect(manuscriptOf(stet).getByRole('heading', { level: 1 })).toHaveText(
    'Ferry timetable cut by half',
  );
  await expect(manuscriptOf(stet)).toContainText('“Nobody asked us,” Olive Marsh said.');
  // At the same place, with no click: typing goes on where it stopped.
  await expect(manuscriptOf(stet)).toBeFocused();
  await stet.window.keyboard.type(' She runs the shop.');
  await expect(manuscriptOf(stet)).toContainText('Olive Marsh said. She runs the shop.');
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

test('words typed just before the process is killed are there again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-killed-'));
  const places = { library: join(folder, 'library'), userData: join(folder, 'settings') };
  let stet = await launchStet({ ...places, empty: true });
  await stet.window.keyboard.press('Control+n');
  await expect(manuscriptOf(stet)).toBeFocused();
  await stet.window.keyboard.type('Storm closes the pass');
  await expect(stet.window.getByRole('banner')).toContainText(/Saved/);
  const headline = stet.window.getByRole('navigation').getByText('Storm closes the pass');
  await expect(headline).toBeVisible();
  stet.app.process().kill('SIGKILL');
  await stet.app.waitForEvent('close').catch(() => {});
  stet = await launchStet({ ...places, empty: true });
  await expect(manuscriptOf(stet).getByRole('heading', { level: 1 })).toHaveText(
    'Storm closes the pass',
  );
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

test.describe('in a new article', () => {
  let stet: Stet;
  test.beforeEach(async () => {
    stet = await launchStet({ empty: true });
    await startArticle(stet, 'A headline');
  });
  test.afterEach(() => stet.close());

  test('bold, italic, headings, lists and links', async () => {
    const { keyboard } = stet.window;
    const page = manuscriptOf(stet);
    await keyboard.type('plain ');
    await keyboard.press('Control+b');
    await keyboard.type('heavy');
    await keyboard.press('Control+b');
    await keyboard.press('Control+i');
    await keyboard.type(' slanted');
    await keyboard.press('Control+i');
    await expect(page.locator('strong')).toHaveText('heavy');
    await expect(page.locator('em')).toHaveText(' slanted');
    await keyboard.press('Enter');
    await keyboard.press('Control+Alt+2');
    await keyboard.type('The vote');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('The vote');
    await keyboard.press('Enter');
    await keyboard.press('Control+Shift+8');
    await keyboard.type('one');
    await keyboard.press('Enter');
    await keyboard.type('two');
    await expect(page.getByRole('listitem')).toHaveText(['one', 'two']);
  });

  test('a block quotation of two paragraphs is one quotation', async () => {
    const { keyboard } = stet.window;
    await keyboard.press('Control+Shift+b');
    await keyboard.type('First came the rain.');
    await keyboard.press('Enter');
    await keyboard.type('Then the bridge went.');
    await expect(manuscriptOf(stet).locator('blockquote p')).toHaveText([
      'First came the rain.',
      'Then the bridge went.',
    ]);
    await expect(stet.window.getByRole('tabpanel')).toContainText('1 quotation');
  });

  test('undo goes back to the beginning and redo comes forward again', async () => {
    const { keyboard } = stet.window;
    const page = manuscriptOf(stet);
    await keyboard.type('Some words that will go.');
    await expect(page).toContainText('Some words that will go.');
    // As many steps as there were pauses between the letters.
    await expect(async () => {
      await keyboard.press('Control+z');
      expect(await page.textContent()).not.toContain('Some');
    }).toPass({ intervals: [20] });
    await expect(async () => {
      await keyboard.press('Control+Shift+z');
      expect(await page.textContent()).toContain('Some words that will go.');
    }).toPass({ intervals: [20] });
  });

  test('pasted HTML keeps its structure and loses everything that could run', async () => {
    const { window } = stet;
    await stet.app.evaluate(({ clipboard }) => {
      const html =
        '<h2>Pasted heading</h2><p onclick="window.stolen=1">A <b>bold</b> word and a <a href="javascript:window.stolen=1">bad link</a>.</p><script>window.stolen=1</script><img src="x" onerror="window.stolen=1">';
      (clipboard as unknown as { write(data: { html: string; text: string }): void }).write({
        html,
        text: 'fallback',
      });
    });
    await window.keyboard.press('Control+v');
    const page = manuscriptOf(stet);
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('Pasted heading');
    await expect(page.locator('strong')).toHaveText('bold');
    await expect(page).toContainText('bad link');
    await expect(page.locator('a[href^="javascript"], script, img')).toHaveCount(0);
    expect(await window.evaluate(() => 'stolen' in window)).toBe(false);
  });
});

test('a new article is typed into at once, wherever the focus was', async () => {
  const stet = await launchStet();
  const { window } = stet;
  await window.getByRole('tab', { name: 'Article' }).click();
  await window.keyboard.press('Control+n');
  await expect(manuscriptOf(stet)).toBeFocused();
  await window.keyboard.type('Typed at once');
  await expect(manuscriptOf(stet)).toHaveText(/^Typed at once/);
  await stet.close();
});

test('switching articles at once after typing loses nothing and mixes nothing', async () => {
  const stet = await launchStet();
  const { window } = stet;
  const rail = window.getByRole('navigation', { name: 'Library' });
  await window.keyboard.press('Control+n');
  await expect(manuscriptOf(stet)).toBeFocused();
  await window.keyboard.type('Second article');
  await rail.getByText('Town hall knew of lead').click();
  await expect(manuscriptOf(stet)).toContainText('The tap with the worst reading');
  await clickBehind(manuscriptOf(stet), 'to ask for the money back.');
  await window.keyboard.type(' Watch this space.');
  await rail.getByText('Second article').click();
  await expect(manuscriptOf(stet).getByRole('heading', { level: 1 })).toHaveText('Second article');
  await rail.getByText('Town hall knew of lead').click();
  await expect(manuscriptOf(stet)).toContainText('Watch this space.');
  await stet.close();
});
