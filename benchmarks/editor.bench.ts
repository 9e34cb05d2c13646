import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { answerOpenDialog, launchStet, resizeTo, type Stet } from '../e2e/app';
import { clickBehind } from '../e2e/text';
import { type WrittenText, writeText } from './editor-text';

/*
 * How long a key takes, in the built Stet: from the key's event to the frame that shows the letter,
 * and to the line that shows the new verdict. Beside it, in the same run and turn by turn, the same
 * text in a bare `contenteditable` element of the same browser, which finds and checks nothing.
 */

const SIZES = [
  { words: 2_000, quotations: 20 },
  { words: 20_000, quotations: 200 },
];
const ROUNDS = 3;
const KEYS = 40;
/** A quick typist's pace; what stands between two keys is no part of the figures. */
const BETWEEN_KEYS_MS = 90;
/** Quotations in which a letter is typed and taken out again. */
const EDITED = 20;
/** Pauses before those keys: some fall just before a save, some into it, some long after it. */
const PAUSES_MS = [120, 380, 420, 460, 700, 1_050];

for (const size of SIZES) {
  test(`${size.words} words, ${size.quotations} quotations`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
    const stet = await launchStet({ empty: true, library: join(folder, 'library') });
    try {
      await resizeTo(stet, 1440, 900);
      const text = writeText(size.words, size.quotations);
      await fill(stet, folder, text);
      const peer = await openPeer(stet, text);
      await report(size, stet.window, peer, text);
    } finally {
      await stet.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

async function report(
  size: (typeof SIZES)[number],
  window: Page,
  peer: Page,
  text: WrittenText,
): Promise<void> {
  const manuscript = window.getByRole('textbox', { name: 'Manuscript' });
  const plain = peer.getByRole('textbox');
  await window.evaluate(measureKeys);
  await peer.evaluate(measureKeys);
  const figures = { prose: [] as number[], quoted: [] as number[], peer: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    figures.prose.push(...(await typeInto(manuscript, text.prose)));
    figures.peer.push(...(await typeInto(plain, text.prose)));
    const middle = text.quotations[Math.floor(text.quotations.length / 2) + round] ?? '';
    figures.quoted.push(...(await typeInto(manuscript, start(middle))));
  }
  const verdicts = await editQuotations(manuscript, text);
  const line = (name: string, times: readonly number[]) =>
    `  ${name.padEnd(38)} p50 ${ms(times, 0.5)}  p95 ${ms(times, 0.95)}  longest ${ms(times, 1)}  (${times.length} keys)`;
  const ratio = (quantile: number) =>
    (at(figures.prose, quantile) / at(figures.peer, quantile)).toFixed(2);
  console.log(
    [
      '',
      `${size.words} words, ${size.quotations} linked quotations`,
      line('key to frame, in prose', figures.prose),
      line('key to frame, in a linked quotation', figures.quoted),
      line('key to frame, bare contenteditable', figures.peer),
      `  prose against bare contenteditable     p50 ${ratio(0.5)} times  p95 ${ratio(0.95)} times`,
      line('key to verdict', verdicts),
    ].join('\n'),
  );
}

/** Brings article and transcript in and links every quotation, as an editor does. */
async function fill(stet: Stet, folder: string, text: WrittenText): Promise<void> {
  const { window } = stet;
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  await answerOpenDialog(stet, [file('article.md', text.article)]);
  await window.getByRole('main').getByRole('button', { name: 'Open article…' }).click();
  const panel = window.getByRole('tabpanel');
  await expect(panel).toContainText(`${text.quotations.length} quotations`);
  await answerOpenDialog(stet, [file('transcript.txt', text.transcript)]);
  await window.getByRole('banner').getByRole('button', { name: 'Sources' }).click();
  await window.getByRole('menuitem', { name: 'Add sources…' }).click();
  await panel.getByRole('button', { name: 'Link all exact matches' }).click();
  await expect(panel).toContainText(`${text.quotations.length} verbatim`);
}

/** A second window of the same browser with the same words, and nothing but the browser's own editing. */
async function openPeer(stet: Stet, text: WrittenText): Promise<Page> {
  const opened = stet.app.waitForEvent('window');
  await stet.app.evaluate(({ BrowserWindow }) => {
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      webPreferences: { partition: 'bench', backgroundThrottling: false },
    });
    return window.loadURL('about:blank');
  });
  const peer = await opened;
  const [, ...paragraphs] = text.article.trim().split('\n\n');
  await peer.setContent(
    `<main style="height: 100vh; overflow: auto; margin: 0">
      <div role="textbox" contenteditable spellcheck="false"
        style="width: 660px; margin: 0 auto; font: 18px/1.6 serif">
        ${paragraphs.map((words) => `<p>${words}</p>`).join('')}
      </div>
    </main>`,
  );
  return peer;
}

/** Types behind these words and answers how long each key took to the frame after it. */
async function typeInto(text: Locator, words: string): Promise<number[]> {
  const page = text.page();
  await page.bringToFront();
  await caretBehind(text, words);
  await page.evaluate(() => window.bench.frames.splice(0));
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e');
    await page.waitForTimeout(BETWEEN_KEYS_MS);
  }
  await page.waitForFunction((keys) => window.bench.frames.length >= keys, KEYS);
  const times = await page.evaluate(() => window.bench.frames.splice(0));
  for (let key = 0; key < KEYS; key++) await page.keyboard.press('Backspace');
  await page.waitForTimeout(1_000);
  await page.evaluate(() => window.bench.frames.splice(0));
  return times;
}

/** Alters quotations by one letter and mends them again; answers how long each verdict took. */
async function editQuotations(manuscript: Locator, text: WrittenText): Promise<number[]> {
  const page = manuscript.page();
  const times: number[] = [];
  const step = Math.max(1, Math.floor(text.quotations.length / EDITED));
  for (let number = 0; number < EDITED; number++) {
    await caretBehind(manuscript, start(text.quotations[number * step] ?? ''));
    for (const [key, verdict] of [
      ['x', 'altered'],
      ['Backspace', 'verbatim'],
    ] as const) {
      await page.waitForTimeout(PAUSES_MS[(number + times.length) % PAUSES_MS.length] ?? 0);
      await page.evaluate((name) => window.bench.await(name), `quotation-${verdict}`);
      await page.keyboard.press(key);
      const shown = await page.waitForFunction(() => window.bench.verdict);
      times.push(await shown.jsonValue());
    }
  }
  return times;
}

interface Bench {
  /** Milliseconds from each key to the frame after it. */
  frames: number[];
  /** Waits for something to be drawn with this highlight after the next key. */
  await(highlight: string): void;
  /** Milliseconds from that key to then; 0 until it has happened. */
  verdict: number;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

/** Runs in the page: notes when keys come, when the frame after them is there, and what is drawn. */
function measureKeys(): void {
  let awaited: Highlight | undefined;
  let pressed = 0;
  window.bench = {
    frames: [],
    verdict: 0,
    await(name) {
      awaited = CSS.highlights.get(name);
      window.bench.verdict = 0;
      pressed = 0;
    },
  };
  const after = new MessageChannel();
  const waiting: number[] = [];
  after.port1.onmessage = () => {
    const now = performance.now();
    for (const key of waiting.splice(0)) window.bench.frames.push(now - key);
  };
  const pressing = (event: KeyboardEvent) => {
    pressed = event.timeStamp;
    // A message that is posted in a frame arrives when the frame has been handed on.
    requestAnimationFrame(() => {
      waiting.push(event.timeStamp);
      after.port2.postMessage(null);
    });
  };
  window.addEventListener('keydown', pressing, { capture: true });
  const add = Highlight.prototype.add;
  Highlight.prototype.add = function (range) {
    if (this === awaited && pressed > 0 && window.bench.verdict === 0) {
      window.bench.verdict = performance.now() - pressed;
    }
    return add.call(this, range);
  };
}

/** Puts the caret there; again where the page was still moving while blocks took their real height. */
async function caretBehind(text: Locator, words: string): Promise<void> {
  await expect(async () => {
    await clickBehind(text, words);
    const around = await text.page().evaluate(() => {
      const { anchorNode, anchorOffset } = getSelection() ?? {};
      return anchorNode?.textContent?.slice(0, anchorOffset) ?? '';
    });
    expect(around.endsWith(words)).toBe(true);
  }).toPass();
}

/** The first words of a quotation: they stand nowhere else. */
function start(quotation: string): string {
  return quotation.split(' ').slice(0, 4).join(' ');
}

function at(times: readonly number[], quantile: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
}

function ms(times: readonly number[], quantile: number): string {
  return `${at(times, quantile).toFixed(1).padStart(7)} ms`;
}
