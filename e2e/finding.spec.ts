import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { manuscriptOf, startArticle } from './text';

/** The words that are drawn as found, and the one that is gone to. */
const drawn = (stet: Stet, name: 'find' | 'find-current') =>
  stet.window.evaluate(
    (highlight) =>
      [...(CSS.highlights.get(highlight) ?? [])].map((range) => (range as Range).toString()),
    name,
  );

test.describe('find and replace in an article', () => {
  let stet: Stet;
  test.beforeEach(async () => {
    stet = await launchStet({ empty: true });
    await startArticle(stet, 'Ferry timetable cut');
    await stet.window.keyboard.type(
      'The ferry runs twice a day. “The ferry is ours,” Olive Marsh said.',
    );
    await stet.window.keyboard.press('Enter');
    await stet.window.keyboard.type('A ferryman left. The ferry costs 1,200 a day.');
  });
  test.afterEach(() => stet.close());

  const panel = () => stet.window.getByRole('search', { name: 'Find and replace' });
  const query = () => panel().getByRole('textbox', { name: 'Find in the article' });

  test('finds are counted, drawn and gone through by keyboard', async () => {
    await stet.window.keyboard.press('Control+Home');
    await stet.window.keyboard.press('Control+f');
    await expect(query()).toBeFocused();
    await stet.window.keyboard.type('ferry');
    await expect(panel().getByRole('status')).toHaveText('1 of 5');
    await expect
      .poll(() => drawn(stet, 'find'))
      .toEqual(['Ferry', 'ferry', 'ferry', 'ferry', 'ferry']);
    await stet.window.keyboard.press('Enter');
    await expect(panel().getByRole('status')).toHaveText('2 of 5');
    await stet.window.keyboard.press('Shift+Enter');
    await stet.window.keyboard.press('Shift+Enter');
    await expect(panel().getByRole('status')).toHaveText('5 of 5');
    await panel().getByRole('button', { name: 'Whole words' }).click();
    await expect(panel().getByRole('status')).toHaveText(/of 4/);
    await panel().getByRole('button', { name: 'Match case' }).click();
    await expect(panel().getByRole('status')).toHaveText(/of 3/);
    await query().focus();
    await stet.window.keyboard.press('Escape');
    await expect(panel()).toBeHidden();
    await expect.poll(() => drawn(stet, 'find')).toEqual([]);
    // What was found last is selected: typing goes on there.
    await expect.poll(() => stet.window.evaluate(() => getSelection()?.toString())).toBe('ferry');
    await stet.window.keyboard.press('F3');
    await expect(query()).toHaveValue('ferry');
  });

  test('replaces one and all, leaves quotations alone, and undo takes all of it back', async () => {
    await stet.window.keyboard.press('Control+Home');
    await stet.window.keyboard.press('Control+Alt+f');
    await stet.window.keyboard.type('ferry');
    await panel().getByRole('button', { name: 'Whole words' }).click();
    await expect(panel().getByRole('status')).toHaveText('1 of 4');
    const replacement = panel().getByRole('textbox', { name: 'Replace with' });
    await replacement.fill('Boat');
    await stet.window.keyboard.press('Enter');
    await expect(manuscriptOf(stet).getByRole('heading', { level: 1 })).toHaveText(
      'Boat timetable cut',
    );
    await replacement.fill('boat');
    await expect(panel().getByRole('status')).toHaveText('1 of 3');
    await panel().getByRole('button', { name: 'Replace all' }).click();
    await expect(manuscriptOf(stet)).toContainText(
      'The boat runs twice a day. “The ferry is ours,”',
    );
    await expect(manuscriptOf(stet)).toContainText('A ferryman left. The boat costs');
    await expect(
      stet.window.getByText('2 replaced. 1 in quotations was left as it is.'),
    ).toBeVisible();
    await panel().getByRole('button', { name: 'In quotations too' }).click();
    await panel().getByRole('button', { name: 'Replace all' }).click();
    await expect(manuscriptOf(stet)).toContainText('“The boat is ours,”');
    await query().focus();
    await stet.window.keyboard.press('Escape');
    await manuscriptOf(stet).focus();
    for (let step = 0; step < 3; step++) await stet.window.keyboard.press('Control+z');
    await expect(manuscriptOf(stet)).toContainText('“The ferry is ours,”');
    await expect(manuscriptOf(stet).getByRole('heading', { level: 1 })).toHaveText(
      'Ferry timetable cut',
    );
    // What was there before the words were replaced is among the revisions.
    await stet.window.keyboard.press('Control+Alt+r');
    await expect(stet.window.getByRole('dialog', { name: 'Revisions' })).toContainText(
      'Before words were replaced',
    );
  });

  test('an expression fills in what it found, and a wrong or endless one is said to be so', async () => {
    await stet.window.keyboard.press('Control+Alt+f');
    await stet.window.keyboard.type('(\\d),(\\d+)');
    await panel().getByRole('button', { name: 'Expression' }).click();
    await expect(panel().getByRole('status')).toHaveText('1 of 1');
    await panel().getByRole('textbox', { name: 'Replace with' }).fill('$1.$2');
    await panel().getByRole('button', { name: 'Replace', exact: true }).click();
    await expect(manuscriptOf(stet)).toContainText('costs 1.200 a day');
    await query().fill('(');
    await expect(panel().getByRole('status')).toHaveText('not an expression');
    await query().fill('(\\w+\\s?)+#');
    await expect(panel().getByRole('status')).toHaveText(/none|takes too long/);
    await query().fill('twice');
    await expect(panel().getByRole('status')).toHaveText('1 of 1');
  });

  test('only in what was selected', async () => {
    await stet.window.keyboard.press('Shift+Home');
    await stet.window.keyboard.press('Control+f');
    await query().fill('ferry');
    await expect(panel().getByRole('status')).toHaveText(/of 5/);
    await panel().getByRole('button', { name: 'In the selection' }).click();
    await expect(panel().getByRole('status')).toHaveText('1 of 2');
  });
});
