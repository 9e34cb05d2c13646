import { expect, type Locator } from '@playwright/test';
import type { Stet } from './app';

/*
 * The window, driven with the keys alone. Whatever has the focus on the way has to show it, and a
 * dialog that closes hands the focus on to something.
 */

/** The most stops of the Tab key between two things in the window. */
const MOST_STOPS = 90;

/** What can be told of the focus from how something is drawn. */
const FOCUS_LOOK = ['outline', 'boxShadow', 'borderColor', 'background'] as const;

interface Remembered {
  element: Element;
  look: string;
}

/**
 * Presses Tab (or Shift+Tab) until `target` has the focus. Every stop on the way has to look
 * different with the focus than without it.
 */
export async function tabTo(stet: Stet, target: Locator, key = 'Tab'): Promise<void> {
  const { window } = stet;
  await expect(target.first()).toBeAttached();
  const unseen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    unseen.push(...(await rememberFocus(stet)));
    if (await isFocused(target)) {
      expect(unseen, 'stops whose focus is not to be seen').toEqual([]);
      return;
    }
    await window.keyboard.press(key);
  }
  const way = await window.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  throw new Error(`${MOST_STOPS} stops and not there yet; the focus is on ${way}.`);
}

const isFocused = (target: Locator) =>
  target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

/** Remembers how the focus looks; answers what looked the same with the focus as it does now without. */
async function rememberFocus(stet: Stet): Promise<string[]> {
  return stet.window.evaluate((properties) => {
    // The element, what is drawn around it, and, in a list, the item that the keys are at.
    const lookOf = (element: Element) => {
      const looks: string[] = [];
      const add = (one: Element, pseudo: string | null) => {
        const style = getComputedStyle(one, pseudo);
        looks.push(properties.map((property) => style[property]).join());
      };
      let around: Element | null = element;
      for (let depth = 0; around && depth < 4; depth++) {
        add(around, null);
        around = around.parentElement;
      }
      add(element, '::before');
      add(element, '::after');
      const active = element.getAttribute('aria-activedescendant');
      const item = active ? document.getElementById(active) : null;
      if (item) add(item, null);
      return looks.join(' | ');
    };
    const store = globalThis as unknown as { stetFocus?: Remembered };
    const before = store.stetFocus;
    const element = document.activeElement;
    if (!element || before?.element === element) return [];
    store.stetFocus = { element, look: lookOf(element) };
    const isGone = !before?.element.isConnected || !before.element.checkVisibility();
    // In text the cursor is the sign, of a dialog that it is there; a page in a frame shows its own.
    const needsNone = before?.element.matches(
      '[contenteditable="true"], [role="dialog"], [role="alertdialog"], iframe, body',
    );
    if (!before || isGone || needsNone || before.look !== lookOf(before.element)) return [];
    const name = before.element.getAttribute('aria-label') ?? before.element.textContent;
    return [`${before.element.tagName}.${before.element.className}: ${name?.slice(0, 60)}`];
  }, FOCUS_LOOK);
}

/** Searches for `query` and opens what is found under `name`. */
export async function find(stet: Stet, query: string, name: string | RegExp): Promise<void> {
  const { window } = stet;
  await window.keyboard.press('Control+k');
  const palette = window.getByRole('dialog', { name: 'Search and commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await window.keyboard.type(query);
  const option = palette.getByRole('option').filter({ hasText: name }).first();
  await expect(option).toBeVisible();
  await expect(async () => {
    if ((await option.getAttribute('aria-selected')) !== 'true') {
      await window.keyboard.press('ArrowDown');
    }
    await expect(option).toHaveAttribute('aria-selected', 'true', { timeout: 100 });
  }).toPass();
  await window.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

/** Runs a command by its name in the palette. */
export const command = (stet: Stet, label: string): Promise<void> => find(stet, label, label);

/** No dialog is open, and the keys go to something. */
export async function expectFocusKept(stet: Stet): Promise<void> {
  await expect(stet.window.locator('.modal')).toHaveCount(0);
  await expect
    .poll(() => stet.window.evaluate(() => document.activeElement?.tagName))
    .not.toBe('BODY');
}
