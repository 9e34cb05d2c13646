import type { LexicalEditor } from 'lexical';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { call } from '../bridge';
import { keyFrames } from '../key-frames';
import { isContentChange } from './changes';
import { type ClaimsInText, registerClaims } from './claim/claims';
import { $claimAtCursor } from './claim/mark';
import { $commentAtCursor } from './comment/mark';
import { type CommentPainter, createCommentPainter } from './comment/painter';
import { focusText } from './focus';
import type { ManuscriptProps } from './handle';
import { createLiveDocument, type LiveDocument } from './live-document';
import { registerLock } from './lock';
import { createHandle } from './manuscript-handle';
import { type MarkedElements, registerMarkedElements } from './marked-elements';
import { registerOutline } from './outline';
import { createPlaceKeeper, readPlace, restoreSelection } from './place';
import { keepDirections } from './quotation/directions';
import { $quotationAtCursor } from './quotation/go-to';
import { createPainter, type QuotationPainter, shownVerdicts } from './quotation/highlights';
import { createLiveQuotations } from './quotation/live-quotations';
import { createMarksThread } from './quotation/marks-finder';
import { registerReconciler } from './quotation/reconciler';
import { $quotationsOf } from './quotation/state';
import { createSaver } from './saving';
import { readScroll, scrollToPlace } from './scroll-place';
import { registerStatistics } from './statistics';
import { $suggestionsAtSelection } from './suggestion/decide';
import { registerSuggestionList } from './suggestion/list';
import { registerSuggestionLooks, type SuggestionLooks } from './suggestion/looks';
import { registerTypewriter } from './typewriter';
import { registerTypography } from './typography';
import { registerActions } from './undo';

/** One thread serves every article that is opened. */
const openFinder = createMarksThread();

export interface ManuscriptRefs {
  scroller: RefObject<HTMLDivElement | null>;
  /** True for the id of a quotation of this article; asked when something is pasted. */
  isOwnQuotation: RefObject<(id: string) => boolean>;
}

/** What the page opens beside the text. */
export interface PageActions {
  askForLink(): void;
  find(replaces: boolean): void;
  findNext(by: 1 | -1): void;
}

export interface ManuscriptParts {
  live: LiveDocument;
  elements: MarkedElements;
  painter: QuotationPainter;
  looks: SuggestionLooks;
  comments: CommentPainter;
  claims: ClaimsInText;
}

/**
 * Connects an editor that is on the page with the library and with the interface around it, for as
 * long as it is there. Null until then.
 *
 * @param unsaved true where the editor was opened with words that the library has not taken yet
 */
export function useManuscript(
  editor: LexicalEditor,
  props: ManuscriptProps,
  { scroller, isOwnQuotation }: ManuscriptRefs,
  unsaved: boolean,
  actions: PageActions,
): ManuscriptParts | null {
  const [parts, setParts] = useState<ManuscriptParts | null>(null);
  const latest = useRef({ props, page: actions });
  latest.current = { props, page: actions };
  const opened = useRef(props.article);

  useEffect(() => {
    const pane = scroller.current;
    const root = editor.getRootElement();
    if (!pane || !root) return;
    const article = opened.current;
    const language = () => latest.current.props.article.language;
    const live = createLiveDocument(editor);

    let painter: QuotationPainter | null = null;
    const verdicts = createLiveQuotations({
      judge: (readings) =>
        call('quotations.judge', { articleId: article.id, quotations: readings }),
      shown: () => latest.current.props.quotationsNow(),
      // The line in the text follows the keys; the panels, which take longer, their rest.
      draw: (quotations) => painter?.setVerdicts(shownVerdicts(quotations)),
      show: (quotations) => latest.current.props.onQuotations(quotations),
      whenRested: (work) => keyFrames.rested(`quotations of ${article.id}`, work),
    });
    const reconciler = registerReconciler(editor, {
      finder: openFinder(live),
      language,
      ids: latest.current.props.quotations.map(({ id }) => id),
      onFound: ({ ids, readings }) => verdicts.found(ids, readings),
    });
    isOwnQuotation.current = (id) => reconciler.knownIds.has(id);

    const elements = registerMarkedElements(editor, $quotationsOf, (keys) => {
      // It tells of what is there already before anybody knows of it.
      if (!painter) return;
      painter.repaint(keys);
      keepDirections(elements, keys);
    });
    painter = createPainter(elements);
    painter.setVerdicts(shownVerdicts(latest.current.props.quotations));
    painter.repaint(elements.all.keys());
    keepDirections(elements, elements.all.keys());

    const commentPainter = createCommentPainter(editor, (threadIds) =>
      latest.current.props.onCommentOrder(threadIds),
    );

    const saver = createSaver({
      articleId: article.id,
      version: article.version,
      opened: article.document,
      saved: unsaved ? article.document : live.read(),
      read: live.read,
      settle: reconciler.settle,
      save: (input) => call('articles.save', input),
      open: (input) => call('articles.open', input),
      behindKey: keyFrames.behindNext,
      onSaved: (answer) => latest.current.props.onSaved(answer),
      onState: (state) => latest.current.props.onSaveState(state),
    });
    if (unsaved) saver.changed();

    const actions = registerActions(editor, (error) => latest.current.props.onError?.(error));
    const claims = registerClaims(editor, {
      live,
      actions,
      scroller: pane,
      language,
      onCopies: (copies) => latest.current.props.onClaimCopies(copies),
      onSuggestions: (found) => latest.current.props.onClaimSuggestions(found),
    });
    if (article.place) restoreSelection(editor, article.place);
    let seen: ReturnType<typeof readScroll> = { scrollTop: 0 };
    /** How far the text is scrolled; once it is off the page, how far it was. */
    function whatIsSeen() {
      if (pane?.isConnected && root) seen = readScroll(pane, root);
      return seen;
    }
    const place = createPlaceKeeper(
      () => ({ ...readPlace(editor, 0), ...whatIsSeen() }),
      (where) => call('articles.rememberPlace', { articleId: article.id, place: where }),
    );
    const stopStatistics = registerStatistics(editor, {
      language,
      onStatistics: (statistics) => latest.current.props.onStatistics(statistics),
    });

    const stopTypography = registerTypography(editor, {
      language,
      isOn: () => latest.current.props.isTypographic,
    });
    const stopOutline = registerOutline(editor, (outline) =>
      latest.current.props.onOutline(outline),
    );
    const looks = registerSuggestionLooks(editor);
    looks.setReader(latest.current.props.editorId);
    const stopSuggestions = registerSuggestionList(editor, live, (suggestions) =>
      latest.current.props.onSuggestions(suggestions),
    );
    const stopLock = registerLock(editor);
    const stopTypewriter = registerTypewriter(
      editor,
      pane,
      () => latest.current.props.isTypewriter,
    );

    const leave = () => {
      // A failure is told by the save state.
      saver.flush().catch(() => undefined);
      void place.flush();
    };
    const scrolled = () => {
      whatIsSeen();
      place.changed();
    };
    root.addEventListener('focusout', leave);
    window.addEventListener('blur', leave);
    pane.addEventListener('scroll', scrolled, { passive: true });

    // At the top it is already; saying so would have the page laid out before it is complete.
    if (article.place?.scrollTop) scrollToPlace(pane, root, article.place);
    if (latest.current.props.takesFocus() && editor.isEditable()) focusText(editor);
    setParts({ live, elements, painter, looks, comments: commentPainter, claims });
    latest.current.props.onReady(
      createHandle({
        articleId: article.id,
        language,
        editor,
        live,
        scroller: pane,
        elements,
        painter,
        saver,
        place,
        actions,
        verdicts,
        claims: claims.handle,
        askForLink: () => latest.current.page.askForLink(),
        find: (replaces) => latest.current.page.find(replaces),
        findNext: (by) => latest.current.page.findNext(by),
      }),
    );
    let atCursor: string | null = null;
    let commentAtCursor: string | null = null;
    let claimAtCursor: string | null = null;
    let suggestionAtCursor: string | null = null;
    function tellCursor() {
      const [id, threadId, claimId, suggestionId] = editor
        .getEditorState()
        .read(() => [
          $quotationAtCursor(),
          $commentAtCursor(),
          $claimAtCursor(),
          [...$suggestionsAtSelection()][0] ?? null,
        ]);
      if (suggestionId !== suggestionAtCursor) {
        suggestionAtCursor = suggestionId ?? null;
        latest.current.props.onSelectSuggestion(suggestionAtCursor);
      }
      if (claimId !== claimAtCursor) {
        claimAtCursor = claimId ?? null;
        latest.current.props.onSelectClaim(claimAtCursor);
      }
      if (threadId !== commentAtCursor) {
        commentAtCursor = threadId ?? null;
        latest.current.props.onSelectComment(commentAtCursor);
      }
      if (id === atCursor) return;
      atCursor = id ?? null;
      latest.current.props.onSelectQuotation(atCursor);
    }

    // From here on: what was put back above is no news, and nothing to go to.
    const stopListening = editor.registerUpdateListener((update) => {
      if (isContentChange(update)) saver.changed();
      place.changed();
      tellCursor();
    });
    tellCursor();

    return () => {
      root.removeEventListener('focusout', leave);
      window.removeEventListener('blur', leave);
      pane.removeEventListener('scroll', scrolled);
      stopListening();
      stopStatistics();
      stopOutline();
      stopTypography();
      stopTypewriter();
      stopLock();
      stopSuggestions();
      looks.dispose();
      place.dispose();
      saver.close();
      actions.dispose();
      reconciler.dispose();
      verdicts.dispose();
      painter?.dispose();
      commentPainter.dispose();
      claims.dispose();
      elements.dispose();
    };
  }, [editor, scroller, isOwnQuotation, unsaved]);

  const { claims, selectedClaimId } = props;
  useEffect(() => parts?.claims.setClaims(claims), [parts, claims]);
  useEffect(() => parts?.claims.setSelected(selectedClaimId), [parts, selectedClaimId]);
  const { selectedSuggestionId, editorId } = props;
  useEffect(() => parts?.looks.setSelected(selectedSuggestionId), [parts, selectedSuggestionId]);
  useEffect(() => parts?.looks.setReader(editorId), [parts, editorId]);
  const { openComments, selectedCommentId } = props;
  useEffect(() => parts?.comments.setOpen(openComments), [parts, openComments]);
  useEffect(() => parts?.comments.setSelected(selectedCommentId), [parts, selectedCommentId]);
  const { quotations, selectedQuotationId } = props;
  useEffect(() => parts?.painter.setVerdicts(shownVerdicts(quotations)), [parts, quotations]);
  useEffect(() => parts?.painter.setSelected(selectedQuotationId), [parts, selectedQuotationId]);
  return parts;
}
