import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, launchStet, type Stet } from './app';

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet();
});
test.afterEach(() => stet.close());

test('the page runs isolated, sandboxed and without Node', async () => {
  const globals = await stet.window.evaluate(() =>
    ['require', 'process', 'module', 'electron', 'ipcRenderer'].filter((name) => name in window),
  );
  expect(globals).toEqual([]);
  const preferences = await stet.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      // Electron offers no public way to read them back; this one is what its own tests use.
      const contents = window.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } =
        contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity };
    }),
  );
  expect(preferences.length).toBeGreaterThan(0);
  for (const found of preferences) {
    expect(found).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
  }
});

test('the policy stops inline scripts, eval, styles in markup and every request outside', async () => {
  const reached = await stet.window.evaluate(async () => {
    const marks: string[] = [];
    (window as unknown as { mark(name: string): void }).mark = (name) => marks.push(name);
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
    // A script of the page's own has no debugger's rights, unlike this function: so it is tried with one.
    const script = document.createElement('script');
    try {
      script.text = 'mark("inline script")';
      document.head.append(script);
    } catch {
      // Trusted Types refused the text already.
    }
    const styled = document.createElement('div');
    styled.setAttribute('style', 'color: rgb(1, 2, 3)');
    document.body.append(styled);
    if (getComputedStyle(styled).color === 'rgb(1, 2, 3)') marks.push('style attribute');
    styled.remove();
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'app://other/index.html']) {
      try {
        await fetch(url);
        marks.push(url);
      } catch {
        // Refused, as it should be.
      }
    }
    if (window.open('https://example.org/')) marks.push('window');
    return marks;
  });
  expect(reached).toEqual([]);
});

test('the page cannot be led away', async () => {
  const before = stet.window.url();
  await stet.window.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    document.body.append(link);
    link.click();
    link.remove();
  });
  await expect.poll(() => stet.window.url()).toBe(before);
  expect(before).toMatch(/^app:\/\/stet\//);
});

test('paths outside the pages are not served', async () => {
  const answers = await stet.window.evaluate(async () => {
    const paths = [
      '/../main/index.js',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/',
    ];
    return Promise.all(
      paths.map(async (path) => (await fetch(`app://stet${path}`).catch(() => null))?.status ?? 0),
    );
  });
  for (const status of answers) expect([0, 404]).toContain(status);
});

test('a web page brought in as a source runs nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-hostile-'));
  const file = join(folder, 'hostile.html');
  writeFileSync(
    file,
    `<!doctype html><title>Minutes <img src=x onerror="window.stolen=1"></title>
     <article><h1>Minutes of the meeting</h1><p onclick="window.stolen=1">The board met on Monday and agreed the budget for the year.</p>
     <script>window.stolen = 1; top.stolen = 1;</script><iframe srcdoc="<script>top.stolen=1</script>"></iframe>
     <svg onload="window.stolen=1"></svg><a href="javascript:window.stolen=1">The chair</a> closed the meeting at nine.</article>`,
  );
  await answerOpenDialog(stet, [file]);
  await stet.window.keyboard.press('Control+Shift+O');
  await expect(
    stet.window
      .getByRole('navigation')
      .getByText(/Minutes/)
      .first(),
  ).toBeVisible();
  const stolen = await stet.window.evaluate(() => 'stolen' in window);
  expect(stolen).toBe(false);
  const requests: string[] = [];
  stet.window.on('request', (request) => requests.push(request.url()));
  expect(requests.filter((url) => !url.startsWith('app://stet/'))).toEqual([]);
});
