import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PROJECT } from './app';

/*
 * The `stet` command as it is built, without a window: the way from a newsroom's files to a page.
 * The commands themselves are tested beside their code.
 */

const PROGRAM = join(PROJECT, 'scripts', 'stet.mjs');
const sample = (name: string) => join(PROJECT, 'resources', 'sample', name);

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-command-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

function stet(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr };
}

test('from files to a page', () => {
  const story = 'The letters\n\n“It took 11 weeks to print one letter,” said Dilys Renshaw.\n';
  writeFileSync(join(folder, 'story.txt'), story);

  const detected = stet('detect', 'story.txt', '--json');
  expect(detected.stderr).toBe('');
  const [element] = JSON.parse(detected.stdout);
  expect(element).toMatchObject({ file: 'story.txt', headline: 'The letters' });
  const [quotation] = element.quotations;
  expect(story.slice(quotation.start, quotation.end)).toBe(
    '“It took 11 weeks to print one letter,”',
  );
  expect(quotation.speaker.name).toBe('Dilys Renshaw');

  expect(stet('import', '--library', 'desk', sample('council-hearing.vtt'))).toMatchObject({
    status: 0,
    stderr: '',
  });
  const imported = stet('import', '--library', 'desk', '--article', 'story.txt');
  const articleId = imported.stdout.split('\t')[0]!;
  expect(stet('check', '--library', 'desk', 'story.txt').status).toBe(0);
  expect(stet('check', '--library', 'desk', sample('article.md')).status).toBe(1);

  const exported = stet(
    ...['export', '--library', 'desk', '--article', articleId, '--format', 'html', '--out', 'site'],
  );
  expect(exported.status).toBe(0);
  const path = join(folder, exported.stdout.trimEnd());
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).toContain('It took 11 weeks to print one letter');
});

test('a mistake is one line and no stack', () => {
  const { status, stdout, stderr } = stet('check', '--library', 'nowhere', sample('article.md'));
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^stet: there is no library in nowhere\.[^\n]*\n$/);
});

test('a reader that stops reading ends it quietly', async () => {
  const files = Array.from({ length: 200 }, () => sample('article.md'));
  const child = spawn(process.execPath, [PROGRAM, 'detect', ...files, '--json']);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test('a stream is answered while it is still open', async () => {
  const child = spawn(process.execPath, [PROGRAM, 'verdict', '--jsonl']);
  const line = JSON.stringify({ id: 1, draft: '“No.”', source: 'No.', kind: 'spoken' });
  child.stdin.write(`${line}\n`);
  const answer = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve));
  expect(JSON.parse(answer.toString())).toMatchObject({ id: 1, verdict: 'verbatim' });
  child.stdin.end();
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
});
