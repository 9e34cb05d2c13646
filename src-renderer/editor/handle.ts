import type { ReactNode } from 'react';
import type { FoundClaim } from '../../src-shared/claim/find-claims';
import type { CommandId } from '../../src-shared/commands';
import type { Suggestion } from '../../src-shared/document/list-suggestions';
import type { Document } from '../../src-shared/document/schema';
import type { StetError } from '../../src-shared/errors';
import type { Article, EditingPlace } from '../../src-shared/model/article';
import type { ClaimView } from '../../src-shared/model/claim';
import type { PassageTarget, QuotationView } from '../../src-shared/model/quotation';
import type { SpanText } from '../../src-shared/model/span';
import type { DiffSegment } from '../../src-shared/model/verdict';
import type { ClaimsHandle } from './claim/claims';
import type { ClaimCopy } from './claim/copies';
import type { KeptHtml } from './html/edit';
import type { OutlineHeading } from './outline';
import type { RestoredBlock } from './restore';
import type { SuggestionsHandle } from './suggestion/handle';
import type { TableCommand, TableSize } from './table/commands';

/*
 * The seam between the interface around the manuscript and the manuscript itself
 * (`Manuscript` in manuscript.tsx). Neither side reaches past it.
 *
 * The shell gives the manuscript one cell of the window (`main.manuscript`, a size container without
 * scrolling of its own); the manuscript fills it, scrolls within it and draws the page. Colours and
 * faces are the custom properties of styles/tokens.css.
 */

/** The commands that change the words or their form at the selection. */
export type FormatCommand = Extract<CommandId, `format.${string}`>;

/** What became of the last change: shown in the top bar. */
export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  /** The words are still in the editor; `error` says why the library did not take them. */
  | { kind: 'failed'; error: StetError };

/**
 * Something done outside the document (link, speaker, byline, details) that takes one step in the
 * article's only undo stack. Redo runs `perform` again.
 */
export interface UndoableAction {
  /** Said in messages, e.g. "Link to a passage". */
  label: string;
  /** Carries it out through the bridge. A rejection leaves the undo stack as it was. */
  perform(): Promise<void>;
  undo(): Promise<void>;
}

/** What a save answered. */
export interface SaveAnswer {
  version: number;
  savedAt: string;
  quotations: QuotationView[];
}

/** A passage that becomes a quotation at the cursor. */
export interface NewQuotation extends PassageTarget {
  /** The words of the passage, without quotation marks: the editor adds those of the article's language. */
  text: string;
  /** Who said it, where that is known; named as the quotation's speaker. */
  speaker: { personId: string; name: string } | null;
}

/** What the interface may do to the manuscript; given to `ManuscriptProps.onReady`. */
export interface ManuscriptHandle {
  /** Puts the selection into the quotation, scrolls it into view and moves the focus there. */
  goToQuotation(quotationId: string): void;
  /**
   * Goes to the one of these quotations and claims that comes after (or before) the cursor in the text,
   * from the end round to the start; answers its id, or null where the text has none of them.
   */
  goToNext(quotationIds: readonly string[], direction: 'next' | 'previous'): string | null;
  /**
   * Quotes a passage at the last place of the cursor: the words in quotation marks, saved, linked and
   * with the speaker named, all in one step of undo. Rejects with a StetError where it is not linked.
   */
  insertQuotation(quotation: NewQuotation): Promise<void>;
  /**
   * Gives the quotation the wording of its source: `same` stays as it is (with its format), `added`
   * goes, `removed` comes back; quotation marks stay. One step of undo. False where it could not be done.
   */
  useSourceWording(quotationId: string, diff: readonly DiffSegment[]): boolean;
  /**
   * The same with an action, in one step of undo: false where the words could not be changed, and the
   * action was carried out all the same. Rejects with what it rejected with.
   */
  useWordingWith(
    quotationId: string,
    diff: readonly DiffSegment[],
    action: UndoableAction,
  ): Promise<boolean>;
  /** Carries out an action and makes it one step of undo. Rejects with what `perform` rejected with. */
  performAction(action: UndoableAction): Promise<void>;
  /** The words that a comment would be about: the selected ones, or the cursor's paragraph; null where there are none. */
  commentedWords(): string | null;
  /** Marks these words with a new thread and carries out its action, in one step of undo. */
  startComment(threadId: string, action: UndoableAction): Promise<void>;
  /** Takes the marks of a thread out of the text and carries out its action, in one step of undo. */
  removeComment(threadId: string, action: UndoableAction): Promise<void>;
  /** The claims that are marked in the text. */
  readonly claims: ClaimsHandle;
  /** Puts the selection into what a comment is about and scrolls it into view; false where its words are gone. */
  goToComment(threadId: string): boolean;
  /** What is proposed in the text, and what becomes of it. */
  readonly suggestions: SuggestionsHandle;
  /** The document as it is on the page, whether it is saved or not. */
  document(): Document;
  /** Puts an older state of the article in place of the one on the page. One step of undo. */
  restore(document: Document): void;
  /** Puts one block of an older state back. One step of undo; false where it could not be done. */
  restoreBlock(block: RestoredBlock): boolean;
  /** Opens find, or find and replace, for the selected words; moves the focus there. */
  find(replaces: boolean): void;
  /** Goes to the next find; opens find where it is not open. */
  findNext(by: 1 | -1): void;
  undo(): void;
  redo(): void;
  /** Changes the form at the selection; `format.link` asks for the address in the manuscript itself. */
  format(command: FormatCommand): void;
  /**
   * Selects words of the text and scrolls them into view: those at this place, or the nearest that
   * are the same. Does nothing where there are none.
   */
  selectWords(words: SpanText): void;
  /** Puts the cursor at the start of a block of the text, the headline being 0, and scrolls there. */
  goToBlock(block: number): void;
  /** From a footnote to its place in the text, or from the text to the nearest footnote. */
  goBetweenFootnotes(): void;
  /** Puts text at the last place of the cursor, formatted as what stands there. One step of undo. */
  insertText(text: string): void;
  /** Inserts text of several lines as paragraphs, whatever else it might mean. */
  pastePlain(text: string): void;
  /** Asks for pictures and puts them below the cursor's paragraph as figures. One step of undo. */
  insertFigure(): void;
  /** Goes to the first figure without alternative text and opens its card, or to the first whose picture is gone. */
  goToFigure(which: 'unread' | 'missing'): void;
  /** Puts an empty table below the cursor's paragraph. One step of undo. */
  insertTable(size: TableSize): void;
  /** Changes the table that the cursor is in, in one step of undo; does nothing where it is in none. */
  changeTable(command: TableCommand): void;
  isInTable(): boolean;
  /** The kept HTML that is selected or that the cursor is beside; null where there is none, or none may be changed. */
  htmlAtCursor(): KeptHtml | null;
  /** Changes kept HTML, or takes it out where it is null. One step of undo. */
  changeHtml(key: string, html: string | null): void;
  /** The address of the link that the cursor is in, or null. */
  linkAtCursor(): string | null;
  /** Takes the link at the cursor away; its words stay. One step of undo. */
  removeLink(): void;
  /** Where one is in the article. */
  place(): EditingPlace;
  /** Puts the selection and the scrolling where they were; moves the focus into the text. */
  goToPlace(place: EditingPlace): void;
  /** Moves the focus into the text, to where the cursor was. */
  focus(): void;
  /** Saves at once what is not saved yet; rejects with a StetError where that failed. */
  flush(): Promise<void>;
  /**
   * What the library says of the quotations, in line with the words on the page: while these are ahead
   * of what was saved, a verdict on former words is not taken. For the views of this article alone.
   */
  followWords(quotations: readonly QuotationView[]): QuotationView[];
}

export interface ManuscriptProps {
  /**
   * The article as it is known now. Its document is read once, when it is opened (the shell sets a
   * `key`); its status, language and dateline are followed.
   */
  article: Article;
  /** What is known about the quotations now: drawn in the text without touching it. */
  quotations: readonly QuotationView[];
  /** The same, read at any time: the very newest. */
  quotationsNow(): readonly QuotationView[];
  /** The words on the page changed, and with them what is known about these quotations: all of them. */
  onQuotations(quotations: QuotationView[]): void;
  /** The quotation shown as selected; null: none. */
  selectedQuotationId: string | null;
  /** The cursor came into a quotation, or left all of them. */
  onSelectQuotation(quotationId: string | null): void;
  onReady(handle: ManuscriptHandle): void;
  /** Called after every save that the library acknowledged. */
  onSaved(answer: SaveAnswer): void;
  onSaveState(state: SaveState): void;
  /** Something failed that nobody waits for: an action could not be undone or redone. */
  onError?(error: StetError): void;
  /** Many words are about to be replaced; called before, so that the words until then can be kept. */
  onLargeChange(): Promise<void>;
  /** Something to say in passing. */
  onMessage(text: string): void;
  /** The threads of comments that are open: what they are about is drawn in the text. */
  openComments: readonly string[];
  selectedCommentId: string | null;
  /** The cursor came into words that a comment is about, or left them. */
  onSelectComment(threadId: string | null): void;
  /** The threads that the text is marked with, in its order; told when it changed. */
  onCommentOrder(threadIds: string[]): void;
  /** What is known about the claims now: drawn in the text without touching it. */
  claims: readonly ClaimView[];
  selectedClaimId: string | null;
  /** The cursor came into a claim, or left all of them. */
  onSelectClaim(claimId: string | null): void;
  /** Claims were pasted, and are claims of their own now. */
  onClaimCopies(copies: ClaimCopy[]): void;
  /** The sentences that look as if they needed a source, when they changed. */
  onClaimSuggestions(suggestions: FoundClaim[]): void;
  /** Who changes the text, while changes are proposed; null while they are simply made. */
  suggestingAs: string | null;
  /** Who uses this window: their suggestions have a colour of their own. */
  editorId: string;
  selectedSuggestionId: string | null;
  /** What is proposed in the text, in its order; told at first and whenever it changed. */
  onSuggestions(suggestions: Suggestion[]): void;
  /** The cursor came into a suggestion, or left them. */
  onSelectSuggestion(id: string | null): void;
  /** The headings of the text, at first and whenever they changed. */
  onOutline(outline: OutlineHeading[]): void;
  /** The line that is typed in stays at the same height. */
  isTypewriter: boolean;
  /** Asked once it is drawn: whether the cursor comes into it. */
  takesFocus(): boolean;
  /** Quotation marks, dashes and ellipses are set as they are typed. */
  isTypographic: boolean;
  /** Words of the article, and of the selection (0 where nothing is selected). */
  onStatistics(statistics: { words: number; selectedWords: number }): void;
  /** Carries out a command that something in the text stands for. */
  onCommand(id: CommandId): void;
  /** Works on the words of the text, within the editor’s own context: their spelling. */
  spelling: ReactNode;
  /** The byline line, shown between headline and text. */
  byline: ReactNode;
  /** Stands above the page: what is to be known before it is read. */
  notice: ReactNode;
  /** Stands on the page below the text. */
  below: ReactNode;
}
