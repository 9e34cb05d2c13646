import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { manuscriptOf, startArticle } from './text';

test.describe('what is typed takes form', () => {
  let stet: Stet;
  test.beforeEach(async () => {
    stet = await launchStet({ empty: true });
    await startArticle(stet, 'A headline');
  });
  test.afterEach(() => stet.close());

  test('quotation marks, dashes and ellipses are set, undo brings the typed sign back, and it can be switched off', async () => {
    const { keyboard } = stet.window;
    const page = manuscriptOf(stet);
    await keyboard.type('"Nobody asked us..." she said--twice. It\'s late.');
    await expect(page).toContainText('“Nobody asked us…” she said–twice. It’s late.');
    await expect(stet.window.getByRole('list', { name: 'Quotations' })).toContainText(
      'Nobody asked us…',
    );
    await keyboard.type(' "');
    await expect(page).toContainText('late. “');
    await keyboard.press('Control+z');
    await expect(page).toContainText('late. "');
    await keyboard.press('Backspace');
    await keyboard.press('Control+k');
    await keyboard.type('Set marks and dashes');
    await keyboard.press('Enter');
    await expect(stet.window.getByText('Marks and dashes stay as you type them.')).toBeVisible();
    await page.focus();
    await keyboard.type('"So."');
    await expect(page).toContainText('"So."');
  });

  test('a key acts where the cursor was put, even before the browser has told of it', async () => {
    const { keyboard } = stet.window;
    const page = manuscriptOf(stet);
    await keyboard.type('Nobody asked us.');
    await expect(page.locator('p')).toHaveText('Nobody asked us.');
    // In one task, as where the window is busy while somebody clicks and goes on typing.
    await page.evaluate((root) => {
      const text = document.createTreeWalker(root.querySelector('p')!, NodeFilter.SHOW_TEXT);
      root.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
      getSelection()?.collapse(text.nextNode(), 'Nobody'.length);
      const key = { key: 'Enter', bubbles: true, cancelable: true };
      root.dispatchEvent(new KeyboardEvent('keydown', key));
    });
    await expect(page.locator('p')).toHaveText(['Nobody', ' asked us.']);
  });

  test('Markdown becomes headings, lists, a block quotation, a rule and emphasis', async () => {
    const { keyboard } = stet.window;
    const page = manuscriptOf(stet);
    await keyboard.type('## The vote');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('The vote');
    await keyboard.press('Enter');
    await keyboard.type('Some **heavy** and *slanted* words.');
    await expect(page.locator('strong')).toHaveText('heavy');
    await expect(page.locator('em')).toHaveText('slanted');
    await keyboard.press('Enter');
    await keyboard.type('- one');
    await keyboard.press('Enter');
    await keyboard.type('two');
    await expect(page.locator('ul > li')).toHaveText(['one', 'two']);
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.type('> Said at length.');
    await expect(page.locator('blockquote p')).toHaveText('Said at length.');
    await keyboard.press('Enter');
    // Below a block quotation a dash begins the line that says who is quoted.
    await keyboard.press('Enter');
    await keyboard.type('--- Ann Ward');
    await expect(page.locator('blockquote + p')).toHaveText('— Ann Ward');
    await keyboard.press('Enter');
    await keyboard.type('--- ');
    await expect(page.locator('hr')).toHaveCount(1);
    await keyboard.type('After the rule.');
    await expect(page.locator('hr + p')).toHaveText('After the rule.');
    // The headline stays one, whatever is typed in it.
    await page.getByRole('heading', { level: 1 }).click();
    await keyboard.press('Home');
    await keyboard.type('# ');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('# A headline');
  });

  test('a task list is ticked by mouse and keyboard', async () => {
    const { keyboard } = stet.window;
    const page = manuscriptOf(stet);
    await keyboard.press('Control+Shift+9');
    await keyboard.type('Call the harbour master');
    await keyboard.press('Enter');
    await keyboard.type('Ask for the minutes');
    const tasks = page.getByRole('checkbox');
    await expect(tasks).toHaveCount(2);
    const box = await tasks.first().boundingBox();
    await stet.window.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + 14);
    await expect(tasks.first()).toBeChecked();
    await expect(tasks.nth(1)).not.toBeChecked();
    await keyboard.press('Control+z');
    await expect(tasks.first()).not.toBeChecked();
  });

  test('the slash menu is opened, narrowed and chosen from by keyboard', async () => {
    const { keyboard } = stet.window;
    const page = manuscriptOf(stet);
    await keyboard.type('/');
    const menu = stet.window.getByRole('listbox', { name: 'What this line becomes' });
    await expect(menu.getByRole('option')).toHaveCount(15);
    await keyboard.type('num');
    await expect(menu.getByRole('option')).toHaveCount(1);
    await keyboard.press('Enter');
    await expect(menu).toBeHidden();
    await keyboard.type('First');
    await expect(page.locator('ol > li')).toHaveText(['First']);
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.type('/');
    await keyboard.press('ArrowDown');
    await expect(menu.getByRole('option', { selected: true })).toContainText('Heading');
    await keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await keyboard.type(' and a half');
    await expect(page.locator('p').last()).toHaveText('/ and a half');
    // In the middle of a line a slash is a slash.
    await keyboard.type(' 1/2');
    await expect(menu).toBeHidden();
  });

  test('underline, strikethrough, raised and lowered words, and plain text again', async () => {
    const { keyboard } = stet.window;
    const page = manuscriptOf(stet);
    await keyboard.type('word');
    await keyboard.press('Shift+Home');
    await keyboard.press('Control+u');
    await expect(page.locator('.text-underline')).toHaveText('word');
    await keyboard.press('Control+Shift+x');
    await expect(page.locator('.text-underline-strikethrough')).toHaveText('word');
    await keyboard.press('Control+k');
    await keyboard.type('Plain text');
    await keyboard.press('Enter');
    await expect(page.locator('.text-underline, .text-strikethrough')).toHaveCount(0);
    await expect(page.locator('p').last()).toHaveText('word');
  });
});
