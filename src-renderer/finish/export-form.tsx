import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { ExportFormat } from '../../src-shared/contract/exports';
import { type GatePoint, openPoints } from '../../src-shared/contract/finish';
import type { Grant } from '../../src-shared/desktop';
import type { Article } from '../../src-shared/model/article';
import { attempt } from '../actions';
import { call } from '../bridge';
import { asStetError } from '../queries/client';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { errorMessage } from '../words/errors';
import { words } from '../words/words';
import type { ExportChoice } from './export-choice';
import { ExportFolder } from './export-folder';
import type { Exported } from './export-result';
import { finishArticle } from './finished-actions';
import { FormatCards } from './format-cards';

/** In which forms, where to, and the export itself. */
export function ExportForm({
  article,
  points,
  choice,
  onChoice,
  finishes,
  onFinishes,
  folder,
  onPickFolder,
  onExported,
  onPreview,
}: {
  article: Article;
  /** The gate's open points; null while they are looked for. */
  points: readonly GatePoint[] | null;
  choice: ExportChoice;
  onChoice(chosen: Partial<ExportChoice>): void;
  /** The article is marked as finished, too. */
  finishes: boolean;
  onFinishes(finishes: boolean): void;
  folder: Grant | null;
  onPickFolder(): Promise<Grant | null>;
  onExported(exported: Exported): void;
  onPreview(format: ExportFormat): void;
}) {
  const { formats, bundle: bundles, profile, paper, withContact } = choice;
  const [existing, setExisting] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isWriting, setWriting] = useState(false);
  const isBlocked = points?.some((point) => point.blocking) ?? true;
  const isDraft = points === null || openPoints(points).length > 0;

  const pickFolder = async () => {
    const picked = await onPickFolder();
    if (picked) setExisting([]);
    return picked;
  };

  const write = async (replace: boolean) => {
    setFailure(null);
    // The button asks where to the first time.
    const target = folder ?? (await pickFolder());
    if (!target) return;
    setWriting(true);
    try {
      // First: the files say whether the article is a draft.
      const isFinishing = finishes && !isDraft && article.status !== 'finished';
      if (isFinishing && !(await finishArticle(article.id))) return;
      const bundle = bundles ? await writeBundle(article.id, target.token, replace) : NO_FILES;
      if (bundle.existing.length > 0) {
        setExisting(bundle.existing);
        return;
      }
      const answer =
        formats.length === 0
          ? { ...NO_FILES, pictures: [] }
          : await call('exports.write', {
              articleId: article.id,
              formats: [...formats],
              folder: target.token,
              replace,
              profile,
              paper,
              withContact,
            });
      if (answer.existing.length > 0) {
        setExisting(answer.existing);
        return;
      }
      onExported({
        files: [...bundle.written, ...answer.written, ...answer.pictures],
        folder: target,
      });
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
    } finally {
      setWriting(false);
    }
  };

  const first = formats[0];
  const count = formats.length + (bundles ? 1 : 0);
  return (
    <>
      <FormatCards
        choice={choice}
        onChoice={(chosen) => {
          setExisting([]);
          onChoice(chosen);
        }}
      />
      {existing.length > 0 ? (
        <div className="replace" role="alert">
          <p>{words.finish.existing(existing)}</p>
          <Button small autoFocus onPress={() => setExisting([])}>
            {words.finish.keepThem}
          </Button>
          <Button small tone="danger" onPress={() => void write(true)}>
            {words.finish.replace(existing.length)}
          </Button>
        </div>
      ) : null}
      {failure ? (
        <p className="replace inline-error" role="alert">
          {failure}
        </p>
      ) : null}
      {isBlocked && points ? <p className="replace">{words.finish.blockedText}</p> : null}
      <footer className="dialog-footer">
        <ExportFolder folder={folder} />
        <Button tone="quiet" small onPress={() => void pickFolder()}>
          {words.finish.choose}
        </Button>
        <span className="push" />
        {!isDraft && article.status !== 'finished' ? (
          <Checkbox className="checkbox" isSelected={finishes} onChange={onFinishes}>
            <span className="checkbox-box" aria-hidden="true" />
            {words.finish.markFinished}
          </Checkbox>
        ) : null}
        {isWriting && formats.includes('pdf') ? (
          <Button onPress={() => void stopPrinting()}>{words.finish.stopPrinting}</Button>
        ) : (
          <Button onPress={closeDialog}>{words.cancel}</Button>
        )}
        <Button isDisabled={!first || isBlocked} onPress={() => first && onPreview(first)}>
          {words.finish.preview}
        </Button>
        <Button
          tone="primary"
          isDisabled={count === 0 || isBlocked || existing.length > 0}
          // Not disabled while it writes: the focus would be lost.
          onPress={() => {
            if (!isWriting) void write(false);
          }}
        >
          {isWriting ? words.finish.writing : words.finish.export(count, isDraft)}
        </Button>
      </footer>
    </>
  );
}

/** What is being printed is given up; nothing of the export is written then. */
const stopPrinting = () => attempt(() => call('exports.cancel', {}));

const NO_FILES = { written: [] as string[], existing: [] as string[] };

/** The whole article with its sources, for Stet on another computer. */
function writeBundle(articleId: string, folder: string, replace: boolean) {
  return call('bundles.write', { articleId, folder, replace, revisions: true });
}
