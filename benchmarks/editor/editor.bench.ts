import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { answerOpenDialog, launchStet, resizeTo, type Stet } from '../../e2e/app';
import { clickBehind } from '../../e2e/text';
import { openBareLexical, openContentEditable } from './peers';
import { type WrittenText, writeText } from './text';

/*
 * How long a key takes, in the built Stet: from the key's event to the frame that shows the letter,
 * and to the line that shows the new verdict; and how long an article takes to open. Beside it, in the
 * same run and turn by turn, the same text in a bare Lexical editor and in a bare `contenteditable`
 * element of the same browser, which find and check nothing.
 */

const SIZES = [
  { words: 2_000, quotations: 20 },
  { words: 20_000, quotations: 200 },
  { words: 50_000, quotations: 2_000 },
];
const ROUNDS = 3;
const KEYS = 40;
/** A quick typist's pace; what stands between two keys is no part of the figures. */
const BETWEEN_KEYS_MS = 90;
/** Quotations in which a letter is typed and taken out again. */
const EDITED = 20;
/** Pauses before those keys: some fall just before a save, some into it, some long after it. */
const PAUSES_MS = [120, 380, 420, 460, 700, 1_050];
/** How often each editor opens the article. */
const OPENINGS = 5;
/** Another article, to open the long one from. */
const OTHER = 'A short note';

for (const size of SIZES) {
  test(`${size.words} words, ${size.quotations} quotations`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
    const stet = await launchStet({ empty: true, library: join(folder, 'library') });
    try {
      await resizeTo(stet, 1440, 900);
      const text = writeText(size.words, size.quotations);
      await fill(stet, folder, text);
      const opened = await openings(stet, text);
      await report(size, stet, text, opened);
    } finally {
      await stet.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

interface Openings {
  stet: number[];
  lexical: number[];
}

async function report(
  size: (typeof SIZES)[number],
  stet: Stet,
  text: WrittenText,
  opened: Openings,
): Promise<void> {
  const { window } = stet;
  const editors = {
    stet: window.getByRole('textbox', { name: 'Manuscript' }),
    lexical: (await openBareLexical(stet, text)).page.getByRole('textbox'),
    plain: (await openContentEditable(stet, text)).getByRole('textbox'),
  };
  const frames = {
    quoted: [] as number[],
    stet: [] as number[],
    lexical: [] as number[],
    plain: [] as number[],
  };
  for (const editor of Object.values(editors)) await editor.page().evaluate(measureKeys);
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of ['stet', 'lexical', 'plain'] as const) {
      frames[name].push(...(await typeInto(editors[name], text.prose)));
    }
    const middle = text.quotations[Math.floor(text.quotations.length / 2) + round] ?? '';
    frames.quoted.push(...(await typeInto(editors.stet, start(middle))));
  }
  const verdicts = await editQuotations(editors.stet, text);
  const line = (name: string, times: readonly number[], what = 'keys') =>
    `  ${name.padEnd(38)} p50 ${ms(times, 0.5)}  p95 ${ms(times, 0.95)}  longest ${ms(times, 1)}  (${times.length} ${what})`;
  const ratio = (ours: readonly number[], theirs: readonly number[], quantile: number) =>
    (at(ours, quantile) / at(theirs, quantile)).toFixed(2);
  const against = (name: string, theirs: readonly number[]) =>
    `  prose against ${name.padEnd(24)} p50 ${ratio(frames.stet, theirs, 0.5)} times  p95 ${ratio(frames.stet, theirs, 0.95)} times`;
  console.log(
    [
      '',
      `${size.words} words, ${size.quotations} linked quotations`,
      line('key to frame, in prose', frames.stet),
      line('key to frame, in a linked quotation', frames.quoted),
      line('key to frame, bare Lexical', frames.lexical),
      line('key to frame, bare contenteditable', frames.plain),
      against('bare Lexical', frames.lexical),
      against('bare contenteditable', frames.plain),
      line('key to verdict', verdicts),
      line('opening, to the frame with its words', opened.stet, 'times'),
      line('the same, bare Lexical', opened.lexical, 'times'),
      `  opening against bare Lexical           p50 ${ratio(opened.stet, opened.lexical, 0.5)} times`,
    ].join('\n'),
  );
}

/** Opens the article from another one, and from its JSON in a bare Lexical editor, turn by turn. */
async function openings(stet: Stet, text: WrittenText): Promise<Openings> {
  const page = stet.window;
  const times: Openings = { stet: [], lexical: [] };
  await page.keyboard.press('Control+n');
  await expect(page.locator('.manuscript-text:focus', { hasText: /^$/ })).toHaveCount(1);
  await page.keyboard.type(OTHER);
  const articles = page.getByRole('navigation').getByRole('region', { name: 'Articles' });
  const rowOf = (headline: string) => articles.getByText(headline);
  await expect(rowOf(OTHER)).toBeVisible();
  const headline = /^# (.+)$/m.exec(text.article)?.[1] ?? '';
  for (let round = 0; round < OPENINGS; round++) {
    await page.bringToFront();
    await page.evaluate(measureOpening, headline);
    await rowOf(headline).click();
    times.stet.push(await (await page.waitForFunction(() => window.openedMs)).jsonValue());
    await rowOf(OTHER).click();
    await expect(
      page.locator('.manuscript-text', { hasText: new RegExp(`^${OTHER}$`) }),
    ).toHaveCount(1);
    const bare = await openBareLexical(stet, text);
    times.lexical.push(bare.openedMs);
    await bare.page.close();
  }
  await page.bringToFront();
  await rowOf(headline).click();
  await untilSaid(page, `${counted(text)} verbatim`);
  return times;
}

/** Runs in the page: notes the time from the next click to the frame that shows the article. */
function measureOpening(headline: string): void {
  window.openedMs = 0;
  window.addEventListener(
    'pointerdown',
    ({ timeStamp }) => {
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        window.openedMs = performance.now() - timeStamp;
      };
      const look = () => {
        const shown = document.querySelector('.manuscript-text .headline')?.textContent;
        if (shown === headline) after.port2.postMessage(null);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    { capture: true, once: true },
  );
}

/**
 * Waits until the panel beside the text says so, by a count: of any other expectation that is not met yet
 * Playwright draws up what screen readers are told of the page, in the page itself. With thousands of
 * quotations that is a task of half a minute, of a minute while others work.
 */
async function untilSaid(page: Page, words: string): Promise<void> {
  await expect(page.locator('[role=tabpanel]', { hasText: words })).toHaveCount(1);
}

/** The number of quotations as the window writes it. */
const counted = (text: WrittenText) => text.quotations.length.toLocaleString('en');

/** Brings article and transcript in and links every quotation, as an editor does. */
async function fill(stet: Stet, folder: string, text: WrittenText): Promise<void> {
  const { window } = stet;
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  await answerOpenDialog(stet, [file('article.md', text.article)]);
  await window.getByRole('main').getByRole('button', { name: 'Open article…' }).click();
  await untilSaid(window, `${counted(text)} quotations`);
  await answerOpenDialog(stet, [file('transcript.txt', text.transcript)]);
  await window.getByRole('banner').getByRole('button', { name: 'Sources' }).click();
  await window.getByRole('menuitem', { name: 'Add sources…' }).click();
  await window.locator('[role=tabpanel] button', { hasText: 'Link all exact matches' }).click();
  await untilSaid(window, `${counted(text)} verbatim`);
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
    /** 0 until the article that was clicked on is there. */
    openedMs: number;
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
  const pressing = (event: KeyboardEvent) => {
    pressed = event.timeStamp;
    requestAnimationFrame(() => {
      // Comes when the frame has been handed on, before whatever else waits for that.
      void scheduler.postTask(() => window.bench.frames.push(performance.now() - event.timeStamp), {
        priority: 'user-blocking',
      });
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
