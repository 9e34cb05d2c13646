import type { ArticleSort } from '../articles/list-view';
import { count } from './text';

const articlesOf = (number: number) => count(number, 'article');

/** What is said of the list of articles, and of getting from one to another. */
export const articleWords = {
  chooser: 'Which articles are listed',
  chooserFilter: 'Find a tag or list',
  all: 'All articles',
  status: 'Status',
  tags: 'Tags',
  sort: 'Order',
  sorts: {
    changed: 'Changed last',
    title: 'Title',
    status: 'Status',
  } satisfies Record<ArticleSort, string>,
  archive: 'Archive',
  bin: 'Bin',
  elsewhere: 'Not at hand',
  nothingFits: 'No tag or list has this name.',
  search: 'Find in these articles',
  clearSearch: 'Clear what is typed',
  listLabel: (name: string) => `Articles: ${name}`,
  found: (number: number) => `${articlesOf(number)} listed`,
  and: (one: string, other: string) => `${one} · ${other}`,

  emptyStatus: (label: string) => `No article here is “${label}”.`,
  emptyTag: 'No article here has this tag.',
  emptyArchive: 'The archive is empty. Archive an article, and it is kept here out of the way.',
  emptyBin: 'The bin is empty.',
  emptySearch: 'No article here has these words in its headline, section or tags.',
  emptyDesk: 'No article is at hand: they are all in the archive.',
  showAll: 'Show all articles',

  menu: (number: number) => `What to do with ${articlesOf(number)}`,
  selected: (number: number) => `${articlesOf(number)} selected`,
  selectedShort: (number: number) => `${number.toLocaleString('en-GB')} selected`,
  openInWindow: 'Open in a new window',
  setStatus: (label: string) => `Status: ${label.toLowerCase()}`,
  editTags: 'Tags…',
  toArchive: 'Archive',
  fromArchive: 'Take out of the archive',
  toBin: 'Move to the bin',
  putBack: 'Put back',
  erase: 'Delete for good…',
  emptyTheBin: 'Empty the bin…',

  statusChanged: (number: number, label: string) =>
    `${articlesOf(number)}: ${label.toLowerCase()}.`,
  tagsChanged: (number: number) => `The tags of ${articlesOf(number)} are changed.`,
  archived: (number: number) => `${articlesOf(number)} archived.`,
  unarchived: (number: number) => `${articlesOf(number)} taken out of the archive.`,
  binned: (number: number) => `${articlesOf(number)} moved to the bin.`,
  restored: (number: number) => `${articlesOf(number)} put back.`,
  erased: (number: number) => `${articlesOf(number)} deleted for good.`,

  tagsTitle: 'Tags',
  tagsText: (number: number) => `Of ${articlesOf(number)}`,
  tagsEmpty: 'No article has a tag yet. Type one below.',
  newTag: 'New tag',
  addTag: 'Add',

  eraseTitle: (number: number) =>
    number === 1 ? 'Delete this article for good?' : `Delete ${articlesOf(number)} for good?`,
  eraseText: (number: number) =>
    `${number === 1 ? 'Its' : 'Their'} words, revisions, comments, checks and links go with ${number === 1 ? 'it' : 'them'}. This cannot be undone. Sources and people stay. Backups of the library keep what they hold.`,
  andOthers: (number: number) => `and ${number.toLocaleString('en-GB')} more`,
  eraseButton: 'Delete for good',

  recentTitle: 'Recent articles',
  recentHint: 'Tab and arrows choose. Enter opens, and so does letting go of Ctrl.',
  recentEmpty: 'No other article was opened yet.',
  back: 'Back',
  forward: 'Forward',

  openElsewhere: (headline: string) =>
    `“${headline}” is open in another window. An article is written in one window at a time.`,
  showWindow: 'Show that window',
  removedElsewhere: (headline: string) => `“${headline}” was moved to the bin in another window.`,

  railWidth: 'Width of the library',
  panelWidth: 'Width of the panel',
};
