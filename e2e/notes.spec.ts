import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';

/* Notes on sources, what must not be used of them, and what was agreed with those who speak. */

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet();
  await stet.window
    .getByRole('region', { name: 'Sources' })
    .getByText('Interview with Maren')
    .click();
  await expect(reader()).toContainText('over is over');
});
test.afterEach(() => stet.close());

const panel = () => stet.window.getByRole('tabpanel');
const reader = () => panel().getByRole('document');
const dialog = () => stet.window.getByRole('dialog');
const notes = () => panel().locator('.notes-list > li');
const toast = (text: string) => stet.window.locator('.toast', { hasText: text });

/** Selects words of the source with the mouse, as far as one turn goes. */
async function select(words: string) {
  await reader()
    .locator('.turn-text p', { hasText: words })
    .evaluate((paragraph, wanted) => {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.textContent?.indexOf(wanted) ?? -1;
        if (start < 0) continue;
        node.parentElement?.scrollIntoView({ block: 'center' });
        document.getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
        return;
      }
      throw new Error('The words are in no one piece.');
    }, words);
}

async function write(what: RegExp, text: string) {
  await panel().getByRole('button', { name: 'Note or exclude' }).click();
  await stet.window.getByRole('menuitem', { name: what }).click();
  await stet.window.keyboard.type(text);
}

test('a note on a passage is written, leads to it, is changed, deleted and found', async () => {
  const { window } = stet;
  await select('Same bench, different name on the coat.');
  await window.keyboard.press('Control+Shift+m');
  await expect(dialog()).toContainText('“Same bench, different name on the coat.”');
  await window.keyboard.type('Ask for the zeppelin contract.');
  await window.keyboard.press('Control+Enter');
  await expect(dialog()).toBeHidden();

  // With nothing selected it is about all of it.
  await reader().locator('.turn-text p').first().click();
  await write(/Note on this source/, 'Called her on Monday.');
  await dialog().getByRole('button', { name: 'Add the note' }).click();
  await expect(panel().getByRole('button', { name: '2 notes' })).toBeVisible();
  const summary = panel().getByRole('button', { name: '2 notes' });
  await expect(async () => {
    if ((await summary.getAttribute('aria-expanded')) === 'false') await summary.click();
    await expect(notes()).toHaveCount(2, { timeout: 1_000 });
  }).toPass();

  await reader().evaluate((element) => {
    element.scrollTop = 0;
  });
  await notes()
    .getByRole('button', { name: /Show the passage “Same bench/ })
    .click();
  await expect(reader().locator('mark.mark-now').first()).toHaveText(/Same bench/);
  await expect(reader().locator('mark.mark-now').first()).toBeInViewport();

  const first = notes().filter({ hasText: 'zeppelin' });
  await first.getByRole('button', { name: 'Change' }).click();
  await window.keyboard.press('Control+a');
  // Arrow keys belong to the field.
  await window.keyboard.press('ArrowRight');
  await window.keyboard.type(' Twice.');
  await first.getByRole('button', { name: 'Save' }).click();
  await expect(notes().filter({ hasText: 'contract. Twice.' })).toBeVisible();
  await first.getByRole('button', { name: 'Change' }).click();
  await window.keyboard.type('x');
  await window.keyboard.press('Escape');
  await expect(first).toContainText('contract. Twice.');

  await first.getByRole('button', { name: 'Delete' }).click();
  await expect(notes()).toHaveCount(1);
  await toast('The note is deleted').getByText('Undo').click();
  await expect(notes()).toHaveCount(2);

  await panel().getByRole('button', { name: '2 notes' }).click();
  await window.keyboard.press('Control+k');
  await window.keyboard.type('zeppelin');
  const found = window.getByRole('group', { name: /^Notes/ }).getByRole('option');
  await expect(found).toContainText('Interview with Maren Aldous');
  await found.click();
  await expect(panel().locator('.note-current')).toContainText('zeppelin');
});

test('excluded words are struck with their reason, and lifted', async () => {
  const { window } = stet;
  await select('Same bench, different name on the coat.');
  await write(/Exclude this passage/, 'Said in confidence');
  await window.keyboard.press('Enter');
  await expect(dialog()).toBeHidden();
  const struck = reader().locator('del.excluded');
  await expect(struck).toHaveText('Same bench, different name on the coat.');
  await expect(struck).toHaveAttribute('title', 'Must not be used: Said in confidence');
  await expect(struck).toHaveAccessibleDescription('Must not be used: Said in confidence');
  await panel().getByRole('button', { name: '1 exclusion' }).click();
  await notes().getByRole('button', { name: 'Lift' }).click();
  await expect(struck).toHaveCount(0);
  await toast('The exclusion is lifted').getByText('Undo').click();
  await expect(struck).toHaveCount(1);
});

test('a quotation from excluded words stands in the way of an export until it is lifted', async () => {
  const { window } = stet;
  await write(/Exclude all of this source/, 'Withdrawn by the paper');
  await window.keyboard.press('Enter');
  await expect(dialog()).toBeHidden();
  await window.getByRole('button', { name: 'Finish and export…' }).click();
  const point = dialog().locator('.gate-point', { hasText: 'must not be used' });
  await expect(point).toContainText('Nothing can be exported or finished until this is settled.');
  await expect(dialog().getByRole('button', { name: /^Export/ })).toBeDisabled();
  await window.keyboard.press('Escape');
  await panel().getByRole('button', { name: '1 exclusion' }).click();
  await expect(notes()).toContainText('All of it is excluded');
  await notes().getByRole('button', { name: 'Lift' }).click();
  await expect(notes()).toHaveCount(0);
  await window.getByRole('button', { name: 'Finish and export…' }).click();
  await expect(dialog().locator('.gate-point').first()).toBeVisible();
  await expect(point).toHaveCount(0);
});

test('a withdrawn consent is said at the source and in the gate', async () => {
  const { window } = stet;
  await panel().getByRole('button', { name: 'Details…' }).click();
  await dialog().getByRole('tab', { name: 'Agreements' }).click();
  await dialog().getByRole('button', { name: 'Add an agreement' }).click();
  await window.keyboard.type('Maren');
  await window.getByRole('option', { name: 'Maren Aldous' }).click();
  await dialog()
    .getByRole('button', { name: /Consent/ })
    .click();
  await window.getByRole('option', { name: 'Withdrawn' }).click();
  await dialog().getByLabel('Withdrawn on').fill('2026-03-03');
  await dialog().getByLabel('Why it was withdrawn').fill('fears for her post');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(dialog()).toBeHidden();
  const line = 'Consent withdrawn by Maren Aldous, 3 Mar 2026: fears for her post';
  await expect(panel().getByRole('button', { name: line })).toBeVisible();

  await window.getByRole('button', { name: 'Finish and export…' }).click();
  const point = dialog().locator('.gate-point', { hasText: 'withdrawn consent' });
  await expect(point).toContainText('Nothing can be exported or finished until this is settled.');
  await window.keyboard.press('Escape');
  await toast('The source’s details are changed').getByText('Undo').click();
  await expect(panel().getByRole('button', { name: line })).toHaveCount(0);
  await window.getByRole('button', { name: 'Finish and export…' }).click();
  await expect(dialog().locator('.gate-point').first()).toBeVisible();
  await expect(point).toHaveCount(0);
});
