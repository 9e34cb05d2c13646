import { COMMANDS } from '../../src-shared/commands';
import type { Article } from '../../src-shared/model/article';
import { runCommand } from '../commands';
import { useCorrections, useFinishState } from '../queries/finish';
import { Button } from '../ui/button';
import { finishedWords as said } from '../words/finished';

/** Stands above the text of a finished article: since when, by whom, and what can be done. */
export function FinishedBar({ article }: { article: Article }) {
  const { data: state } = useFinishState(article.id);
  const { data: corrections = [] } = useCorrections(article.id);
  if (article.status !== 'finished') return null;
  return (
    <section className="finished-bar" aria-label={said.bar}>
      <p role="status">
        <b>{said.finished(state?.finished ?? null)}</b> <span>{said.explained}</span>
      </p>
      <div className="finished-actions">
        {corrections.length > 0 ? (
          <Button
            small
            tone="quiet"
            onPress={() =>
              document.querySelector('.page-corrections')?.scrollIntoView({ block: 'center' })
            }
          >
            {said.count(corrections.length)}
          </Button>
        ) : null}
        <Button
          small
          aria-label={COMMANDS['correction.new'].label}
          onPress={() => runCommand('correction.new')}
        >
          {said.correct}
        </Button>
        <Button
          small
          aria-label={COMMANDS['article.reopen'].label}
          onPress={() => runCommand('article.reopen')}
        >
          {said.reopen}
        </Button>
      </div>
    </section>
  );
}
