import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, test } from '@playwright/test';
import { lines, writePdf } from '../src-shared/import/pdf-writing';
import { answerOpenDialog, launchStet, type Stet } from './app';
import { dropFiles } from './dropping';
import { bandsPng, writePicture } from './pictures';
import { takePicture } from './screenshots';
import { clickBehind, dragOver, manuscriptOf, startArticle } from './text';

/*
 * axe looks at every screen of Stet in three modes: in the first by all its rules, in the others by
 * those that look at colours, since colours and lines are all that differs (styles/forced-colours.css).
 * A screen is reached as a user reaches it; `open` ends when what it is about can be seen. The screens
 * of a table are gone through in its order, in one window: `leave` (Escape, if nothing is said) makes
 * room for the next.
 */

interface Screen {
  name: string;
  open(): Promise<unknown>;
  leave?: () => Promise<unknown>;
}

const MODES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;

const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

let stet: Stet;
let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-accessibility-'));
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = (keys: string) => stet.window.keyboard.press(keys);
const type = (text: string) => stet.window.keyboard.type(text);
const dialog = () => stet.window.locator('[role="dialog"]:not(.popover), [role="alertdialog"]');
const panel = () => stet.window.getByRole('tabpanel');
const button = (within: Locator, name: string | RegExp) =>
  within.getByRole('button', { name }).first();
const stays = () => Promise.resolve();
const seen = (place: Locator) => expect(place.first()).toBeVisible();

/** Runs a command by its name in the palette. */
async function command(label: string) {
  await press('Control+k');
  await type(label);
  await stet.window.getByRole('option', { name: label }).first().click();
}

/** A command that opens a dialog. */
const opening = (label: string) => async () => {
  await command(label);
  await seen(dialog());
};

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function addSource(name: string, content: string | Uint8Array) {
  await answerOpenDialog(stet, [file(name, content)]);
  await press('Control+Shift+O');
  await button(stet.window.locator('body'), 'Show').click();
  await seen(panel().getByRole('document'));
}

async function openSource(name: string) {
  await stet.window.getByRole('region', { name: 'Sources' }).getByText(name).click();
  await seen(panel().getByRole('document'));
}

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** Looks at the window by all rules. What holds is not told of one by one. */
async function look(): Promise<Found> {
  const axe = new AxeBuilder({ page: stet.window }).setLegacyMode(true);
  return (await axe.options({ resultTypes: ['violations'] }).analyze()).violations;
}

/** Looks at its colours, with the axe that `look` put into the window: twice as fast as another. */
const lookAtColours = (): Promise<Found> =>
  stet.window.evaluate(async (runOnly) => {
    type Axe = { run(within: Document, options: object): Promise<{ violations: Found }> };
    const { axe } = window as unknown as { axe: Axe };
    return (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations;
  }, COLOUR_RULES);

/** What is held against the window: rule, place, and why. */
const faults = (found: Found): string[] =>
  found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .filter(({ html }) => !(id === 'label-content-name-mismatch' && isChoice(html)))
        .map(({ target, html, any }) => `${id}: ${target.join(' ')} ${any[0]?.message}\n${html}`),
    );

/**
 * Of a choice of several lines the first is its name and the others are its description, which is
 * said as well. The rule that all that is written in a control belongs to its name knows names only.
 */
const isChoice = (html: string) => html.includes('role="option"');

async function lookAt(screens: readonly Screen[]) {
  for (const { name, open, leave } of screens) {
    await test.step(name, async () => {
      await open();
      const found: string[] = [];
      for (const [mode, media] of Object.entries(MODES)) {
        await stet.window.emulateMedia({ ...media, reducedMotion: 'reduce' });
        const seen = await (mode === 'light' ? look() : lookAtColours());
        for (const fault of faults(seen)) found.push(`${mode}: ${fault}`);
        await takePicture(stet.window, `${name.replace(/\W+/g, '-')}-${mode.slice(0, 6)}`);
      }
      expect.soft(found, name).toEqual([]);
      await (leave ? leave() : press('Escape'));
      if (!leave) await expect(dialog()).toHaveCount(0);
    });
  }
}

test('an article, the panels beside it, and what belongs to it', async () => {
  test.slow();
  stet = await launchStet();
  await expect(manuscriptOf(stet)).toContainText('The tap');
  const articleRow = () =>
    stet.window.getByRole('region', { name: 'Articles' }).locator('.rail-item').first();
  const card = (words: string) =>
    panel().getByRole('list', { name: 'Quotations' }).locator('.card', { hasText: words });
  await lookAt([
    { name: 'article with its quotations', open: () => seen(card('forty taps')), leave: stays },
    {
      name: 'card of an altered quotation',
      open: async () => {
        await card('forty taps').click();
        await seen(card('forty taps').locator('del'));
      },
      leave: stays,
    },
    {
      name: 'several quotations chosen',
      open: async () => {
        await button(panel(), 'Choose several').click();
        await panel().getByRole('checkbox').nth(2).check();
      },
      leave: () => button(panel(), /^(Done|Close|Cancel)/).click(),
    },
    {
      name: 'menu of a list of quotations',
      open: async () => {
        await panel().getByRole('button', { name: 'All', exact: true }).click();
        await seen(stet.window.getByRole('menu'));
      },
    },
    {
      name: 'claims',
      open: async () => {
        await dragOver(manuscriptOf(stet), '31 micrograms of');
        await press('Control+Alt+c');
        await seen(panel().getByRole('list', { name: 'Claims' }).locator('> li'));
      },
      leave: () =>
        panel()
          .getByRole('radio', { name: /^Quotations/ })
          .click(),
    },
    {
      name: 'passages that fit',
      open: async () => {
        await card('The bonus was paid').click();
        await press('Control+l');
        await seen(panel().getByRole('option'));
      },
      leave: () => press('Control+1'),
    },
    {
      name: 'let it stand',
      open: async () => {
        await card('We should have told').click();
        await button(card('We should have told'), /Let it stand/).click();
        await seen(dialog());
      },
    },
    { name: 'read-back', open: opening('Read-back…') },
    {
      name: 'article panel',
      open: async () => {
        await press('Control+3');
        await seen(panel().getByRole('textbox', { name: 'Dateline' }));
      },
      leave: stays,
    },
    {
      name: 'details of a credit',
      open: async () => {
        await button(panel(), /: change/).click();
        await seen(stet.window.getByRole('textbox', { name: 'Affiliation' }));
      },
      leave: () => press('Escape'),
    },
    { name: 'finish and export', open: opening('Finish and export…'), leave: stays },
    {
      name: 'preview of an export',
      open: async () => {
        await button(dialog(), 'Preview').click();
        await seen(dialog().locator('pre'));
      },
      leave: () => button(dialog(), /Back/).click(),
    },
    {
      name: 'files written',
      open: async () => {
        await answerOpenDialog(stet, [folder]);
        await button(dialog(), 'Choose…').click();
        await button(dialog(), 'Export 2 files as draft').click();
        await seen(stet.window.getByRole('dialog', { name: '2 files written' }));
      },
    },
    { name: 'house profile', open: opening('House profile…') },
    {
      name: 'tags of an article',
      open: async () => {
        await articleRow().click({ button: 'right' });
        await stet.window.getByRole('menuitem', { name: /Tags/ }).click();
        await seen(dialog());
      },
    },
    {
      name: 'export of articles',
      open: async () => {
        await articleRow().click({ button: 'right' });
        await stet.window.getByRole('menuitem', { name: /^Export/ }).click();
        await seen(dialog());
      },
    },
    {
      name: 'files dropped on the text',
      open: async () => {
        const path = file('ferry.txt', 'The council put off its vote.\n\n“Not now,” it said.\n');
        await dropFiles(stet, [path], stet.window.getByRole('main'));
        await seen(dialog().getByText('ferry.txt'));
      },
    },
    {
      name: 'search and commands',
      open: async () => {
        await press('Control+k');
        await type('water');
        await seen(stet.window.getByRole('option'));
      },
    },
    { name: 'recent articles', open: opening('Recent articles…') },
    { name: 'keyboard shortcuts', open: opening('Keyboard shortcuts') },
    { name: 'about Stet', open: opening('About Stet') },
    {
      name: 'focus on the text',
      open: async () => {
        await press('Control+Shift+F');
        await seen(button(stet.window.locator('body'), /Show everything/));
      },
      leave: () => press('Control+Shift+F'),
    },
    {
      name: 'article to be deleted for good',
      open: async () => {
        await command('Move article to the bin');
        const articles = stet.window.getByRole('region', { name: 'Articles' });
        await articles.getByRole('button', { name: /^Which articles are listed/ }).click();
        await stet.window.getByRole('menuitemradio', { name: 'Bin' }).click();
        await articleRow().click({ button: 'right' });
        await stet.window.getByRole('menuitem', { name: 'Delete for good…' }).click();
        await seen(dialog());
      },
    },
  ]);
});

test('sources: read, described, kept in order and corrected', async () => {
  test.slow();
  stet = await launchStet();
  await expect(manuscriptOf(stet)).toContainText('The tap');
  const region = () => stet.window.getByRole('region', { name: 'Sources' });
  const chooser = () => region().getByRole('button', { name: /^Which sources are listed/ });
  const detailsTab = (name: string): Screen => ({
    name: `source details: ${name}`,
    open: async () => {
      await dialog().getByRole('tab', { name }).click();
      if (name === 'Bibliography') await button(dialog(), 'Add a person').click();
      if (name === 'Agreements') await button(dialog(), 'Add an agreement').click();
      await seen(dialog().getByRole('tabpanel'));
    },
    leave: stays,
  });
  await lookAt([
    {
      name: 'source as text',
      open: () => openSource('Interview with Maren Aldous'),
      leave: stays,
    },
    {
      name: 'words found in a source',
      open: async () => {
        await panel().getByRole('searchbox').fill('taps');
        await seen(panel().locator('mark'));
      },
      leave: () => panel().getByRole('searchbox').press('Escape'),
    },
    { name: 'source details', open: opening('Source details…'), leave: stays },
    detailsTab('Bibliography'),
    detailsTab('Tags and collections'),
    {
      ...detailsTab('Agreements'),
      leave: async () => {
        await press('Escape');
        await expect(dialog()).toHaveCount(0);
      },
    },
    { name: 'note on a source', open: opening('Note on the passage or source…') },
    { name: 'exclusion of a source', open: opening('Exclude the passage or source…') },
    { name: 'what quotes a source', open: opening('What quotes this source…') },
    { name: 'new version', open: opening('Add a version of this source…'), leave: stays },
    {
      name: 'what a correction touches',
      open: async () => {
        const text = dialog().getByRole('textbox', { name: 'Text' });
        await text.fill((await text.inputValue()).replace('fourteen', 'fifteen'));
        await dialog().getByRole('textbox', { name: 'Reason' }).fill('Heard again');
        await press('Enter');
        await seen(stet.window.getByRole('dialog', { name: /This version touches/ }));
      },
    },
    { name: 'comparison of versions', open: opening('Compare versions of this source…') },
    {
      name: 'version to be taken back',
      open: async () => {
        await panel().getByRole('button', { name: 'Versions of this source' }).click();
        await stet.window.getByRole('menuitem', { name: 'Take this version back…' }).click();
        await seen(dialog());
      },
    },
    { name: 'collections of a source', open: opening('Put the source into collections…') },
    {
      name: 'chooser of sources',
      open: async () => {
        await chooser().click();
        await seen(stet.window.getByRole('menuitemradio'));
      },
    },
    {
      name: 'new collection',
      open: async () => {
        await chooser().click();
        await stet.window.getByRole('menuitemradio', { name: 'New collection…' }).click();
        await seen(dialog());
      },
    },
    {
      name: 'search to be saved',
      open: async () => {
        await press('Control+k');
        await type('lead kind:sub');
        await press('Enter');
        await stet.window.getByRole('option', { name: 'Save this search…' }).click();
        await seen(dialog());
      },
    },
    {
      name: 'person',
      open: async () => {
        await press('Control+k');
        await type('Joyce Abara');
        await stet.window
          .getByRole('option', { name: /Joyce Abara/ })
          .first()
          .click();
        await seen(stet.window.getByRole('dialog', { name: 'Person' }));
      },
    },
    { name: 'watched folders', open: opening('Watched folders…') },
    {
      name: 'page of a document',
      open: async () => {
        const pages = [lines(['The ferry was late again on Monday.']), lines(['The end of it.'])];
        await addSource('quay.pdf', writePdf(pages));
        await panel().getByRole('radio', { name: 'Page' }).click();
        await seen(panel().getByRole('img', { name: /^Page 1/ }));
      },
      // The next source would be shown as a page, too.
      leave: () => panel().getByRole('radio', { name: 'Text' }).click(),
    },
    {
      name: 'web page as it was kept',
      open: async () => {
        const words = '<p>The council voted on Tuesday, and nobody left.</p>'.repeat(20);
        await addSource(
          'pier.html',
          `<!doctype html><html lang="en"><title>The pier</title><h1>The pier</h1>${words}</html>`,
        );
        await panel().getByRole('radio', { name: 'Original' }).click();
        await seen(panel().locator('iframe'));
      },
      leave: stays,
    },
    {
      name: 'result of an import',
      open: async () => {
        await answerOpenDialog(stet, [file('a.txt', 'It left at seven.'), file('b.pdf', 'no PDF')]);
        await press('Control+Shift+O');
        await button(stet.window.locator('body'), /What happened|Result|Details…|Show/).click();
        await seen(dialog());
      },
    },
  ]);
});

test('an empty library, and an article from its first word on', async () => {
  test.slow();
  stet = await launchStet({ empty: true, spelling: true });
  const text = () => manuscriptOf(stet).locator(':scope > p').first();
  const comments = () => panel().getByRole('list', { name: 'Comments' });
  await lookAt([
    {
      name: 'empty library',
      open: () => expect(stet.window.getByRole('main')).toContainText('This library is empty'),
      leave: () => startArticle(stet, 'Ferry timetable cut'),
    },
    {
      name: 'slash menu',
      open: async () => {
        await type('The ferry recieved its timetable twice a day.');
        await press('Enter');
        await type('/');
        await seen(stet.window.getByRole('listbox'));
      },
      leave: async () => {
        await press('Escape');
        await press('Backspace');
      },
    },
    {
      name: 'size of a table',
      open: async () => {
        await press('Control+Alt+t');
        await seen(dialog());
      },
      leave: stays,
    },
    {
      name: 'table',
      open: async () => {
        await press('Enter');
        await seen(manuscriptOf(stet).getByRole('table'));
        await type('Year');
      },
      leave: () => press('Control+End'),
    },
    {
      name: 'figure and what is said of it',
      open: async () => {
        await clickBehind(text(), 'day.');
        await answerOpenDialog(stet, [writePicture(folder, 'a.png', bandsPng(320, 200, 3))]);
        await press('Control+Alt+i');
        await seen(manuscriptOf(stet).getByRole('figure').locator('[data-state="shown"]'));
        await press('ArrowUp');
        await press('Enter');
        await seen(stet.window.getByRole('dialog', { name: 'Picture' }));
      },
      leave: () => press('Escape'),
    },
    {
      name: 'footnote',
      open: async () => {
        await clickBehind(text(), 'The ferry');
        await press('Control+Alt+n');
        await type('Since May.');
        await seen(manuscriptOf(stet).locator('.footnote'));
      },
      leave: () => press('Enter'),
    },
    {
      name: 'address of a link',
      open: async () => {
        await dragOver(text(), 'twice');
        await press('Control+Shift+K');
        await seen(stet.window.getByRole('textbox', { name: /address/i }));
      },
      leave: () => press('Escape'),
    },
    {
      name: 'spelling suggestions',
      open: async () => {
        await expect
          .poll(() => stet.window.evaluate(() => CSS.highlights.get('spelling')?.size ?? 0), {
            timeout: 60_000,
          })
          .toBeGreaterThan(0);
        await clickBehind(text(), 'reciev');
        await press('Control+.');
        await seen(stet.window.getByRole('menu', { name: /^Suggestions for/ }));
      },
    },
    { name: 'spelling and dictionaries', open: opening('Spelling and dictionaries…') },
    {
      name: 'find and replace',
      open: async () => {
        await press('Control+Alt+f');
        await type('ferry');
        await seen(stet.window.getByRole('search', { name: 'Find and replace' }));
      },
      leave: () => press('Escape'),
    },
    {
      name: 'comment being written',
      open: async () => {
        await dragOver(text(), 'timetable');
        await press('Control+Alt+m');
        await type('Since when?');
        await panel().getByRole('textbox', { name: 'Your name' }).fill('Noor Haddad');
      },
      leave: () => button(panel(), 'Add comment').click(),
    },
    { name: 'comments', open: () => seen(comments()), leave: stays },
    {
      name: 'suggestions',
      open: async () => {
        await clickBehind(text(), 'twice');
        await press('Control+Shift+g');
        await type(' again');
        await seen(panel().getByRole('list', { name: 'Suggestions' }).locator('> li'));
      },
      leave: () => press('Control+Shift+g'),
    },
    { name: 'special characters', open: opening('Special character…') },
    {
      name: 'name of a revision',
      open: opening('Keep a revision…'),
      leave: async () => {
        await type('As sent to legal');
        await press('Enter');
        await expect(dialog()).toHaveCount(0);
        await clickBehind(text(), 'a day.');
        await type(' Nobody was asked.');
      },
    },
    {
      name: 'revisions and what differs',
      open: async () => {
        await press('Control+Alt+r');
        await seen(dialog().locator('ins'));
      },
    },
    {
      name: 'gate of an article with a picture without words',
      open: opening('Finish and export…'),
    },
  ]);
});
