import type { ArticleCorrection } from '../../src-shared/model/article-correction';
import { useCorrections } from '../queries/finish';
import { openDialog } from '../shell';
import { Button } from '../ui/button';
import { finishedWords as said } from '../words/finished';
import { withdrawCorrection } from './finished-actions';

/** The corrections of an article, below its text as readers will see them. */
export function CorrectionsSection({ articleId }: { articleId: string }) {
  const { data: corrections = [] } = useCorrections(articleId);
  if (corrections.length === 0) return null;
  return (
    <section className="page-corrections" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{said.sectionTitle}</h2>
      <ul>
        {corrections.map((correction) => (
          <Correction key={correction.id} articleId={articleId} correction={correction} />
        ))}
      </ul>
    </section>
  );
}

function Correction({
  articleId,
  correction,
}: {
  articleId: string;
  correction: ArticleCorrection;
}) {
  const { kind, text, exportedAt } = correction;
  return (
    <li className="correction">
      <p className="correction-head">
        <b>{said.kinds[kind]}</b> <small>{said.signed(correction)}</small>
      </p>
      <p className="correction-words" dir="auto">
        {text}
      </p>
      <div className="button-row">
        {exportedAt === null ? (
          <Button
            small
            tone="quiet"
            aria-label={`${said.edit}: ${said.kinds[kind]}`}
            onPress={() => openDialog({ kind: 'correction', articleId, correction })}
          >
            {said.edit}
          </Button>
        ) : (
          <small>{said.exportedHint}</small>
        )}
        <Button
          small
          tone="quiet"
          aria-label={`${said.withdraw}: ${said.kinds[kind]}`}
          onPress={() => void withdrawCorrection(articleId, correction)}
        >
          {said.withdraw}
        </Button>
      </div>
    </li>
  );
}
