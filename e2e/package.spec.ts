import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { PROJECT } from './app';

/*
 * The Debian package as a user meets it: made, installed with apt, started as an ordinary user with
 * the sandbox on, removed again. The window is reached over the debugging port, because the fuses
 * of an installed Stet keep Playwright's usual way in closed.
 */

const minutes = (count: number) => count * 60_000;
/** Debian's user for programs that own nothing. */
const nobody = 65534;
const fallbackRuntime = Boolean(process.env.STET_SQLITE_BINDING);

let home: string;
let screen: { display: string; stop(): void } | undefined;
test.beforeEach(async () => {
  const obstacle = whyNot();
  if (obstacle) console.log(`The Debian package is not tried out: ${obstacle}`);
  test.skip(obstacle !== '', obstacle);
  home = mkdtempSync(join(tmpdir(), 'stet-home-'));
  chownSync(home, nobody, nobody);
  screen = await startScreen();
});
test.afterEach(() => {
  if (!screen) return;
  screen.stop();
  if (installedVersion() !== '') apt('remove', 'stet');
  rmSync(home, { recursive: true, force: true });
});

test('the package installs, starts sandboxed for an ordinary user, and leaves the library when it goes', async () => {
  test.setTimeout(minutes(8));
  const file = await test.step('npm run package', () => makePackage());
  await test.step('apt install', () => apt('install', file));
  expect(installedVersion()).toMatch(
    fallbackRuntime ? /^\d+\.\d+\.\d+~electron\d+$/ : /^\d+\.\d+\.\d+$/,
  );

  await test.step('the applications menu knows it', () => {
    const entry = readFileSync('/usr/share/applications/stet.desktop', 'utf8');
    expect(entry).toMatch(/^Categories=Office;/m);
    const executable = /^Exec=(\S+)$/m.exec(entry)?.[1] ?? '';
    expect(statSync(executable).mode & 0o111).toBe(0o111);
    const icon = /^Icon=(\S+)$/m.exec(entry)?.[1];
    expect(existsSync(`/usr/share/icons/hicolor/256x256/apps/${icon}.png`)).toBe(true);
    const helper = statSync('/usr/lib/stet/chrome-sandbox');
    expect([helper.uid, helper.mode & 0o7777]).toEqual([0, 0o4755]);
  });

  await test.step('stet works on the command line without a display', () => {
    const story = join(home, 'story.txt');
    writeFileSync(story, 'The letters\n\n“It took eleven weeks,” said Dilys Renshaw.\n');
    const answer = spawnSync('stet', ['detect', story, '--json'], asNobody({ DISPLAY: '' }));
    expect(answer.stderr).toBe('');
    expect(JSON.parse(answer.stdout)[0].quotations).toHaveLength(1);
    expect(spawnSync('stet', ['--help'], asNobody({})).stdout).toContain('Usage: stet');
  });

  const library = join(home, 'library');
  await test.step('the window opens with the sandbox on', async () => {
    const stet = await startInstalled(library);
    try {
      await expect(stet.page).toHaveTitle(/Stet/);
      await expect(stet.page.getByRole('textbox').first()).toBeVisible();
      const renderers = renderersBelow(stet.process.pid ?? 0);
      expect(renderers.length).toBeGreaterThan(0);
      for (const status of renderers) expect(status).toMatch(/^Seccomp:\t2$/m);
      await expect.poll(() => existsSync(join(library, 'library.db'))).toBe(true);
      await stet.page.keyboard.press('Control+k');
      await stet.page.getByRole('combobox').fill('About Stet');
      await stet.page.keyboard.press('Enter');
      await expect(stet.page.getByText(/^Version \d/)).toBeVisible();
      await expect(stet.page.getByText('stand-in runtime')).toHaveCount(fallbackRuntime ? 1 : 0);
    } finally {
      await stet.close();
    }
  });

  await test.step('apt remove leaves the library', () => {
    apt('remove', 'stet');
    expect(existsSync('/usr/lib/stet')).toBe(false);
    expect(existsSync('/usr/bin/stet')).toBe(false);
    expect(existsSync(join(library, 'library.db'))).toBe(true);
  });
});

/** What keeps this test from running here; empty if nothing does. */
function whyNot(): string {
  if (process.platform !== 'linux') return 'this is not Linux.';
  if (process.getuid?.() !== 0) return 'installing it needs root.';
  if (spawnSync('dpkg-deb', ['--version']).status !== 0) return 'this is not a Debian.';
  return installedVersion() === '' ? '' : 'a Stet is installed here already, and is left alone.';
}

/** Makes the package with the runtime that these tests use. @returns its path */
function makePackage(): string {
  const script = join(PROJECT, 'scripts', 'package.mjs');
  const flags = fallbackRuntime ? ['--fallback-runtime'] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...flags], {
    encoding: 'utf8',
  });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  const path = /^(\S+\.deb) \(\d+ MB\)$/m.exec(stdout)?.[1] ?? '';
  expect(existsSync(path)).toBe(true);
  return path;
}

function apt(action: 'install' | 'remove', what: string): void {
  const args = ['-qq', '--yes', '--no-install-recommends', action, what];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', args, { encoding: 'utf8', env });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
}

/** Version of the package stet on this machine; empty without one. */
function installedVersion(): string {
  const { stdout } = spawnSync('dpkg-query', ['--status', 'stet'], { encoding: 'utf8' });
  const installed = /^Status: install ok installed$/m.test(stdout ?? '');
  return (installed && /^Version: (.+)$/m.exec(stdout)?.[1]) || '';
}

function asNobody(env: Record<string, string>) {
  return {
    encoding: 'utf8' as const,
    uid: nobody,
    gid: nobody,
    cwd: home,
    env: { PATH: '/usr/bin:/bin', HOME: home, LANG: 'C.UTF-8', ...env },
  };
}

/** Starts the installed Stet as its desktop entry does, and finds its window. */
async function startInstalled(
  library: string,
): Promise<{ page: Page; process: ChildProcess; close(): Promise<void> }> {
  const options: SpawnOptions = asNobody({ DISPLAY: screen?.display ?? '' });
  const child = spawn('/usr/lib/stet/stet', [`--library=${library}`, '--remote-debugging-port=0'], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk) => {
      text += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`Stet ended with code ${code}:\n${text}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const pages = () => browser.contexts().flatMap((context) => context.pages());
  const isMain = (page: Page) => /\/index\.html/.test(page.url());
  await expect.poll(() => pages().some(isMain)).toBe(true);
  const page = pages().find(isMain);
  if (!page) throw new Error('The window is gone.');
  return {
    page,
    process: child,
    async close() {
      await browser.close();
      child.kill();
      await ended;
    },
  };
}

/** /proc/…/status of the renderer processes that descend from `ancestor`. */
function renderersBelow(ancestor: number): string[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        const parent = Number(/^PPid:\t(\d+)$/m.exec(status)?.[1]);
        return [{ id: Number(name), parent, status, command }];
      } catch {
        // It ended while the list was read.
        return [];
      }
    });
  const descends = (id: number): boolean => {
    if (id === ancestor) return true;
    const parent = processes.find((candidate) => candidate.id === id)?.parent;
    return parent !== undefined && parent > 1 && descends(parent);
  };
  return processes
    .filter(({ id, command }) => command.includes('--type=renderer') && descends(id))
    .map(({ status }) => status);
}

/** A screen of its own, which another user may open windows on. */
async function startScreen(): Promise<{ display: string; stop(): void }> {
  const child = spawn(
    'Xvfb',
    ['-displayfd', '3', '-ac', '-nolisten', 'tcp', '-screen', '0', '1440x900x24'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const number = await new Promise<string>((resolve, reject) => {
    child.stdio[3]?.once('data', (text) => resolve(String(text).trim()));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}.`)));
  });
  return { display: `:${number}`, stop: () => child.kill() };
}
