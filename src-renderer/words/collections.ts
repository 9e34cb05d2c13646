import { count } from './text';

/** What is said of collections, tags, saved searches and the bin. */
export const collectionWords = {
  chooser: 'Which sources are listed',
  chooserFilter: 'Find a collection or tag',
  all: 'All sources',
  collections: 'Collections',
  tags: 'Tags',
  savedSearches: 'Saved searches',
  more: 'More',
  bin: 'Bin',
  newCollection: 'New collection…',
  nothingFits: 'No collection, tag or search has this name.',
  viewMenu: (name: string) => `What to do with “${name}”`,
  newWithin: 'New collection in it…',
  change: 'Rename or move…',
  remove: 'Delete collection',
  removed: (name: string, within: number) =>
    within === 0
      ? `The collection “${name}” is deleted. Its sources stay.`
      : `The collection “${name}” and ${within} within it are deleted. Their sources stay.`,
  collectAll: (number: number) =>
    number === 1
      ? 'Put its source into collections…'
      : `Put all ${number.toLocaleString('en-GB')} into collections…`,
  collect: 'Collections…',
  takeOut: (name: string) => `Take out of “${name}”`,
  searchFor: 'Search in it…',
  emptyCollection:
    'Nothing is in this collection yet. Drag sources here, choose “Collections…” at one, or add sources.',
  emptyTag: 'No source has this tag any more.',
  emptyBin: 'The bin is empty.',
  putBack: 'Put it back',

  addTitle: 'New collection',
  changeTitle: 'Collection',
  name: 'Name',
  nameApart:
    'A confidential source is in it, or is being put in. Names of collections lie in the open part of the library: choose one that gives nothing away.',
  searchApart:
    'Saved searches lie in the open part of the library. Neither the name nor the search should give a confidential source away.',
  nameMissing: 'Every collection needs a name.',
  within: 'Within',
  top: 'No other collection',
  create: 'Create',
  changed: (name: string) => `The collection is now “${name}”.`,
  created: (name: string) => `“${name}” is created.`,

  collectTitle: 'Collections',
  collectText: (number: number) => (number === 1 ? '' : count(number, 'source')),
  collectEmpty: 'There are no collections yet. Type a name below to make the first.',
  collectNew: 'New collection',
  collectAdd: 'Add',
  drag: (title: string, number: number) =>
    number === 1
      ? `Drag “${title}” to a collection`
      : `Drag ${count(number, 'source')} to a collection`,
  dropInto: (number: number) =>
    number === 1 ? 'Put it into' : `Put ${count(number, 'source')} into`,
  collected: (number: number, name: string) =>
    number === 1
      ? `1 source is in “${name}” now.`
      : `${count(number, 'source')} are in “${name}” now.`,
  collectedBefore: (number: number, name: string) =>
    number === 1 ? `It is in “${name}” already.` : `They are in “${name}” already.`,
  picked: (number: number) => `${count(number, 'source')} picked`,
  collectPicked: (number: number) => `Collections of ${count(number, 'source')}…`,
  membersChanged: 'What is in the collections is changed.',

  saveSearch: 'Save this search…',
  saveTitle: 'Save this search',
  changeSearchTitle: 'Saved search',
  query: 'Search',
  searchNameMissing: 'Give it a name to find it by.',
  queryMissing: 'Type what is to be looked for.',
  saved: (name: string) => `The search is saved as “${name}”, in the list of sources at the left.`,
  searchChanged: 'The saved search is changed.',
  openSearch: 'Search',
  changeSearch: 'Change…',
  removeSearch: 'Delete',
  searchMenu: (name: string) => `The saved search “${name}”`,
  searchRemoved: (name: string) => `The saved search “${name}” is deleted.`,
};
