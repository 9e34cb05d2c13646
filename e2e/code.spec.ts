import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { clickBehind, manuscriptOf } from './text';

const FILE = `# Ferry data opened

The harbour office put its timetable online. Press <kbd>F5</kbd> to see it.

<iframe src="https://ferry.example/map" title="Map"></iframe>

*This *old* map* is kept.

>

![The quay](images/quay.jpg)

The last words.
`;

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-code-'));
  stet = await launchStet({ empty: true });
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

test('code is written as code, HTML of a Markdown file is kept, and both go where they belong', async () => {
  const { window } = stet;
  const { keyboard } = window;
  const text = manuscriptOf(stet);
  writeFileSync(join(folder, 'ferry.md'), FILE);
  await answerOpenDialog(stet, [join(folder, 'ferry.md')]);
  await keyboard.press('Control+o');
  const block = text.locator('.html-block', { hasText: '<iframe src=' });
  await expect(block).toBeVisible();
  await expect(text.locator('.inline-html')).toHaveText(['<kbd>', '</kbd>']);
  await expect(text.locator('iframe')).toHaveCount(0);

  // What the page does not show of the Markdown is marked, as long as nobody changes the paragraph.
  const kept = text.locator('.kept-markdown');
  await expect(kept).toHaveText('This old map is kept.');
  await expect(kept).toHaveAttribute('title', /\*This \*old\* map\* is kept\./);
  await clickBehind(text, 'is kept.');
  await keyboard.type('!');
  await expect(text).toContainText('map is kept.!');
  await expect(kept).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect(kept).toHaveText('This old map is kept.');
  await expect(text.locator('.figure-frame')).toContainText('images/quay.jpg');

  await clickBehind(text, 'last words.');
  await keyboard.press('Enter');
  await keyboard.type('```js');
  await keyboard.press('Enter');
  const code = text.locator('.code-block');
  await expect(code).toHaveAttribute('data-language', 'js');
  await keyboard.type('if (late) {');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.type('say("**Sorry**");');
  await expect(code).toContainText('  say("**Sorry**");');
  await keyboard.press('Enter');
  await keyboard.press('Shift+Tab');
  await keyboard.type('}');
  await expect(code).toHaveText('if (late) { say("**Sorry**"); }', { useInnerText: true });

  const language = window.getByRole('textbox', { name: 'Language of the code' });
  await language.fill('ts');
  await language.press('Enter');
  await expect(code).toHaveAttribute('data-language', 'ts');
  await expect(text).toBeFocused();
  await keyboard.press('Control+Enter');
  await keyboard.type('“Sorry,” it says.');
  await expect(text.locator('p').last()).toHaveText('“Sorry,” it says.');

  // Kept HTML is changed as text, in one step of undo.
  await block.locator('pre').click();
  await expect(block).toHaveAttribute('data-selected', 'true');
  await keyboard.press('Enter');
  const html = window.getByRole('dialog', { name: 'HTML in this article' });
  const source = html.getByRole('textbox', { name: 'HTML' });
  await expect(source).toHaveValue('<iframe src="https://ferry.example/map" title="Map"></iframe>');
  await source.fill('<iframe src="https://ferry.example/map" title="Harbour"></iframe>');
  await source.press('Control+Enter');
  await expect(html).toBeHidden();
  await expect(block).toContainText('title="Harbour"');
  await expect(text).toBeFocused();
  await keyboard.press('Control+z');
  await expect(block).toContainText('title="Map"');
  await keyboard.press('Control+y');
  await expect(block).toContainText('title="Harbour"');

  // A block of Markdown alone has none to be changed: two clicks select it, and no dialog takes the key.
  const wordless = text.locator('.html-block', { hasText: 'Markdown without words' });
  await wordless.locator('pre').dblclick();
  await expect(wordless).toHaveAttribute('data-selected', 'true');
  await keyboard.press('Delete');
  await expect(wordless).toHaveCount(0);

  const exporting = window.getByRole('dialog', { name: 'Finish and export' });
  const written = mkdtempSync(join(folder, 'out-'));
  await answerOpenDialog(stet, [written]);
  await keyboard.press('Control+Shift+E');
  await exporting.getByRole('button', { name: 'Choose…' }).click();
  await exporting.getByRole('button', { name: 'Export 2 files as draft' }).click();
  await expect(window.getByRole('dialog', { name: '2 files written' })).toBeVisible();
  const file = (end: string) =>
    readFileSync(
      join(written, readdirSync(written).find((name) => name.endsWith(end)) ?? ''),
      'utf8',
    );
  expect(file('.md')).toContain('```ts\nif (late) {\n  say("**Sorry**");\n}\n```');
  expect(file('.md')).toContain(
    '\n<iframe src="https://ferry.example/map" title="Harbour"></iframe>\n',
  );
  expect(file('.md')).toContain('Press <kbd>F5</kbd> to see it.');
  expect(file('.md')).toContain('\n*This *old* map* is kept.\n\n![The quay](images/quay.jpg)\n');
  expect(file('.html')).toContain(
    '<pre><code class="language-ts">if (late) {\n  say("**Sorry**");\n}\n</code></pre>',
  );
  expect(file('.html')).not.toMatch(/<(?:iframe|kbd)/);
});
