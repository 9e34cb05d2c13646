import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchStet, PROJECT, type Stet } from './app';
import { bandsPng, handOver } from './pictures';
import { watchTasks } from './tasks';
import { manuscriptOf, startAnother, startArticle } from './text';

let stet: Stet;
let folder: string;
const places = () => ({ library: join(folder, 'library'), userData: join(folder, 'settings') });
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-pasting-'));
  stet = await launchStet({ ...places(), empty: true });
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

const fixture = (name: string) =>
  readFileSync(join(PROJECT, 'src-shared/document/fixtures/clipboard', `${name}.html`), 'utf8');

/** Puts this on the system's clipboard, as another program does. */
async function copied(data: { html?: string; text?: string }) {
  await stet.app.evaluate(({ clipboard }, content) => {
    (clipboard as unknown as { write(data: { html?: string; text?: string }): void }).write(
      content,
    );
  }, data);
}

const body = () => manuscriptOf(stet).locator('> *');
const message = (text: string | RegExp) => stet.window.getByText(text);
const png = (hue: number) => `data:image/png;base64,${bandsPng(64, 40, hue).toString('base64')}`;

async function expectSaved() {
  await expect(stet.window.getByRole('banner')).toContainText(/Saved/);
}

/** The blocks of the article as it was saved: Stet is opened anew. */
async function tagsAfterReopening(): Promise<string[]> {
  await expectSaved();
  await stet.close();
  stet = await launchStet(places());
  await expect(manuscriptOf(stet)).toBeVisible();
  return body().evaluateAll((blocks) => blocks.map((block) => block.tagName.toLowerCase()));
}

test('a Word document keeps headings, lists, notes and tables, and is saved so', async () => {
  const { keyboard } = stet.window;
  await startArticle(stet, 'Ferries');
  await copied({ html: fixture('word'), text: 'Ferry runs again' });
  await keyboard.press('Control+v');
  const page = manuscriptOf(stet);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Ferry runs again',
    'The timetable',
  ]);
  await expect(page.locator('strong')).toHaveText(['bold', 'daily']);
  await expect(page.locator('> ul > li')).toHaveText(['Summer', 'June, daily', 'Winter']);
  await expect(page.locator('> ul ul > li')).toHaveText('June, daily');
  await expect(page.locator('> ol')).toHaveAttribute('start', '3');
  await expect(page.locator('> blockquote')).toContainText('“In any weather.”');
  await expect(page.locator('.footnote')).toHaveText([
    'A town of boats. And of rain.',
    'Interview, 3 May.',
  ]);
  await expect(page.locator('.footnote-reference')).toHaveCount(2);
  await expect(page.locator('td, th')).toHaveText(['Port', 'Boats', 'Saltmere', '12']);
  await expect(page).not.toContainText(/never|Really|Hidden|supportLists|\[1\]/);
  // The picture is in a folder of Word's, which nobody gave to Stet.
  await expect(message(/One picture was left out/)).toBeVisible();

  // What was said in it is found at once.
  await stet.window.getByRole('tab', { name: /Quotes/ }).click();
  await expect(stet.window.getByRole('tabpanel')).toContainText('We sail');

  const tags = await tagsAfterReopening();
  expect(tags.slice(1, 4)).toEqual(['h2', 'h2', 'p']);
  expect(tags.filter((tag) => tag === 'ul' || tag === 'ol')).toEqual(['ul', 'ol']);
  await expect(manuscriptOf(stet).locator('.footnote')).toHaveText([
    'A town of boats. And of rain.',
    'Interview, 3 May.',
  ]);
});

test('nothing is fetched, its pictures come in, and one undo takes all back', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const { keyboard } = stet.window;
    await startArticle(stet, 'Harbour');
    await keyboard.type('Before.');
    await keyboard.press('Enter');
    const html = [
      `<link rel="stylesheet" href="${site}/a.css"><style>@import url(${site}/b.css)</style>`,
      `<h2 style="background:url(${site}/c.png)">The quay</h2>`,
      `<p>One <img src="${site}/d.png" srcset="${site}/e.png 2x"> two.</p>`,
      `<figure><img src="${png(20)}" alt="A quay"><figcaption>Their caption</figcaption></figure>`,
      `<iframe src="${site}/f.html"></iframe><video src="${site}/g.mp4" poster="${site}/h.png"></video>`,
      `<img src="${site}/i.gif" width="1" height="1"><img src="${site}/j.png">`,
      `<object data="${site}/k.swf"></object><svg><image href="${site}/l.png"/></svg>`,
      `<p>End.</p><script src="${site}/m.js"></script>`,
    ].join('');
    await copied({ html, text: 'The quay' });
    await keyboard.press('Control+v');
    const page = manuscriptOf(stet);
    await expect(page.getByRole('figure')).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Picture: A quay' })).toBeVisible();
    await expect(page.locator('figcaption')).toHaveText('Their caption');
    await expect(page.locator('> p')).toContainText(['Before.', 'One two.', 'End.']);
    await expect(message(/2 pictures were left out/)).toBeVisible();
    await keyboard.press('Control+z');
    await expect(page).not.toContainText('quay');
    await expect(page).toContainText('Before.');
    await keyboard.press('Control+Shift+z');
    await expect(page.getByRole('figure')).toHaveCount(1);
    await expectSaved();
    expect(asked).toEqual([]);
  } finally {
    server.close();
  }
});

test('text and pages dropped from another program stand where they were dropped', async () => {
  await startArticle(stet, 'Dropped');
  await stet.window.keyboard.type('First.');
  await stet.window.keyboard.press('Enter');
  await stet.window.keyboard.type('Last.');
  const session = await stet.window.context().newCDPSession(stet.window);
  const drop = async (onto: string, items: { mimeType: string; data: string }[]) => {
    const box = (await manuscriptOf(stet).locator('p', { hasText: onto }).boundingBox())!;
    const at = { x: box.x + box.width - 4, y: box.y + box.height / 2 };
    const data = { items, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...at, data });
    }
  };
  await drop('First.', [
    { mimeType: 'text/html', data: '<p> And <b>more</b>.</p><ul><li>A point</li></ul>' },
    { mimeType: 'text/plain', data: 'And more. A point' },
  ]);
  await expect(manuscriptOf(stet).locator('ul > li')).toHaveText('A point');
  await expect(manuscriptOf(stet).locator('strong')).toHaveText('more');
  await drop('Last.', [{ mimeType: 'text/plain', data: '• one\n• two' }]);
  await expect(manuscriptOf(stet).locator('ul > li')).toHaveText(['A point', 'one', 'two']);
});

test('Markdown is read as what it means, or pasted as plain text', async () => {
  const { keyboard } = stet.window;
  const text = '## The quay\n\nA **bold** claim, “so she said”.\n\n- one\n- two';
  await startArticle(stet, 'Notes');
  await copied({ text });
  await keyboard.press('Control+v');
  const page = manuscriptOf(stet);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('The quay');
  await expect(page.locator('ul > li')).toHaveText(['one', 'two']);
  await expect(message('Read as Markdown. Undo gives the plain text.')).toBeVisible();
  await keyboard.press('Control+z');
  await expect(page).toContainText('## The quay');
  await expect(page).toContainText('A **bold** claim');
  await keyboard.press('Control+z');
  await expect(page).not.toContainText('quay');

  await copied({
    html: '<h2>Formed</h2><p>a <b>bold</b> word</p>',
    text: '# Formed\n- a bold word',
  });
  await keyboard.press('Control+Shift+v');
  await expect(page.locator('> p')).toHaveText(['# Formed', '- a bold word']);
  await keyboard.press('Control+z');
  await expect(page).not.toContainText('Formed');
  await keyboard.press('Control+k');
  await keyboard.type('paste as plain');
  await stet.window.getByRole('option', { name: /Paste as plain text/ }).click();
  await expect(page.locator('> p')).toHaveText(['# Formed', '- a bold word']);
});

test('the first heading is the headline of an article without words', async () => {
  const { keyboard } = stet.window;
  await keyboard.press('Control+n');
  await expect(manuscriptOf(stet)).toBeFocused();
  await copied({ html: fixture('right-to-left'), text: '' });
  await keyboard.press('Control+v');
  await expect(manuscriptOf(stet).getByRole('heading', { level: 1 })).toHaveText('الجسر مفتوح');
  await expect(manuscriptOf(stet).locator('> p')).toContainText('قال الوزير');
  await expect(manuscriptOf(stet).getByRole('heading', { level: 2 })).toHaveCount(0);
});

test('where changes are proposed it is a proposal', async () => {
  const { keyboard } = stet.window;
  await startArticle(stet, 'Proposed');
  await keyboard.type('It was said.');
  await keyboard.press('Control+Shift+g');
  await copied({ html: '<p> And <b>done</b>.</p><p>Twice.</p>', text: ' And done. Twice.' });
  await keyboard.press('Control+v');
  await expect(manuscriptOf(stet)).toContainText('Twice.');
  // The commands are there once the suggestions are known outside the text.
  await stet.window.getByRole('tab', { name: /^Comments/ }).click();
  await expect(stet.window.getByRole('tabpanel')).toContainText('Twice.');
  await keyboard.press('Control+k');
  await keyboard.type('reject all');
  await stet.window.getByRole('option', { name: /Reject all/ }).click();
  await expect(manuscriptOf(stet)).not.toContainText('Twice.');
  await expect(manuscriptOf(stet).locator('> p')).toHaveText('It was said.');
});

test('a picture on the clipboard is a figure', async () => {
  await startArticle(stet, 'Screenshot');
  await handOver(stet, '.manuscript-text', 'paste', {
    files: [{ name: 'image.png', type: 'image/png', bytes: bandsPng(64, 40, 50) }],
    html: '<html><head><style><!-- p {} --></style></head><body><!--StartFragment--><img src="file:///C:/clip_image001.png"><!--EndFragment--></body></html>',
  });
  await expect(manuscriptOf(stet).getByRole('figure')).toHaveCount(1);
});

test('a megabyte of markup comes in bit by bit: no task is as long as for its text at once', async () => {
  const { keyboard } = stet.window;
  const paragraph = (index: number) =>
    `<p class=MsoNormal style='margin-bottom:8.0pt;line-height:107%;font-family:"Calibri",sans-serif;mso-ascii-theme-font:minor-latin;mso-fareast-font-family:Calibri;mso-fareast-theme-font:minor-latin;mso-hansi-theme-font:minor-latin;mso-bidi-font-family:"Times New Roman";mso-bidi-theme-font:minor-bidi;mso-ansi-language:EN-GB;mso-fareast-language:EN-US;mso-bidi-language:AR-SA;tab-stops:right 451.3pt;mso-layout-grid-align:none;text-autospace:none'><span lang=EN-GB style='font-size:12.0pt;line-height:107%;mso-bidi-font-weight:bold'>The ${index}th ferry of the day left the harbour late, <b>and nobody</b> could say why it had waited for the tide.<o:p></o:p></span></p>`;
  const paragraphs = Array.from({ length: 1_600 }, (_, index) => paragraph(index));
  const html = `<html><body>${paragraphs.join('\n')}</body></html>`;
  expect(html.length).toBeGreaterThan(1_000_000);
  await startArticle(stet, 'Long');
  await copied({ html, text: 'long' });
  const longestOfPaste = async () => {
    const longest = await watchTasks(stet);
    await keyboard.press('Control+v');
    // Not by an expectation: what Playwright looks at while it fails is a long task of the page itself.
    await stet.window.waitForFunction(
      () => document.querySelectorAll('.manuscript-text > p').length >= 1_600,
      null,
      { polling: 200, timeout: 60_000 },
    );
    return longest();
  };
  const markup = await longestOfPaste();
  // The same blocks without any markup to be read: what the text alone takes.
  await keyboard.press('Control+a');
  await keyboard.press('Control+c');
  await startAnother(stet, 'Again');
  const text = await longestOfPaste();
  console.log(`longest task: markup ${markup.toFixed(0)} ms, own text ${text.toFixed(0)} ms`);
  expect(markup).toBeLessThan(text);
});
