import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  nativeTheme,
  type OpenDialogOptions,
  shell,
} from 'electron';
import { v7 as newId } from 'uuid';
import * as v from 'valibot';
import {
  type DesktopInput,
  type DesktopMethod,
  type DesktopOutput,
  type DroppedGrant,
  desktopMethods,
  type Grant,
} from '../src-shared/desktop';
import {
  ARTICLE_EXTENSIONS,
  BUNDLE_EXTENSION,
  RECORDING_EXTENSIONS,
  SOURCE_EXTENSIONS,
} from '../src-shared/file-kinds';
import { PICTURE_EXTENSIONS } from '../src-shared/picture/kinds';
import { desktopWords } from '../src-shared/words/desktop';
import { readClipboard } from './clipboard';
import {
  addDictionary,
  listDictionaries,
  readDictionary,
  removeDictionary,
  systemFolders,
} from './dictionaries';
import { runsOnFallbackRuntime } from './runtime';
import type { SettingsFile } from './settings';
import { isFromWindow } from './window';

export interface DesktopOptions {
  windows(): readonly BrowserWindow[];
  /** Opens a further window, with an article in it. */
  openWindow(articleId: string | null): void;
  /** A window shows this article now, or none. */
  showsArticle(window: BrowserWindow, articleId: string | null): void;
  showWindow(window: BrowserWindow): void;
  settings: SettingsFile;
  developmentUrl: string | undefined;
  /** Tells the library process what a token stands for. */
  grant(type: 'grant-file' | 'grant-folder', token: string, path: string): void;
}

type Handlers = {
  [M in DesktopMethod]: (
    input: DesktopInput<M>,
    window: BrowserWindow,
  ) => Promise<DesktopOutput<M>> | DesktopOutput<M>;
};

const ARTICLE_FILTER = {
  name: desktopWords.articles,
  extensions: [...ARTICLE_EXTENSIONS, BUNDLE_EXTENSION],
};
const SOURCE_FILTER = {
  name: desktopWords.sources,
  extensions: [...SOURCE_EXTENSIONS, ...RECORDING_EXTENSIONS],
};
const ALL_FILTER = { name: desktopWords.allFiles, extensions: ['*'] };
const OPENABLE = /^(https?|mailto):/i;

/** Answers what the window asks of the desktop; every message is checked for sender and shape. */
export function serveDesktop(options: DesktopOptions): void {
  const folders = new Map<string, string>();
  const addedDictionaries = join(app.getPath('userData'), 'dictionaries');
  const dictionaries = () =>
    listDictionaries(addedDictionaries, systemFolders(process.platform, process.env));
  const dictionaryOf = async (id: string) => (await dictionaries()).find((one) => one.id === id);

  const grantFiles = (paths: readonly string[]): Grant[] =>
    paths.map((path) => {
      const token = newId();
      options.grant('grant-file', token, path);
      return { token, name: basename(path) };
    });
  const grantFolder = (path: string): Grant => {
    const token = newId();
    folders.set(token, path);
    options.grant('grant-folder', token, path);
    return { token, name: basename(path) };
  };
  /** Without a folder's path for `showFolder`: these are only read. */
  const grantSourceFolder = (path: string): Grant => {
    const token = newId();
    options.grant('grant-folder', token, path);
    return { token, name: basename(path) };
  };
  const grantDropped = (paths: readonly string[]): Promise<DroppedGrant[]> =>
    Promise.all(
      paths.map(async (path) => {
        const isFolder = await stat(path).then(
          (stats) => stats.isDirectory(),
          () => false,
        );
        if (isFolder) return { ...grantSourceFolder(path), isFolder };
        return { ...grantFiles([path])[0]!, isFolder };
      }),
    );
  const pick = async (window: BrowserWindow, dialogOptions: OpenDialogOptions) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, dialogOptions);
    return canceled ? [] : filePaths;
  };

  const handlers: Handlers = {
    pickArticle: async (_input, window) =>
      grantFiles(
        await pick(window, {
          title: desktopWords.openArticle,
          properties: ['openFile'],
          filters: [ARTICLE_FILTER, ALL_FILTER],
        }),
      ),
    pickSources: async (_input, window) =>
      grantFiles(
        await pick(window, {
          title: desktopWords.addSources,
          properties: ['openFile', 'multiSelections'],
          filters: [SOURCE_FILTER, ALL_FILTER],
        }),
      ),
    pickPictures: async ({ several }, window) =>
      grantFiles(
        await pick(window, {
          title: several ? desktopWords.addPictures : desktopWords.replacePicture,
          properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
          filters: [
            { name: desktopWords.pictures, extensions: [...PICTURE_EXTENSIONS] },
            ALL_FILTER,
          ],
        }),
      ),
    pickRecording: async (_input, window) =>
      grantFiles(
        await pick(window, {
          title: desktopWords.attachRecording,
          properties: ['openFile'],
          filters: [
            { name: desktopWords.recordings, extensions: RECORDING_EXTENSIONS },
            ALL_FILTER,
          ],
        }),
      ),
    async pickSourceFolders(_input, window) {
      const paths = await pick(window, {
        title: desktopWords.addFolder,
        message: desktopWords.addFolderText,
        buttonLabel: desktopWords.add,
        properties: ['openDirectory', 'multiSelections'],
      });
      return paths.map(grantSourceFolder);
    },
    async pickWatchedFolder(_input, window) {
      const paths = await pick(window, {
        title: desktopWords.watchFolder,
        message: desktopWords.watchFolderText,
        buttonLabel: desktopWords.watch,
        properties: ['openDirectory', 'createDirectory'],
      });
      return paths.map(grantSourceFolder);
    },
    async pickExportFolder(_input, window) {
      const last = options.settings.get().exportFolder;
      const paths = await pick(window, {
        title: desktopWords.exportTo,
        buttonLabel: desktopWords.exportHere,
        properties: ['openDirectory', 'createDirectory'],
        ...(last && existsSync(last) ? { defaultPath: last } : {}),
      });
      return paths.map((path) => {
        options.settings.set({ exportFolder: path });
        return grantFolder(path);
      });
    },
    lastExportFolder() {
      const last = options.settings.get().exportFolder;
      return last && existsSync(last) ? grantFolder(last) : null;
    },
    async openLibrary(_input, window) {
      const [folder] = await pick(window, {
        title: desktopWords.openLibrary,
        message: desktopWords.openLibraryText,
        buttonLabel: desktopWords.open,
        properties: ['openDirectory', 'createDirectory'],
      });
      if (!folder) return { opened: false };
      options.settings.set({ libraryFolder: folder });
      // It says which one: the library that this start was told to open would come back otherwise.
      const others = process.argv
        .slice(1)
        .filter((argument) => !/^--library(?:=|$)/.test(argument));
      app.relaunch({ args: [...others, `--library=${folder}`] });
      app.quit();
      return { opened: true };
    },
    showFolder({ token, fileName }) {
      const folder = folders.get(token);
      if (!folder) return {};
      const file = fileName === null ? null : join(folder, basename(fileName));
      if (file && existsSync(file)) shell.showItemInFolder(file);
      else void shell.openPath(folder);
      return {};
    },
    async openExternal({ url }, window) {
      if (!OPENABLE.test(url) || !URL.canParse(url)) return { opened: false };
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: desktopWords.openAddress,
        detail: url,
        buttons: [desktopWords.open, desktopWords.cancel],
        defaultId: 0,
        cancelId: 1,
      });
      if (response !== 0) return { opened: false };
      await shell.openExternal(url);
      return { opened: true };
    },
    readClipboard,
    showsArticle({ articleId }, window) {
      options.showsArticle(window, articleId);
      return {};
    },
    openWindow({ articleId }) {
      options.openWindow(articleId);
      return {};
    },
    showWindow(_input, window) {
      options.showWindow(window);
      return {};
    },
    listDictionaries: async () =>
      (await dictionaries()).map(({ id, language, name, isAdded }) => ({
        id,
        language,
        name,
        isAdded,
      })),
    async addDictionary(_input, window) {
      const [path] = await pick(window, {
        title: desktopWords.addDictionary,
        message: desktopWords.addDictionaryText,
        buttonLabel: desktopWords.add,
        properties: ['openFile'],
        filters: [{ name: desktopWords.hunspell, extensions: ['dic', 'aff'] }, ALL_FILTER],
      });
      if (!path) return { name: null, refused: null };
      return { name: basename(path), refused: await addDictionary(addedDictionaries, path) };
    },
    async removeDictionary({ id }) {
      const found = await dictionaryOf(id);
      if (found) await removeDictionary(found);
      return {};
    },
    async readDictionary({ id }) {
      const found = await dictionaryOf(id);
      return found ? readDictionary(found).catch(() => null) : null;
    },
    getTheme: () => options.settings.get().theme,
    setTheme({ theme }) {
      nativeTheme.themeSource = theme;
      options.settings.set({ theme });
      return {};
    },
    getView: () => options.settings.get().view,
    setView(view) {
      options.settings.set({ view });
      return {};
    },
    about: () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      chrome: process.versions.chrome ?? '',
      fallbackRuntime: runsOnFallbackRuntime(),
    }),
  };

  const senderWindow = (event: Electron.IpcMainInvokeEvent): BrowserWindow => {
    const window = options
      .windows()
      .find((one) => isFromWindow(event, one, options.developmentUrl));
    if (!window) {
      throw new Error('This page may not ask the desktop.');
    }
    return window;
  };
  ipcMain.handle('desktop', async (event, method: unknown, input: unknown) => {
    const window = senderWindow(event);
    if (typeof method !== 'string' || !Object.hasOwn(desktopMethods, method)) {
      throw new Error('Unknown desktop method.');
    }
    const name = method as DesktopMethod;
    const parsed = v.parse(desktopMethods[name].input as v.GenericSchema, input);
    return (handlers[name] as (input: unknown, window: BrowserWindow) => unknown)(parsed, window);
  });
  const PathsSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(4096))), v.maxLength(10_000));
  ipcMain.handle('grant-dropped', (event, paths: unknown) => {
    senderWindow(event);
    return grantDropped(v.parse(PathsSchema, paths));
  });
}
