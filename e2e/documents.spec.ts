import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, launchStet, PROJECT } from './app';
import { manuscriptOf } from './text';

/* Articles that come as files of word processors. */

const fixture = (name: string) => join(PROJECT, 'src-shared/import/fixtures', name);

for (const name of ['dispatch.docx', 'dispatch-libreoffice.odt']) {
  test(`${name} opens as an article, with its form, its note, its picture and its quotations`, async () => {
    const stet = await launchStet({ empty: true });
    const page = manuscriptOf(stet);
    await answerOpenDialog(stet, [fixture(name)]);
    await stet.window.getByRole('main').getByRole('button', { name: 'Open article…' }).click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Ferry to Saltmere stops for good',
    );
    await expect(page.locator('.standfirst')).toContainText('heard of it from a notice');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('What the council knew');
    await expect(page.locator('strong')).toHaveText('asked');
    await expect(page.locator('blockquote p')).toHaveText([
      'First came the flood.',
      'Then came the fire, and nobody slept.',
    ]);
    await expect(page.locator('table')).toContainText('41,200');
    await expect(page.locator('.footnote')).toHaveText('She has run it since 1998.');
    await expect(page.locator('figure')).toContainText('The pier in March');
    const picture = page.locator('figure img');
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(24);
    await expect(stet.window.getByRole('list', { name: 'Quotations' })).toContainText(
      'Olive Marsh',
    );
    await stet.close();
  });
}

test('a file that is no document is named, and nothing changes', async () => {
  const stet = await launchStet({ empty: true });
  await answerOpenDialog(stet, [fixture('pdf/README.md').replace('README.md', 'x.docx')]);
  await stet.window.getByRole('main').getByRole('button', { name: 'Open article…' }).click();
  await expect(stet.window.getByText(/x\.docx/)).toBeVisible();
  await expect(stet.window.getByRole('main')).toContainText(/open an article|start writing/i);
  await stet.close();
});
