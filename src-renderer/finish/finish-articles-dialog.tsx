import { useRef, useState } from 'react';
import type { Output } from '../../src-shared/contract';
import { reportError } from '../actions';
import { headlineOf } from '../articles/article-actions';
import { openGate } from '../articles/list-actions';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { exportArticlesWords } from '../words/export-articles';
import { finishedWords as said } from '../words/finished';
import { words } from '../words/words';
import { ArticlesProgress } from './articles-progress';
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
    return (
      <Modal
        title={said.markedOf(result.finished.length, articleIds.length)}
        description={said.leftOpen}
        size="narrow"
        onClose={close}
      >
        <ul
          className="dialog-body written-files export-results"
          aria-label={exportArticlesWords.results}
        >
          {result.left.map(({ articleId, open, blocking }) => (
            <li key={articleId} className="left-article">
              <div>
                <b dir="auto">{headlineOf(articleId) || words.untitled}</b>
                <br />
                <small>{said.pointsOf(open, blocking)}</small>
              </div>
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
            </li>
          ))}
          {result.notReached.map((articleId) => (
            <li key={articleId}>
              <b dir="auto">{headlineOf(articleId) || words.untitled}</b>
              <br />
              <small>{said.notReached}</small>
            </li>
          ))}
        </ul>
        <footer className="dialog-footer">
          <span className="push" />
          <Button tone="primary" onPress={close} autoFocus>
            {words.finish.done}
          </Button>
        </footer>
      </Modal>
    );
  }
  return (
    <Modal
      title={said.markMany(articleIds.length)}
      description={said.markManyText}
      size="narrow"
      onClose={close}
    >
      {done === null ? null : (
        <ArticlesProgress label={said.markManyProgress} done={done} all={articleIds.length} />
      )}
      <footer className="dialog-footer">
        <span className="push" />
        {done === null ? (
          <>
            <Button onPress={close}>{words.cancel}</Button>
            <Button tone="primary" autoFocus onPress={() => void start()}>
              {said.markMany(articleIds.length)}
            </Button>
          </>
        ) : (
          <Button
            autoFocus
            onPress={() => {
              isStopped.current = true;
            }}
          >
            {exportArticlesWords.stop}
          </Button>
        )}
      </footer>
    </Modal>
  );
}
