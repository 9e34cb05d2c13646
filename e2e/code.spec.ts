import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { clickBehind, manuscriptOf } from './text';

const FILE = `# Ferry data opened

The harbour office put its timetable online. Press <kbd>F5</kbd> to see it.

<iframe src="https://ferry.example/map" title="Map"></iframe>

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
  await expect(text.locator('.html-block')).toContainText('<iframe src=');
  await expect(text.locator('.inline-html')).toHaveText(['<kbd>', '</kbd>']);
  await expect(text.locator('iframe')).toHaveCount(0);

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
    '\n<iframe src="https://ferry.example/map" title="Map"></iframe>\n',
  );
  expect(file('.md')).toContain('Press <kbd>F5</kbd> to see it.');
  expect(file('.html')).toContain(
    '<pre><code class="language-ts">if (late) {\n  say("**Sorry**");\n}\n</code></pre>',
  );
  expect(file('.html')).not.toMatch(/<(?:iframe|kbd)/);
});
