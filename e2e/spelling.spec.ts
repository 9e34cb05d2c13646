import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { clickBehind, manuscriptOf, placeOfWords, startArticle } from './text';

/** The first reading waits for Harper, which takes seconds on a slow machine. */
const READ = { timeout: 60_000 };

let stet: Stet;
const { describe } = test;

/** The words that are marked, in the order of the text. */
async function marked(kind: 'spelling' | 'grammar'): Promise<string[]> {
  return stet.window.evaluate((name) => {
    const ranges = [...(CSS.highlights.get(name) ?? [])].filter(
      (range) => range.startContainer.isConnected,
    );
    const order = (a: AbstractRange, b: AbstractRange) =>
      a.startContainer === b.startContainer
        ? a.startOffset - b.startOffset
        : a.startContainer.compareDocumentPosition(b.startContainer) &
            Node.DOCUMENT_POSITION_FOLLOWING
          ? -1
          : 1;
    return ranges
      .sort(order)
      .map((range) =>
        (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset),
      );
  }, kind);
}

const misspelt = (timeout = READ) => expect.poll(() => marked('spelling'), timeout);
const text = () => manuscriptOf(stet).locator('p').first();
const menu = (words: string) =>
  stet.window.getByRole('menu', { name: `Suggestions for “${words}”` });
const status = (words: string | RegExp): Locator =>
  stet.window.getByRole('contentinfo').getByRole('button', { name: words });

const dictionaryDialog = () =>
  stet.window.getByRole('dialog', { name: 'Spelling and dictionaries' });

async function rightClick(words: string) {
  const { from } = await placeOfWords(manuscriptOf(stet), words);
  await stet.window.mouse.click(from.x + 4, from.y, { button: 'right' });
}

async function write(...lines: string[]) {
  await startArticle(stet, 'Paris');
  for (const [index, line] of lines.entries()) {
    if (index > 0) await stet.window.keyboard.press('Enter');
    await stet.window.keyboard.insertText(line);
  }
}

async function chooseLanguage(name: string) {
  await stet.window.keyboard.press('Control+3');
  await stet.window.getByRole('button', { name: /Language/ }).click();
  await stet.window.getByRole('option', { name, exact: true }).click();
}

describe('spelling and grammar', () => {
  test.beforeEach(async () => {
    stet = await launchStet({ empty: true, spelling: true });
  });
  test.afterEach(() => stet.close());

  test('misspelt words are marked, and a suggestion takes the place of one in one step of undo', async () => {
    await write('The board 😀 recieved teh letter in 𝒳 Febuary.');
    await misspelt().toEqual(['recieved', 'teh', 'Febuary']);
    await rightClick('recieved');
    await menu('recieved').getByRole('menuitem', { name: 'received' }).click();
    await expect(text()).toHaveText('The board 😀 received teh letter in 𝒳 Febuary.');
    await misspelt().toEqual(['teh', 'Febuary']);
    await expect(manuscriptOf(stet)).toBeFocused();
    await stet.window.keyboard.press('Control+z');
    await expect(text()).toHaveText('The board 😀 recieved teh letter in 𝒳 Febuary.');
    await misspelt().toEqual(['recieved', 'teh', 'Febuary']);
  });

  test('by keyboard: from one problem to the next, its suggestions, and back in the text', async () => {
    await write('The board recieved teh letter.');
    await misspelt().toEqual(['recieved', 'teh']);
    const { keyboard } = stet.window;
    await keyboard.press('Control+Home');
    await keyboard.press('Control+;');
    await expect(
      stet.window.getByText('“recieved”, 1 of 2. “recieved” is not in the dictionary.'),
    ).toBeAttached();
    await keyboard.press('Control+;');
    await keyboard.press('Control+Shift+;');
    await expect
      .poll(() => stet.window.evaluate(() => getSelection()?.toString()))
      .toBe('recieved');
    await keyboard.press('Control+.');
    await expect(menu('recieved').getByRole('menuitem', { name: 'received' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(menu('recieved')).toBeHidden();
    await keyboard.press('Control+.');
    await expect(menu('recieved').getByRole('menuitem', { name: 'received' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(text()).toHaveText('The board received teh letter.');
    await expect(manuscriptOf(stet)).toBeFocused();
    // The cursor stands behind the word: typing goes on there.
    await keyboard.type(' only');
    await expect(text()).toHaveText('The board received only teh letter.');
  });

  test('the word that is being typed is marked once it is left, and what is marked moves along', async () => {
    await write('A leter came.');
    await misspelt().toEqual(['leter']);
    await stet.window.keyboard.type(' It was recieved');
    await stet.window.keyboard.press('Space');
    await misspelt().toEqual(['leter', 'recieved']);
    await clickBehind(text(), 'A');
    await stet.window.keyboard.type(' long');
    await misspelt().toEqual(['leter', 'recieved']);
    await expect(text()).toHaveText('A long leter came. It was recieved');
  });

  test('a word is added to the dictionary and taken back, and the dictionary outlives a restart', async () => {
    await write('The quayside at Brinsworthy is shut.', 'Brinsworthy’s mayor said so.');
    await misspelt().toContain('Brinsworthy');
    await rightClick('Brinsworthy');
    await menu('Brinsworthy')
      .getByRole('menuitem', { name: 'Add “Brinsworthy” to the dictionary' })
      .click();
    await misspelt().toEqual([]);
    await stet.window.getByRole('button', { name: 'Undo' }).last().click();
    await misspelt().toContain('Brinsworthy');
    await stet.window.keyboard.press('Escape');
    await status('Spelling: 2 marked').click();
    await dictionaryDialog().getByRole('textbox', { name: 'Word to add' }).fill('Brinsworthy');
    await stet.window.keyboard.press('Enter');
    const list = dictionaryDialog().getByRole('list', { name: 'Personal dictionary' });
    await expect(list).toHaveText(/Brinsworthy/);
    await dictionaryDialog().getByRole('button', { name: 'Close' }).click();
    await misspelt().toEqual([]);
    await stet.app.close();
    stet = await launchStet({ library: stet.library, userData: stet.userData });
    await expect(status('Spelling: no problems')).toBeVisible(READ);
    await status('Spelling: no problems').click();
    await dictionaryDialog().getByRole('button', { name: 'Remove “Brinsworthy”' }).click();
    await expect(dictionaryDialog()).toContainText('No words yet.');
    await dictionaryDialog().getByRole('button', { name: 'Close' }).click();
    await misspelt().toContain('Brinsworthy');
  });

  test('grammar is marked in another way; a place is let stand by itself, a rule everywhere', async () => {
    await write('The the board met.', 'It should of closed the the gate.');
    const grammar = expect.poll(() => marked('grammar'), READ);
    await grammar.toEqual(['The the', 'should of', 'the the']);
    await rightClick('The the');
    await stet.window.getByRole('menuitem', { name: 'Ignore here' }).click();
    await grammar.toEqual(['should of', 'the the']);
    await stet.window.keyboard.press('Control+z');
    await grammar.toEqual(['The the', 'should of', 'the the']);
    await rightClick('The the');
    await stet.window.getByRole('menuitem', { name: 'Never mark this in any article' }).click();
    await grammar.toEqual(['should of']);
    await stet.window.keyboard.press('Control+k');
    await stet.window.keyboard.type('Spelling and dictionaries');
    await stet.window.keyboard.press('Enter');
    await stet.window.getByRole('button', { name: 'Mark “repeated words” again' }).click();
    await stet.window.getByRole('button', { name: 'Close' }).click();
    await grammar.toEqual(['The the', 'should of', 'the the']);
    await stet.window.keyboard.press('Control+k');
    await stet.window.keyboard.type('Mark grammar');
    await stet.window.keyboard.press('Enter');
    await grammar.toEqual([]);
  });

  test('names of people in the library, code, addresses and notes to come are no problems', async () => {
    await write(
      'See https://brinswrothy.example/wrold and mail x@wrold.example, TK, or ask Wenzeslava Qorth.',
    );
    await stet.window.keyboard.press('Control+e');
    await misspelt().toEqual(['Wenzeslava', 'Qorth']);
    await stet.window
      .getByRole('region', { name: 'People' })
      .getByRole('button', { name: /add/i })
      .click();
    const dialog = stet.window.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Wenzeslava Qorth');
    await stet.window.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await misspelt().toEqual([]);
  });

  test('French is read by its own dictionary; a language without one says so, and one is added', async () => {
    await write('Le ministèr a répondu qu’elles arriveraient.');
    await chooseLanguage('French');
    await misspelt().toEqual(['ministèr']);
    await rightClick('ministèr');
    await menu('ministèr').getByRole('menuitem', { name: 'ministère', exact: true }).click();
    await expect(text()).toHaveText('Le ministère a répondu qu’elles arriveraient.');
    await expect(status('Spelling: no problems')).toBeVisible(READ);
    await chooseLanguage('German');
    await expect(status('No dictionary for German')).toBeVisible();
    await misspelt().toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), 'stet-dictionary-'));
    // In the encoding that most dictionaries have; words may be compounds.
    const latin = (lines: string[]) => Buffer.from(`${lines.join('\n')}\n`, 'latin1');
    writeFileSync(
      join(folder, 'de_DE.aff'),
      latin([
        'SET ISO8859-1',
        'TRY enaörü',
        'COMPOUNDFLAG C',
        'COMPOUNDMIN 3',
        'SFX N Y 1',
        'SFX N 0 n .',
      ]),
    );
    writeFileSync(
      join(folder, 'de_DE.dic'),
      latin(['6', 'Paris', 'Behörde/NC', 'Hafen/C', 'behörde/NC', 'prüft', 'Die']),
    );
    await answerOpenDialog(stet, [join(folder, 'de_DE.dic')]);
    await status('No dictionary for German').click();
    await expect(dictionaryDialog()).toContainText('licence (GPL)');
    await dictionaryDialog().getByRole('button', { name: 'Add dictionary…' }).click();
    await expect(dictionaryDialog()).toContainText('by the dictionary “de_DE” of this computer');
    rmSync(folder, { recursive: true });
    await dictionaryDialog().getByRole('button', { name: 'Close' }).click();
    await text().click({ clickCount: 3 });
    await stet.window.keyboard.insertText('Die Hafenbehörden prüft Hafenbehröde.');
    await misspelt().toEqual(['Hafenbehröde']);
    await rightClick('Hafenbehröde');
    await menu('Hafenbehröde').getByRole('menuitem', { name: 'Hafenbehörde', exact: true }).click();
    await expect(text()).toHaveText('Die Hafenbehörden prüft Hafenbehörde.');
  });

  test('while changes are suggested a word is proposed, and the one that is to go is not marked', async () => {
    await write('The board recieved teh letter.');
    await misspelt().toEqual(['recieved', 'teh']);
    await stet.window.keyboard.press('Control+Shift+g');
    await rightClick('recieved');
    await menu('recieved').getByRole('menuitem', { name: 'received' }).click();
    await expect(text().getByRole('deletion')).toHaveText('recieved');
    await expect(text().getByRole('insertion')).toHaveText('received');
    await misspelt().toEqual(['teh']);
  });

  test('it is switched off, and stays off in the next start', async () => {
    await write('The board recieved it.');
    await misspelt().toEqual(['recieved']);
    await stet.window.keyboard.press('Control+k');
    await stet.window.keyboard.type('Mark misspelt words');
    await stet.window.keyboard.press('Enter');
    await misspelt().toEqual([]);
    await stet.app.close();
    stet = await launchStet({ library: stet.library, userData: stet.userData });
    await status(/spelling/i).click();
    await expect(
      dictionaryDialog().getByRole('switch', { name: 'Mark misspelt words' }),
    ).not.toBeChecked();
  });
});

describe('quotations with a source', () => {
  test.beforeEach(async () => {
    stet = await launchStet({ spelling: true });
  });
  test.afterEach(() => stet.close());

  test('are not corrected, whatever they say, and the words around them are', async () => {
    const { window } = stet;
    await expect(status(/Spelling: /)).toBeVisible(READ);
    const quotes = window.getByRole('list', { name: 'Quotations' }).getByRole('listitem');
    const linked = 'forty taps';
    await expect(quotes.filter({ hasText: linked })).toContainText('Altered');
    await clickBehind(manuscriptOf(stet), linked);
    await window.keyboard.type(' teh wrold');
    await manuscriptOf(stet).press('Control+End');
    await window.keyboard.type(' So sayed teh');
    await window.keyboard.press('Space');
    await misspelt().toEqual(expect.arrayContaining(['sayed', 'teh']));
    expect(await marked('spelling')).not.toContain('wrold');
    await quotes.filter({ hasText: linked }).click();
    await window.keyboard.press('Control+k');
    await window.keyboard.type('Unlink');
    await window.keyboard.press('Enter');
    await misspelt().toContain('wrold');
  });
});

test('no page may run WebAssembly but the thread of the checkers, and nothing is fetched from elsewhere', async () => {
  stet = await launchStet({ empty: true, spelling: true });
  const urls: string[] = [];
  stet.window.context().on('request', (request) => urls.push(request.url()));
  await write('The board recieved it.');
  await misspelt().toEqual(['recieved']);
  const allowed = await stet.window.evaluate(() =>
    WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
      () => true,
      () => false,
    ),
  );
  expect(allowed).toBe(false);
  expect(urls.filter((url) => !url.startsWith('app://stet/'))).toEqual([]);
  await stet.close();
});
