import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { resizeTo, type Stet, setTheme } from './app';

/** Does something in both themes and at both sizes; `look` names them. Usual ones are back after it. */
export async function inEveryLook(
  stet: Stet,
  act: (look: string) => Promise<unknown>,
): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(stet, theme);
    for (const [width, height] of [
      [1440, 900],
      [1024, 700],
    ] as const) {
      await resizeTo(stet, width, height);
      await act(`${theme}-${width}`);
    }
  }
  await setTheme(stet, 'light');
  await resizeTo(stet, 1440, 900);
}

/** A picture for the eye, into the folder that `STET_PICTURES` names; none where it is not set. */
export async function takePicture(window: Page, name: string): Promise<void> {
  const folder = process.env.STET_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await window.waitForFunction(() => document.getAnimations().length === 0);
  await window.screenshot({ path: join(folder, `${name}.png`) });
}

/** The same of the first window, in every look. */
export async function takePictures(stet: Stet, name: string): Promise<void> {
  if (!process.env.STET_PICTURES) return;
  await inEveryLook(stet, (look) => takePicture(stet.window, `${name}-${look}`));
}
