import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { answerOpenDialog, launchStet, PROJECT, resizeTo, type Stet, setTheme } from './app';

/*
 * The whole main job on the sample text, as an editor does it, with a picture of each step: an
 * article and its sources come in, quotations are linked and checked, the byline is set, Markdown
 * and HTML come out. Whatever is not there as expected stops it.
 */

const out = process.env.STET_DEMO_OUT;
const sample = (name: string) => join(PROJECT, 'resources', 'sample', name);
const SOURCES = [
  'interview-transcript.txt',
  'council-hearing.vtt',
  'web-page.html',
  'minutes.md',
  'e-mail.txt',
].map(sample);

/** What is left after the exact matches, and what Stet says of each. */
const OTHERS = [
  ['routine variation', 'Verbatim'],
  ['The board accepts the operator’s advice', 'Review'],
  ['Our teams worked day and night', 'Permitted'],
  ['Independent tests carried out in August', 'Altered'],
  ['We should have told families sooner', 'Altered'],
  ['It took eleven weeks', 'Permitted'],
] as const;

test('the main job', async () => {
  if (!out) throw new Error('STET_DEMO_OUT names no folder. Run: npm run demo -- --out DIR');
  const desk = mkdtempSync(join(tmpdir(), 'stet-demo-'));
  const stet = await launchStet({ empty: true, library: join(desk, 'The Fenhallow Messenger') });
  try {
    await setTheme(stet, 'light');
    await resizeTo(stet, 1440, 900);
    await demonstrate(stet, out);
  } finally {
    await stet.close();
    rmSync(desk, { recursive: true, force: true });
  }
});

async function demonstrate(stet: Stet, folder: string): Promise<void> {
  const { window } = stet;
  const pictures: string[] = [];
  const exported: string[] = [];
  const picture = async (name: string, { message }: { message?: Locator } = {}) => {
    if (!message) await dismissMessages(window);
    const file = `${String(pictures.length + 1).padStart(2, '0')}-${name}.png`;
    await window.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' });
    pictures.push(file);
  };

  await test.step('an empty library', async () => {
    await expect(window.getByText('This library is empty')).toBeVisible();
    await picture('empty-library');
  });

  await test.step('the article comes in', async () => {
    await answerOpenDialog(stet, [sample('article.md')]);
    await button(window.getByRole('main'), 'Open article…').click();
    await expect(
      window.getByRole('main').getByText(/^Town hall knew of lead in tap water/),
    ).toBeVisible();
    await expect(cards(window)).not.toHaveCount(0);
    await picture('article');
  });

  await test.step('its sources come in', async () => {
    await answerOpenDialog(stet, SOURCES);
    await button(window.getByRole('banner'), 'Sources').click();
    await window.getByRole('menuitem', { name: 'Add sources…' }).click();
    await expect(railItems(window, 'Sources')).toHaveCount(SOURCES.length);
    await expect(button(window, 'Link all exact matches')).toBeVisible();
    await picture('sources');
  });

  await test.step('the e-mail may not name its writer', async () => {
    const mail = railItems(window, 'Sources').filter({ hasText: 'E-mail' });
    await mail.click({ button: 'right' });
    await window.getByRole('menuitem', { name: 'Details…' }).click();
    const dialog = window.getByRole('dialog', { name: 'Source details' });
    await choose(dialog, 'Terms', 'Background');
    await choose(dialog, 'Disclosure', 'Described');
    await dialog.getByLabel('Described as').fill('a council official');
    await picture('source-details');
    await button(dialog, 'Save').click();
    await expect(dialog).toBeHidden();
  });

  await test.step('a passage is found, and linked', async () => {
    await select(window, 'They knew in June');
    await button(card(window, 'They knew in June'), 'Find passages').click();
    const proposals = window.getByRole('region', { name: 'Passages that fit' });
    await expect(proposals.getByText(/passages? found/)).toBeVisible();
    await expect(proposals.getByRole('option').first()).toContainText('Joyce Abara');
    await picture('passages-found');
    await button(proposals, 'Link the first').click();
    await expect(proposals).toBeHidden();
    await picture('passage-linked');
    await openTab(window, 'Quotes');
    await expect(card(window, 'They knew in June')).toContainText('Permitted');
  });

  await test.step('one word differs from the recording', async () => {
    await linkFirst(window, 'We had forty taps');
    await expect(card(window, 'We had forty taps')).toContainText('Altered');
    await picture('altered');
    await button(card(window, 'We had forty taps'), 'Use source wording').click();
    await expect(card(window, 'We had fourteen taps')).toContainText('Verbatim');
  });

  await test.step('all exact matches at once', async () => {
    await button(window, 'Link all exact matches').click();
    const message = window.getByText(/quotations linked to their exact matches/);
    await expect(message).toBeVisible();
    await picture('exact-matches-linked', { message });
  });

  await test.step('the others, one by one', async () => {
    for (const [words, verdict] of OTHERS) {
      await linkFirst(window, words);
      await expect(card(window, words)).toContainText(verdict);
    }
  });

  await test.step('one that nobody said', async () => {
    await select(window, 'golden clause');
    await button(card(window, 'golden clause'), 'Not a quotation').click();
    await expect(card(window, 'golden clause')).toContainText('Not a quotation');
  });

  await test.step('one is confirmed, one accepted with a reason', async () => {
    await select(window, 'They knew in June');
    await button(card(window, 'They knew in June'), 'Confirm').click();
    await expect(card(window, 'They knew in June')).toContainText(/Confirmed by/);
    await select(window, 'I found out from the front page');
    await button(card(window, 'front page'), 'Let it stand…').click();
    const dialog = window.getByRole('dialog', { name: 'Let it stand' });
    await dialog.getByLabel('Reason').fill('Said to me outside the town hall; in my notebook.');
    await dialog.getByLabel('Your name').fill('Nora Tressick');
    await button(dialog, 'Let it stand').click();
    await expect(dialog).toBeHidden();
    await expect(card(window, 'front page')).toContainText('Accepted by Nora Tressick');
    await picture('checked');
  });

  await test.step('the byline', async () => {
    await openTab(window, 'Article');
    const contributors = window.getByRole('grid', { name: 'Contributors, in order' });
    await choose(contributors, 'Role of Idris Penhale', 'Additional reporting');
    await button(contributors, /^Idris Penhale.*: change$/).click();
    const details = window.getByRole('dialog', { name: 'Idris Penhale: change' });
    await details.getByLabel('Place').fill('Millrace');
    await picture('byline-details');
    await button(details, 'Save').click();
    await expect(details).toBeHidden();
    await expect(contributors).toContainText('Millrace');
    await picture('byline');
  });

  await test.step('finish and export', async () => {
    await button(window.getByRole('banner'), 'Finish and export…').click();
    const dialog = window.getByRole('dialog', { name: 'Finish and export' });
    await expect(dialog.getByRole('list', { name: 'What was looked at' })).toBeVisible();
    await answerOpenDialog(stet, [folder]);
    await button(dialog, 'Choose…').click();
    await expect(dialog).toContainText('To: ');
    await picture('finish');
    await button(dialog, 'Preview').click();
    const preview = window.getByRole('dialog', { name: 'Preview: Markdown' });
    await expect(preview).toContainText('Town hall knew of lead in tap water');
    await picture('preview');
    await button(preview, 'Back').click();
    await button(dialog, /^Export 2 files/).click();
    await replaceOlder(dialog);
    const result = window.getByRole('dialog', { name: '2 files written' });
    exported.push(...(await result.getByRole('listitem').allInnerTexts()));
    await button(result, 'Done').click();
    await expect(result).toBeHidden();
  });

  await test.step('by day and by night', async () => {
    await openTab(window, 'Quotes');
    await select(window, 'The board accepts');
    await picture('main-window');
    await setTheme(stet, 'dark');
    await picture('main-window-dark');
  });

  report(folder, [...pictures, ...exported]);
}

/** Takes away what was said about an earlier step. */
async function dismissMessages(window: Page): Promise<void> {
  const dismiss = button(window, 'Dismiss this message');
  for (let left = await dismiss.count(); left > 0; left--) await dismiss.first().click();
  await expect(dismiss).toHaveCount(0);
}

/** A folder that holds an earlier demonstration gets the new one in its place. */
async function replaceOlder(dialog: Locator): Promise<void> {
  const replace = button(dialog, /^Replace/);
  const done = dialog.page().getByRole('dialog', { name: '2 files written' });
  await expect(replace.or(done)).toBeVisible();
  if (await replace.isVisible()) await replace.click();
  await expect(done).toBeVisible();
}

/** Names what was made; a file that is not there or empty is a failure. */
function report(folder: string, made: readonly string[]): void {
  const there = readdirSync(folder);
  expect(there).toEqual(expect.arrayContaining([...made]));
  for (const ending of ['.md', '.html']) {
    expect(made.some((name) => name.endsWith(ending))).toBe(true);
  }
  const lines = [...made].sort().map((name) => {
    const { size } = statSync(join(folder, name));
    expect(size, name).toBeGreaterThan(0);
    return `  ${name}  ${Math.ceil(size / 1024)} kB`;
  });
  console.log(`\nMade:\n${lines.join('\n')}`);
}

function button(within: Page | Locator, name: string | RegExp): Locator {
  return within.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
}

function cards(window: Page): Locator {
  return window.getByRole('list', { name: 'Quotations' }).getByRole('listitem');
}

/** The card of the quotation with these words. */
function card(window: Page, words: string): Locator {
  return cards(window).filter({ hasText: words });
}

async function select(window: Page, words: string): Promise<void> {
  await card(window, words).getByRole('button').first().click();
  await expect(card(window, words).getByRole('button').first()).toHaveAttribute(
    'aria-expanded',
    'true',
  );
}

/** Finds the passages of a quotation and links the best. */
async function linkFirst(window: Page, words: string): Promise<void> {
  await select(window, words);
  await button(card(window, words), 'Find passages').click();
  const proposals = window.getByRole('region', { name: 'Passages that fit' });
  await button(proposals, 'Link the first').click();
  await expect(proposals).toBeHidden();
  await openTab(window, 'Quotes');
}

function railItems(window: Page, section: string): Locator {
  return window
    .getByRole('navigation', { name: 'Library' })
    .getByRole('region', { name: section })
    .getByRole('listitem');
}

async function openTab(window: Page, name: string): Promise<void> {
  await window.getByRole('tab', { name }).click();
}

async function choose(within: Locator, label: string, option: string): Promise<void> {
  await within.getByRole('button', { name: label }).click();
  await within.page().getByRole('option', { name: option }).click();
}
