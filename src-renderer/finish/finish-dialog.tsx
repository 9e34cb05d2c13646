import { useState } from 'react';
import type { ExportFormat } from '../../src-shared/contract/exports';
import type { Article } from '../../src-shared/model/article';
import { countQuotations } from '../../src-shared/model/quotation';
import { asStetError } from '../queries/client';
import { useGate } from '../queries/finish';
import { useOpenArticle } from '../queries/open-article';
import { closeDialog } from '../shell';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import { gateSummary } from '../words/gate';
import { words } from '../words/words';
import { ExportForm } from './export-form';
import { ExportPreview } from './export-preview';
import { type Exported, ExportResult } from './export-result';
import { Gate } from './gate';

/** Finish and export: what is open, in which forms, and where to. */
export function FinishDialog() {
  const { data: article } = useOpenArticle();
  const [exported, setExported] = useState<Exported | null>(null);
  const [previewed, setPreviewed] = useState<ExportFormat | null>(null);
  if (!article) return null;
  if (exported) return <ExportResult article={article} exported={exported} />;
  if (previewed) {
    return (
      <ExportPreview
        articleId={article.id}
        format={previewed}
        onFormat={setPreviewed}
        onBack={() => setPreviewed(null)}
      />
    );
  }
  return <Finish article={article} onExported={setExported} onPreview={setPreviewed} />;
}

function Finish({
  article,
  onExported,
  onPreview,
}: {
  article: Article;
  onExported(exported: Exported): void;
  onPreview(format: ExportFormat): void;
}) {
  const { data: points, error } = useGate(article.id);
  return (
    <Modal
      title={words.finish.title}
      description={gateSummary(countQuotations(article.quotations))}
      size="wide"
      onClose={closeDialog}
    >
      {error ? (
        <p className="dialog-body inline-error">{errorMessage(asStetError(error))}</p>
      ) : null}
      {!points && !error ? <p className="dialog-body">{words.finish.checking}</p> : null}
      {points ? <Gate article={article} points={points} /> : null}
      <ExportForm
        article={article}
        points={points ?? null}
        onExported={onExported}
        onPreview={onPreview}
      />
    </Modal>
  );
}
