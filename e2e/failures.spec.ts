import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';

const manuscript = (stet: Stet) => stet.window.getByRole('textbox', { name: 'Manuscript' });

/** Kills the library process as the system would; answers its id, or null where there is none. */
const killLibrary = (stet: Stet) =>
  stet.app.evaluate(({ app }) => {
    const found = app.getAppMetrics().find(({ name }) => name === 'Stet library');
    if (!found) return null;
    process.kill(found.pid, 'SIGKILL');
    return found.pid;
  });

const libraryId = (stet: Stet) =>
  stet.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Stet library')?.pid ?? null,
  );

test('the library process is killed: it comes back, and what was typed meanwhile is saved', async () => {
  const stet = await launchStet({ empty: true });
  await stet.window.keyboard.press('Control+n');
  await expect(manuscript(stet)).toBeFocused();
  await stet.window.keyboard.type('Before the fall');
  await expect(stet.window.getByRole('banner')).toContainText(/Saved/);
  const killed = await killLibrary(stet);
  expect(killed).not.toBeNull();
  await stet.window.keyboard.type(' and after it');
  await expect(stet.window.getByRole('navigation', { name: 'Library' })).toContainText(
    'Before the fall and after it',
    { timeout: 30_000 },
  );
  expect(await libraryId(stet)).not.toBe(killed);
  await stet.close();
});

test('words that cannot be saved are not thrown away by closing the window', async () => {
  const stet = await launchStet({ empty: true });
  const { app, window } = stet;
  await window.keyboard.press('Control+n');
  await expect(manuscript(stet)).toBeFocused();
  await window.keyboard.type('Kept');
  await expect(window.getByRole('banner')).toContainText(/Saved/);
  // Four times within a minute, after which it is not started any more.
  let killed: number | null = null;
  for (let time = 0; time < 4; time++) {
    await expect.poll(async () => ![null, killed].includes(await libraryId(stet))).toBe(true);
    killed = await killLibrary(stet);
  }
  await window.keyboard.type(' in the window');
  await expect(window.getByRole('banner')).toContainText(/Not saved/, { timeout: 30_000 });

  const asked = () => app.evaluate(() => (globalThis as { asked?: number }).asked ?? 0);
  const answerWith = (button: number) =>
    app.evaluate(({ dialog }, answer) => {
      const seen = globalThis as { asked?: number };
      dialog.showMessageBoxSync = () => {
        seen.asked = (seen.asked ?? 0) + 1;
        return answer;
      };
    }, button);
  await answerWith(0);
  await app.evaluate(({ BrowserWindow }) => {
    for (const one of BrowserWindow.getAllWindows()) one.close();
  });
  await expect.poll(asked, { timeout: 30_000 }).toBeGreaterThan(0);
  await expect(manuscript(stet)).toContainText('Kept in the window');
  await answerWith(1);
  await stet.close();
});

test('the page is reloaded where it crashes, with the words that were saved', async () => {
  const stet = await launchStet({ empty: true });
  await stet.window.keyboard.press('Control+n');
  await expect(manuscript(stet)).toBeFocused();
  await stet.window.keyboard.type('Still here');
  await expect(stet.window.getByRole('navigation', { name: 'Library' })).toContainText(
    'Still here',
  );
  const shown = stet.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((resolve) => {
        const { webContents } = BrowserWindow.getAllWindows().find((one) => one.isVisible())!;
        webContents.once('did-finish-load', () => {
          // Asked again and again by the page itself, until the article is on it.
          void webContents
            .executeJavaScript(
              `new Promise((done) => {
                const look = () => {
                  const text = document.querySelector('[aria-label="Manuscript"]')?.textContent ?? '';
                  text.includes('Still here') ? done(text) : requestAnimationFrame(look);
                };
                look();
              })`,
            )
            .then(resolve);
        });
        webContents.forcefullyCrashRenderer();
      }),
  );
  expect(await shown).toContain('Still here');
  await stet.app.close().catch(() => {});
});
