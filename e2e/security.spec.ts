import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { assemblePdf, stream } from '../src-shared/import/pdf-writing';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { wavOf } from './wav';

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

/** Brings in a recording with its words; answers the address that its player was given. */
async function openRecording(folder: string): Promise<string> {
  writeFileSync(join(folder, 'talk.vtt'), 'WEBVTT\n\n00:01.000 --> 00:02.000\nThe lamp is out.\n');
  writeFileSync(join(folder, 'talk.wav'), wavOf(5));
  await answerOpenDialog(
    stet,
    ['talk.vtt', 'talk.wav'].map((name) => join(folder, name)),
  );
  await stet.window.keyboard.press('Control+Shift+O');
  await stet.window.getByRole('navigation').getByText('talk', { exact: true }).click();
  await expect(stet.window.getByRole('slider', { name: 'Position' })).toBeEnabled();
  return stet.window.evaluate(() => document.querySelector('video')?.src ?? '');
}

/** What a page makes of an address that it is to play: its length in seconds, or null where it fails. */
function playIn(page: Page, addresses: readonly string[]): Promise<(number | null)[]> {
  return page.evaluate(
    (all) =>
      Promise.all(
        all.map(
          (address) =>
            new Promise<number | null>((resolve) => {
              const audio = new Audio();
              audio.addEventListener('loadedmetadata', () => resolve(audio.duration));
              audio.addEventListener('error', () => resolve(null));
              audio.src = address;
            }),
        ),
      ),
    addresses,
  );
}

test('a recording is served to the player alone, by its token, and no other file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-media-'));
  const address = await openRecording(folder);
  expect(address).toMatch(/^stet-media:\/\/[0-9a-f]{32}\/$/);
  expect(await playIn(stet.window, [address])).toEqual([5]);

  const token = address.slice('stet-media://'.length, -1);
  const file = join(folder, 'talk.wav');
  const refused = [
    `stet-media://${'0'.repeat(32)}/`,
    `stet-media://${token.slice(1)}/`,
    `${address}talk.wav`,
    `${address}..%2f..%2ftalk.wav`,
    `${address}?file=${encodeURIComponent(file)}`,
    `stet-media://${encodeURIComponent(file)}/`,
    `stet-media://localhost${file}`,
    `stet-media:///${file}`,
    `stet-media:${file}`,
    `file://${file}`,
    `app://stet/../../..${file}`,
  ];
  expect(await playIn(stet.window, refused)).toEqual(refused.map(() => null));

  // It can be played, and neither read nor shown in any other way.
  const stopped = await stet.window.evaluate(async (known) => {
    const violations = new Set<string>();
    const seen = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violations.add(effectiveDirective);
        if (violations.size === 3) resolve();
      });
    });
    await fetch(known).catch(() => {});
    const image = new Image();
    const frame = document.createElement('iframe');
    for (const element of [image, frame]) element.src = known;
    document.body.append(frame);
    await seen;
    frame.remove();
    return [...violations].sort();
  }, address);
  expect(stopped).toEqual(['connect-src', 'frame-src', 'img-src']);
  rmSync(folder, { recursive: true });
});

test('no other page can play a recording, nor the one that reads foreign files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-media-'));
  const address = await openRecording(folder);
  const opened = stet.app.waitForEvent('window');
  // Stet's own page in another window: the same session, the same policy, and no right to it.
  await stet.app.evaluate(({ BrowserWindow }) => {
    const other = new BrowserWindow({ show: false });
    void other.loadURL('app://stet/extractor.html');
  });
  const other = await opened;
  await other.waitForLoadState();
  expect(await playIn(other, [address])).toEqual([null]);
  await other.goto('data:text/html,<title>elsewhere</title>');
  expect(await playIn(other, [address])).toEqual([null]);
  const extractor = stet.app
    .windows()
    .find((page) => page !== other && page.url().endsWith('/extractor.html'));
  expect(extractor).toBeDefined();
  expect(await playIn(extractor!, [address])).toEqual([null]);
  expect(await playIn(stet.window, [address])).toEqual([5]);
  rmSync(folder, { recursive: true });
});

test('a hostile PDF is drawn where it can do no harm, and runs nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-hostile-'));
  const file = join(folder, 'hostile.pdf');
  writeFileSync(
    file,
    assemblePdf([
      '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>',
      '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 60000 60000] /Annots [6 0 R] /Resources << /Font << /F 3 0 R >> >> /Contents 5 0 R >>',
      stream('BT /F 900 Tf 1 0 0 1 5000 50000 Tm (A page a mile wide.) Tj ET'),
      '<< /Type /Annot /Subtype /Link /Rect [0 0 60000 60000] /A << /S /URI /URI (https://example.org/) >> >>',
    ]),
  );
  await answerOpenDialog(stet, [file]);
  await stet.window.keyboard.press('Control+Shift+O');
  await stet.window.getByRole('button', { name: 'Show', exact: true }).click();
  const panel = stet.window.getByRole('tabpanel');
  await panel.getByRole('radio', { name: 'Page' }).click();
  const picture = panel.getByRole('img', { name: 'Page 1 as it is printed' });
  await expect(picture).toBeVisible();
  // The picture was kept within reason, and nothing of the file but the picture is in the window.
  const size = await picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(size).toBeLessThan(6_000);
  expect(await panel.locator('.pdf-page a').count()).toBe(0);
  expect(stet.window.url()).toMatch(/^app:\/\/stet\//);
  rmSync(folder, { recursive: true });
});
