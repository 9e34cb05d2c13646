import type { CommandMenu } from '../commands';

/** What the dialogs say that the operating system shows, and the menus that are no commands. */
export const desktopWords = {
  menus: {
    file: 'File',
    edit: 'Edit',
    table: 'Table',
    quotation: 'Quotation',
    source: 'Source',
    view: 'View',
    go: 'Go',
    help: 'Help',
  } satisfies Record<CommandMenu, string>,
  allFiles: 'All files',
  articles: 'Articles',
  sources: 'Sources',
  pictures: 'Pictures',
  recordings: 'Recordings',
  hunspell: 'Hunspell dictionaries',
  openArticle: 'Open article',
  addSources: 'Add sources',
  addPictures: 'Add pictures',
  replacePicture: 'Replace picture',
  attachRecording: 'Attach a recording',
  addFolder: 'Add folder of sources',
  addFolderText: 'Everything in it that Stet can read comes in',
  add: 'Add',
  watchFolder: 'Watch a folder for sources',
  watchFolderText: 'What is in it, and what is put there later, comes in by itself',
  watch: 'Watch',
  exportTo: 'Export to',
  exportHere: 'Export here',
  openLibrary: 'Open library',
  openLibraryText: 'Choose a library, or an empty folder for a new one',
  open: 'Open',
  cancel: 'Cancel',
  quit: 'Quit',
  openAddress: 'Open this address in your browser?',
  addDictionary: 'Add dictionary',
  addDictionaryText:
    'Choose the .dic file of a Hunspell dictionary; its .aff file has to lie beside it',

  notSaved: 'The last changes could not be saved.',
  notSavedText:
    'They are still in the window. Keep Stet open to copy them or to free some space; what was saved before is safe.',
  keepOpen: 'Keep Stet open',
  closeUnsaved: 'Close without saving',

  /** Why a library cannot be opened, and what is safe. */
  refused: {
    'library-in-use': [
      'This library is open in another program.',
      'Nothing was changed. Close the other window of Stet, or the command that uses the library, and start Stet again.',
    ],
    'library-newer': [
      'This library was made by a newer version of Stet.',
      'Nothing was changed. Install the newer version to open it.',
    ],
    'library-not-a-library': [
      'This folder holds a file library.db that Stet did not make.',
      'Nothing was changed. Choose another folder.',
    ],
    'library-damaged': [
      'This library is damaged and was not opened.',
      'Nothing was changed. Copies that Stet made before are in the folder “backups” inside the library.',
    ],
  } as Partial<Record<string, readonly [message: string, detail: string]>>,
  refusedOtherwise: (code: string): readonly [message: string, detail: string] => [
    'The library could not be opened.',
    `Nothing was changed. (${code})`,
  ],
};
