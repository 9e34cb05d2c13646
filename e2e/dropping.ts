import type { Locator } from '@playwright/test';
import type { Stet } from './app';

/** Drops files on something, as the file manager does: the page gets `File` objects of real files. */
export async function dropFiles(stet: Stet, paths: string[], onto: Locator): Promise<void> {
  await stet.window.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'files-to-drop';
    document.body.append(input);
  });
  await stet.window.locator('#files-to-drop').setInputFiles(paths);
  await onto.evaluate((target) => {
    const input = document.querySelector<HTMLInputElement>('#files-to-drop')!;
    const dataTransfer = new DataTransfer();
    for (const one of input.files ?? []) dataTransfer.items.add(one);
    input.remove();
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    }
  });
}
