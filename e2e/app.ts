import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';

/** The checkout: Electron is started with it as its application. */
export const PROJECT = resolve(__dirname, '..');

const PLAYWRIGHT_LOADER = join(
  PROJECT,
  'node_modules/playwright-core/lib/server/electron/loader.js',
);

export interface LaunchOptions {
  /** The library's folder, one in a temporary folder if left out; a new one gets a copy of the sample. */
  library?: string;
  /** The folder of Stet's settings; a new one if left out, so that no test meets another's. */
  userData?: string;
  /** A new library begins empty instead of with the sample. */
  empty?: boolean;
  /**
   * Spelling and grammar are checked, as they are for everybody. Off where a new folder of settings is
   * made: reading the checker's words is a fifth of a test's work. On in a folder that a test gives.
   */
  spelling?: boolean;
  /** More arguments for Stet. */
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

export interface Stet {
  app: ElectronApplication;
  window: Page;
  library: string;
  userData: string;
  /** Closes Stet as a user does, and removes the temporary folders that were made for it. */
  close(): Promise<void>;
}

/**
 * Starts the built Stet in the real Electron. `STET_ELECTRON` names the executable (the declared
 * Electron if unset); `STET_NO_SANDBOX` is set where the tests run as root.
 */
export async function launchStet(options: LaunchOptions = {}): Promise<Stet> {
  const temporary: string[] = [];
  const makeFolder = (name: string) => {
    const folder = mkdtempSync(join(tmpdir(), `stet-${name}-`));
    temporary.push(folder);
    return folder;
  };
  const library = options.library ?? makeFolder('library');
  const sample = process.env.STET_SAMPLE_LIBRARY;
  if (sample && !options.empty && !existsSync(join(library, 'library.db'))) {
    cpSync(sample, library, { recursive: true });
  }
  const userData = options.userData ?? makeFolder('settings');
  if (!options.userData && !options.spelling) {
    const view = { spelling: false, grammar: false };
    writeFileSync(join(userData, 'settings.json'), JSON.stringify({ view }));
  }
  const executablePath = process.env.STET_ELECTRON;
  const app = await _electron.launch({
    ...(executablePath ? { executablePath } : {}),
    cwd: PROJECT,
    // The theme is Stet's own affair; Playwright would pretend a light system.
    colorScheme: null,
    args: [
      // Without an executable's name Playwright adds this itself: it holds Stet back until Playwright
      // listens. Otherwise a window that loads in that very moment is never seen, now and then.
      ...(executablePath ? ['-r', PLAYWRIGHT_LOADER] : []),
      ...(process.env.STET_NO_SANDBOX ? ['--no-sandbox'] : []),
      // What a test asks of the main process is a promise that V8's inspector holds weakly: young
      // garbage collected in that moment took the answer along, now and then. With so much room (MB)
      // there is none to collect.
      '--js-flags=--min-semi-space-size=64',
      PROJECT,
      `--library=${library}`,
      ...(options.empty ? ['--empty-library'] : []),
      ...(options.args ?? []),
    ],
    env: {
      ...(process.env as Record<string, string>),
      ...ownScreen(),
      STET_USER_DATA: userData,
      ...options.env,
    },
  });
  askAgain(app);
  const window = await mainWindow(app).catch((error) => {
    // A Stet that shows no window would otherwise outlive the test.
    app.process().kill('SIGKILL');
    throw error;
  });
  return {
    app,
    window,
    library,
    userData,
    async close() {
      await app.close();
      for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The screen of this worker, where each has one to itself (scripts/lib/display.mjs). */
function ownScreen(): Record<string, string> {
  const screens = process.env.STET_SCREENS?.split(' ') ?? [];
  const display = screens[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  return display ? { DISPLAY: display } : {};
}

/** The same with the sample library, once its article is on the page. */
export async function launchSample(options: LaunchOptions = {}): Promise<Stet> {
  const stet = await launchStet(options);
  await expect(stet.window.getByRole('textbox', { name: 'Manuscript' })).toContainText(
    'The tap with',
  );
  return stet;
}

/** The window with the manuscript; the hidden one that reads foreign files is not meant. */
async function mainWindow(app: ElectronApplication): Promise<Page> {
  const isMain = (page: Page) => !page.url().endsWith('/extractor.html');
  const first = await app.firstWindow();
  const window = isMain(first)
    ? first
    : await app.waitForEvent('window', { predicate: (page) => isMain(page) });
  await window.waitForLoadState('domcontentloaded');
  return window;
}

/** Makes the page exactly this large, in CSS pixels. */
export async function resizeTo(stet: Stet, width: number, height: number): Promise<void> {
  const handle = await stet.app.browserWindow(stet.window);
  const size = { width, height };
  await untilAnswered(() =>
    handle.evaluate((window, { width, height }) => window.setContentSize(width, height), size),
  );
  await stet.window.waitForFunction(
    (size) => window.innerWidth === size.width && window.innerHeight === size.height,
    { width, height },
  );
}

/**
 * V8's inspector now and then loses the promise that an answer of the main process hangs on ("promise was
 * garbage collected"), and with it whether what was asked is done: it is asked again.
 */
function askAgain(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (...args: unknown[]) => Promise<unknown>;
  app.evaluate = ((...args: unknown[]) =>
    untilAnswered(() => evaluate(...args))) as typeof app.evaluate;
}

async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!String(error).includes('promise was garbage collected')) throw error;
    return untilAnswered(ask);
  }
}

/** The next native open dialogs answer with these paths; an empty list is a cancelled dialog. */
export async function answerOpenDialog(stet: Stet, paths: readonly string[]): Promise<void> {
  await stet.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
  }, paths);
}

/** Shows the window in this theme, whatever the system's is. */
export async function setTheme(stet: Stet, theme: 'light' | 'dark'): Promise<void> {
  await stet.app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
  await stet.window.waitForFunction(
    (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
    theme === 'dark',
  );
}
