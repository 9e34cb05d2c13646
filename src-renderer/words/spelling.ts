import type { DictionaryRefusal } from '../../src-shared/spelling/dictionary';
import { languageLabel } from './format';
import { quoted, shorten } from './text';

/** What is said about spelling and grammar. */
export const spellingWords = {
  menu: (words: string) => `Suggestions for ${quoted(shorten(words, 40))}`,
  unknown: (words: string) => `${quoted(words)} is not in the dictionary.`,
  looking: 'Looking for suggestions…',
  noSuggestions: 'No suggestions',
  remove: (words: string) => `Delete ${quoted(words)}`,
  add: (words: string) => `Add ${quoted(shorten(words, 40))} to the dictionary`,
  ignore: 'Ignore here',
  ignoreRule: 'Never mark this in any article',
  open: 'Spelling and dictionaries…',
  none: 'No spelling or grammar problems are marked.',
  notHere: 'Nothing is marked at the cursor.',
  position: (words: string, message: string, number: number, total: number) =>
    `${quoted(shorten(words, 60))}, ${number} of ${total}. ${message}`,
  changed: 'The words have changed in the meantime; nothing was replaced.',
  added: (word: string) => `${quoted(word)} was added to the dictionary.`,
  removed: (word: string) => `${quoted(word)} was taken out of the dictionary.`,
  ruleOff: 'This is not marked any more, in any article.',
  ruleOn: (rule: string) => `${quoted(ruleName(rule))} is marked again.`,
  undo: 'Undo',
  actions: { ignore: 'Ignore a problem of spelling or grammar' },
  spellingOn: 'Misspelt words are marked.',
  spellingOff: 'Misspelt words are no longer marked.',
  grammarOn: 'Grammar is marked.',
  grammarOff: 'Grammar is no longer marked.',
  /** What stands in the status bar. */
  status: {
    label: 'Spelling',
    off: 'Spelling off',
    noChecker: (language: string) => `No dictionary for ${languageLabel(language)}`,
    reading: 'Checking spelling…',
    failed: 'Spelling is not checked',
    clean: 'Spelling: no problems',
    found: (count: number) => `Spelling: ${count.toLocaleString('en-GB')} marked`,
  },
  dialog: {
    title: 'Spelling and dictionaries',
    description: 'Checked on this computer; no word leaves it.',
    spelling: 'Mark misspelt words',
    grammar: 'Mark grammar',
    harper: (language: string) => `${languageLabel(language)}: spelling and grammar, by Harper.`,
    bundled: (language: string) =>
      `${languageLabel(language)}: spelling, by the dictionary that comes with Stet. Grammar is checked in English only.`,
    local: (language: string, name: string) =>
      `${languageLabel(language)}: spelling, by the dictionary “${name}” of this computer. Grammar is checked in English only.`,
    noChecker: (language: string) =>
      `There is no dictionary for ${languageLabel(language)} on this computer, so the article is not checked. Add one: a .dic file and the .aff file beside it, as LibreOffice and Firefox use them.`,
    german:
      'The German dictionary is under a licence (GPL) that does not let Stet bring it along. It is to be had with LibreOffice, or as the package “hunspell-de-de” on Linux.',
    failed: 'The dictionary could not be read, so the article is not checked. Choose another one.',
    dictionaries: 'Dictionaries on this computer',
    noDictionaries: 'None besides those that come with Stet: English, French and Spanish.',
    addDictionary: 'Add dictionary…',
    ofSystem: 'Found on this system',
    isAdded: 'Added',
    removeDictionary: 'Remove',
    removeDictionaryOf: (name: string) => `Remove the dictionary ${name}`,
    dictionaryAdded: (name: string) => `The dictionary ${name} was added.`,
    dictionaryRemoved: (name: string) => `The dictionary ${name} was removed.`,
    personal: 'Personal dictionary',
    personalText: 'Right in every article of this library, in every language.',
    noWords: 'No words yet. “Add to the dictionary” on a marked word puts it here.',
    newWord: 'Word to add',
    addWord: 'Add',
    removeWord: 'Remove',
    removeWordOf: (word: string) => `Remove ${quoted(word)}`,
    rules: 'Not marked any more',
    switchOn: 'Mark again',
    switchOnOf: (rule: string) => `Mark ${quoted(ruleName(rule))} again`,
  },
  refused: (name: string, reason: DictionaryRefusal) => REFUSED[reason](quoted(name)),
};

const REFUSED: Record<DictionaryRefusal, (name: string) => string> = {
  'no-pair': (name) =>
    `${name} was not added: a dictionary is a .dic file with an .aff file of the same name beside it.`,
  'no-language': (name) =>
    `${name} was not added: its name does not say its language. Rename both files so that it does, such as de_DE.dic and de_DE.aff.`,
  'too-large': (name) => `${name} was not added: it is too large to be a dictionary.`,
};

/** A rule of the checker in words: "RepeatedWords" as "repeated words". */
export function ruleName(rule: string): string {
  return rule
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase();
}
