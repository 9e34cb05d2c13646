import { useEffect, useMemo, useRef, useState } from 'react';
import { openPoints } from '../../src-shared/contract/finish';
import type { Article } from '../../src-shared/model/article';
import { countQuotations } from '../../src-shared/model/quotation';
import { useGate } from '../queries/finish';
import { useOpenArticle } from '../queries/open-article';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { finishedWords } from '../words/finished';
import { gateSummary } from '../words/gate';
import { words } from '../words/words';
import { finishArticle } from './finished-actions';
import { CheckedGate } from './gate';

/** What keeps the open article from being finished: settled here, or accepted, and then finished. */
export function MarkFinishedDialog() {
  const { data: article } = useOpenArticle();
  return article ? <MarkFinished article={article} /> : null;
}

function MarkFinished({ article }: { article: Article }) {
  const { data: points = null, error } = useGate(article.id);
  const [isFinishing, setFinishing] = useState(false);
  const open = useMemo(() => (points ? openPoints(points) : null), [points]);
  const blocking = open?.filter((point) => point.blocking).length ?? 0;

  // Whoever has settled the last point goes on from there.
  const footer = useRef<HTMLElement>(null);
  const hadOpen = useRef(false);
  useEffect(() => {
    if (open === null) return;
    const isSettled = hadOpen.current && open.length === 0;
    hadOpen.current = open.length > 0;
    if (!isSettled) return;
    // After the form that was answered has given the focus back.
    const frame = requestAnimationFrame(() =>
      footer.current?.querySelector<HTMLElement>('.button-primary')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [open]);

  const finish = async () => {
    setFinishing(true);
    if (await finishArticle(article.id)) closeDialog();
    else setFinishing(false);
  };

  return (
    <Modal
      title={finishedWords.mark}
      description={gateSummary(countQuotations(article.quotations))}
      size="wide"
      onClose={closeDialog}
    >
      <CheckedGate article={article} points={points} error={error} />
      <footer className="dialog-footer" ref={footer}>
        <span className="gate-left" role="status">
          {open === null
            ? ''
            : open.length === 0
              ? finishedWords.nothingOpen
              : finishedWords.stillOpen(open.length, blocking)}
        </span>
        <span className="push" />
        <Button onPress={closeDialog}>{words.cancel}</Button>
        <Button
          tone="primary"
          isDisabled={open === null || open.length > 0}
          // Not disabled while it is done: the focus would be lost.
          onPress={() => {
            if (!isFinishing) void finish();
          }}
        >
          {finishedWords.mark}
        </Button>
      </footer>
    </Modal>
  );
}
