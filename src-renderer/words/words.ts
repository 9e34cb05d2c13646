import { desktopWords } from '../../src-shared/words/desktop';
import { exportProfiles } from './export-profiles';
import { finish } from './finish';
import { count, list } from './text';

/*
 * What the interface says. Plain words that say what happens; the same action has the same name
 * everywhere (the names of commands are in src-shared/commands.ts).
 */

export const words = {
  untitled: 'Untitled article',
  undo: 'Undo',
  leaveFocus: 'Show everything',
  linkCopied: 'Address copied.',
  typographicOn: 'Quotation marks, dashes and ellipses are set as you type.',
  typographicOff: 'Marks and dashes stay as you type them.',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss this message',
  messages: 'Messages',
  errors: 'Errors',
  loading: 'Loading…',
  saving: 'Saving…',
  reading: 'Reading the article…',
  saved: (ago: string) => `Saved ${ago}`,
  moveToBin: 'Move to the bin',
  movedToBin: (name: string) => `“${name}” is in the bin.`,
  clipboardEmpty: 'There is no text on the clipboard. Copy some, then try again.',
  verdictIsNow: (quotation: string, verdict: string) => `${quotation} is now: ${verdict}.`,
  verdictsChanged: (number: number) => `${number} verdicts have changed.`,
  failedTitle: 'This part of the window failed',
  failedText: 'Everything else works on, and your text is safe.',
  failedRetry: 'Show it again',

  topBar: {
    import: 'Import…',
    sources: 'Sources',
    openSource: 'Open a source',
  },

  status: {
    words: (number: number) => count(number, 'word'),
    selected: (selected: number, all: number) =>
      `${selected.toLocaleString('en-GB')} of ${count(all, 'word')}`,
    library: (name: string) => `Library: ${name}`,
    readOnly: '(read only)',
    offline: 'Offline',
    offlineHint: 'Stet works without a network: nothing leaves this computer.',
  },

  start: {
    title: 'Open an article, paste one, or start writing',
    text: 'Files can also be dropped on this window: text, Markdown or HTML.',
    emptyTitle: 'This library is empty',
    emptyText:
      'Open an article, paste one, or start writing. Then add the sources it quotes: interviews, subtitles, pages, documents, mail.',
    open: 'Open article…',
    paste: 'Paste an article',
    write: 'Start writing',
    opening: 'Opening…',
    failedTitle: 'The article could not be opened',
    tryAgain: 'Try again',
    libraryFailedTitle: 'The library could not be opened',
    otherLibrary: 'Open another library…',
  },

  rail: {
    label: 'Library',
    search: 'Search everything',
    articles: 'Articles',
    sources: 'Sources',
    people: 'People',
    new: 'New',
    add: 'Add',
    open: 'Open',
    articlesEmpty: 'No articles yet. Choose New, or drop a text file here.',
    sourcesEmpty: 'No sources yet. Choose Add, or drop transcripts, pages or mail here.',
    peopleEmpty: 'Nobody yet. Speakers and contributors are listed here once you name them.',
    quotes: (all: number, open: number) =>
      all === 0 ? 'no quotes' : `${count(all, 'quote')}, ${open === 0 ? 'none' : open} open`,
    quotedTimes: (number: number) => `Quoted ${count(number, 'time')}`,
    showAll: (number: number) => `Show all ${number.toLocaleString('en-GB')}`,
  },

  panel: {
    label: 'Quotes, source and article',
    quotes: 'Quotes',
    source: 'Source',
    article: 'Article',
    noArticle: 'No article is open',
    noArticleText: 'Open one from the list at the left.',
  },

  quotes: {
    listLabel: 'Quotations',
    count: (number: number) => count(number, 'quotation'),
    settled: (number: number) => `${number} settled`,
    noSpeaker: 'no speaker',
    signed: 'signed',
    notQuotations: (number: number) => (number === 1 ? 'not a quotation' : 'not quotations'),
    fitting: (number: number) =>
      number === 1
        ? '1 unlinked has a passage that fits.'
        : `${number} unlinked have passages that fit.`,
    show: 'Show',
    order: 'Order',
    orderText: 'As in the text',
    orderGravity: 'Gravest first',
    noneTitle: 'No quotations yet',
    noneText: 'Words in quotation marks are found as you write or paste.',
    noneOpenTitle: 'Nothing is open',
    noneOpenText: 'Every quotation stands.',
    comparing: 'Comparing with the library…',
    nothingOpen: 'Nothing is open: every quotation stands, and every claim is checked.',
    noExactMatches:
      'No quotation has exactly one verbatim passage in the library. Nothing was linked.',
    linked: (number: number) =>
      `${count(number, 'quotation')} linked to ${number === 1 ? 'its exact match' : 'their exact matches'}. Undo takes ${number === 1 ? 'it' : 'all of them'} back.`,
    wordingFailed:
      'The wording could not be put in place: the quotation has changed. Look at it and try again.',
    dismissedText: 'You said that nobody is quoted here, so it does not count.',
    suggestion: (kind: 'title' | 'scare' | 'nickname' | 'word') =>
      ({
        title: 'This looks like a title.',
        scare: 'These look like scare quotes: nobody seems to be quoted.',
        nickname: 'This looks like a nickname.',
        word: 'This looks like a word that is spoken about, not one that was said.',
      })[kind],
    signedBy: (kind: 'confirmed' | 'accepted', name: string, day: string) =>
      `${kind === 'confirmed' ? 'Confirmed' : 'Accepted'} by ${name || 'somebody without a name'}, ${day}.`,
    speaker: 'Speaker',
    speakerPlaceholder: 'Who said it?',
    speakerInText: (name: string) => `In the text: ${name}`,
    acceptTitle: 'Let it stand',
    acceptText:
      'The quotation stands as it is, with your reason and name. Both lapse as soon as its words or the source’s change.',
    reason: 'Reason',
    reasonPlaceholder: 'Why may it stand?',
    signedAs: 'Your name',
    letStand: (number: number) => (number === 1 ? 'Let it stand' : `Let all ${number} stand`),
  },

  actions: {
    link: 'Link to a passage',
    unlink: 'Unlink',
    linkVerbatim: 'Link all exact matches',
    speaker: 'Name the speaker',
    dismiss: 'Not a quotation',
    restore: 'It is a quotation',
    openSource: 'Open source',
    findPassages: 'Find passages',
    confirm: 'Confirm',
    accept: 'Let it stand…',
    acceptDone: 'Let it stand',
    takeBack: 'Take back',
    useSourceWording: 'Use source wording',
    more: 'More about this quotation',
  },

  proposals: {
    label: 'Passages that fit',
    looking: 'Looking through the library…',
    found: (quotation: string, number: number) =>
      `${quotation}: ${number === 0 ? 'no passage found' : `${count(number, 'passage')} found`}`,
    link: (index: number) =>
      `Link the ${['first', 'second', 'third', 'fourth', 'fifth'][index] ?? `${index + 1}th`}`,
    notInLibrary: 'Not in the library',
    keys: '↑ ↓ Enter',
    none: 'No source of the library has these words. Add the one they come from.',
    noSources: 'There are no sources yet. Add the one these words come from.',
    close: 'Close the passages',
  },

  sources: {
    add: 'Add sources…',
    paste: 'Add from the clipboard',
    noneTitle: 'No sources yet',
    noneText:
      'Add the interviews, subtitles, pages, documents or mail that your article quotes. Files can be dropped here.',
    notOpenTitle: 'No source is open',
    notOpenText:
      'Choose one from the list at the left, or “Open source” at a quotation. Files dropped here are added as sources.',
    find: 'Find in this source',
    matches: (number: number, index: number) =>
      number === 0
        ? 'None'
        : `${(index + 1).toLocaleString('en-GB')} of ${number.toLocaleString('en-GB')}`,
    previousMatch: 'Previous match',
    nextMatch: 'Next match',
    quoteThis: 'Quote this',
    quoted: (title: string) => `Quoted from “${title}”, and linked. Undo takes it back.`,
    quotedIn: (headline: string, verdict: string) =>
      `Quoted in “${headline}” (${verdict.toLowerCase()}): go there`,
    claimedIn: (headline: string) => `Source of a claim in “${headline}”: go there`,
    more: 'More about this source',
    page: (number: number) => `p. ${number}`,
    view: 'Shown as',
    asText: 'Text',
    byMachine: 'A speech-to-text program wrote these words',
    asPage: 'Page',
    asOriginal: 'Original',
    originalLabel: (title: string) => `“${title}” as it was kept`,
    originalNote: 'As it was kept. Nothing in it runs, and nothing is fetched.',
    originalPreparing: 'Preparing the page…',
    notInOriginal: 'These words were not found on the page as it was kept. They are in the text.',
    showInText: 'Show in the text',
    pageOf: (page: number, count: number) => `${page} of ${count}`,
    pageAlt: (page: number) => `Page ${page} as it is printed`,
    previousPage: 'Previous page',
    nextPage: 'Next page',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    /** `percent`: how large the page is now, as the button shows it. */
    zoomFit: (percent: string) => `${percent}: as wide as the panel`,
    drawing: 'Drawing the page…',
    pagesLabel: (title: string) => `Pages of “${title}”`,
    pagesHint: 'Page Up and Page Down turn the pages. A click on a word shows it in the text.',
    goTo: ({ pages, times }: { pages: boolean; times: boolean }) =>
      pages && times ? 'Go to page or time' : `Go to ${pages ? 'page' : 'time'}`,
    goToExample: ({ pages }: { pages: boolean }) => (pages ? 'p. 12' : '0:31:10'),
    goToNowhere: 'There is no such place in this source.',
    readerLabel: (title: string) => `Text of “${title}”`,
    readerHint: 'Arrow keys move, with Shift they select words to quote.',
    details: 'Details…',
    dialogTitle: 'Source details',
    tabs: {
      details: 'Details',
      bibliography: 'Bibliography',
      collections: 'Tags and collections',
      agreements: 'Agreements',
    },
    tabProblem: 'Something here cannot be saved yet',
    collections: 'Collections',
    changed: 'The source’s details are changed.',
    title: 'Title',
    titleMissing: 'Every source needs a title.',
    kind: 'Kind',
    medium: 'Spoken or written',
    mediumHints: {
      spoken: 'Fillers and grammar are judged as in speech',
      written: 'Every letter counts',
    },
    terms: 'Terms',
    termsHints: {
      'on-the-record': 'May be quoted with the name',
      background: 'May be used, the name may not',
      'off-the-record': 'May not be published',
      embargoed: 'May be published from a day on',
    },
    embargoUntil: 'Embargoed until',
    embargoWrong: 'Say until which day, like 2027-03-14.',
    disclosure: 'Disclosure',
    disclosureHints: {
      public: 'Named in exports',
      described: 'Exports show a description only',
      confidential: 'Nothing of it reaches any export',
    },
    description: 'Described as',
    descriptionHint:
      'What readers are told instead of its name, such as “a council official”. Left empty, they are told nothing.',
    date: 'Date',
    inBin: 'This source is in the bin. What is linked to it stays linked.',
    putBack: 'Put it back',
    dateWrong: 'Write the date like 2017-04-13, 2017-04 or 2017.',
    creator: 'By',
    url: 'Web address',
    urlWrong: 'A web address starts with http:// or https://.',
  },

  imports: {
    label: 'Import',
    adding: 'Adding sources',
    cancelling: 'Cancelling…',
    busy: 'Sources are being added already. Wait until they are done, then add these.',
    show: 'Show',
  },

  drop: {
    hints: {
      articles: 'Open as article',
      sources: 'Add as sources',
      window: 'Drop to open as an article or to add as sources',
    },
    title: (number: number) => (number === 1 ? 'Article or source?' : 'Articles or sources?'),
    more: (number: number) => `${number} more`,
    asArticle: (number: number) => (number === 1 ? 'Open as article' : 'Open as articles'),
    asSources: (number: number) => (number === 1 ? 'Add as source' : 'Add as sources'),
  },

  people: {
    addTitle: 'Add a person',
    changeTitle: 'Person',
    change: 'Change…',
    changed: 'The person’s record is changed everywhere.',
    add: 'Add',
    name: 'Name',
    nameHint: 'As it is printed: Stet never changes its case or order.',
    kind: 'Kind',
    role: 'Role',
    rolePlaceholder: 'Foreign Minister',
    affiliation: 'Affiliation',
    url: 'Web address',
    usage: (quotations: number, credits: number) =>
      quotations + credits === 0
        ? 'Not named in any article yet.'
        : `Named in ${list([
            ...(quotations > 0 ? [count(quotations, 'quotation')] : []),
            ...(credits > 0 ? [count(credits, 'byline')] : []),
          ])}.`,
    create: (name: string) => `Add “${name}” as a new person`,
    clear: 'Name nobody',
    showAll: 'Show all people',
    typeName: 'Type a name to add somebody.',
  },

  outline: {
    title: 'Outline',
    none: 'No headings yet. Format › Heading makes one of a line.',
  },

  article: {
    details: 'Details',
    status: 'Status',
    statusChanged: 'Change the status',
    language: 'Language',
    languageChanged: 'Change the language',
    section: 'Section',
    sectionPlaceholder: 'World desk',
    sectionChanged: 'Change the section',
    dateline: 'Dateline',
    datelinePlaceholder: 'GENEVA',
    datelineChanged: 'Change the dateline',
    tags: 'Tags',
    addTag: 'Add a tag',
    tagsPlaceholder: 'Separate with commas',
    tagsChanged: 'Change the tags',
    removeTag: (tag: string) => `Remove the tag ${tag}`,
  },

  byline: {
    isAuthor: 'This person is an author of the article already.',
    title: 'Byline',
    listLabel: 'Contributors, in order',
    empty: 'No contributors yet. Add the first below.',
    add: 'Add contributor',
    addFirst: 'Add the byline',
    addLabel: 'Add contributor',
    added: 'Add a contributor',
    removed: 'Remove a contributor',
    moved: 'Move a contributor',
    roleChanged: 'Change a contributor’s role',
    detailsChanged: 'Change a contributor’s details',
    styleChanged: 'Change the byline’s style',
    contributor: 'Contributor',
    namePlaceholder: 'Name',
    change: (name: string) => `${name}: change`,
    changeDetails: (name: string, details: string) => `${name}, ${details}: change`,
    remove: (name: string) => `Remove ${name}`,
    drag: (name: string) => `Move ${name}; Alt with the arrow keys moves too`,
    role: (name: string) => `Role of ${name}`,
    noDetails: 'Place, title…',
    location: 'Place',
    locationPlaceholder: 'Beirut',
    jobTitle: 'Title',
    jobTitlePlaceholder: 'Political editor',
    affiliation: 'Affiliation',
    staff: 'Engaged as',
    staffChoices: [
      { id: 'staff', label: 'Staff' },
      { id: 'freelance', label: 'Freelance' },
      { id: 'agency', label: 'Agency' },
      { id: 'guest', label: 'Guest' },
    ] as const,
    style: 'House style',
    preview: 'As it will be printed',
    none: 'No byline.',
  },

  exportProfiles,
  finish,

  palette: {
    label: 'Search and commands',
    placeholder: 'Search words, names and commands',
    commands: 'Commands',
    articles: 'Articles',
    sources: 'Sources',
    people: 'People',
    notes: 'Notes',
  },

  storage: {
    retry: 'Save again',
  },

  help: {
    shortcuts: 'Keyboard shortcuts',
    menus: desktopWords.menus,
    motto: 'A quotation stands when it can show where it comes from.',
    version: (version: string) => `Version ${version}`,
    runtime: (electron: string, chrome: string) => `Electron ${electron}, Chrome ${chrome}`,
    fallback:
      'This Stet runs on a stand-in runtime, made for development and tests. Do not pass it on.',
  },
};
