import { useRef, useState } from 'react';
import type { Output } from '../../src-shared/contract';
import { reportError } from '../actions';
import { headlineOf } from '../articles/article-actions';
import { openGate } from '../articles/list-actions';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { finishedWords as said } from '../words/finished';
import { words } from '../words/words';
import { ArticlesProgress } from './articles-progress';
import { ArticlesResults } from './articles-results';
import { finishArticles, tellFinished } from './finished-actions';

type Finished = Output<'finish.finish'>;

/** Few enough at a time that the library answers others in between. */
const AT_ONCE = 5;

/** Marks several articles as finished, each through its gate: what was left is named. */
export function FinishArticlesDialog({ articleIds }: { articleIds: readonly string[] }) {
  const [done, setDone] = useState<number | null>(null);
  const [result, setResult] = useState<(Finished & { notReached: readonly string[] }) | null>(null);
  const isStopped = useRef(false);
  const isClosed = useRef(false);

  const start = async () => {
    const all: Finished = { finished: [], left: [] };
    let reached = 0;
    setDone(0);
    try {
      while (reached < articleIds.length && !isStopped.current) {
        const some = articleIds.slice(reached, reached + AT_ONCE);
        const { finished, left } = await finishArticles(some);
        all.finished.push(...finished);
        all.left.push(...left);
        reached += some.length;
        setDone(reached);
      }
    } catch (error) {
      reportError(error);
    }
    if (isClosed.current || all.finished.length === articleIds.length) {
      if (!isClosed.current) closeDialog();
      if (all.finished.length > 0) tellFinished(all.finished);
    } else setResult({ ...all, notReached: articleIds.slice(reached) });
  };

  const close = () => {
    isStopped.current = true;
    isClosed.current = true;
    closeDialog();
    if (result && result.finished.length > 0) tellFinished(result.finished);
  };

  if (result) {
    const show = (articleId: string) => (
      <Button
        small
        aria-label={said.showPoints(headlineOf(articleId) || words.untitled)}
        onPress={() => {
          close();
          void openGate(articleId);
        }}
      >
        {words.finish.show}
      </Button>
    );
    return (
      <ArticlesResults
        title={said.markedOf(result.finished.length, articleIds.length)}
        description={said.leftOpen}
        results={[
          ...result.left.map(({ articleId, open, blocking }) => ({
            articleId,
            text: said.pointsOf(open, blocking),
            action: show(articleId),
          })),
          ...result.notReached.map((articleId) => ({ articleId, text: said.notReached })),
        ]}
        onClose={close}
      />
    );
  }
  return (
    <Modal
      title={said.markMany(articleIds.length)}
      description={said.markManyText}
      size="narrow"
      onClose={close}
    >
      {done === null ? (
        <footer className="dialog-footer">
          <span className="push" />
          <Button onPress={close}>{words.cancel}</Button>
          <Button tone="primary" autoFocus onPress={() => void start()}>
            {said.markMany(articleIds.length)}
          </Button>
        </footer>
      ) : (
        <ArticlesProgress
          label={said.markManyProgress}
          done={done}
          all={articleIds.length}
          onStop={() => {
            isStopped.current = true;
          }}
        />
      )}
    </Modal>
  );
}
