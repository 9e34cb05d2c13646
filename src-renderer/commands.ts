import type { CommandId } from '../src-shared/commands';
import type { Theme } from '../src-shared/desktop';
import type { ArticleStatus } from '../src-shared/model/article';
import type { ClaimView } from '../src-shared/model/claim';
import { isSettled, type QuotationView } from '../src-shared/model/quotation';
import { attempt } from './actions';
import {
  followTrailTo,
  headlineOf,
  listedArticle,
  newArticle,
  openWindow,
  pasteArticle,
  pickArticle,
  removeArticle,
} from './articles/article-actions';
import { moveTo, setStatus } from './articles/list-actions';
import {
  linkSelection,
  markClaim,
  openClaimIds,
  openSourceOfClaim,
  selectedClaim,
  showClaims,
  showPassagesFor,
  signClaim,
  unmarkClaim,
} from './claims/claim-actions';
import { askForComment } from './comments/comment-actions';
import type { FormatCommand } from './editor/handle';
import type { TableCommand } from './editor/table/commands';
import { askToReopen, correctArticle, isLocked } from './finish/finished-actions';
import { isInManuscript, isTypingElsewhere } from './focus-place';
import { pasteSource, pickSourceFolders, pickSources } from './imports/import-actions';
import { watchFolder } from './imports/watched-actions';
import { annotate } from './notes/note-actions';
import { openArticle, shownReading } from './queries';
import {
  findPassages,
  goToNextOpen,
  linkAllVerbatim,
  openQuotationIds,
  openSourceOf,
  selectedQuotation,
  setCheck,
  setDismissed,
  takeSourceWording,
  unlinkQuotation,
} from './quotes/quote-actions';
import { getPlayback, STEP, seekBy } from './recordings/playback';
import {
  attachRecording,
  passageToPlay,
  playCurrentPassage,
  removeRecording,
  togglePlayback,
} from './recordings/recording-actions';
import { openRevisions } from './revisions/revision-actions';
import { getShell, openDialog, type PanelTab, setShell, showTab, showToast } from './shell';
import { canQuote, quoteSelection, selectedPassage } from './sources/quote-this';
import { currentSpelling } from './spelling/current';
import { switchGrammar, switchSpelling } from './spelling/spelling-actions';
import {
  decideAll,
  decideHere,
  goToNextSuggestion,
  sayMadeAtOnce,
  toggleSuggesting,
} from './suggestions/suggestion-actions';
import { differs } from './ui/diff';
import { changeTextSize, changeView } from './view';
import { finishedWords } from './words/finished';
import { words } from './words/words';

/*
 * What each command of src-shared/commands.ts does and when it is to be had. Buttons, the palette, the
 * keyboard and the native menus all come here.
 */

interface Command {
  perform(): unknown;
  /** False where there is nothing that it could act on now. */
  isAvailable(): boolean;
}

const always = () => true;
const withArticle = () => getShell().opened !== null;
const withManuscript = () => getShell().manuscript !== null;
const withSuggestions = () => withManuscript() && getShell().suggestions.length > 0;

/** A command about the quotation that is selected. */
function onQuotation(
  perform: (quotation: QuotationView) => unknown,
  isAvailable: (quotation: QuotationView) => boolean = always,
): Command {
  return {
    perform: () => {
      const quotation = selectedQuotation();
      if (quotation) perform(quotation);
    },
    isAvailable: () => {
      const quotation = selectedQuotation();
      return quotation !== null && isAvailable(quotation);
    },
  };
}

/** A command about the claim that is selected. */
function onClaim(
  perform: (claim: ClaimView) => unknown,
  isAvailable: (claim: ClaimView) => boolean = always,
): Command {
  const about = () => {
    const claim = selectedClaim();
    return claim && isAvailable(claim) ? claim : null;
  };
  return {
    perform: () => {
      const claim = about();
      if (claim) perform(claim);
    },
    isAvailable: () => about() !== null,
  };
}

/** What is done to the selected quotation is done to the selected claim where it is a claim's turn. */
function orOnClaim(quotation: Command, claim: Command): Command {
  const current = () => {
    const { selectedQuotationId, quotesList } = getShell();
    const isClaims = selectedQuotationId === null || quotesList === 'claims';
    return isClaims && claim.isAvailable() ? claim : quotation;
  };
  return {
    perform: () => current().perform(),
    isAvailable: () => current().isAvailable(),
  };
}

/** A command about the source that is open. */
function onSource(
  perform: (sourceId: string) => unknown,
  isAvailable: () => boolean = always,
): Command {
  return {
    perform: () => {
      const { sourceId } = getShell();
      if (sourceId !== null) perform(sourceId);
    },
    isAvailable: () => getShell().sourceId !== null && isAvailable(),
  };
}

const hasOpenPoints = () => openQuotationIds().length > 0 || openClaimIds().length > 0;
const withSource = () => getShell().sourceId !== null;
const hasRecording = () => getPlayback().state === 'ready';

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
  perform: () => getShell().manuscript?.changeTable(id),
  isAvailable: inTable,
});

/** A command about the link that the cursor is in. */
function onLink(perform: (url: string) => unknown): Command {
  const url = () => getShell().manuscript?.linkAtCursor() ?? null;
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

/** The status of the open article: one step of its undo. */
const withStatus = (status: ArticleStatus): Command => ({
  perform: () => {
    const { opened } = getShell();
    if (opened) return setStatus([opened.articleId], status);
  },
  isAvailable: () => withManuscript() && openArticle()?.status !== status,
});

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

const tab = (name: PanelTab): Command => ({
  perform: () => {
    showTab(name);
    // The panel is there after the next paint.
    requestAnimationFrame(() => focusPanel());
  },
  isAvailable: always,
});

function focusPanel() {
  const panel = document.querySelector('.panel [role="tabpanel"]');
  const first =
    panel?.querySelector<HTMLElement>('[data-panel-focus]') ??
    panel?.querySelector<HTMLElement>('input, button');
  first?.focus();
}

const theme = (name: Theme): Command => ({
  perform: () => attempt(() => window.stet.call('setTheme', { theme: name })),
  isAvailable: always,
});

export const commands: Record<CommandId, Command> = {
  'article.new': { perform: newArticle, isAvailable: always },
  'article.import': { perform: pickArticle, isAvailable: always },
  'article.paste': { perform: pasteArticle, isAvailable: always },
  'window.new': { perform: () => openWindow(null), isAvailable: always },
  'article.draft': withStatus('draft'),
  'article.inCheck': withStatus('in-check'),
  'article.finished': withStatus('finished'),
  'article.reopen': {
    perform: () => {
      const { opened } = getShell();
      if (opened) askToReopen([opened.articleId]);
    },
    isAvailable: () => withManuscript() && isLocked(),
  },
  'correction.new': {
    perform: () => {
      const { opened } = getShell();
      if (opened) return correctArticle(opened.articleId);
    },
    isAvailable: withManuscript,
  },
  'article.archive': {
    perform: () => {
      const { opened } = getShell();
      if (!opened) return;
      const isArchived = listedArticle(opened.articleId)?.shelf === 'archive';
      return moveTo([opened.articleId], isArchived ? 'desk' : 'archive');
    },
    isAvailable: withArticle,
  },
  'sources.import': { perform: pickSources, isAvailable: () => getShell().importJob === null },
  'sources.importFolder': {
    perform: pickSourceFolders,
    isAvailable: () => getShell().importJob === null,
  },
  'sources.watchFolder': { perform: watchFolder, isAvailable: always },
  'sources.watchedFolders': {
    perform: () => openDialog({ kind: 'watched-folders' }),
    isAvailable: always,
  },
  'sources.paste': { perform: pasteSource, isAvailable: () => getShell().importJob === null },
  'article.revisions': {
    perform: () => attempt(openRevisions),
    isAvailable: withManuscript,
  },
  'article.keepRevision': {
    perform: () => openDialog({ kind: 'keep-revision' }),
    isAvailable: withManuscript,
  },
  'library.open': {
    perform: () => attempt(() => window.stet.call('openLibrary', {})),
    isAvailable: always,
  },
  'article.remove': {
    perform: () => {
      const { opened } = getShell();
      if (opened) removeArticle(opened.articleId, headlineOf(opened.articleId));
    },
    isAvailable: withArticle,
  },
  'article.provenance': {
    perform: () =>
      attempt(async () => {
        await getShell().manuscript?.flush();
        openDialog({ kind: 'provenance' });
      }),
    isAvailable: withManuscript,
  },
  'article.finish': {
    perform: () =>
      attempt(async () => {
        // The gate speaks of what is in the library: the last words go there first.
        await getShell().manuscript?.flush();
        openDialog({ kind: 'finish' });
      }),
    isAvailable: withManuscript,
  },

  'edit.undo': history('undo'),
  'edit.redo': history('redo'),
  'edit.pastePlain': pastePlainly,
  'byline.paste': {
    perform: () => openDialog({ kind: 'paste-byline', text: '' }),
    isAvailable: () => withManuscript() && openArticle()?.status !== 'finished',
  },
  'byline.styles': {
    perform: () => openDialog({ kind: 'house-styles' }),
    isAvailable: always,
  },
  'edit.find': {
    // In the source where that is what is being read; in the article otherwise.
    perform: () => {
      if (isReadingSource()) runCommand('source.find');
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
  'link.open': onLink((url) => attempt(() => window.stet.call('openExternal', { url }))),
  'link.copy': onLink(copyLink),
  'link.remove': onLink(() => getShell().manuscript?.removeLink()),

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

  'quotation.next': {
    perform: () => goToNextOpen('next'),
    isAvailable: () => withManuscript() && hasOpenPoints(),
  },
  'quotation.previous': {
    perform: () => goToNextOpen('previous'),
    isAvailable: () => withManuscript() && hasOpenPoints(),
  },
  'quotation.findPassages': orOnClaim(
    onQuotation(findPassages, (quotation) => !quotation.dismissed),
    onClaim(({ id }) => showPassagesFor(id)),
  ),
  'quotation.quoteThis': { perform: quoteSelection, isAvailable: canQuote },
  'quotation.linkVerbatim': {
    perform: () => {
      const { opened } = getShell();
      if (opened) linkAllVerbatim(opened.articleId);
    },
    isAvailable: withManuscript,
  },
  'quotation.openSource': orOnClaim(
    onQuotation(openSourceOf, (quotation) => quotation.link !== null),
    onClaim(openSourceOfClaim, (claim) => claim.link !== null),
  ),
  'quotation.useSourceWording': onQuotation(takeSourceWording, canTakeSourceWording),
  'quotation.confirm': orOnClaim(
    onQuotation(
      (quotation) =>
        setCheck([quotation], { kind: 'confirmed', reason: null }, words.actions.confirm),
      canConfirm,
    ),
    onClaim(
      (claim) => signClaim(claim, { kind: 'confirmed', reason: null }),
      (claim) => claim.link !== null && claim.check === null,
    ),
  ),
  'quotation.unlink': onQuotation(unlinkQuotation, (quotation) => quotation.link !== null),
  'quotation.dismiss': onQuotation(
    (quotation) => setDismissed(quotation, true),
    (quotation) => !quotation.dismissed,
  ),

  'quotation.readBack': onQuotation(
    ({ id }) => openDialog({ kind: 'read-back', quotationIds: [id] }),
    (quotation) => !quotation.dismissed,
  ),
  'claim.mark': { perform: markClaim, isAvailable: withManuscript },
  'claim.linkSelection': onClaim(linkSelection, () => selectedPassage() !== null),
  'claim.unmark': onClaim(unmarkClaim),

  'source.addVersion': onSource((sourceId) => openDialog({ kind: 'add-version', sourceId })),
  'source.impact': onSource((sourceId) => openDialog({ kind: 'impact', sourceId })),
  'source.compareVersions': onSource(
    (sourceId) => openDialog({ kind: 'compare-versions', sourceId }),
    () => (shownReading()?.versionCount ?? 1) > 1,
  ),
  'library.corrected': {
    perform: () => openDialog({ kind: 'impact', sourceId: null }),
    isAvailable: always,
  },
  'quotation.houseProfile': {
    perform: () => openDialog({ kind: 'house-profile' }),
    isAvailable: always,
  },

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

  'palette.open': { perform: () => openDialog({ kind: 'palette' }), isAvailable: always },
  'go.recent': {
    perform: () => openDialog({ kind: 'recent', oldest: false }),
    isAvailable: always,
  },
  'go.recentOldest': {
    perform: () => openDialog({ kind: 'recent', oldest: true }),
    isAvailable: always,
  },
  'go.back': { perform: () => followTrailTo('back'), isAvailable: () => getShell().trail.back > 0 },
  'go.forward': {
    perform: () => followTrailTo('forward'),
    isAvailable: () => getShell().trail.forward > 0,
  },
  'go.articles': {
    perform: () => {
      setShell({ railHidden: false });
      // The rail is there after the next paint.
      requestAnimationFrame(() => {
        const list = document.querySelector<HTMLElement>('.rail [data-articles]');
        (list ?? document.querySelector<HTMLElement>('.rail .view-button'))?.focus();
      });
    },
    isAvailable: always,
  },
  'go.quotes': tab('quotes'),
  'go.source': tab('source'),
  'go.article': tab('article'),
  'go.comments': tab('comments'),
  'go.footnote': {
    perform: () => getShell().manuscript?.goBetweenFootnotes(),
    isAvailable: withManuscript,
  },
  'go.claims': {
    perform: () => {
      showClaims();
      requestAnimationFrame(() => focusPanel());
    },
    isAvailable: withArticle,
  },
  'go.manuscript': {
    perform: () => getShell().manuscript?.focus(),
    isAvailable: withManuscript,
  },
  'source.find': {
    perform: () => {
      showTab('source');
      setShell({ findRequest: getShell().findRequest + 1 });
    },
    isAvailable: () => getShell().sourceId !== null,
  },

  'source.note': onSource(() => annotate('note')),
  'source.exclude': onSource(() => annotate('exclusion')),
  'source.details': onSource((sourceId) => openDialog({ kind: 'source', sourceId })),
  'source.collect': onSource((sourceId) => openDialog({ kind: 'collect', sourceIds: [sourceId] })),

  'source.goTo': {
    perform: () => {
      showTab('source');
      const { sourceId, goTo } = getShell();
      if (sourceId) setShell({ goTo: { sourceId, request: (goTo?.request ?? 0) + 1 } });
    },
    isAvailable: withSource,
  },
  'source.page': {
    perform: () => {
      showTab('source');
      setShell({ readerView: getShell().readerView === 'text' ? 'page' : 'text' });
    },
    isAvailable: () => getShell().hasPages,
  },
  'recording.toggle': {
    perform: togglePlayback,
    isAvailable: () => withSource() || hasRecording(),
  },
  'recording.playPassage': {
    perform: playCurrentPassage,
    isAvailable: () => passageToPlay() !== null,
  },
  'recording.back': { perform: () => seekBy(-STEP), isAvailable: hasRecording },
  'recording.forward': { perform: () => seekBy(STEP), isAvailable: hasRecording },
  'recording.attach': onSource(attachRecording),
  'recording.remove': onSource(removeRecording),

  'view.rail': {
    perform: () => setShell({ railHidden: !getShell().railHidden }),
    isAvailable: always,
  },
  'view.panel': {
    perform: () => setShell({ panelHidden: !getShell().panelHidden }),
    isAvailable: always,
  },
  'view.focus': {
    perform: () => {
      setShell({ isFocused: !getShell().isFocused });
      getShell().manuscript?.focus();
    },
    isAvailable: withManuscript,
  },
  'view.typewriter': {
    perform: () => changeView({ typewriter: !getShell().view.typewriter }),
    isAvailable: always,
  },
  'view.typographic': {
    perform: () => {
      const typographic = !getShell().view.typographic;
      showToast(typographic ? words.typographicOn : words.typographicOff);
      return changeView({ typographic });
    },
    isAvailable: always,
  },
  'view.spelling': { perform: switchSpelling, isAvailable: always },
  'view.grammar': { perform: switchGrammar, isAvailable: always },
  'view.largerText': { perform: () => changeTextSize(1), isAvailable: always },
  'view.smallerText': { perform: () => changeTextSize(-1), isAvailable: always },
  'view.usualText': { perform: () => changeView({ textSize: 1 }), isAvailable: always },
  'view.narrowPage': { perform: () => changeView({ pageWidth: 'narrow' }), isAvailable: always },
  'view.normalPage': { perform: () => changeView({ pageWidth: 'normal' }), isAvailable: always },
  'view.widePage': { perform: () => changeView({ pageWidth: 'wide' }), isAvailable: always },
  'theme.system': theme('system'),
  'theme.light': theme('light'),
  'theme.dark': theme('dark'),

  'help.shortcuts': { perform: () => openDialog({ kind: 'shortcuts' }), isAvailable: always },
  'help.about': { perform: () => openDialog({ kind: 'about' }), isAvailable: always },
};

/** True where the source's wording can be put in place of the quotation's. */
export function canTakeSourceWording(quotation: QuotationView): boolean {
  return quotation.link !== null && quotation.verdict !== 'missing' && differs(quotation.diff);
}

/** A linked quotation can be confirmed, unless its words or its passage are not the source's. */
export function canConfirm(quotation: QuotationView): boolean {
  const confirmable = ['verbatim', 'permitted', 'review'].includes(quotation.verdict);
  return (
    confirmable &&
    quotation.check === null &&
    !quotation.dismissed &&
    // Its source says something else now: somebody has to choose.
    !quotation.correction
  );
}

/** An open quotation can be let stand as it is, with a reason. */
export function canAccept(quotation: QuotationView): boolean {
  return !isSettled(quotation);
}

/** What a finished article keeps from being done, as the start of a command's id. */
const CHANGES = [
  'format.',
  'table.',
  'figure.insert',
  'edit.replace',
  'edit.character',
  'link.remove',
  'quotation.quoteThis',
  'quotation.linkVerbatim',
  'quotation.useSourceWording',
  'quotation.unlink',
  'quotation.dismiss',
  'claim.',
  'suggestion.toggle',
  'suggestion.accept',
  'suggestion.reject',
];

/** Why a command that changes the article is not to be had while that is finished; null otherwise. */
export function lockedReason(id: CommandId): string | null {
  const changes = CHANGES.some((start) => id.startsWith(start));
  // What is pasted goes where one types.
  const pastes = id === 'edit.pastePlain' && !isTypingElsewhere();
  return (changes || pastes) && isLocked() ? finishedWords.locked : null;
}

/** Runs a command where it is to be had; answers whether it was. */
export function runCommand(id: CommandId): boolean {
  const command = commands[id];
  const reason = lockedReason(id);
  if (reason !== null) {
    showToast(reason);
    return false;
  }
  if (!command.isAvailable()) return false;
  void command.perform();
  return true;
}

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
