import { useState } from 'react';
import type { ExportFormat } from '../../src-shared/contract/exports';
import type { Article } from '../../src-shared/model/article';
import { countQuotations } from '../../src-shared/model/quotation';
import { useGate } from '../queries/finish';
import { useOpenArticle } from '../queries/open-article';
import { closeDialog } from '../shell';
import { Modal } from '../ui/modal';
import { gateSummary } from '../words/gate';
import { words } from '../words/words';
import { ExportForm } from './export-form';
import { ExportPreview } from './export-preview';
import { type Exported, ExportResult } from './export-result';
import { CheckedGate } from './gate';

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
  const { data: points = null, error } = useGate(article.id);
  return (
    <Modal
      title={words.finish.title}
      description={gateSummary(countQuotations(article.quotations))}
      size="wide"
      onClose={closeDialog}
    >
      <CheckedGate article={article} points={points} error={error} />
      <ExportForm article={article} points={points} onExported={onExported} onPreview={onPreview} />
    </Modal>
  );
}
