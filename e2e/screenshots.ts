import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { resizeTo, type Stet, setTheme } from './app';

/**
 * Pictures for the eye, in both themes and at both sizes, into the folder that `STET_PICTURES` names;
 * none where it is not set.
 */
export async function takePictures(stet: Stet, name: string): Promise<void> {
  const folder = process.env.STET_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(stet, theme);
    for (const [width, height] of [
      [1440, 900],
      [1024, 700],
    ] as const) {
      await resizeTo(stet, width, height);
      await stet.window.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`) });
    }
  }
  await setTheme(stet, 'light');
  await resizeTo(stet, 1440, 900);
}
