import * as v from 'valibot';
import { IdSchema } from './model/common';
import { DictionaryRefusalSchema, DictionarySchema } from './spelling/dictionary';

/*
 * What the window may ask of the desktop (main process), through the preload script, and what main
 * tells the window. Paths never cross: a picked file or folder is a token that main has told the
 * library process the path of.
 */

/** A file or folder the user picked; `name` is its last part, for showing. */
export const GrantSchema = v.object({ token: IdSchema, name: v.string() });
export type Grant = v.InferOutput<typeof GrantSchema>;

/** What was dropped: a file, or a folder. */
export type DroppedGrant = Grant & { isFolder: boolean };

export const ThemeSchema = v.picklist(['system', 'light', 'dark']);
export type Theme = v.InferOutput<typeof ThemeSchema>;

/** The largest and the smallest text of the manuscript, as parts of its usual size. */
export const TEXT_SIZES = { smallest: 0.8, largest: 1.6, step: 0.1 } as const;

/** How the manuscript is shown on this computer, whatever the article. */
export const ViewSchema = v.object({
  textSize: v.pipe(v.number(), v.minValue(TEXT_SIZES.smallest), v.maxValue(TEXT_SIZES.largest)),
  pageWidth: v.picklist(['narrow', 'normal', 'wide']),
  /** The line that is typed in stays at the same height. */
  typewriter: v.boolean(),
  /** Quotation marks, dashes and ellipses are set as they are typed. */
  typographic: v.boolean(),
  /** Misspelt words are marked in the text, and grammar. */
  spelling: v.boolean(),
  grammar: v.boolean(),
});
export type View = v.InferOutput<typeof ViewSchema>;
export const USUAL_VIEW: View = {
  textSize: 1,
  pageWidth: 'normal',
  typewriter: false,
  typographic: true,
  spelling: true,
  grammar: true,
};

const nothing = v.object({});

export const desktopMethods = {
  /** Native file dialogs; empty where the user cancels. */
  pickArticle: { input: nothing, output: v.array(GrantSchema) },
  pickSources: { input: nothing, output: v.array(GrantSchema) },
  /** Files of pictures; one, or several. */
  pickPictures: { input: v.object({ several: v.boolean() }), output: v.array(GrantSchema) },
  /** One file of sound or film. */
  pickRecording: { input: nothing, output: v.array(GrantSchema) },
  /** Folders whose files are to come in. */
  pickSourceFolders: { input: nothing, output: v.array(GrantSchema) },
  /** A folder whose new files are to come in by themselves. */
  pickWatchedFolder: { input: nothing, output: v.array(GrantSchema) },
  pickExportFolder: { input: nothing, output: v.array(GrantSchema) },
  /** The folder used for the last export, if it still exists. */
  lastExportFolder: { input: nothing, output: v.nullable(GrantSchema) },
  /** Asks for a library folder (an empty one becomes a new library) and starts Stet again with it. */
  openLibrary: { input: nothing, output: v.object({ opened: v.boolean() }) },
  /** Shows a granted folder, or a file in it, in the file manager. */
  showFolder: {
    input: v.object({ token: IdSchema, fileName: v.nullable(v.string()) }),
    output: nothing,
  },
  /** Opens a web or mail address in the user's browser, after asking. */
  openExternal: { input: v.object({ url: v.string() }), output: v.object({ opened: v.boolean() }) },
  readClipboard: {
    input: nothing,
    output: v.object({ html: v.string(), text: v.string() }),
  },
  /** Opens another window of the same library, with this article in it. */
  openWindow: { input: v.object({ articleId: v.nullable(IdSchema) }), output: nothing },
  /** Says which article the window that asks shows: after a restart it shows it again. */
  showsArticle: { input: v.object({ articleId: v.nullable(IdSchema) }), output: nothing },
  /** Brings the window that asks to the front. */
  showWindow: { input: nothing, output: nothing },
  /** The dictionaries of this computer, besides those that come with Stet. */
  listDictionaries: { input: nothing, output: v.array(DictionarySchema) },
  /** Asks for a dictionary's file and keeps a copy; `name` is null where the user cancels. */
  addDictionary: {
    input: nothing,
    output: v.object({
      name: v.nullable(v.string()),
      refused: v.nullable(DictionaryRefusalSchema),
    }),
  },
  /** Takes away one that was added. */
  removeDictionary: { input: v.object({ id: v.string() }), output: nothing },
  /** The files of a dictionary; null where it is gone. */
  readDictionary: {
    input: v.object({ id: v.string() }),
    output: v.nullable(v.object({ aff: v.instance(Uint8Array), dic: v.instance(Uint8Array) })),
  },
  getTheme: { input: nothing, output: ThemeSchema },
  setTheme: { input: v.object({ theme: ThemeSchema }), output: nothing },
  getView: { input: nothing, output: ViewSchema },
  setView: { input: ViewSchema, output: nothing },
  about: {
    input: nothing,
    output: v.object({
      version: v.string(),
      electron: v.string(),
      chrome: v.string(),
      /** Said in About where Stet runs on the stand-in runtime, not on the declared Electron. */
      fallbackRuntime: v.boolean(),
    }),
  },
} as const;
export type DesktopMethod = keyof typeof desktopMethods;
export type DesktopInput<M extends DesktopMethod> = v.InferInput<
  (typeof desktopMethods)[M]['input']
>;
export type DesktopOutput<M extends DesktopMethod> = v.InferOutput<
  (typeof desktopMethods)[M]['output']
>;

/** A key with what is held with it, by the names of `KeyboardEvent`. */
export interface PressedKey {
  key: string;
  code: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
}

/** What main tells the window. `flush`: save now and answer with `flushed`, the window is closing. */
export type DesktopEvent =
  | { type: 'command'; id: string }
  /** Pressed in a kept web page, perhaps: where the window's own page has the focus, it heard it itself. */
  | ({ type: 'key' } & PressedKey)
  | { type: 'flush' }
  | { type: 'library-process'; state: 'ready' | 'gone' };

/** `window.stet`, made by the preload script: plain functions, cloneable values only. */
export interface DesktopBridge {
  platform: 'linux' | 'darwin' | 'win32';
  call<M extends DesktopMethod>(method: M, input: DesktopInput<M>): Promise<DesktopOutput<M>>;
  /** Grants for the `File` objects of a drop; what is no file on disk is left out. */
  grantDropped(files: readonly unknown[]): Promise<DroppedGrant[]>;
  onEvent(listener: (event: DesktopEvent) => void): () => void;
  /** Answers `flush`: whether everything is on disk. If not, the user is asked before the window closes. */
  flushed(saved: boolean): void;
}
