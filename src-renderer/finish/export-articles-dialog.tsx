import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { ExportFormat } from '../../src-shared/contract/exports';
import type { Grant } from '../../src-shared/desktop';
import { attempt } from '../actions';
import { call } from '../bridge';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { Progress } from '../ui/progress';
import { exportArticlesWords } from '../words/export-articles';
import { words } from '../words/words';
import { ArticlesResults } from './articles-results';
import { type ArticleExport, exportArticles } from './export-articles';
import { FormatCards } from './format-cards';
import { useMarkdownProfile } from './markdown-profile';
import { usePaper } from './paper';

/** Exports several articles in the same forms: with progress, and told of each what became of it. */
export function ExportArticlesDialog({ articleIds }: { articleIds: readonly string[] }) {
  const [formats, setFormats] = useState<readonly ExportFormat[]>(['markdown', 'html']);
  const [bundle, setBundle] = useState(false);
  const [profile, setProfile] = useMarkdownProfile();
  const [paper, setPaper] = usePaper();
  const [withContact, setWithContact] = useState(false);
  const [replace, setReplace] = useState(false);
  const [picked, setPicked] = useState<Grant | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [results, setResults] = useState<ArticleExport[] | null>(null);
  const isStopped = useRef(false);
  const { data: lastFolder = null } = useQuery({
    queryKey: ['lastExportFolder'],
    queryFn: () => window.stet.call('lastExportFolder', {}),
    staleTime: 0,
  });
  const folder = picked ?? lastFolder;

  const pickFolder = async (): Promise<Grant | null> => {
    const [grant] = await window.stet.call('pickExportFolder', {});
    if (grant) setPicked(grant);
    return grant ?? null;
  };

  const start = async () => {
    const target = folder ?? (await pickFolder());
    if (!target) return;
    isStopped.current = false;
    setDone(0);
    const choice = { formats, profile, paper, withContact, bundle };
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
        <FormatCards
          formats={formats}
          onFormats={setFormats}
          bundle={bundle}
          onBundle={setBundle}
          profile={profile}
          onProfile={setProfile}
          paper={paper}
          onPaper={setPaper}
          withContact={withContact}
          onWithContact={setWithContact}
        />
      ) : (
        <div className="dialog-body">
          <Progress
            label={exportArticlesWords.progress}
            done={done}
            all={articleIds.length}
            amount={exportArticlesWords.progressOf(done, articleIds.length)}
          />
        </div>
      )}
      <footer className="dialog-footer">
        <span className="export-folder">
          {folder ? words.finish.to(folder.name) : words.finish.noFolder}
        </span>
        {done === null ? (
          <>
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
              isDisabled={formats.length === 0 && !bundle}
              onPress={() => void start()}
            >
              {exportArticlesWords.start(articleIds.length)}
            </Button>
          </>
        ) : (
          <>
            <span className="push" />
            <Button
              autoFocus
              onPress={() => {
                isStopped.current = true;
                void attempt(() => call('exports.cancel', {}));
              }}
            >
              {exportArticlesWords.stop}
            </Button>
          </>
        )}
      </footer>
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
