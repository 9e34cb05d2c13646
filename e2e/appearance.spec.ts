import { expect, test } from '@playwright/test';
import { launchStet, resizeTo, type Stet } from './app';

let stet: Stet;
test.beforeEach(async () => {
  stet = await launchStet();
  await expect(stet.window.getByRole('textbox', { name: 'Manuscript' })).toContainText('The tap');
});
test.afterEach(() => stet.close());

/** Controls that reach over the window's edge or whose words are cut off without an ellipsis. */
const clipped = () =>
  stet.window.evaluate(() => {
    const faults: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
    for (const element of document.querySelectorAll<HTMLElement>('button, [role="tab"], h2, h3')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || !element.checkVisibility()) continue;
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      if (box.left < -1 || box.right > innerWidth + 1) faults.push(`outside: ${name}`);
      const style = getComputedStyle(element);
      const isCut = element.scrollWidth > element.clientWidth + 1 && style.overflow !== 'visible';
      if (isCut && style.textOverflow !== 'ellipsis') faults.push(`cut off: ${name}`);
    }
    return faults;
  });

for (const [width, height] of [
  [1440, 900],
  [1024, 700],
] as const) {
  test(`nothing is clipped at ${width}×${height}`, async () => {
    await resizeTo(stet, width, height);
    const { window } = stet;
    expect(await clipped()).toEqual([]);
    await window.getByRole('tab', { name: 'Article' }).click();
    expect(await clipped()).toEqual([]);
    await window.getByRole('navigation').getByText('Interview with Maren Aldous').click();
    await expect(window.getByRole('tabpanel')).toContainText('03:51');
    expect(await clipped()).toEqual([]);
    await window.keyboard.press('Control+Shift+E');
    await expect(window.getByRole('dialog')).toContainText('Finish and export');
    expect(await clipped()).toEqual([]);
  });
}

test('the manuscript is the largest thing on the screen, with a measure of about 70 characters', async () => {
  await resizeTo(stet, 1440, 900);
  const { window } = stet;
  const manuscript = await window.getByRole('main').boundingBox();
  const rail = await window.getByRole('navigation').boundingBox();
  const panel = await window.getByRole('complementary').boundingBox();
  expect(manuscript!.width).toBeGreaterThan(rail!.width + panel!.width);
  const perLine = await window.getByRole('textbox', { name: 'Manuscript' }).evaluate((element) => {
    const paragraph = [...element.querySelectorAll('p')].find((one) =>
      one.textContent?.startsWith('Lead seldom'),
    )!;
    const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()!;
    const topOf = (index: number) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect().top;
    };
    let index = 0;
    while (topOf(index) - topOf(0) < 5) index++;
    return index;
  });
  expect(perLine).toBeGreaterThan(58);
  expect(perLine).toBeLessThan(80);
});

test('light and dark differ, and each verdict has a line of its own kind', async () => {
  const { window } = stet;
  const colours = () =>
    window.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return `${backgroundColor} ${color}`;
    });
  await window.emulateMedia({ colorScheme: 'light' });
  const light = await colours();
  await window.emulateMedia({ colorScheme: 'dark' });
  expect(await colours()).not.toBe(light);
  const highlights = await window.evaluate(() => [...CSS.highlights.keys()]);
  for (const verdict of ['verbatim', 'permitted', 'altered', 'review', 'unlinked']) {
    expect(highlights.some((name) => name.includes(verdict))).toBe(true);
  }
  const styles = await window.evaluate(() => {
    const editor = document.querySelector('[aria-label="Manuscript"]')!;
    return ['verbatim', 'permitted', 'altered', 'review', 'unlinked'].map((verdict) => {
      const name = [...CSS.highlights.keys()].find((key) => key.includes(verdict))!;
      return getComputedStyle(editor, `::highlight(${name})`).textDecorationStyle;
    });
  });
  // Colour alone would not do: five verdicts, five styles of line.
  expect(new Set(styles).size).toBe(5);
});

test('messages cover neither the panel nor the status bar', async () => {
  const { window } = stet;
  await resizeTo(stet, 1024, 700);
  await window
    .locator('.rail-item', { hasText: 'Minutes of the water board' })
    .click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Move to the bin' }).click();
  const message = window.locator('.toast').first();
  await expect(message).toBeVisible();
  const box = async (selector: string) => (await window.locator(selector).first().boundingBox())!;
  const toast = await box('.toast');
  const panel = await box('[role="tabpanel"]');
  const status = await box('.status-bar');
  const rail = await box('.rail');
  expect(toast.x + toast.width).toBeLessThanOrEqual(panel.x);
  expect(toast.x).toBeGreaterThanOrEqual(rail.x + rail.width);
  expect(toast.y + toast.height).toBeLessThanOrEqual(status.y);
});
