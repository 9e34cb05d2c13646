import { useRemovedArticles } from '../queries/articles';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { articleWords } from '../words/articles';
import { words } from '../words/words';
import { eraseArticles } from './list-actions';

/** So many are named; of the others it is said how many they are. */
const NAMED = 5;

/** Asks before articles are deleted for good. */
export function EraseArticlesDialog({ articleIds }: { articleIds: readonly string[] }) {
  const { data: removed = [] } = useRemovedArticles(true);
  const wanted = new Set(articleIds);
  const named = removed.filter(({ id }) => wanted.has(id)).slice(0, NAMED);
  const others = articleIds.length - named.length;
  return (
    <Modal
      title={articleWords.eraseTitle(articleIds.length)}
      description={articleWords.eraseText(articleIds.length)}
      size="narrow"
      role="alertdialog"
      onClose={closeDialog}
    >
      <div className="dialog-body">
        <ul className="erased-list">
          {named.map(({ id, headline }) => (
            <li key={id} dir="auto">
              {headline || words.untitled}
            </li>
          ))}
          {others > 0 ? <li>{articleWords.andOthers(others)}</li> : null}
        </ul>
      </div>
      <footer className="dialog-footer">
        <span className="push" />
        <Button autoFocus onPress={closeDialog}>
          {words.cancel}
        </Button>
        <Button tone="danger" onPress={() => void eraseArticles(articleIds)}>
          {articleWords.eraseButton}
        </Button>
      </footer>
    </Modal>
  );
}
