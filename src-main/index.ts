import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, nativeTheme, session } from 'electron';
import type { WireError } from '../src-shared/errors';
import { desktopWords } from '../src-shared/words/desktop';
import { serveDesktop } from './desktop';
import { createExtractor, type Extractor } from './extractor';
import { keptPages } from './kept-pages';
import { type LibraryClient, startLibrary } from './library-client';
import type { ExtractorPurpose } from './library-messages';
import { serveMedia } from './media';
import { setMenu } from './menu';
import { type OpenWindows, openWindows } from './open-windows';
import { createPrinter } from './pdf';
import { closeOff, declareScheme, ORIGIN, servePages } from './protocol';
import { openSettings, type SettingsFile, type WindowPlace } from './settings';
import { openWindow, sendEvent } from './window';
import { createWindowList } from './window-list';

const developmentUrl = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const pages = join(__dirname, '../renderer');
const resources = app.isPackaged
  ? join(process.resourcesPath, 'resources')
  : join(app.getAppPath(), 'resources');

// Tests and the demonstration keep their own settings away from the user's.
const userData = process.env.STET_USER_DATA;
if (userData) app.setPath('userData', resolve(userData));

declareScheme();
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  const windows = createWindowList();
  let library: LibraryClient | null = null;
  let quitting = false;
  let openOnes: OpenWindows | null = null;

  app.on('second-instance', () => {
    windows.show(windows.current());
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  // The hidden extractor would keep Stet alive, so its windows decide; see `closed` below.
  app.on('window-all-closed', () => {});

  let closed = false;
  app.on('before-quit', (event) => {
    if (closed || !library) return;
    event.preventDefault();
    const [window] = windows.all();
    if (window) {
      if (!quitting) openOnes?.remember();
      // Each window saves first; its `closed` comes back here.
      quitting = true;
      window.close();
      return;
    }
    void library.close().then(() => {
      closed = true;
      app.quit();
    });
  });

  void app.whenReady().then(() => {
    const settings = openSettings(app.getPath('userData'));
    nativeTheme.themeSource = settings.get().theme;
    servePages(session.defaultSession, pages);
    const origins = developmentUrl
      ? [
          ORIGIN,
          new URL(developmentUrl).origin,
          new URL(developmentUrl).origin.replace('http', 'ws'),
        ]
      : [ORIGIN];
    const media = serveMedia(session.defaultSession, windows.all, developmentUrl);
    const kept = keptPages(session.defaultSession, windows.all, developmentUrl);
    closeOff(
      session.defaultSession,
      origins,
      (details) => media.allows(details) || kept.allows(details),
    );

    const extractorOf = (partition: string, inBackground: boolean) =>
      createExtractor({
        preload: join(__dirname, '../preload/preload-extractor.cjs'),
        pages,
        partition,
        inBackground,
      });
    const extractors: Record<ExtractorPurpose, Extractor> = {
      files: extractorOf('extractor', true),
      pages: extractorOf('page-extractor', false),
    };
    const printer = createPrinter();
    const folder = libraryFolder(settings);
    const client = startLibrary({
      script: join(__dirname, 'library-process.js'),
      folder,
      sampleFolder: sampleFolder(),
      onRefused: refuse,
      onExtractorWanted(purpose, restart) {
        void extractors[purpose].open(restart).then((port) => client.giveExtractor(purpose, port));
      },
      onExtractorIdle: (purpose) => extractors[purpose].close(),
      onMedia: (file) => media.serve(file),
      onPage: (page) => kept.serve(page),
      onPrint: (page) => printer.print(page),
      onPrintCancelled: (token) => printer.cancel(token),
      onGone() {
        for (const window of windows.all()) {
          sendEvent(window, { type: 'library-process', state: 'gone' });
        }
      },
      onRestarted() {
        for (const window of windows.all()) connect(window, client);
      },
    });
    library = client;

    const remembered = openWindows(windows, settings, folder);
    openOnes = remembered;

    const open = (
      articleId: string | null,
      as: { place: WindowPlace; isFront: boolean } | null,
    ) => {
      const page = developmentUrl ?? `${ORIGIN}/index.html`;
      const opened = openWindow({
        preload: join(__dirname, '../preload/preload.cjs'),
        icon: join(resources, 'icons/icon-256.png'),
        settings,
        // The only window opens the article of last time; another one what it is opened for, or nothing.
        url: windows.all().length === 0 && !as ? page : `${page}#${articleId ?? 'new'}`,
        beside: windows.current(),
        place: as?.place ?? null,
        isFront: as?.isFront ?? true,
        background: nativeTheme.shouldUseDarkColors ? '#151412' : '#f3f0ea',
        mayShow: kept.mayShow,
        onStaysOpen: () => {
          quitting = false;
          remembered.remember();
        },
      });
      windows.add(opened);
      remembered.shows(opened, articleId);
      opened.webContents.on('did-finish-load', () => connect(opened, client));
      opened.webContents.on('render-process-gone', (_event, { reason }) => {
        if (reason !== 'clean-exit') opened.webContents.reload();
      });
      opened.on('closed', () => {
        windows.remove(opened);
        if (!quitting) remembered.remember();
        const isLast = windows.all().length === 0;
        if (quitting || (isLast && process.platform !== 'darwin')) app.quit();
      });
    };
    serveDesktop({
      windows: windows.all,
      settings,
      developmentUrl,
      openWindow(articleId) {
        open(articleId, null);
        remembered.remember();
      },
      showsArticle(window, articleId) {
        remembered.shows(window, articleId);
        remembered.remember();
      },
      showWindow: windows.show,
      grant: (type, token, path) => client.grant(type, token, path),
    });
    setMenu(windows.current);
    const last = remembered.last();
    for (const [index, { articleId, place }] of last.entries()) {
      open(articleId, { place, isFront: index === last.length - 1 });
    }
    if (last.length === 0) open(null, null);
    app.on('activate', () => {
      if (windows.all().length === 0) open(null, null);
    });
  });
}

/** Hands the window a fresh port to the library process. */
function connect(window: Electron.BrowserWindow, client: LibraryClient): void {
  window.webContents.postMessage('library-port', null, [client.openPort()]);
  sendEvent(window, { type: 'library-process', state: 'ready' });
}

/** `--library DIR`, else the one that was open last, else a library of the user's own. */
function libraryFolder(settings: SettingsFile): string {
  const named = app.commandLine.getSwitchValue('library') || process.env.STET_LIBRARY;
  const folder = named
    ? resolve(named)
    : (settings.get().libraryFolder ?? join(app.getPath('userData'), 'library'));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A library that is new begins with the sample, so that the first start shows what Stet is for. */
function sampleFolder(): string | null {
  if (app.commandLine.hasSwitch('empty-library')) return null;
  const folder = join(resources, 'sample');
  return existsSync(folder) ? folder : null;
}

/** The library cannot be opened: says why and what is safe, then quits. */
function refuse(error: WireError): void {
  const [message, detail] =
    desktopWords.refused[error.code] ?? desktopWords.refusedOtherwise(error.code);
  dialog.showMessageBoxSync({
    type: 'error',
    title: 'Stet',
    message,
    detail,
    buttons: [desktopWords.quit],
  });
  app.exit(1);
}
