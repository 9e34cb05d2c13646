import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { checkHtml, hasJava } from '../src-main/export/nu-checker';
import { readPicture } from '../src-shared/picture/read-picture';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { bandsPng, CANARY, handOver, photographJpeg, writePicture } from './pictures';
import { watchTasks } from './tasks';
import { clickBehind, manuscriptOf, startAnother, startArticle } from './text';

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-figures-'));
  stet = await launchStet({
    library: join(folder, 'library'),
    userData: join(folder, 'settings'),
    empty: true,
  });
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

const figures = () => manuscriptOf(stet).getByRole('figure');
const pictureNamed = (name: string | RegExp) => manuscriptOf(stet).getByRole('button', { name });
const card = () => stet.window.getByRole('dialog', { name: 'Picture' });
const png = (hue: number, width = 320, height = 200) => ({
  name: `their-secret-name-${hue}.png`,
  type: 'image/png',
  bytes: bandsPng(width, height, hue),
});

/** The picture is drawn, not only there. */
async function expectDrawn(index = 0) {
  const image = figures().nth(index).locator('img');
  await expect(figures().nth(index).locator('[data-state="shown"]')).toBeVisible();
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0);
}

async function expectSaved() {
  await expect(stet.window.getByRole('banner')).toContainText(/Saved/);
}

test('a picture from the file dialog gets its words, and leaves without place and camera', async () => {
  const { keyboard } = stet.window;
  await startArticle(stet, 'Evening at the harbour');
  await keyboard.type('The last boat came in at nine.');
  const photograph = await photographJpeg(stet, 640, 420);
  expect(photograph.includes(CANARY)).toBe(true);
  await answerOpenDialog(stet, [writePicture(folder, 'their-secret-name.jpg', photograph)]);
  await keyboard.press('Control+Alt+i');
  await expect(figures()).toHaveCount(1);
  await expectDrawn();
  // Taken on its side, it stands upright.
  const box = await figures().locator('img').boundingBox();
  expect(box!.height).toBeGreaterThan(box!.width);

  // The cursor is in the caption; its picture is one key above it, and Enter opens what is said of it.
  await keyboard.type('The *quay* at dusk: ');
  await keyboard.press('Control+b');
  await keyboard.type('calm');
  await keyboard.press('Control+b');
  await expect(figures().locator('figcaption')).toHaveText('The quay at dusk: calm');
  await keyboard.press('ArrowUp');
  await expect(pictureNamed('Picture without alternative text')).toBeFocused();

  // Until somebody has said what is seen, the gate says so and leads there.
  await keyboard.press('Control+Shift+e');
  const gate = stet.window.getByRole('dialog', { name: 'Finish and export' });
  await expect(gate).toContainText('A picture has no alternative text');
  await gate
    .getByRole('listitem')
    .filter({ hasText: 'alternative text' })
    .getByRole('button', { name: 'Show' })
    .click();
  await expect(card().getByRole('textbox', { name: 'Alternative text' })).toBeFocused();
  await keyboard.type('A quay in the evening sun');
  await card().getByRole('textbox', { name: 'Credit' }).fill('Photograph: Mara Lind');
  await card().getByRole('button', { name: 'Done' }).click();
  await expect(pictureNamed('Picture: A quay in the evening sun')).toBeFocused();
  await expect(figures()).toContainText('Photograph: Mara Lind');
  await expectSaved();

  await keyboard.press('Control+Shift+e');
  await expect(gate).toBeVisible();
  await expect(gate).not.toContainText('alternative text');
  await answerOpenDialog(stet, [folder]);
  await gate.getByRole('button', { name: 'Preview' }).click();
  const preview = stet.window.getByRole('dialog');
  await expect(preview).toContainText('evening-at-the-harbour-pictures/figure-1.jpg');
  await preview.getByRole('button', { name: /Back/ }).click();
  await gate.getByRole('button', { name: 'Choose' }).click();
  await gate.getByRole('button', { name: 'More…' }).click();
  await gate.getByRole('button', { name: 'Plain text' }).click();
  await gate.getByRole('button', { name: /Export 3 files/ }).click();
  await expect(stet.window.getByRole('dialog')).toContainText('figure-1.jpg');

  const html = readFileSync(join(folder, 'evening-at-the-harbour.html'), 'utf8');
  expect(html).toContain('<img src="evening-at-the-harbour-pictures/figure-1.jpg"');
  expect(html).toContain('alt="A quay in the evening sun" width="420" height="640"');
  expect(html).toContain('<strong>calm</strong> <span class="credit">Photograph: Mara Lind</span>');
  const markdown = readFileSync(join(folder, 'evening-at-the-harbour.md'), 'utf8');
  expect(markdown).toContain(
    '![A quay in the evening sun](evening-at-the-harbour-pictures/figure-1.jpg "Photograph: Mara Lind")\\\n',
  );
  expect(readFileSync(join(folder, 'evening-at-the-harbour.txt'), 'utf8')).toContain(
    'The quay at dusk: calm Photograph: Mara Lind',
  );
  const out = join(folder, 'evening-at-the-harbour-pictures', 'figure-1.jpg');
  const written = readFileSync(out);
  expect(readPicture('', written)).toMatchObject({ type: 'jpeg', width: 420, height: 640 });
  for (const text of [written.toString('latin1'), html, markdown]) {
    expect(text).not.toMatch(/CANARY|their-secret-name/);
  }
  // The checker is a Java program.
  if (await hasJava()) {
    const page = join(folder, 'evening-at-the-harbour.html');
    expect(await checkHtml([page], { warnings: true })).toBe('');
  }
});

test('pictures are dropped and pasted, moved, copied, cut and taken back by keys', async () => {
  const { keyboard } = stet.window;
  await startArticle(stet, 'Four pictures');
  await keyboard.type('First paragraph.');
  await keyboard.press('Enter');
  await keyboard.type('Last paragraph.');
  await handOver(stet, '.manuscript-text > p', 'drop', { files: [png(10), png(60)] });
  await expect(figures()).toHaveCount(2);
  await expectDrawn(0);
  await expectDrawn(1);
  const order = () =>
    manuscriptOf(stet)
      .locator('> *')
      .evaluateAll((blocks) => blocks.map((block) => block.tagName.toLowerCase()));
  expect(await order()).toEqual(['h1', 'p', 'figure', 'figure', 'p']);

  // One step of undo for both, and back again.
  await keyboard.press('Control+z');
  await expect(figures()).toHaveCount(0);
  await keyboard.press('Control+Shift+z');
  await expect(figures()).toHaveCount(2);

  // From the text down into the first picture; with Alt it moves.
  await clickBehind(manuscriptOf(stet), 'First paragraph.');
  await keyboard.press('ArrowDown');
  await expect(pictureNamed(/Picture without/).nth(0)).toBeFocused();
  await keyboard.press('Enter');
  await card().getByText('Decorative').click();
  await card().getByRole('button', { name: 'Done' }).click();
  await expect(pictureNamed('Decorative picture')).toBeFocused();
  await keyboard.press('Alt+ArrowUp');
  expect(await order()).toEqual(['h1', 'figure', 'p', 'figure', 'p']);
  await expect(pictureNamed('Decorative picture')).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.type('A caption');
  await keyboard.press('ArrowUp');

  // A copy goes into another article, with its caption; what is cut goes altogether.
  await keyboard.press('Control+c');
  await keyboard.press('Control+x');
  await expect(figures()).toHaveCount(1);
  await expectSaved();
  await startAnother(stet, 'Another article');
  await keyboard.type('Words.');
  await keyboard.press('Enter');
  await keyboard.press('Control+v');
  await expect(figures()).toHaveCount(1);
  await expectDrawn();
  await expect(figures()).toContainText('A caption');
  await expect(pictureNamed('Decorative picture')).toBeVisible();

  // Deleting towards a picture goes to it first.
  await keyboard.press('Control+z');
  await expect(figures()).toHaveCount(0);
  await keyboard.press('Control+v');
  await expect(figures()).toHaveCount(1);
  await expectDrawn();
  await clickBehind(manuscriptOf(stet), 'Words.');
  await keyboard.press('Delete');
  await expect(pictureNamed('Decorative picture')).toBeFocused();
  await keyboard.press('Delete');
  await expect(figures()).toHaveCount(0);
  await expect(manuscriptOf(stet)).toContainText('Words.');
  await keyboard.press('Control+z');
  await expect(figures()).toHaveCount(1);
});

test('pictures in pasted text come in, and nothing is fetched', async () => {
  const { keyboard } = stet.window;
  const asked: string[] = [];
  stet.window.on('request', (request) => {
    if (/^https?:/.test(request.url())) asked.push(request.url());
  });
  await startArticle(stet, 'Pasted');
  const data = `data:image/png;base64,${png(30).bytes.toString('base64')}`;
  await handOver(stet, '.manuscript-text', 'paste', {
    html: `<p>Before.</p><figure><img src="${data}" alt="Bands of colour"><figcaption>Their <b>caption</b></figcaption></figure><p>Between <img src="https://tracker.example/one.png"> words.</p>`,
    text: 'Before. Between words.',
  });
  await expect(figures()).toHaveCount(1);
  await expectDrawn();
  await expect(pictureNamed('Picture: Bands of colour')).toBeVisible();
  await expect(figures().locator('figcaption')).toHaveText('Their caption');
  await expect(figures().locator('figcaption strong')).toHaveText('caption');
  await expect(manuscriptOf(stet)).toContainText('Between words.');
  await expect(stet.window.getByText(/One picture was left out/)).toBeVisible();
  expect(asked).toEqual([]);

  // A picture that was copied by itself, with the address it had.
  await keyboard.press('Control+End');
  await handOver(stet, '.manuscript-text', 'paste', {
    files: [png(90)],
    html: '<meta charset="utf-8"><img src="https://tracker.example/two.png">',
  });
  await expect(figures()).toHaveCount(2);
  await expectDrawn(1);
  expect(asked).toEqual([]);
});

test('what is no picture is refused with a word, and a picture that is gone says so', async () => {
  await startArticle(stet, 'Refused');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  await handOver(stet, '.manuscript-text', 'drop', {
    files: [{ name: 'drawing.svg', type: 'image/svg+xml', bytes: svg }],
  });
  await expect(stet.window.getByText(/drawing\.svg” is an SVG drawing/)).toBeVisible();
  await expect(figures()).toHaveCount(0);
  await handOver(stet, '.manuscript-text', 'drop', { files: [png(120)] });
  await expect(figures()).toHaveCount(1);
  await expectSaved();
  const { library } = stet;
  const shelf = readdirSync(join(library, 'originals')).find((name) => /^[0-9a-f]{2}$/.test(name))!;
  const [name] = readdirSync(join(library, 'originals', shelf));
  writeFileSync(join(library, 'originals', shelf, name!), 'somebody else wrote here');
  await stet.close();
  stet = await launchStet({ library, userData: join(folder, 'settings') });
  await expect(figures()).toContainText('This picture is not in the library, or cannot be read');
  await stet.window.keyboard.press('Control+Shift+e');
  const gate = stet.window.getByRole('dialog', { name: 'Finish and export' });
  const site = mkdtempSync(join(folder, 'site-'));
  await answerOpenDialog(stet, [site]);
  await gate.getByRole('button', { name: /Export 2 files/ }).click();
  await expect(gate).toContainText('A picture of this article is not in the library any more');
  expect(readdirSync(site)).toEqual([]);
});

test('an exported article comes back with its pictures, and no address leads out of its folder', async () => {
  const secret = writePicture(folder, 'secret.png', png(200).bytes);
  expect(secret).toContain('secret.png');
  const desk = mkdtempSync(join(folder, 'desk-'));
  writePicture(desk, 'quay.png', png(150).bytes);
  writeFileSync(
    join(desk, 'story.md'),
    [
      '# The quay',
      'The last boat came in at nine.',
      '![A quay](quay.png "Mara Lind")\\\nWhere the **boats** land.\\\n*Mara Lind*',
      '![Out of the folder](../secret.png)\\\nStays as a caption.',
      'It was late.',
    ].join('\n\n'),
  );
  await answerOpenDialog(stet, [join(desk, 'story.md')]);
  await stet.window.getByRole('main').getByRole('button', { name: 'Open article…' }).click();
  await expect(manuscriptOf(stet)).toContainText('The last boat came in at nine.');
  await expect(figures()).toHaveCount(2);
  await expectDrawn();
  await expect(pictureNamed('Picture: A quay')).toBeVisible();
  await expect(figures().locator('figcaption')).toHaveText([
    'Where the boats land.',
    'Stays as a caption.',
  ]);
  await expect(figures().first()).toContainText('Mara Lind');
  // Nothing of it is read: the figure has the address alone.
  await expect(figures().nth(1).locator('[data-state="missing"]')).toContainText('../secret.png');
  await expect(figures().nth(1).locator('img')).toHaveCount(0);
  await expect(stet.window.getByText(/Its place and its address stay/)).toBeVisible();
});

test('forty megapixels do not hold up typing', async () => {
  const { keyboard } = stet.window;
  await startArticle(stet, 'A large picture');
  await keyboard.type('Words.');
  const path = writePicture(folder, 'large.png', bandsPng(8000, 5000, 40));
  await answerOpenDialog(stet, [path]);
  await keyboard.press('Control+Alt+i');
  await expect(figures()).toHaveCount(1);
  // While it is read and drawn: no task of the window keeps the processor long.
  const longest = await watchTasks(stet);
  await keyboard.type('A caption that is typed while the picture comes. ', { delay: 20 });
  await expectDrawn();
  await keyboard.type('And one after that.', { delay: 20 });
  const milliseconds = await longest();
  console.log(`longest task with 40 megapixels: ${milliseconds.toFixed(0)} ms`);
  expect(milliseconds).toBeLessThan(200);
  const image = figures().locator('img');
  expect(
    await image.evaluate((element: HTMLImageElement) => element.naturalWidth),
  ).toBeLessThanOrEqual(1800);
});

test('a comparison of revisions shows the picture before and now', async () => {
  const { keyboard } = stet.window;
  await startArticle(stet, 'Revised');
  await keyboard.type('Words.');
  await handOver(stet, '.manuscript-text', 'drop', { files: [png(10)] });
  await expectDrawn();
  await expectSaved();
  await stet.window.getByRole('tab', { name: 'Article' }).click();
  await stet.window.getByRole('button', { name: 'Keep a revision…' }).click();
  await stet.window.getByRole('textbox', { name: 'Name' }).fill('First picture');
  await keyboard.press('Enter');
  await expect(stet.window.getByText('Kept as “First picture”.')).toBeVisible();
  await clickBehind(manuscriptOf(stet), 'Words.');
  await keyboard.press('ArrowRight');
  await expect(pictureNamed(/Picture without/)).toBeFocused();
  await keyboard.press('Enter');
  await answerOpenDialog(stet, [writePicture(folder, 'other.png', png(180).bytes)]);
  await card().getByRole('button', { name: 'Replace picture…' }).click();
  await expect(pictureNamed(/Picture without/)).toBeFocused();
  await expectDrawn();
  await expectSaved();
  await keyboard.press('Control+Alt+r');
  const dialog = stet.window.getByRole('dialog', { name: 'Revisions' });
  await expect(dialog.getByRole('figure').nth(0)).toContainText('Before');
  await expect(dialog.getByRole('figure').nth(1)).toContainText('Now');
  await expect(dialog.getByRole('figure').getByRole('presentation')).toHaveCount(2);
});
