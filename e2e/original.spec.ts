import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, launchStet, type Stet } from './app';

/* Web pages that were kept, shown as they were: what is seen of them, and what they cannot do. */

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-original-'));
  stet = await launchStet();
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

const panel = () => stet.window.getByRole('tabpanel');
const page = () => panel().frameLocator('iframe');

async function add(name: string, content: string) {
  writeFileSync(join(folder, name), content);
  await answerOpenDialog(stet, [join(folder, name)]);
  await stet.window.keyboard.press('Control+Shift+O');
  await stet.window.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(panel().getByRole('document')).toBeVisible();
}

const showOriginal = () => panel().getByRole('radio', { name: 'Original' }).click();

const PIER = `<!doctype html><html lang="en"><head><title>The pier stays open</title>
<style>h1 { color: rgb(160, 20, 20); font-size: 40px } .lead { font-style: italic }</style></head>
<body><nav><a href="https://example.org/">Front page</a> <a href="#end">To the end</a></nav>
<article><h1>The pier stays open</h1><p class="lead">The council voted on Tuesday.</p>
${'<p>The meeting went on for hours, and nobody left the hall before the end of it.</p>'.repeat(30)}
<p>“We asked for <b>twelve</b> boats,” said Ines Kord, the harbour master.</p>
${'<p>The meeting went on for hours, and nobody left the hall before the end of it.</p>'.repeat(30)}
<p id="end">The boats come in May.</p></article></body></html>`;

test('a kept page is shown as it was, with what is looked for marked on it', async () => {
  await add('pier.html', PIER);
  await showOriginal();
  const heading = page().getByRole('heading', { name: 'The pier stays open' });
  await expect(heading).toHaveCSS('color', 'rgb(160, 20, 20)');
  await expect(page().getByText('Front page')).toBeVisible();

  const found = page().locator('stet-mark').filter({ hasText: 'twelve' });
  await expect(found).toHaveCount(0);
  await panel().getByRole('searchbox').fill('asked for twelve boats');
  await expect(found).toBeInViewport();
  await panel().getByRole('searchbox').fill('boats');
  await expect(page().locator('stet-mark', { hasText: 'boats' })).toHaveCount(2);
  await panel().getByRole('button', { name: 'Next match' }).click();
  await expect(page().getByText('The boats come in May.')).toBeInViewport();

  // Back in the text, and the original again with the keys.
  await panel().getByRole('radio', { name: 'Text', exact: true }).click();
  await expect(panel().getByRole('document')).toBeVisible();
  await stet.window.keyboard.press('Control+Alt+p');
  await expect(heading).toBeAttached();
});

test('a quoted passage is marked on the page that it is from', async () => {
  await add('pier.html', PIER);
  await panel().getByRole('searchbox').fill('We asked for twelve boats');
  await panel().getByRole('searchbox').press('Escape');
  const { window } = stet;
  await window.getByRole('main').getByRole('textbox').click();
  await window.keyboard.press('Control+End');
  await window.keyboard.type('\n“We asked for twelve boats,” she said.');
  await window.getByRole('tab', { name: 'Quotes' }).click();
  await window.getByRole('list', { name: 'Quotations' }).getByText('We asked for twelve').click();
  await window.getByRole('tab', { name: 'Source' }).click();
  const link = panel().getByRole('button', { name: /^Link/ }).first();
  await link.click();
  await showOriginal();
  await expect(page().locator('stet-mark').first()).toBeInViewport();
  const marked = await page().locator('stet-mark').allTextContents();
  expect(marked.join('').replace(/\s+/g, '')).toContain('Weaskedfortwelveboats');
});

test('the keys of commands work while the page has the focus', async () => {
  await add('pier.html', PIER);
  await showOriginal();
  await page().getByText('The council voted').click();
  await expect(panel().locator('iframe')).toBeFocused();
  // Playwright hands a key straight to the frame's process; the keys of a keyboard pass main first.
  await stet.app.evaluate(({ BrowserWindow }) => {
    const press = { type: 'keyDown', key: 'k', code: 'KeyK', control: true };
    const held = { meta: false, alt: false, shift: false };
    for (const one of BrowserWindow.getAllWindows()) {
      one.webContents.emit('before-input-event', {}, { ...press, ...held });
    }
  });
  await expect(stet.window.getByRole('dialog')).toBeVisible();
});

test('a page saved as one file has its own pictures', async () => {
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';
  const part = (head: string, body: string) => `--mark\r\n${head}\r\n\r\n${body}\r\n`;
  await add(
    'pier.mhtml',
    `MIME-Version: 1.0\r\nSnapshot-Content-Location: https://example.org/pier\r\nContent-Type: multipart/related; boundary="mark"\r\n\r\n${part(
      'Content-Type: text/html; charset=utf-8\r\nContent-Location: https://example.org/pier',
      '<html><head><title>Pier</title><link rel="stylesheet" href="pier.css"></head><body><h1>Pier</h1><img src="pier.png" alt="The pier"><p>The council voted on Tuesday to keep the pier.</p></body></html>',
    )}${part(
      'Content-Type: text/css\r\nContent-Location: https://example.org/pier.css',
      'h1 { color: rgb(1, 90, 90) }',
    )}${part(
      'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/pier.png',
      dot,
    )}--mark--\r\n`,
  );
  await showOriginal();
  await expect(page().getByRole('heading', { name: 'Pier' })).toHaveCSS('color', 'rgb(1, 90, 90)');
  const picture = page().getByRole('img', { name: 'The pier' });
  await expect(picture).toHaveJSProperty('naturalWidth', 1);
});

test.describe('a hostile page', () => {
  let server: Server;
  let address: string;
  const asked: string[] = [];
  test.beforeEach(async () => {
    asked.length = 0;
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  test.afterEach(() => void server.close());

  test('runs nothing, asks for nothing, and leads nowhere', async () => {
    const steal = `top.stolen=1;fetch('${address}/script')`;
    await add(
      'hostile.html',
      `<!doctype html><title>Minutes</title><meta http-equiv="refresh" content="0;url=${address}/refresh">
       <link rel="stylesheet" href="${address}/style"><link rel="prefetch" href="${address}/ahead">
       <style>@import "${address}/import"; @font-face { font-family: x; src: url(${address}/font) }
       body { background: url(${address}/background); font-family: x } .cover { position: fixed; inset: 0 }</style>
       <script>${steal}</script><base href="${address}/base/" target="_top">
       <body onload="${steal}"><article><h1>Minutes of the meeting</h1>
       <p onclick="${steal}">The board met on Monday and agreed the budget for the year.</p>
       <img src="${address}/picture" srcset="${address}/set 2x" onerror="${steal}"><img src="x" onerror="${steal}">
       <svg onload="${steal}"><script>${steal}</script><image href="${address}/image"/></svg>
       <video src="${address}/film" poster="${address}/poster" autoplay></video>
       <iframe src="${address}/frame"></iframe><iframe srcdoc="<script>${steal}</script>"></iframe>
       <object data="${address}/object"></object><embed src="${address}/embed">
       <form action="${address}/form"><input autofocus onfocus="${steal}"><button>Send</button></form>
       <p><a href="javascript:${steal}">The chair</a> <a href="${address}/link" ping="${address}/ping">minutes</a>
       <a href="${address}/top" target="_top">top</a> <a href="${address}/new" target="_blank">new</a>
       <a href="${address}/file" download>file</a> <a href="stet-media://x/">media</a> <a href="app://stet/index.html">own</a></p>
       </article></body>`,
    );
    await showOriginal();
    const { window } = stet;
    const before = window.url();
    await expect(page().getByRole('heading', { name: 'Minutes of the meeting' })).toBeVisible();
    for (const words of ['The chair', 'minutes', 'top', 'new', 'file', 'media', 'own']) {
      const link = page().getByText(words, { exact: true });
      await link.click();
      await link.click({ modifiers: ['Control'] });
    }
    await page().getByRole('button', { name: 'Send' }).click();
    await page().getByText('The board met on Monday').click();
    await expect(page().getByRole('heading', { name: 'Minutes of the meeting' })).toBeVisible();
    expect(asked).toEqual([]);
    expect(window.url()).toBe(before);
    expect(await window.evaluate(() => 'stolen' in window)).toBe(false);
    const windows = await stet.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((one) => one.webContents.getURL()),
    );
    for (const url of windows) expect(url).toMatch(/^app:\/\/stet\//);
  });

  test('would be stopped by its frame alone', async () => {
    await add('pier.html', PIER);
    await showOriginal();
    await expect(page().getByRole('heading')).toBeVisible();
    const frame = stet.window.frames().find((one) => one.url().startsWith('stet-page:'))!;
    const kept = frame.url();
    // As if the page had all this in it: put there from outside, since nothing in it can.
    const reached = await frame.evaluate((outside) => {
      const marks: string[] = [];
      const put = (html: string) => document.body.insertAdjacentHTML('beforeend', html);
      put(`<img src="${outside}/picture"><style>@import "${outside}/import";</style>`);
      put(`<iframe src="${outside}/frame"></iframe><iframe src="stet-page://x/"></iframe>`);
      put(`<form action="${outside}/form"><button id="send"></button></form>`);
      put(
        `<a id="away" href="${outside}/link"></a><a id="up" target="_top" href="${outside}/up"></a>`,
      );
      put(`<meta http-equiv="refresh" content="0;url=${outside}/refresh">`);
      for (const id of ['send', 'away', 'up']) document.getElementById(id)?.click();
      const script = document.createElement('script');
      script.text = 'document.title = "stolen"';
      document.body.append(script);
      if (document.title === 'stolen') marks.push('script');
      try {
        if (top?.document) marks.push('window');
      } catch {
        // Another origin.
      }
      return marks;
    }, address);
    expect(reached).toEqual([]);
    expect(asked).toEqual([]);
    // What it is sent to is refused before anything is asked for; the window says so at most.
    for (const one of stet.window.frames()) expect(one.url()).not.toMatch(/^(?:https?|file|data):/);
    expect(stet.window.url()).toMatch(/^app:\/\/stet\//);

    // Nor can any other page show what was kept.
    const shown = await stet.window.evaluate(async (url) => {
      const answer = await fetch(url).catch(() => null);
      return answer?.status ?? null;
    }, kept);
    expect(shown).toBeNull();
  });

  test('that is huge leaves the window free, and says that it cannot be shown', async () => {
    await add('huge.html', `<h1>Huge</h1><p>Words of a page.</p>${'<i></i>'.repeat(210_000)}`);
    await showOriginal();
    await expect(panel()).toContainText('could not be drawn');
    await panel().getByRole('radio', { name: 'Text', exact: true }).click();
    await expect(panel().getByRole('document')).toContainText('Words of a page.');
  });
});
