import { useEffect, useMemo } from 'react';
import { ArticleTagsDialog } from '../articles/article-tags-dialog';
import { EraseArticlesDialog } from '../articles/erase-articles-dialog';
import { HouseStylesDialog } from '../articles/house-styles-dialog';
import { PasteBylineDialog } from '../articles/paste-byline-dialog';
import { RecentDialog } from '../articles/recent-dialog';
import { CharacterDialog } from '../characters/character-dialog';
import { CollectDialog } from '../collections/collect-dialog';
import { CollectionDialog } from '../collections/collection-dialog';
import { SavedSearchDialog } from '../collections/saved-search-dialog';
import { HtmlDialog } from '../editor/html/html-dialog';
import { InsertTableDialog } from '../editor/table/insert-dialog';
import { CorrectionDialog } from '../finish/correction-dialog';
import { ExportArticlesDialog } from '../finish/export-articles-dialog';
import { FinishArticlesDialog } from '../finish/finish-articles-dialog';
import { FinishDialog } from '../finish/finish-dialog';
import { MarkFinishedDialog } from '../finish/mark-finished-dialog';
import { ProvenanceDialog } from '../finish/provenance-dialog';
import { ReopenDialog } from '../finish/reopen-dialog';
import { ImportResultDialog } from '../imports/import-result-dialog';
import { WatchedFoldersDialog } from '../imports/watched-folders-dialog';
import { AnnotateDialog } from '../notes/annotate-dialog';
import { PersonDialog } from '../people/person-dialog';
import { AcceptDialog } from '../quotes/accept-dialog';
import { HouseProfileDialog } from '../quotes/house-profile-dialog';
import { ReadBackDialog } from '../quotes/read-back-dialog';
import { KeepRevisionDialog } from '../revisions/keep-revision-dialog';
import { RevisionsDialog } from '../revisions/revisions-dialog';
import { closeDialog, type Dialog, getShell, useShell } from '../shell';
import { SourceDialog } from '../sources/source-dialog';
import { SpellingDialog } from '../spelling/spelling-dialog';
import { AddVersionDialog } from '../versions/add-version-dialog';
import { CompareVersionsDialog } from '../versions/compare-versions-dialog';
import { ImpactDialog } from '../versions/impact-dialog';
import { WithdrawVersionDialog } from '../versions/withdraw-version-dialog';
import { DropDialog } from './drop';
import { ErrorBoundary } from './error-boundary';
import { AboutDialog, ShortcutsDialog } from './help-dialogs';
import { Modal } from './modal';
import { Palette } from './palette';

/**
 * After the last of several dialogs that took each other's place the focus goes back to where it was
 * before the first, or into the text. A dialog alone sees to it by itself.
 */
function useFocusAfterwards(isOpen: boolean) {
  const before = useMemo(() => (isOpen ? document.activeElement : null), [isOpen]);
  useEffect(() => {
    if (!before) return;
    return () => {
      requestAnimationFrame(() => {
        if (getShell().dialog || document.activeElement !== document.body) return;
        const isControl =
          before instanceof HTMLElement && before !== document.body && !before.isContentEditable;
        if (isControl && before.isConnected) before.focus({ preventScroll: true });
        else getShell().manuscript?.focus();
      });
    };
  }, [before]);
}

/** The dialog that is open, if one is. One that fails takes nothing of the window along. */
export function Dialogs() {
  const dialog = useShell((state) => state.dialog);
  useFocusAfterwards(dialog !== null);
  return (
    <ErrorBoundary
      resetKey={dialog}
      frame={(message) => (
        <Modal title="Stet" size="narrow" role="alertdialog" onClose={closeDialog}>
          {message}
        </Modal>
      )}
    >
      {dialog ? <OpenDialog dialog={dialog} /> : null}
    </ErrorBoundary>
  );
}

function OpenDialog({ dialog }: { dialog: Dialog }) {
  switch (dialog.kind) {
    case 'palette':
      return <Palette start={dialog.query ?? ''} />;
    case 'finish':
      return <FinishDialog />;
    case 'mark-finished':
      return <MarkFinishedDialog />;
    case 'finish-articles':
      return <FinishArticlesDialog articleIds={dialog.articleIds} />;
    case 'reopen':
      return <ReopenDialog articleIds={dialog.articleIds} status={dialog.status} />;
    case 'correction':
      return <CorrectionDialog articleId={dialog.articleId} correction={dialog.correction} />;
    case 'provenance':
      return <ProvenanceDialog />;
    case 'accept':
      return <AcceptDialog quotationId={dialog.quotationId} />;
    case 'read-back':
      return <ReadBackDialog quotationIds={dialog.quotationIds} />;
    case 'person':
      return <PersonDialog personId={dialog.personId} name={dialog.name ?? ''} />;
    case 'source':
      return <SourceDialog sourceId={dialog.sourceId} tab={dialog.tab ?? 'details'} />;
    case 'collection': {
      const { kind: _, ...about } = dialog;
      return <CollectionDialog {...about} />;
    }
    case 'collect':
      return <CollectDialog sourceIds={dialog.sourceIds} />;
    case 'saved-search':
      return <SavedSearchDialog savedSearchId={dialog.savedSearchId} query={dialog.query} />;
    case 'annotate':
      return (
        <AnnotateDialog what={dialog.what} sourceId={dialog.sourceId} stretch={dialog.stretch} />
      );
    case 'add-version':
      return <AddVersionDialog sourceId={dialog.sourceId} />;
    case 'compare-versions':
      return <CompareVersionsDialog sourceId={dialog.sourceId} />;
    case 'withdraw-version':
      return <WithdrawVersionDialog sourceId={dialog.sourceId} versionId={dialog.versionId} />;
    case 'impact':
      return (
        <ImpactDialog
          sourceId={dialog.sourceId}
          {...(dialog.addedVersionId ? { addedVersionId: dialog.addedVersionId } : {})}
        />
      );
    case 'drop':
      return <DropDialog files={dialog.files} />;
    case 'import-result':
      return <ImportResultDialog />;
    case 'watched-folders':
      return <WatchedFoldersDialog />;
    case 'house-profile':
      return <HouseProfileDialog />;
    case 'paste-byline':
      return <PasteBylineDialog text={dialog.text} />;
    case 'house-styles':
      return <HouseStylesDialog />;
    case 'revisions':
      return <RevisionsDialog />;
    case 'keep-revision':
      return <KeepRevisionDialog />;
    case 'character':
      return <CharacterDialog />;
    case 'insert-table':
      return <InsertTableDialog />;
    case 'kept-html':
      return <HtmlDialog kept={dialog.kept} />;
    case 'article-tags':
      return <ArticleTagsDialog articleIds={dialog.articleIds} />;
    case 'export-articles':
      return <ExportArticlesDialog articleIds={dialog.articleIds} />;
    case 'erase-articles':
      return <EraseArticlesDialog articleIds={dialog.articleIds} />;
    case 'recent':
      return <RecentDialog oldest={dialog.oldest} />;
    case 'spelling':
      return <SpellingDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'about':
      return <AboutDialog />;
  }
}
