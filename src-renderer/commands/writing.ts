import type { CommandId } from '../../src-shared/commands';
import { isOpenable } from '../../src-shared/document/links';
import { attempt } from '../actions';
import { askForComment } from '../comments/comment-actions';
import type { FormatCommand } from '../editor/handle';
import type { TableCommand } from '../editor/table/commands';
import { isInManuscript, isTypingElsewhere } from '../focus-place';
import { getShell, openDialog, showToast } from '../shell';
import { currentSpelling } from '../spelling/current';
import {
  decideAll,
  decideHere,
  goToNextSuggestion,
  sayMadeAtOnce,
  toggleSuggesting,
} from '../suggestions/suggestion-actions';
import { words } from '../words/words';
import { always, type Command, withManuscript } from './command';
import { sourceCommands } from './sources';

const withSuggestions = () => withManuscript() && getShell().suggestions.length > 0;

const format = (id: FormatCommand): Command => ({
  perform: () => {
    getShell().manuscript?.format(id);
    sayMadeAtOnce(id);
  },
  isAvailable: withManuscript,
});

const inTable = () => getShell().manuscript?.isInTable() ?? false;

/** A command about the table that the cursor is in. */
const table = (id: TableCommand): Command => ({
  perform: () => {
    getShell().manuscript?.changeTable(id);
    sayMadeAtOnce(id);
  },
  isAvailable: inTable,
});

/** A command about the link that the cursor is in. */
function onLink(perform: (url: string) => unknown, isMeant = (_url: string) => true): Command {
  const url = () => {
    const address = getShell().manuscript?.linkAtCursor() ?? null;
    return address !== null && isMeant(address) ? address : null;
  };
  return {
    perform: () => {
      const address = url();
      if (address !== null) return perform(address);
    },
    isAvailable: () => url() !== null,
  };
}

async function copyLink(url: string) {
  await navigator.clipboard.writeText(url);
  showToast(words.linkCopied);
}

/** Undo and redo belong to the field that is being typed in, and to the article everywhere else. */
const history = (command: 'undo' | 'redo'): Command => ({
  perform: () => {
    if (isTypingElsewhere()) document.execCommand(command);
    else getShell().manuscript?.[command]();
  },
  isAvailable: () => withManuscript() || isTypingElsewhere(),
});

/** The words of the clipboard alone, into the field that is being typed in or into the article. */
const pastePlainly: Command = {
  async perform() {
    const isElsewhere = isTypingElsewhere();
    const { text } = await window.stet.call('readClipboard', {});
    if (isElsewhere) document.execCommand('insertText', false, text);
    else if (text.trim() === '') showToast(words.clipboardEmpty);
    else getShell().manuscript?.pastePlain(text);
  },
  isAvailable: () => withManuscript() || isTypingElsewhere(),
};

/** True where a source is shown and the keys do not go to the article. */
function isReadingSource(): boolean {
  const { tab: shown, sourceId, manuscript, panelHidden } = getShell();
  if (manuscript === null) return true;
  return (
    shown === 'source' &&
    sourceId !== null &&
    !panelHidden &&
    !isInManuscript(document.activeElement)
  );
}

/** Commands that write: text, formats, tables, links, spelling, suggestions, comments. */
export const writingCommands = {
  'edit.undo': history('undo'),
  'edit.redo': history('redo'),
  'edit.pastePlain': pastePlainly,
  'edit.find': {
    // In the source where that is what is being read; in the article otherwise.
    perform: () => {
      if (isReadingSource()) sourceCommands['source.find'].perform();
      else getShell().manuscript?.find(false);
    },
    isAvailable: () => withManuscript() || getShell().sourceId !== null,
  },
  'edit.findNext': {
    perform: () => getShell().manuscript?.findNext(1),
    isAvailable: withManuscript,
  },
  'edit.findPrevious': {
    perform: () => getShell().manuscript?.findNext(-1),
    isAvailable: withManuscript,
  },
  'edit.replace': {
    perform: () => getShell().manuscript?.find(true),
    isAvailable: withManuscript,
  },
  'format.bold': format('format.bold'),
  'format.italic': format('format.italic'),
  'format.underline': format('format.underline'),
  'format.strikethrough': format('format.strikethrough'),
  'format.superscript': format('format.superscript'),
  'format.subscript': format('format.subscript'),
  'format.code': format('format.code'),
  'format.plain': format('format.plain'),
  'format.link': format('format.link'),
  'format.footnote': format('format.footnote'),
  'format.paragraph': format('format.paragraph'),
  'format.heading': format('format.heading'),
  'format.subheading': format('format.subheading'),
  'format.smallHeading': format('format.smallHeading'),
  'format.taskList': format('format.taskList'),
  'format.tick': format('format.tick'),
  'format.codeBlock': format('format.codeBlock'),
  'format.rule': format('format.rule'),
  'figure.insert': {
    perform: () => getShell().manuscript?.insertFigure(),
    isAvailable: withManuscript,
  },
  'format.bulletList': format('format.bulletList'),
  'format.numberedList': format('format.numberedList'),
  'format.blockQuotation': format('format.blockQuotation'),
  'format.standfirst': format('format.standfirst'),
  'format.pullQuote': format('format.pullQuote'),
  'format.attribution': format('format.attribution'),
  'edit.character': {
    perform: () => openDialog({ kind: 'character' }),
    isAvailable: withManuscript,
  },
  'link.open': onLink(
    (url) => attempt(() => window.stet.call('openExternal', { url })),
    isOpenable,
  ),
  'link.copy': onLink(copyLink),
  'link.remove': onLink(() => getShell().manuscript?.removeLink()),
  'html.edit': {
    perform: () => {
      const kept = getShell().manuscript?.htmlAtCursor();
      if (kept) openDialog({ kind: 'kept-html', kept });
    },
    isAvailable: () => (getShell().manuscript?.htmlAtCursor() ?? null) !== null,
  },
  'table.insert': {
    perform: () => openDialog({ kind: 'insert-table' }),
    isAvailable: () => withManuscript() && !inTable(),
  },
  'table.rowAbove': table('table.rowAbove'),
  'table.rowBelow': table('table.rowBelow'),
  'table.columnBefore': table('table.columnBefore'),
  'table.columnAfter': table('table.columnAfter'),
  'table.headerRow': table('table.headerRow'),
  'table.headerColumn': table('table.headerColumn'),
  'table.deleteRow': table('table.deleteRow'),
  'table.deleteColumn': table('table.deleteColumn'),
  'table.delete': table('table.delete'),
  'comment.new': { perform: askForComment, isAvailable: withManuscript },
  'spelling.next': {
    perform: () => currentSpelling()?.goToNext(1),
    isAvailable: () => currentSpelling() !== null,
  },
  'spelling.previous': {
    perform: () => currentSpelling()?.goToNext(-1),
    isAvailable: () => currentSpelling() !== null,
  },
  'spelling.suggestions': {
    perform: () => currentSpelling()?.suggestAtCursor(),
    isAvailable: () => currentSpelling() !== null,
  },
  'spelling.dictionary': {
    perform: () => openDialog({ kind: 'spelling' }),
    isAvailable: always,
  },
  'suggestion.toggle': { perform: toggleSuggesting, isAvailable: withManuscript },
  'suggestion.next': { perform: () => goToNextSuggestion(1), isAvailable: withManuscript },
  'suggestion.previous': { perform: () => goToNextSuggestion(-1), isAvailable: withManuscript },
  'suggestion.accept': { perform: () => decideHere('accept'), isAvailable: withManuscript },
  'suggestion.reject': { perform: () => decideHere('reject'), isAvailable: withManuscript },
  'suggestion.acceptAll': { perform: () => decideAll('accept'), isAvailable: withSuggestions },
  'suggestion.rejectAll': { perform: () => decideAll('reject'), isAvailable: withSuggestions },
} satisfies Partial<Record<CommandId, Command>>;
