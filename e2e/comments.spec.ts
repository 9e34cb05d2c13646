import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { manuscriptOf, startArticle } from './text';

const drawn = (stet: Stet, name: string) =>
  stet.window.evaluate((highlight) => {
    const texts = [...(CSS.highlights.get(highlight) ?? [])].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
    return texts.join('');
  }, name);

test.describe('comments on an article', () => {
  let stet: Stet;
  test.beforeEach(async () => {
    stet = await launchStet({ empty: true });
    await startArticle(stet, 'Ferry timetable cut');
    await stet.window.keyboard.type('The ferry runs twice a day now.');
  });
  test.afterEach(() => stet.close());

  const panel = () => stet.window.getByRole('tabpanel', { name: 'Comments' });
  const threads = () => panel().getByRole('list', { name: 'Comments' }).locator('> li');

  /** Comments on the last words of the line that the cursor is at the end of. */
  async function commentOn(words: string, text: string) {
    for (let letter = 0; letter < words.length; letter++) {
      await stet.window.keyboard.press('Shift+ArrowLeft');
    }
    await stet.window.keyboard.press('Control+Alt+m');
    const field = panel().getByRole('textbox', { name: 'Comment' });
    await expect(field).toBeFocused();
    await stet.window.keyboard.type(text);
    const name = panel().getByRole('textbox', { name: 'Your name' });
    if (await name.isVisible()) await name.fill('Noor Haddad');
    await panel().getByRole('button', { name: 'Add comment' }).click();
    await expect(threads().filter({ hasText: text })).toBeVisible();
  }

  test('one is written by keyboard on selected words, drawn, and found again after a restart of the tab', async () => {
    await commentOn('twice a day now.', 'Since when?');
    await expect(threads()).toContainText('twice a day now.');
    await expect(threads()).toContainText('Noor Haddad');
    await expect.poll(() => drawn(stet, 'comment')).toBe('twice a day now.');
    // Words typed before it move it along.
    await manuscriptOf(stet).locator('p').first().click();
    await stet.window.keyboard.press('Home');
    await stet.window.keyboard.type('Today: ');
    await expect.poll(() => drawn(stet, 'comment')).toBe('twice a day now.');
    await stet.window.keyboard.press('End');
    await expect(threads()).toHaveClass(/card-selected/);
  });

  test('is answered, changed, resolved and opened again', async () => {
    await commentOn('twice a day now.', 'Since when?');
    const reply = panel().getByRole('textbox', { name: 'Reply' });
    await reply.fill('Since Monday.');
    await reply.press('Control+Enter');
    await expect(threads().getByRole('listitem')).toHaveCount(2);
    await threads().getByRole('button', { name: 'More about this comment' }).first().click();
    await stet.window.getByRole('menuitem', { name: 'Change…' }).click();
    await panel().getByRole('textbox', { name: 'Comment' }).fill('Since which day?');
    await panel().getByRole('button', { name: 'Save' }).click();
    await expect(threads()).toContainText('Since which day?');
    await panel().getByRole('button', { name: 'Resolve' }).click();
    await expect(panel()).toContainText('Nothing is open');
    await expect.poll(() => drawn(stet, 'comment')).toBe('');
    await panel().getByText('Show resolved').click();
    await expect(threads()).toContainText('Resolved by Noor Haddad');
    await panel().getByRole('button', { name: 'Open again' }).click();
    await expect.poll(() => drawn(stet, 'comment')).toBe('twice a day now.');
  });

  test('every step is undone and redone with the text’s own', async () => {
    await commentOn('twice a day now.', 'Since when?');
    await panel().getByRole('button', { name: 'Resolve' }).click();
    await expect(panel()).toContainText('Nothing is open');
    await manuscriptOf(stet).focus();
    await stet.window.keyboard.press('Control+z');
    await expect(threads()).toHaveCount(1);
    await stet.window.keyboard.press('Control+z');
    await expect(panel()).toContainText('No comments yet');
    await expect.poll(() => drawn(stet, 'comment')).toBe('');
    await stet.window.keyboard.press('Control+Shift+z');
    await expect(threads()).toContainText('Since when?');
    await expect.poll(() => drawn(stet, 'comment')).toBe('twice a day now.');
  });

  test('a comment whose words were deleted is kept, and says so; deleting it takes its mark along', async () => {
    await commentOn('now.', 'A comment to lose.');
    await manuscriptOf(stet).locator('p').first().click();
    await stet.window.keyboard.press('End');
    for (let letter = 0; letter < 'now.'.length; letter++)
      await stet.window.keyboard.press('Backspace');
    await expect(threads()).toContainText('The words it was about are gone.');
    await stet.window.keyboard.press('Control+z');
    await expect(threads()).not.toContainText('are gone');
    await threads().getByRole('button', { name: 'More about this comment' }).click();
    await stet.window.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(panel()).toContainText('No comments yet');
    await expect.poll(() => drawn(stet, 'comment')).toBe('');
  });
});
