import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { writeJapanesePdf } from '../src-shared/import/pdf-writing';
import { answerOpenDialog, launchStet, PROJECT, type Stet } from './app';
import { dropFiles } from './dropping';

const PLAIN = `Island council delays the ferry vote again

ORRIN, 4 May – The council put off its vote on the ferry contract for the third time on Monday, after the operator asked for more money.

"We were promised a boat, not a spreadsheet", said Olive Marsh, who runs the shop at the pier.

She said the winter timetable had cost her a third of her trade. "I can count the coats on one hand."

The council's treasurer called the request "unusual".

According to the operator, "fuel has doubled in price since the contract was signed".

Nobody from the harbour office was there. "The sea does not read minutes".

  • Tom Arkle`;

let stet: Stet;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-bringing-in-'));
  stet = await launchStet({ empty: true });
  await expect(stet.window.getByRole('main')).toContainText(/open an article|start writing/i);
});
test.afterEach(async () => {
  await stet.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const manuscript = () => stet.window.getByRole('textbox', { name: 'Manuscript' });
const rail = () => stet.window.getByRole('navigation', { name: 'Library' });
const quotations = () =>
  stet.window.getByRole('list', { name: 'Quotations' }).getByRole('listitem');

async function expectRecognised() {
  await expect(manuscript().getByRole('heading', { level: 1 })).toHaveText(
    'Island council delays the ferry vote again',
  );
  await expect(stet.window.getByRole('main')).toContainText('By Tom Arkle');
  await expect(manuscript()).not.toContainText('Tom Arkle');
  await expect(quotations()).toHaveCount(5);
  await expect(quotations().nth(0)).toContainText('Olive Marsh');
  await expect(quotations().nth(1)).toContainText(/unresolved|Olive Marsh/);
  await expect(quotations().nth(4)).toContainText('No speaker named');
  await stet.window.getByRole('tab', { name: 'Article' }).click();
  await expect(stet.window.getByRole('textbox', { name: 'Dateline' })).toHaveValue(/ORRIN/);
}

test('a plain text article is opened and recognised', async () => {
  await answerOpenDialog(stet, [file('ferry.txt', PLAIN)]);
  await stet.window.keyboard.press('Control+o');
  await expectRecognised();
});

test('an article is pasted from the clipboard', async () => {
  await stet.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), PLAIN);
  await stet.window.keyboard.press('Control+k');
  await stet.window.keyboard.type('from the clipboard');
  await stet.window.getByRole('option', { name: /New article from the clipboard/ }).click();
  await expectRecognised();
});

const drop = (paths: string[], onto: Locator) => dropFiles(stet, paths, onto);

test('files are dropped: where it is clear what they are at once, otherwise after a question', async () => {
  const talk = file('talk.txt', 'OLIVE MARSH: We were promised a boat, not a spreadsheet.');
  await drop([talk], rail().getByRole('region', { name: 'Sources' }));
  await expect(rail().getByRole('region', { name: 'Sources' })).toContainText('talk');

  await drop([file('ferry.txt', PLAIN)], stet.window.getByRole('main'));
  const question = stet.window.getByRole('dialog');
  await expect(question).toContainText('ferry.txt');
  await question.getByRole('button', { name: /article/i }).click();
  await expectRecognised();
});

test('Markdown and HTML keep headings, emphasis, links and block quotations', async () => {
  await answerOpenDialog(stet, [
    file(
      'ferry.md',
      '# Ferry vote\n\nBy Tom Arkle\n\nThe *third* delay in [a year](https://example.org/).\n\n## The money\n\n> We were promised a boat.\n>\n> We got a spreadsheet.\n\n— Olive Marsh\n',
    ),
  ]);
  await stet.window.keyboard.press('Control+o');
  await expect(manuscript().getByRole('heading', { level: 2 })).toHaveText('The money');
  await expect(manuscript().locator('em')).toHaveText('third');
  await expect(manuscript().locator('a')).toHaveAttribute('href', 'https://example.org/');
  await expect(manuscript().locator('blockquote p')).toHaveCount(2);
  await expect(quotations()).toHaveCount(1);
  await expect(quotations().first()).toContainText('Olive Marsh');

  await answerOpenDialog(stet, [
    file(
      'web.html',
      '<!doctype html><title>Ferry vote | The Orrin Post</title><nav>Home</nav><article><h1>Ferry vote</h1><p>By <a rel="author">Tom Arkle</a></p><p>A <b>bold</b> move. “Enough,” said Olive Marsh.</p></article><footer>Cookies</footer>',
    ),
  ]);
  await stet.window.keyboard.press('Control+o');
  await expect(manuscript().locator('strong')).toHaveText('bold');
  await expect(manuscript()).not.toContainText('Cookies');
  await expect(quotations()).toHaveCount(1);
});

test('sources come in with progress, a bad one is named and skipped, a second copy is recognised', async () => {
  const good = file(
    'talk.txt',
    'OLIVE MARSH: We were promised a boat, not a spreadsheet.\n\nTOM ARKLE: By whom?\n\nOLIVE MARSH: By the council.\n',
  );
  const copy = file(
    'talk-copy.txt',
    'OLIVE MARSH: We were promised a boat, not a spreadsheet.\n\nTOM ARKLE: By whom?\n\nOLIVE MARSH: By the council.\n',
  );
  const bad = file('scan.bin', new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0]));
  const empty = file('empty.txt', '');
  await answerOpenDialog(stet, [good, bad, empty, copy]);
  await stet.window.keyboard.press('Control+Shift+O');
  await expect(rail()).toContainText('talk');
  await expect(stet.window.getByText(/scan\.bin/)).toBeVisible();
  await expect(stet.window.getByText(/empty\.txt/)).toBeVisible();
  await expect(rail().getByRole('region', { name: 'Sources' }).getByRole('listitem')).toHaveCount(
    1,
  );
});

test('documents, mail, saved pages and records are dropped and read in the sandbox', async () => {
  const sources = rail().getByRole('region', { name: 'Sources' });
  const sourcesOnly = ['interview.rtf', 'letter.eml', 'mailbox.mbox', 'page.mhtml'];
  const records = file(
    'export.bib',
    '@article{marsh, title = {A boat for Orrin}, author = {Marsh, Olive}, abstract = {A spreadsheet is no boat.}}',
  );
  const speech = file(
    'whisper.json',
    JSON.stringify({ segments: [{ start: 1, end: 2, text: 'The sea is calm.' }], language: 'en' }),
  );
  const timed = file(
    'hearing.ttml',
    '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s" end="2s">No boat.</p></div></body></tt>',
  );
  const web = file(
    'web.html',
    `<!doctype html><title>Ferry</title><main><h1>A ferry story</h1>${'<p>The island council put off its vote on the ferry contract for the third time on Monday.</p>'.repeat(6)}<div class="comments">${'<div><p>reader</p><p>Quite right, said a reader below the story.</p></div>'.repeat(3)}</div></main>`,
  );
  const fixture = (name: string) => join(PROJECT, 'src-shared/import/fixtures', name);
  // Files that can be nothing but sources need no question, wherever they are dropped.
  await drop([...sourcesOnly.map(fixture), records, speech, timed], stet.window.getByRole('main'));
  await expect(stet.window.getByText('9 sources added.')).toBeVisible();
  // Those of a word processor could be articles.
  await drop(['interview.docx', 'interview.odt'].map(fixture), sources);
  // Three interviews, a letter, three messages, a page, a record, two transcripts.
  await expect(sources.getByRole('listitem')).toHaveCount(11);
  await drop([web], sources);
  await expect(sources.getByRole('listitem')).toHaveCount(12);
  await expect(sources).toContainText('A boat for Orrin');

  const panel = stet.window.getByRole('tabpanel');
  await sources.getByText('Interview with Olive Marsh').first().click();
  await expect(panel).toContainText('We were promised a proper boat, not a spreadsheet.');
  await expect(panel).not.toContainText('canoe');
  await sources.getByText('Die Fähre – no boat').click();
  await expect(panel).toContainText('The café at the pier has lost a third of its trade');
  await sources.getByText('Ferry vote put off').click();
  await expect(panel).toContainText('Žofie Nováková agreed.');
  await sources.getByText('A ferry story').click();
  await expect(panel).toContainText('The island council put off its vote');
  await expect(panel).not.toContainText('a reader below the story');
});

test('a source is read in the Source tab, found in, and its details changed', async () => {
  await answerOpenDialog(stet, [
    file(
      'hearing.vtt',
      'WEBVTT\n\n00:01:05.000 --> 00:01:09.000\n<v Olive Marsh>We were promised a boat.\n\n00:01:10.000 --> 00:01:12.000\n<v Tom Arkle>By whom?\n',
    ),
  ]);
  await stet.window.keyboard.press('Control+Shift+O');
  await rail().getByText('hearing').first().click();
  const panel = stet.window.getByRole('tabpanel');
  await expect(panel).toContainText('01:05');
  await expect(panel).toContainText('Olive Marsh');
  await expect(panel).toContainText('We were promised a boat.');
  await stet.window.keyboard.press('Control+f');
  await stet.window.keyboard.type('boat');
  await expect(panel).toContainText(/1 of 1|1 match/);
  await panel.getByRole('button', { name: 'Details…' }).click();
  const dialog = stet.window.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Ferry hearing');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(rail()).toContainText('Ferry hearing');
});

test('an article goes to the bin and comes back by undo', async () => {
  await answerOpenDialog(stet, [file('ferry.txt', PLAIN)]);
  await stet.window.keyboard.press('Control+o');
  await expect(rail()).toContainText('Island council delays');
  await expect(manuscript()).toContainText('Island council delays');
  await stet.window.keyboard.press('Control+k');
  await stet.window.keyboard.type('Move article to the bin');
  await stet.window.keyboard.press('Enter');
  await expect(rail()).not.toContainText('Island council delays');
  await stet.window.getByRole('button', { name: 'Undo' }).click();
  await expect(rail()).toContainText('Island council delays');
});

test('PDFs are dropped and read in the sandbox, the one with a password is named', async () => {
  const fixture = (name: string) => join(PROJECT, 'src-shared/import/fixtures/pdf', name);
  const sources = rail().getByRole('region', { name: 'Sources' });
  await drop([fixture('writer-transcript.pdf'), fixture('user-password.pdf')], sources);
  await expect(stet.window.getByText(/user-password\.pdf/)).toBeVisible();
  await sources.getByText('writer-transcript').click();
  const panel = stet.window.getByRole('tabpanel');
  await expect(panel).toContainText('OLIVE MARSH');
  await expect(panel).toContainText('the posters had been printed.');
  await expect(panel).not.toContainText('confidential draft');

  // Its font is not in it: what its codes mean comes from a script of Stet's own.
  await drop([file('ferry-office.pdf', writeJapanesePdf('渡船事務所は七時に開く。'))], sources);
  await sources.getByText('ferry-office').click();
  await expect(panel).toContainText('渡船事務所は七時に開く。');
});
