import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { checkHtml, hasJava } from '../src-main/export/nu-checker';
import { answerOpenDialog, launchSample, type Stet } from './app';

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-fact-check-'));
  stet = await launchSample();
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

const REASON = 'The office is named, and speaks for itself.';
const gate = () => stet.window.getByRole('dialog', { name: 'Finish and export' });
const openGate = () => stet.window.keyboard.press('Control+Shift+E');
const acceptable = () => gate().getByRole('button', { name: 'Accept…' }).first();

async function acceptFirst() {
  await openGate();
  await acceptable().click();
  await gate().getByRole('textbox', { name: 'Reason' }).fill(REASON);
  await gate()
    .getByRole('textbox', { name: /signed as|name/i })
    .fill('Noor Haddad');
  await gate().getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(gate()).toContainText(`Accepted by Noor Haddad, `);
  await expect(gate()).toContainText(REASON);
}

test('a point is accepted with a reason and a name, stays so, and is taken back', async () => {
  await acceptFirst();
  await gate().getByRole('button', { name: 'Cancel' }).click();
  await expect(gate()).toBeHidden();
  await openGate();
  await expect(gate()).toContainText(REASON);
  await gate().getByRole('button', { name: 'Take back' }).click();
  await expect(gate()).not.toContainText(REASON);
  await expect(acceptable()).toBeVisible();
  await gate().getByRole('button', { name: 'Cancel' }).click();
  // Both are steps of undo.
  await stet.window.getByRole('textbox', { name: 'Manuscript' }).focus();
  await stet.window.keyboard.press('Control+z');
  await openGate();
  await expect(gate()).toContainText(REASON);
});

test('the fact-checker’s copy and the Word documents come out', async () => {
  await acceptFirst();
  await gate().getByRole('button', { name: 'More…' }).click();
  for (const name of [/^Markdown/, /^HTML/, /^Word/, /^Fact-checker’s copy Every/, /\(Word\)/]) {
    await gate().getByRole('button', { name }).click();
  }
  await gate().getByRole('button', { name: 'Preview' }).click();
  const preview = stet.window.getByRole('dialog', { name: /^Preview/ });
  await preview.getByRole('button', { name: /Form/ }).click();
  await stet.window.getByRole('option', { name: 'Fact-checker’s copy', exact: true }).click();
  await expect(preview.getByRole('region').first()).toContainText('Not for publication');
  await preview.getByRole('button', { name: 'Back' }).click();

  // What was chosen before the preview still is.
  const chosen = gate().getByRole('button', { pressed: true });
  await expect(chosen).toContainText(['Fact-checker’s copy', 'Word', 'Fact-checker’s copy (Word)']);
  await answerOpenDialog(stet, [folder]);
  await gate().getByRole('button', { name: 'Choose…' }).click();
  await gate().getByRole('button', { name: 'Export 3 files as draft' }).click();
  await expect(stet.window.getByRole('dialog', { name: '3 files written' })).toBeVisible();

  const files = readdirSync(folder).sort();
  const page = files.find((name) => name.endsWith('.fact-check.html'));
  const copy = files.find((name) => name.endsWith('.fact-check.docx'));
  const article = files.find((name) => name.endsWith('.docx') && name !== copy);
  if (!page || !copy || !article) throw new Error(`Not all there: ${files.join(', ')}`);
  const html = readFileSync(join(folder, page), 'utf8');
  expect(html).toContain(REASON);
  expect(html).toContain('Noor Haddad');
  expect(html).toMatch(/<svg class="provenance"/);
  expect(html).toMatch(/<del>/);
  const words = (name: string) =>
    Object.values(unzipSync(readFileSync(join(folder, name))))
      .map((part) => strFromU8(part).replace(/<[^>]+>/g, ''))
      .join('\n');
  expect(words(copy)).toContain(REASON);
  expect(words(article)).toContain('You cannot taste it,');
  for (const text of [html, words(copy), words(article)]) {
    // The e-mail is a described source: what it is called is all that leaves the library.
    expect(text).not.toContain('Corin Blythe');
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
  }
  if (await hasJava()) {
    expect(await checkHtml([join(folder, page)], { warnings: true })).toBe('');
  }
});

test('the provenance map leads to quotations and to passages, by keyboard and by mouse', async () => {
  const { window } = stet;
  const map = () => window.getByRole('dialog', { name: 'Provenance map' });
  await window.keyboard.press('Control+Alt+j');
  const group = map().getByRole('group', { name: 'Which passages carry which quotations' });
  const boxes = group.getByRole('button');
  await expect(boxes.first()).toHaveAccessibleName(/^1\. “.*: \w+/);
  expect(await group.getByRole('heading').count()).toBeGreaterThan(1);
  await boxes.first().focus();
  await window.keyboard.press('ArrowDown');
  await expect(boxes.nth(1)).toBeFocused();
  const carried = group.getByRole('button', { name: /Verbatim$/ }).first();
  await carried.focus();
  await window.keyboard.press('ArrowRight');
  const passage = group.getByRole('button', { name: /carries quotations? \d/ });
  await expect(passage.and(window.locator(':focus'))).toHaveCount(1);
  await window.keyboard.press('Enter');
  await expect(map()).toBeHidden();
  await expect(window.getByRole('tab', { name: 'Source' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await window.keyboard.press('Control+Alt+j');
  await map().getByRole('button', { name: /^2\. / }).click();
  await expect(map()).toBeHidden();
  await expect(window.getByRole('tab', { name: 'Quotes' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});
