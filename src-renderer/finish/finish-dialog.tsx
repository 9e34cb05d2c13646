import { type ComponentProps, useState } from 'react';
import type { ExportFormat } from '../../src-shared/contract/exports';
import { countQuotations } from '../../src-shared/model/quotation';
import { useGate } from '../queries/finish';
import { useOpenArticle } from '../queries/open-article';
import { closeDialog } from '../shell';
import { Modal } from '../ui/modal';
import { gateSummary } from '../words/gate';
import { words } from '../words/words';
import { useExportChoice } from './export-choice';
import { useExportFolder } from './export-folder';
import { ExportForm } from './export-form';
import { ExportPreview } from './export-preview';
import { type Exported, ExportResult } from './export-result';
import { CheckedGate } from './gate';

/** Finish and export: what is open, in which forms, and where to. */
export function FinishDialog() {
  const { data: article } = useOpenArticle();
  const [exported, setExported] = useState<Exported | null>(null);
  const [previewed, setPreviewed] = useState<ExportFormat | null>(null);
  // Kept here, while the preview takes the form's place.
  const [choice, choose] = useExportChoice();
  const [finishes, setFinishes] = useState(false);
  const [folder, pickFolder] = useExportFolder();
  if (!article) return null;
  if (exported) return <ExportResult article={article} exported={exported} />;
  if (previewed) {
    return (
      <ExportPreview
        articleId={article.id}
        format={previewed}
        choice={choice}
        onFormat={setPreviewed}
        onBack={() => setPreviewed(null)}
      />
    );
  }
  return (
    <Finish
      article={article}
      choice={choice}
      onChoice={choose}
      finishes={finishes}
      onFinishes={setFinishes}
      folder={folder}
      onPickFolder={pickFolder}
      onExported={setExported}
      onPreview={setPreviewed}
    />
  );
}

function Finish({ article, ...form }: Omit<ComponentProps<typeof ExportForm>, 'points'>) {
  const { data: points = null, error } = useGate(article.id);
  return (
    <Modal
      title={words.finish.title}
      description={gateSummary(countQuotations(article.quotations))}
      size="wide"
      onClose={closeDialog}
    >
      <CheckedGate article={article} points={points} error={error} />
      <ExportForm article={article} points={points} {...form} />
    </Modal>
  );
}
