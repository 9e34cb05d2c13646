import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawnWords } from './drawn-words';
import { extractSources } from './extract';
import { placeWords } from './page-words';
import { openPdf } from './pdf-library';
import { readPage } from './pdf-page';
import { lines, twoColumns, writePdf } from './pdf-writing';

/** There is no canvas here: every letter is taken to be as wide as another. */
const evenly = (text: string, letters: number) => letters / text.length;

async function drawn(bytes: Uint8Array, number = 1) {
  const task = await openPdf(bytes);
  const page = await (await task.promise).getPage(number);
  const words = drawnWords(await readPage(page, number, () => false), evenly);
  await task.destroy();
  return words;
}

const TWO_COLUMNS = writePdf([
  [{ x: 60, y: 780, text: 'Harbour inquiry, day 2', size: 8 }, ...twoColumns()],
  lines(['A second page with other words on it, as pages have.'], { y: 740 }),
]);

test('words stand where the file puts them, from the top left', async () => {
  const words = await drawn(TWO_COLUMNS);
  const ferry = words.find(({ text }) => text === 'ferry')!;
  const known = words.find(({ text }) => text === 'known')!;
  // A4 is 842 points high.
  expect(ferry.y).toBeGreaterThan(842 - 740 - 12);
  expect(ferry.y + ferry.height).toBeLessThan(842 - 740 + 6);
  expect(ferry.x).toBeGreaterThan(70);
  expect(ferry.x + ferry.width).toBeLessThan(130);
  expect(known.x).toBeGreaterThanOrEqual(309);
  expect(known.y).toBeGreaterThan(ferry.y);
});

test('a passage across two columns is found on the page that it was read from', async () => {
  const [source] = await extractSources('inquiry.pdf', TWO_COLUMNS);
  const { text, locators } = source!;
  const passage = 'the office of the harbour opened at nine.';
  const start = text.indexOf(passage);
  expect(start).toBeGreaterThan(0);
  const onPage = locators.filter(({ page }) => page === 1);
  const placed = placeWords(await drawn(TWO_COLUMNS), text, onPage).filter(
    (word) => word.start >= start && word.end <= start + passage.length,
  );
  const places = placed.map(
    (word) => `${text.slice(word.start, word.end)} ${word.x < 300 ? 'left' : 'right'}`,
  );
  expect(places).toEqual([
    'the left',
    'office left',
    'of left',
    'the left',
    'harbour left',
    'harbour right',
    'opened right',
    'at right',
    'nine. right',
  ]);
  // Nothing of it on the other page.
  const other = placeWords(await drawn(TWO_COLUMNS, 2), text, onPage);
  expect(other.filter((word) => word.start >= start && word.end <= start + passage.length)).toEqual(
    [],
  );
});

const FILES = ['chromium-columns', 'groff-columns', 'latex-columns', 'writer-transcript'];

test.for(FILES)('%s: all but every word is found on its page, in one line', async (name) => {
  const bytes = new Uint8Array(readFileSync(new URL(`fixtures/pdf/${name}.pdf`, import.meta.url)));
  const [source] = await extractSources(`${name}.pdf`, bytes);
  const { text, locators } = source!;
  const pages = new Set(locators.flatMap(({ page }) => page ?? []));
  let wanted = 0;
  let found = 0;
  let parted = 0;
  for (const page of pages) {
    const stretches = locators.filter((one) => one.page === page);
    wanted += stretches
      .map(({ start, end }) => text.slice(start, end).match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0)
      .reduce((sum, count) => sum + count, 0);
    const placed = placeWords(await drawn(bytes, page), text, stretches);
    const lines = new Map<number, Set<number>>();
    for (const { start, y } of placed) lines.set(start, (lines.get(start) ?? new Set()).add(y));
    found += lines.size;
    parted += [...lines.values()].filter(({ size }) => size > 1).length;
  }
  expect(found / wanted).toBeGreaterThan(0.99);
  // Words that are parted at the end of a line stand in two.
  expect(parted / wanted).toBeLessThan(0.06);
});

test('a page that lies on its side has its words where they are seen', async () => {
  const upright = { number: 1, height: 842, turned: [], direction: 0 };
  const run = {
    text: 'harbour',
    x0: 100,
    x1: 140,
    y: 50,
    size: 10,
    font: 'f',
    isRightToLeft: false,
    isSpaced: true,
  };
  const chunk = { runs: [run], x0: 100, x1: 140, y: 50, size: 10, font: 'f', isArtifact: false };
  const [plain] = drawnWords({ ...upright, chunks: [chunk] }, evenly);
  expect(plain).toMatchObject({ x: 100, y: 42, width: 40 });
  // Reading from the top down: along the lines is down, across them is to the left.
  const [turned] = drawnWords({ ...upright, direction: 90, chunks: [chunk] }, evenly);
  expect(turned!.y).toBeCloseTo(100);
  expect(turned!.height).toBeCloseTo(40);
  expect(turned!.width).toBeCloseTo(10.4);
});
