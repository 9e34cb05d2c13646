import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchStet, type Stet } from './app';
import { manuscriptOf, startArticle } from './text';

/** The same numbers from 0 to 1 in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const KEYS: readonly string[] = [
  ...'aeinorst "".,-87',
  ...['Enter', 'Enter', 'Backspace', 'Backspace', 'Backspace', 'Delete', 'Control+Backspace'],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Control+ArrowLeft'],
  ...['Shift+ArrowLeft', 'Shift+ArrowDown', 'Shift+End', 'Control+c', 'Control+x', 'Control+v'],
  ...['Control+b', 'Control+i', 'Control+Alt+2', 'Control+Shift+8', 'Control+Alt+n'],
  ...['Control+z', 'Control+z', 'Control+Shift+z'],
];
/** The letters of the only article as it is saved. */
function savedText(library: string): string {
  const { DatabaseSync } = createRequire(__filename)('node:sqlite') as typeof import('node:sqlite');
  const db = new DatabaseSync(join(library, 'library.db'), { readOnly: true });
  const row = db.prepare('SELECT document FROM working_copy').get() as { document: string };
  db.close();
  const textOf = (node: Written): string =>
    (node.text ?? '') + (node.children ?? []).map(textOf).join('');
  return textOf((JSON.parse(row.document) as { root: Written }).root).replace(/\s/g, '');
}

interface Written {
  text?: string;
  children?: Written[];
}

const SEED = 20_261_123;
const PRESSES = 300;

test.describe('keys pressed at random', () => {
  let stet: Stet;
  test.beforeEach(async () => {
    stet = await launchStet({ empty: true });
    await startArticle(stet, 'A headline');
  });
  test.afterEach(() => stet.close());

  test('leave a text that is saved as it stands, and that undo takes back to its start', async () => {
    test.slow();
    const { keyboard } = stet.window;
    const page = manuscriptOf(stet);
    const next = numbers(SEED);
    await keyboard.type('The ferry runs twice.');
    for (let press = 0; press < PRESSES; press++) {
      await keyboard.press(KEYS[Math.floor(next() * KEYS.length)] ?? 'a');
    }
    // The letters of footnotes are drawn and no words of the text.
    const shown = () =>
      page.evaluate((element) => {
        const copy = element.cloneNode(true) as HTMLElement;
        for (const mark of copy.querySelectorAll('.footnote-reference')) mark.remove();
        return (copy.textContent ?? '').replace(/\s/g, '');
      });
    const saved = () => savedText(stet.library);
    const end = await shown();
    expect(end).not.toBe('');
    await expect.poll(saved).toBe(end);
    for (let press = 0; press < 2 * PRESSES; press++) {
      await keyboard.press('Control+z');
    }
    expect(await shown()).toBe('');
    for (let press = 0; press < 2 * PRESSES; press++) {
      await keyboard.press('Control+Shift+z');
    }
    expect(await shown()).toBe(end);
  });
});
