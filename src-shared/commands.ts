/*
 * Every command that a menu, the palette or a shortcut can run: one list feeds them all, so that an
 * action has the same name and the same keys everywhere. `src-renderer/commands.ts` says what each
 * does and when it is to be had; main builds the native menus from this list.
 */

export type CommandMenu =
  | 'file'
  | 'edit'
  | 'table'
  | 'quotation'
  | 'source'
  | 'view'
  | 'go'
  | 'help';

export interface CommandDescription {
  /** Shown in menus and in the palette; an ellipsis means that something is asked first. */
  label: string;
  /** Electron's accelerator form; the interface translates it for its own keys and labels. */
  accelerator?: string;
  menu: CommandMenu;
  /** Starts a new group in the native menu. */
  separatorBefore?: boolean;
}

const describe = <Ids extends string>(list: Record<Ids, CommandDescription>) => list;

export const COMMANDS = describe({
  'article.new': { label: 'New article', accelerator: 'CmdOrCtrl+N', menu: 'file' },
  'article.import': { label: 'Open article…', accelerator: 'CmdOrCtrl+O', menu: 'file' },
  'article.paste': { label: 'New article from the clipboard', menu: 'file' },
  'window.new': { label: 'New window', accelerator: 'CmdOrCtrl+Shift+N', menu: 'file' },
  'sources.import': {
    label: 'Add sources…',
    accelerator: 'CmdOrCtrl+Shift+O',
    menu: 'file',
    separatorBefore: true,
  },
  'sources.importFolder': { label: 'Add folder of sources…', menu: 'file' },
  'sources.watchFolder': { label: 'Watch a folder for sources…', menu: 'file' },
  'sources.watchedFolders': { label: 'Watched folders…', menu: 'file' },
  'sources.paste': { label: 'Add source from the clipboard', menu: 'file' },
  'source.addVersion': { label: 'Add a version of this source…', menu: 'file' },
  'article.revisions': {
    label: 'Revisions…',
    accelerator: 'CmdOrCtrl+Alt+R',
    menu: 'file',
    separatorBefore: true,
  },
  'article.keepRevision': { label: 'Keep a revision…', menu: 'file' },
  'library.open': { label: 'Open library…', menu: 'file', separatorBefore: true },
  'article.draft': { label: 'Status: draft', menu: 'file', separatorBefore: true },
  'article.inCheck': { label: 'Status: in check', menu: 'file' },
  'article.finished': { label: 'Status: finished', menu: 'file' },
  'article.reopen': { label: 'Reopen article…', menu: 'file' },
  'correction.new': { label: 'Correct the article…', menu: 'file' },
  'article.archive': {
    label: 'Archive article or take it out',
    menu: 'file',
    separatorBefore: true,
  },
  'article.remove': { label: 'Move article to the bin', menu: 'file' },
  'article.provenance': {
    label: 'Provenance map…',
    accelerator: 'CmdOrCtrl+Alt+J',
    menu: 'file',
    separatorBefore: true,
  },
  'article.finish': {
    label: 'Finish and export…',
    accelerator: 'CmdOrCtrl+Shift+E',
    menu: 'file',
    separatorBefore: true,
  },

  'edit.undo': { label: 'Undo', accelerator: 'CmdOrCtrl+Z', menu: 'edit' },
  'edit.redo': { label: 'Redo', accelerator: 'CmdOrCtrl+Shift+Z', menu: 'edit' },
  'edit.pastePlain': {
    label: 'Paste as plain text',
    accelerator: 'CmdOrCtrl+Shift+V',
    menu: 'edit',
  },
  'edit.find': {
    label: 'Find…',
    accelerator: 'CmdOrCtrl+F',
    menu: 'edit',
    separatorBefore: true,
  },
  'edit.findNext': { label: 'Find next', accelerator: 'F3', menu: 'edit' },
  'edit.findPrevious': { label: 'Find previous', accelerator: 'Shift+F3', menu: 'edit' },
  'edit.replace': { label: 'Find and replace…', accelerator: 'CmdOrCtrl+Alt+F', menu: 'edit' },
  'format.bold': {
    label: 'Bold',
    accelerator: 'CmdOrCtrl+B',
    menu: 'edit',
    separatorBefore: true,
  },
  'format.italic': { label: 'Italic', accelerator: 'CmdOrCtrl+I', menu: 'edit' },
  'format.underline': { label: 'Underline', accelerator: 'CmdOrCtrl+U', menu: 'edit' },
  'format.strikethrough': {
    label: 'Strikethrough',
    accelerator: 'CmdOrCtrl+Shift+X',
    menu: 'edit',
  },
  'format.superscript': { label: 'Superscript', menu: 'edit' },
  'format.subscript': { label: 'Subscript', menu: 'edit' },
  'format.code': { label: 'Code', menu: 'edit' },
  'format.plain': { label: 'Plain text', menu: 'edit' },
  'format.link': {
    label: 'Link to a web address…',
    accelerator: 'CmdOrCtrl+Shift+K',
    menu: 'edit',
  },
  'link.open': { label: 'Open link in the browser', menu: 'edit' },
  'link.copy': { label: 'Copy address of the link', menu: 'edit' },
  'link.remove': { label: 'Remove link', menu: 'edit' },
  'format.paragraph': {
    label: 'Paragraph',
    accelerator: 'CmdOrCtrl+Alt+0',
    menu: 'edit',
    separatorBefore: true,
  },
  'format.heading': { label: 'Heading', accelerator: 'CmdOrCtrl+Alt+2', menu: 'edit' },
  'format.subheading': { label: 'Subheading', accelerator: 'CmdOrCtrl+Alt+3', menu: 'edit' },
  'format.smallHeading': {
    label: 'Small heading',
    accelerator: 'CmdOrCtrl+Alt+4',
    menu: 'edit',
  },
  'format.bulletList': { label: 'Bulleted list', accelerator: 'CmdOrCtrl+Shift+8', menu: 'edit' },
  'format.numberedList': { label: 'Numbered list', accelerator: 'CmdOrCtrl+Shift+7', menu: 'edit' },
  'format.taskList': { label: 'Task list', accelerator: 'CmdOrCtrl+Shift+9', menu: 'edit' },
  'format.tick': { label: 'Tick or untick task', accelerator: 'CmdOrCtrl+Alt+9', menu: 'edit' },
  'format.codeBlock': { label: 'Code block', accelerator: 'CmdOrCtrl+Alt+K', menu: 'edit' },
  'html.edit': { label: 'Change kept HTML…', menu: 'edit' },
  'format.rule': { label: 'Horizontal rule', menu: 'edit' },
  'format.footnote': { label: 'Footnote', accelerator: 'CmdOrCtrl+Alt+N', menu: 'edit' },
  'figure.insert': { label: 'Figure…', accelerator: 'CmdOrCtrl+Alt+I', menu: 'edit' },
  'format.blockQuotation': {
    label: 'Block quotation',
    accelerator: 'CmdOrCtrl+Shift+B',
    menu: 'edit',
  },
  'format.pullQuote': { label: 'Pull quote', menu: 'edit' },
  'format.attribution': { label: 'Attribution of the quotation', menu: 'edit' },
  'format.standfirst': { label: 'Standfirst', menu: 'edit' },
  'edit.character': {
    label: 'Special character…',
    accelerator: 'CmdOrCtrl+Alt+S',
    menu: 'edit',
    separatorBefore: true,
  },

  'quotation.next': { label: 'Next open quotation', accelerator: 'F8', menu: 'quotation' },
  'quotation.previous': {
    label: 'Previous open quotation',
    accelerator: 'Shift+F8',
    menu: 'quotation',
  },
  'quotation.findPassages': {
    label: 'Find passages',
    accelerator: 'CmdOrCtrl+L',
    menu: 'quotation',
    separatorBefore: true,
  },
  'quotation.quoteThis': {
    label: 'Quote this passage',
    accelerator: 'CmdOrCtrl+Shift+Q',
    menu: 'quotation',
  },
  'quotation.linkVerbatim': { label: 'Link all exact matches', menu: 'quotation' },
  'quotation.openSource': {
    label: 'Open source',
    accelerator: 'CmdOrCtrl+Return',
    menu: 'quotation',
    separatorBefore: true,
  },
  'quotation.useSourceWording': { label: 'Use source wording', menu: 'quotation' },
  'quotation.confirm': { label: 'Confirm', menu: 'quotation' },
  'quotation.unlink': { label: 'Unlink', menu: 'quotation' },
  'quotation.dismiss': { label: 'Not a quotation', menu: 'quotation' },
  'quotation.readBack': { label: 'Read-back…', menu: 'quotation' },
  'claim.mark': {
    label: 'Mark as claim',
    accelerator: 'CmdOrCtrl+Alt+C',
    menu: 'quotation',
    separatorBefore: true,
  },
  'claim.linkSelection': {
    label: 'Source for claim',
    accelerator: 'CmdOrCtrl+Alt+L',
    menu: 'quotation',
  },
  'claim.unmark': { label: 'Not a claim', menu: 'quotation' },
  'source.impact': {
    label: 'What quotes this source…',
    menu: 'quotation',
    separatorBefore: true,
  },
  'source.compareVersions': { label: 'Compare versions of this source…', menu: 'quotation' },
  'library.corrected': { label: 'Quotations and claims of corrected sources…', menu: 'quotation' },
  'quotation.houseProfile': {
    label: 'House profile…',
    menu: 'quotation',
    separatorBefore: true,
  },

  'byline.paste': { label: 'Paste a byline…', menu: 'edit', separatorBefore: true },
  'byline.styles': { label: 'House styles of bylines…', menu: 'edit' },
  'comment.new': {
    label: 'Comment…',
    accelerator: 'CmdOrCtrl+Alt+M',
    menu: 'edit',
    separatorBefore: true,
  },

  'table.insert': { label: 'Table…', accelerator: 'CmdOrCtrl+Alt+T', menu: 'table' },
  'table.rowAbove': { label: 'Row above', menu: 'table', separatorBefore: true },
  'table.rowBelow': { label: 'Row below', menu: 'table' },
  'table.columnBefore': { label: 'Column before', menu: 'table' },
  'table.columnAfter': { label: 'Column after', menu: 'table' },
  'table.headerRow': {
    label: 'Header row on or off',
    menu: 'table',
    separatorBefore: true,
  },
  'table.headerColumn': { label: 'Header column on or off', menu: 'table' },
  'table.deleteRow': { label: 'Delete row', menu: 'table', separatorBefore: true },
  'table.deleteColumn': { label: 'Delete column', menu: 'table' },
  'table.delete': { label: 'Delete table', menu: 'table' },
  'suggestion.toggle': {
    label: 'Suggest changes',
    accelerator: 'CmdOrCtrl+Shift+G',
    menu: 'edit',
    separatorBefore: true,
  },
  'suggestion.next': { label: 'Next suggestion', accelerator: 'F6', menu: 'edit' },
  'suggestion.previous': {
    label: 'Previous suggestion',
    accelerator: 'Shift+F6',
    menu: 'edit',
  },
  'suggestion.accept': {
    label: 'Accept suggestion',
    accelerator: 'CmdOrCtrl+Alt+Y',
    menu: 'edit',
  },
  'suggestion.reject': {
    label: 'Reject suggestion',
    accelerator: 'CmdOrCtrl+Alt+X',
    menu: 'edit',
  },
  'suggestion.acceptAll': { label: 'Accept all suggestions', menu: 'edit' },
  'suggestion.rejectAll': { label: 'Reject all suggestions', menu: 'edit' },

  'spelling.next': {
    label: 'Next spelling or grammar problem',
    accelerator: 'CmdOrCtrl+;',
    menu: 'edit',
    separatorBefore: true,
  },
  'spelling.previous': {
    label: 'Previous spelling or grammar problem',
    accelerator: 'CmdOrCtrl+Shift+;',
    menu: 'edit',
  },
  'spelling.suggestions': {
    label: 'Spelling suggestions…',
    accelerator: 'CmdOrCtrl+.',
    menu: 'edit',
  },
  'spelling.dictionary': { label: 'Spelling and dictionaries…', menu: 'edit' },

  'palette.open': { label: 'Search and commands…', accelerator: 'CmdOrCtrl+K', menu: 'go' },
  'go.recent': {
    label: 'Recent articles…',
    accelerator: 'Ctrl+Tab',
    menu: 'go',
    separatorBefore: true,
  },
  'go.recentOldest': {
    label: 'Recent articles, oldest first…',
    accelerator: 'Ctrl+Shift+Tab',
    menu: 'go',
  },
  'go.back': { label: 'Back', accelerator: 'CmdOrCtrl+[', menu: 'go' },
  'go.forward': { label: 'Forward', accelerator: 'CmdOrCtrl+]', menu: 'go' },
  'go.articles': {
    label: 'Articles of the library',
    accelerator: 'CmdOrCtrl+Shift+L',
    menu: 'go',
  },
  'go.quotes': {
    label: 'Quotes panel',
    accelerator: 'CmdOrCtrl+1',
    menu: 'go',
    separatorBefore: true,
  },
  'go.source': { label: 'Source panel', accelerator: 'CmdOrCtrl+2', menu: 'go' },
  'go.article': { label: 'Article panel', accelerator: 'CmdOrCtrl+3', menu: 'go' },
  'go.comments': { label: 'Comments panel', accelerator: 'CmdOrCtrl+4', menu: 'go' },
  'go.claims': { label: 'Claims', menu: 'go' },
  'go.manuscript': { label: 'Manuscript', accelerator: 'Escape', menu: 'go' },
  'go.footnote': {
    label: 'Footnote and back',
    accelerator: 'CmdOrCtrl+Alt+G',
    menu: 'go',
  },
  'source.find': { label: 'Find in this source', menu: 'go' },

  'source.goTo': {
    label: 'Go to page or time…',
    accelerator: 'CmdOrCtrl+G',
    menu: 'go',
  },

  'recording.toggle': {
    label: 'Play or pause the recording',
    accelerator: 'F9',
    menu: 'source',
  },
  'recording.playPassage': {
    label: 'Play the passage',
    accelerator: 'Shift+F9',
    menu: 'source',
  },
  'recording.back': { label: 'Back 5 seconds', accelerator: 'F7', menu: 'source' },
  'recording.forward': { label: 'Forward 5 seconds', accelerator: 'Shift+F7', menu: 'source' },
  'recording.attach': {
    label: 'Attach a recording…',
    menu: 'source',
    separatorBefore: true,
  },
  'recording.remove': { label: 'Remove recording', menu: 'source' },
  'source.page': {
    label: 'Show the text or the original',
    accelerator: 'CmdOrCtrl+Alt+P',
    menu: 'source',
    separatorBefore: true,
  },

  'source.note': {
    label: 'Note on the passage or source…',
    accelerator: 'CmdOrCtrl+Shift+M',
    menu: 'source',
    separatorBefore: true,
  },
  'source.exclude': { label: 'Exclude the passage or source…', menu: 'source' },
  'source.details': {
    label: 'Source details…',
    accelerator: 'CmdOrCtrl+Shift+I',
    menu: 'source',
    separatorBefore: true,
  },
  'source.collect': { label: 'Put the source into collections…', menu: 'source' },

  'view.rail': {
    label: 'Show or hide the library',
    accelerator: 'CmdOrCtrl+\\',
    menu: 'view',
  },
  'view.panel': {
    label: 'Show or hide the panel',
    accelerator: 'CmdOrCtrl+Shift+\\',
    menu: 'view',
  },
  'view.focus': {
    label: 'Focus on the text',
    accelerator: 'CmdOrCtrl+Shift+F',
    menu: 'view',
  },
  'view.typewriter': { label: 'Keep the line at the same height', menu: 'view' },
  'view.typographic': { label: 'Set marks and dashes as typed', menu: 'view' },
  'view.spelling': { label: 'Mark misspelt words', menu: 'view' },
  'view.grammar': { label: 'Mark grammar', menu: 'view' },
  'view.largerText': {
    label: 'Larger text',
    accelerator: 'CmdOrCtrl+Alt+=',
    menu: 'view',
    separatorBefore: true,
  },
  'view.smallerText': { label: 'Smaller text', accelerator: 'CmdOrCtrl+Alt+-', menu: 'view' },
  'view.usualText': { label: 'Usual text size', menu: 'view' },
  'view.narrowPage': { label: 'Page width: narrow', menu: 'view' },
  'view.normalPage': { label: 'Page width: normal', menu: 'view' },
  'view.widePage': { label: 'Page width: wide', menu: 'view' },
  'theme.system': { label: 'Theme: as the system', menu: 'view', separatorBefore: true },
  'theme.light': { label: 'Theme: light', menu: 'view' },
  'theme.dark': { label: 'Theme: dark', menu: 'view' },

  'help.shortcuts': { label: 'Keyboard shortcuts', accelerator: 'F1', menu: 'help' },
  'help.about': { label: 'About Stet', menu: 'help' },
});

export type CommandId = keyof typeof COMMANDS;
