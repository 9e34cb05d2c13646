import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { command } from './keyboard';
import { takePicture } from './screenshots';
import { clickBehind, dragOver, manuscriptOf, startArticle } from './text';

test.describe('suggestions', () => {
  let stet: Stet;
  test.beforeEach(async () => {
    stet = await launchStet({ empty: true });
    await startArticle(stet, 'Ferry timetable cut');
    await stet.window.keyboard.type('The late ferry runs twice a day.');
    await stet.window.keyboard.press('Enter');
    await stet.window.keyboard.type('Nobody was asked about it.');
  });
  test.afterEach(() => stet.close());

  const paragraph = (index: number) => manuscriptOf(stet).locator('p').nth(index);
  const panel = () => stet.window.getByRole('tabpanel', { name: 'Comments' });
  const cards = () => panel().getByRole('list', { name: 'Suggestions' }).locator('> li');
  const inserted = () => manuscriptOf(stet).getByRole('insertion');
  const deleted = () => manuscriptOf(stet).getByRole('deletion');
  const press = (key: string) => stet.window.keyboard.press(key);
  const suggest = async () => {
    await press('Control+Shift+g');
    await expect(stet.window.getByRole('button', { name: 'Suggesting' })).toBeVisible();
  };
  const showPanel = () => press('Control+4');

  test('typing is underlined, deleting is struck through, and a card says what, who and when', async () => {
    await suggest();
    await clickBehind(paragraph(0), 'The late ferry');
    await stet.window.keyboard.type(' boat');
    await expect(inserted()).toHaveText([' boat']);
    await expect(inserted()).toHaveCSS('text-decoration-line', 'underline');
    await dragOver(paragraph(1), 'about it');
    await press('Backspace');
    await expect(deleted()).toHaveText(['about it']);
    await expect(deleted()).toHaveCSS('text-decoration-line', 'line-through');
    await expect(stet.window.getByRole('contentinfo')).toContainText('14 words');
    await showPanel();
    await expect(cards()).toHaveCount(2);
    await expect(cards().first()).toContainText('You');
    await expect(cards().first()).toContainText('Added boat');
    await expect(cards().last()).toContainText('Deleted about it');
    await cards().first().getByRole('button', { name: 'Accept' }).click();
    await expect(cards()).toHaveCount(1);
    await expect(paragraph(0)).toHaveText('The late ferry boat runs twice a day.');
    await cards().first().getByRole('button', { name: 'Reject' }).click();
    await expect(cards()).toHaveCount(0);
    await expect(paragraph(1)).toHaveText('Nobody was asked about it.');
    await expect(deleted()).toHaveCount(0);
  });

  test('bold and italic, a heading and a link are proposed, said aloud, and rejected; a standfirst is made at once', async () => {
    await suggest();
    await dragOver(paragraph(0), 'twice');
    await press('Control+b');
    await press('Control+i');
    const formatted = manuscriptOf(stet).locator('[data-formatted]');
    await expect(formatted).toHaveText(['twice']);
    await expect(formatted).toHaveCSS('font-weight', '700');
    await showPanel();
    await expect(cards()).toHaveCount(1);
    await expect(cards()).toContainText('Formatted: bold, italic twice');
    await expect(
      stet.window
        .getByRole('status')
        .filter({ hasText: 'Suggestion by You: “twice” formatted: bold, italic' }),
    ).toHaveCount(1);
    await takePicture(stet.window, 'formatted');
    await cards().first().getByRole('button', { name: 'Reject' }).click();
    await expect(cards()).toHaveCount(0);
    await expect(formatted).toHaveCount(0);
    await clickBehind(paragraph(0), 'The');
    await press('Control+z');
    await expect(cards()).toHaveCount(1);
    await press('Control+Alt+2');
    await expect(manuscriptOf(stet).locator('h2[data-shaped]')).toHaveCount(1);
    await expect(cards().filter({ hasText: 'Heading instead of paragraph' })).toContainText(
      'The late ferry',
    );
    await dragOver(paragraph(0), 'asked');
    await press('Control+Shift+k');
    const address = stet.window
      .getByRole('dialog', { name: 'Link to a web address' })
      .getByRole('textbox');
    await expect(address).toBeFocused();
    await stet.window.keyboard.type('example.org/minutes');
    await press('Enter');
    await expect(cards()).toHaveCount(3);
    await expect(cards().last()).toContainText('Link to https://example.org/minutes asked');
    await takePicture(stet.window, 'shapes');
    await panel().getByRole('button', { name: 'Reject all' }).click();
    await expect(cards()).toHaveCount(0);
    await expect(manuscriptOf(stet).locator('h2, a')).toHaveCount(0);
    await expect(paragraph(0)).toHaveText('The late ferry runs twice a day.');
    await clickBehind(paragraph(0), 'The late');
    await command(stet, 'Standfirst');
    await expect(stet.window.locator('.toast', { hasText: 'not proposed' })).toBeVisible();
  });

  test('typing over a selection is one suggestion; every decision is one step of undo', async () => {
    await suggest();
    await dragOver(paragraph(0), 'twice');
    await stet.window.keyboard.type('once');
    await expect(paragraph(0)).toHaveText('The late ferry runs twiceonce a day.');
    await showPanel();
    await expect(cards()).toHaveCount(1);
    await expect(cards()).toContainText('Deleted twice Added once');
    await clickBehind(paragraph(0), 'onc');
    await press('Control+Alt+y');
    await expect(paragraph(0)).toHaveText('The late ferry runs once a day.');
    await press('Control+z');
    await expect(paragraph(0)).toHaveText('The late ferry runs twiceonce a day.');
    await expect(cards()).toHaveCount(1);
    await press('Control+Alt+x');
    await expect(paragraph(0)).toHaveText('The late ferry runs twice a day.');
    // The decision first; then the letters, which are as many steps as there were pauses between them.
    await press('Control+z');
    await expect(paragraph(0)).toHaveText('The late ferry runs twiceonce a day.');
    await expect(async () => {
      await press('Control+z');
      expect(await inserted().count()).toBe(0);
    }).toPass();
    await expect(paragraph(0)).toHaveText('The late ferry runs twice a day.');
    await expect(cards()).toHaveCount(0);
  });

  test('Backspace goes on through words, takes one’s own letters for good, and undo brings all back', async () => {
    await suggest();
    await clickBehind(paragraph(0), 'The late');
    for (let letter = 0; letter < 4; letter++) await press('Backspace');
    await expect(deleted()).toHaveText(['late']);
    await stet.window.keyboard.type('old');
    await expect(paragraph(0)).toHaveText('The oldlate ferry runs twice a day.');
    for (let letter = 0; letter < 3; letter++) await press('Backspace');
    await expect(inserted()).toHaveCount(0);
    await expect(deleted()).toHaveText(['late']);
    // Word by word, then back again.
    await press('Control+Backspace');
    await expect(deleted()).toHaveText(['The late']);
    await press('Delete');
    await expect(deleted()).toHaveText(['The late']);
    await stet.window.keyboard.type('A');
    await expect(paragraph(0)).toHaveText('The lateA ferry runs twice a day.');
    // As many steps as there were pauses between the keys.
    await expect(async () => {
      await press('Control+z');
      expect((await deleted().count()) + (await inserted().count())).toBe(0);
    }).toPass({ intervals: [20] });
    await expect(paragraph(0)).toHaveText('The late ferry runs twice a day.');
  });

  test('parting and joining paragraphs is proposed as well', async () => {
    await suggest();
    await clickBehind(paragraph(0), 'ferry');
    await press('Enter');
    await expect(manuscriptOf(stet).locator('p')).toHaveCount(3);
    await clickBehind(paragraph(2), 'Nobody');
    await press('Home');
    await press('Backspace');
    await expect(manuscriptOf(stet).locator('p')).toHaveCount(3);
    await showPanel();
    await expect(cards()).toHaveCount(2);
    await panel().getByRole('button', { name: 'Accept all' }).click();
    await expect(cards()).toHaveCount(0);
    await expect(manuscriptOf(stet).locator('p')).toHaveCount(2);
    await expect(paragraph(1)).toHaveText(/runs twice a day\.Nobody was asked/);
    await press('Control+z');
    await expect(cards()).toHaveCount(2);
    await panel().getByRole('button', { name: 'Reject all' }).click();
    await expect(manuscriptOf(stet).locator('p')).toHaveCount(2);
    await expect(paragraph(0)).toHaveText('The late ferry runs twice a day.');
    await expect(paragraph(1)).toHaveText('Nobody was asked about it.');
  });

  test('a row of a table, a task that is ticked and a line that becomes code are proposed and decided', async () => {
    await press('Enter');
    await stet.window.keyboard.type('[] Call them');
    await press('Enter');
    await press('Enter');
    await command(stet, 'Table…');
    await stet.window.getByRole('dialog').getByRole('button', { name: 'Insert table' }).click();
    const rows = manuscriptOf(stet).locator('tr');
    await expect(rows).toHaveCount(3);
    await expect(manuscriptOf(stet)).toBeFocused();
    await stet.window.keyboard.type('Boat');
    await suggest();
    await command(stet, 'Row below');
    await expect(rows).toHaveCount(4);
    await expect(manuscriptOf(stet)).toBeFocused();
    await stet.window.keyboard.type('Tern');
    await clickBehind(manuscriptOf(stet).locator('li'), 'Call');
    await press('Control+Alt+9');
    await expect(manuscriptOf(stet).locator('li[data-shaped]')).toHaveCount(1);
    await clickBehind(paragraph(1), 'Nobody');
    await command(stet, 'Code block');
    const code = manuscriptOf(stet).locator('.code-block');
    await expect(code).toHaveAttribute('data-inserted', '0');
    await showPanel();
    await expect(cards()).toHaveCount(3);
    await expect(cards().nth(0)).toContainText('Added Nobody was asked about it.');
    await expect(cards().nth(1)).toContainText('Ticked Call them');
    await expect(cards().nth(2)).toContainText('Row added Tern');
    await takePicture(stet.window, 'parts');
    await cards().nth(2).getByRole('button', { name: 'Accept' }).click();
    await expect(cards()).toHaveCount(2);
    await panel().getByRole('button', { name: 'Reject all' }).click();
    await expect(code).toHaveCount(0);
    await expect(manuscriptOf(stet).locator('li')).toHaveAttribute('aria-checked', 'false');
    await expect(paragraph(1)).toHaveText('Nobody was asked about it.');
    await expect(rows).toHaveText(['Boat', 'Tern', '', '']);
  });

  test('what is cut stays as deleted and is inserted where it is pasted; a copy has no deleted words', async () => {
    await suggest();
    await dragOver(paragraph(0), 'late ');
    await press('Control+x');
    await expect(deleted()).toHaveText(['late ']);
    await clickBehind(paragraph(1), 'Nobody ');
    await press('Control+v');
    await expect(inserted()).toHaveText(['late ']);
    await expect(paragraph(1)).toHaveText('Nobody late was asked about it.');
    await clickBehind(paragraph(0), 'runs twice a day.');
    await press('Shift+Home');
    await press('Control+c');
    const copied = await stet.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toBe('The ferry runs twice a day.');
  });

  test('composed words are one insertion', async () => {
    await suggest();
    await clickBehind(paragraph(0), 'ferry');
    const session = await stet.window.context().newCDPSession(stet.window);
    await session.send('Input.imeSetComposition', {
      text: ' れ',
      selectionStart: 2,
      selectionEnd: 2,
    });
    await session.send('Input.imeSetComposition', {
      text: ' れん',
      selectionStart: 3,
      selectionEnd: 3,
    });
    await session.send('Input.insertText', { text: ' れん' });
    await expect(inserted()).toHaveText([' れん']);
    await expect(paragraph(0)).toHaveText('The late ferry れん runs twice a day.');
  });

  test('F6 goes from one to the next, and the gate and the export know of them', async () => {
    await suggest();
    await clickBehind(paragraph(0), 'The late ferry');
    await stet.window.keyboard.type(' boat');
    await dragOver(paragraph(1), ' about it');
    await press('Delete');
    await showPanel();
    await expect(cards()).toHaveCount(2);
    await press('Escape');
    await expect(manuscriptOf(stet)).toBeFocused();
    await press('Control+Home');
    await press('F6');
    await expect(cards().first()).toHaveClass(/card-selected/);
    await expect(
      stet.window.getByRole('status').filter({ hasText: 'Suggestion by You: “boat” added' }),
    ).toHaveCount(1);
    await press('F6');
    await expect(cards().last()).toHaveClass(/card-selected/);
    await press('Shift+F6');
    await expect(cards().first()).toHaveClass(/card-selected/);
    await press('Control+Shift+e');
    const gate = stet.window.getByRole('list', { name: 'What is open' });
    await expect(stet.window.getByRole('dialog')).toContainText('2 suggestions are open');
    await expect(stet.window.getByRole('dialog')).toContainText('as if it were accepted');
    await expect(gate.or(stet.window.getByRole('dialog')).first()).toBeVisible();
  });

  test('whether changes are proposed is remembered with the article', async () => {
    await suggest();
    await stet.window.keyboard.type(' So they say.');
    await expect(inserted()).toHaveText([' So they say.']);
    await press('Control+n');
    await expect(stet.window.getByRole('button', { name: 'Suggesting' })).toHaveCount(0);
    await stet.window.getByText('Ferry timetable cut').first().click();
    await expect(stet.window.getByRole('button', { name: 'Suggesting' })).toBeVisible();
    await expect(inserted()).toHaveText([' So they say.']);
    await press('Control+Shift+g');
    await clickBehind(paragraph(1), 'asked');
    await stet.window.keyboard.type(' at all');
    await expect(inserted()).toHaveText([' So they say.']);
  });
});
