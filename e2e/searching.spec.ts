import { expect, test } from '@playwright/test';
import { launchStet, resizeTo, type Stet } from './app';
import { holdBack, letGo } from './hold-back';

/* What the sample library has in its texts is told in resources/sample. */

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet();
});
test.afterEach(() => stet.close());

const palette = () => stet.window.getByRole('dialog', { name: 'Search and commands' });
const box = () => palette().getByRole('combobox');
const group = (name: string) => palette().getByRole('group', { name: new RegExp(`^${name}`) });
const options = (name: string) => group(name).getByRole('option');
const selectedWords = () => stet.window.evaluate(() => document.getSelection()?.toString() ?? '');

async function search(query: string) {
  await stet.window.keyboard.press('Control+k');
  await box().pressSequentially(query);
}

test('words of a source are found as they are typed, and opened at the place', async () => {
  const { window } = stet;
  await window.getByRole('button', { name: /Search everything/ }).click();
  await box().pressSequentially('bottles from it unt');
  const hit = options('Sources').first();
  await expect(hit).toContainText('Scrutiny committee');
  await expect(hit.locator('.hit-snippet mark').first()).toHaveText('bottles');
  await expect(palette().getByRole('status')).toContainText('Found:');
  await hit.click();
  const marked = window.getByRole('tabpanel').locator('mark.mark-now');
  await expect(marked.first()).toHaveText('bottles');
  await expect(marked.first()).toBeInViewport();
});

test('words of an article are selected in it; Enter opens the first, also before it is found', async () => {
  await holdBack(stet, 'search.find');
  await search('in:articles "front page"');
  await stet.window.keyboard.press('Enter');
  await expect(palette().getByRole('listbox')).toHaveAttribute('aria-busy', 'true');
  expect(await letGo(stet)).toBeGreaterThan(0);
  await expect(palette()).toBeHidden();
  await expect(stet.window.getByRole('textbox', { name: 'Manuscript' })).toBeFocused();
  await expect.poll(selectedWords).toBe('front page');
});

test('words of an article that is not open are selected once it is', async () => {
  const { window } = stet;
  await window.keyboard.press('Control+n');
  const manuscript = window.getByRole('textbox', { name: 'Manuscript' });
  await expect(manuscript).not.toContainText('front page');
  await search('in:articles "front page"');
  await options('Articles').first().click();
  await expect(manuscript).toContainText('front page');
  await expect.poll(selectedWords).toBe('front page');
});

test('what was typed a moment ago is found', async () => {
  const { window } = stet;
  const manuscript = window.getByRole('textbox', { name: 'Manuscript' });
  await manuscript.click();
  await window.keyboard.press('Control+End');
  await window.keyboard.type(' A zeppelin came by.');
  await expect(window.getByText(/^Saved/)).toBeVisible();
  await search('zeppel');
  await expect(options('Articles')).toContainText(['zeppelin']);
});

test('a person by name, however it is spelt', async () => {
  await search('ABÁRA');
  await expect(options('People').first()).toContainText('Joyce Abara');
  await options('People').first().click();
  await expect(stet.window.getByRole('dialog', { name: 'Person' })).toBeVisible();
});

test('filters by mouse and by keyboard', async () => {
  await search('water');
  await expect.poll(() => options('Sources').count()).toBeGreaterThan(1);
  await palette().getByRole('button', { name: 'Kind' }).click();
  await options('Filters').filter({ hasText: 'Subtitles' }).click();
  await expect(options('Sources')).toHaveCount(1);
  await expect(options('Articles')).toHaveCount(0);
  await expect(palette().getByRole('button', { name: 'Kind', pressed: true })).toBeVisible();
  await palette().getByRole('button', { name: 'Kind' }).click();
  await expect.poll(() => options('Sources').count()).toBeGreaterThan(1);

  await stet.window.keyboard.type('kind:sub');
  await expect(options('Filters')).toHaveCount(1);
  await stet.window.keyboard.press('Enter');
  await expect(box()).toHaveValue('water kind:subtitles ');
  await expect(options('Sources')).toHaveCount(1);
});

test('nothing found says so, and commands are found too', async () => {
  await search('xylophone');
  await expect(palette()).toContainText('Nothing has the words “xylophone”.');
  await expect(palette().getByRole('status')).toHaveText('Nothing found');
  await box().fill('keyboard sh');
  await expect(options('Commands').first()).toContainText('Keyboard shortcuts');
  await stet.window.keyboard.press('Enter');
  await expect(stet.window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('a confidential source is found in the window, and marked', async () => {
  const { window } = stet;
  const sources = window.getByRole('region', { name: 'Sources' });
  await sources.getByText('Interview with Maren Aldous').click();
  const panel = window.getByRole('tabpanel');
  await panel.getByRole('button', { name: 'Details…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: /Disclosure/ }).click();
  await window.getByRole('option', { name: /^Confidential/ }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await search('fourteen taps');
  await expect(options('Sources').first()).toContainText('Confidential');
});

test('fits a small window, with titles of any length and script', async () => {
  await resizeTo(stet, 1024, 700);
  await search('water');
  await expect(options('Sources').first()).toBeVisible();
  const fits = await palette().evaluate(
    (dialog) =>
      dialog.scrollWidth <= dialog.clientWidth + 1 &&
      dialog.getBoundingClientRect().bottom <= innerHeight,
  );
  expect(fits).toBe(true);
});
