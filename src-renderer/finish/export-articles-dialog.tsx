import { useRef, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { Grant } from '../../src-shared/desktop';
import { attempt } from '../actions';
import { call } from '../bridge';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { exportArticlesWords } from '../words/export-articles';
import { words } from '../words/words';
import { ArticlesProgress } from './articles-progress';
import { ArticlesResults } from './articles-results';
import { type ArticleExport, exportArticles } from './export-articles';
import { useExportChoice } from './export-choice';
import { ExportFolder, useExportFolder } from './export-folder';
import { FormatCards } from './format-cards';

/** Exports several articles in the same forms: with progress, and told of each what became of it. */
export function ExportArticlesDialog({ articleIds }: { articleIds: readonly string[] }) {
  const [choice, choose] = useExportChoice();
  const [replace, setReplace] = useState(false);
  const [folder, pickFolder] = useExportFolder();
  const [done, setDone] = useState<number | null>(null);
  const [results, setResults] = useState<ArticleExport[] | null>(null);
  const isStopped = useRef(false);

  const start = async () => {
    const target = folder ?? (await pickFolder());
    if (!target) return;
    isStopped.current = false;
    setDone(0);
    const order = { ...choice, folder: target.token, replace };
    setResults(await exportArticles(articleIds, order, () => isStopped.current, setDone));
  };

  const close = () => {
    isStopped.current = true;
    closeDialog();
  };

  if (results) return <Results results={results} folder={folder} />;
  return (
    <Modal
      title={exportArticlesWords.title(articleIds.length)}
      description={exportArticlesWords.text}
      size="wide"
      onClose={close}
    >
      {done === null ? (
        <>
          <FormatCards choice={choice} onChoice={choose} />
          <footer className="dialog-footer">
            <ExportFolder folder={folder} />
            <Button tone="quiet" small onPress={() => void pickFolder()}>
              {words.finish.choose}
            </Button>
            <span className="push" />
            <Checkbox className="checkbox" isSelected={replace} onChange={setReplace}>
              <span className="checkbox-box" aria-hidden="true" />
              {exportArticlesWords.replace}
            </Checkbox>
            <Button onPress={close}>{words.cancel}</Button>
            <Button
              tone="primary"
              isDisabled={choice.formats.length === 0 && !choice.bundle}
              onPress={() => void start()}
            >
              {exportArticlesWords.start(articleIds.length)}
            </Button>
          </footer>
        </>
      ) : (
        <ArticlesProgress
          label={exportArticlesWords.progress}
          done={done}
          all={articleIds.length}
          foot={<ExportFolder folder={folder} />}
          onStop={() => {
            isStopped.current = true;
            void attempt(() => call('exports.cancel', {}));
          }}
        />
      )}
    </Modal>
  );
}

function Results({ results, folder }: { results: readonly ArticleExport[]; folder: Grant | null }) {
  const written = results.filter(({ kind }) => kind === 'written').length;
  const wasStopped = results.some(({ kind }) => kind === 'not-reached');
  return (
    <ArticlesResults
      title={exportArticlesWords.doneTitle(written, results.length)}
      description={
        wasStopped ? exportArticlesWords.stopped : words.finish.writtenTo(folder?.name ?? '')
      }
      results={results.map((result) => ({ articleId: result.articleId, text: outcome(result) }))}
      onClose={closeDialog}
    />
  );
}

function outcome(result: ArticleExport): string {
  switch (result.kind) {
    case 'written':
      return exportArticlesWords.files(result.files.length);
    case 'existing':
      return exportArticlesWords.existing;
    case 'namesake':
      return exportArticlesWords.namesake;
    case 'failed':
      return result.message;
    case 'not-reached':
      return exportArticlesWords.notReached;
  }
}
