import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox, ToggleButton } from 'react-aria-components';
import { EXPORT_FORMATS, type ExportFormat } from '../../src-shared/contract/exports';
import type { GatePoint } from '../../src-shared/contract/finish';
import type { Grant } from '../../src-shared/desktop';
import type { Article } from '../../src-shared/model/article';
import { updateArticle } from '../articles/article-actions';
import { call } from '../bridge';
import { asStetError } from '../queries';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { errorMessage } from '../words/errors';
import { words } from '../words/words';
import type { Exported } from './export-result';

/** What is exported until somebody chooses otherwise. */
const USUAL: readonly ExportFormat[] = ['markdown', 'html'];

/** In which forms, where to, and the export itself. */
export function ExportForm({
  article,
  points,
  onExported,
  onPreview,
}: {
  article: Article;
  /** The gate's open points; null while they are looked for. */
  points: readonly GatePoint[] | null;
  onExported(exported: Exported): void;
  onPreview(format: ExportFormat): void;
}) {
  const [formats, setFormats] = useState<readonly ExportFormat[]>(USUAL);
  const [picked, setPicked] = useState<Grant | null>(null);
  const [finishes, setFinishes] = useState(false);
  const [existing, setExisting] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isWriting, setWriting] = useState(false);
  const { data: lastFolder = null } = useQuery({
    queryKey: ['lastExportFolder'],
    queryFn: () => window.stet.call('lastExportFolder', {}),
    staleTime: 0,
  });
  const folder = picked ?? lastFolder;
  const isBlocked = points?.some((point) => point.blocking) ?? true;
  const isDraft = points === null || points.length > 0;

  const pickFolder = async (): Promise<Grant | null> => {
    const [grant] = await window.stet.call('pickExportFolder', {});
    if (grant) {
      setPicked(grant);
      setExisting([]);
    }
    return grant ?? null;
  };

  const write = async (replace: boolean) => {
    setFailure(null);
    // The button asks where to the first time.
    const target = folder ?? (await pickFolder());
    if (!target) return;
    setWriting(true);
    try {
      const answer = await call('exports.write', {
        articleId: article.id,
        formats: [...formats],
        folder: target.token,
        replace,
      });
      if (answer.existing.length > 0) {
        setExisting(answer.existing);
        return;
      }
      const isFinished = finishes && !isDraft && article.status !== 'finished';
      if (isFinished) {
        await updateArticle(article.id, { status: 'finished' }, words.article.statusChanged);
      }
      onExported({ files: answer.written, folder: target });
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
    } finally {
      setWriting(false);
    }
  };

  const first = formats[0];
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be the grid that the cards stand in. */}
      <div className="formats" role="group" aria-label={words.finish.formats}>
        {EXPORT_FORMATS.map((format) => (
          <ToggleButton
            key={format}
            className="format-card"
            isSelected={formats.includes(format)}
            onChange={(isOn) => {
              setExisting([]);
              setFormats(
                EXPORT_FORMATS.filter((one) => (one === format ? isOn : formats.includes(one))),
              );
            }}
          >
            <b>{words.finish.formatNames[format]}</b>
            <small>{words.finish.formatHints[format]}</small>
          </ToggleButton>
        ))}
      </div>
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
        <span className="export-folder">
          {folder ? words.finish.to(folder.name) : words.finish.noFolder}
        </span>
        <Button tone="quiet" small onPress={() => void pickFolder()}>
          {words.finish.choose}
        </Button>
        <span className="push" />
        {!isDraft && article.status !== 'finished' ? (
          <Checkbox className="checkbox" isSelected={finishes} onChange={setFinishes}>
            <span className="checkbox-box" aria-hidden="true" />
            {words.finish.markFinished}
          </Checkbox>
        ) : null}
        <Button onPress={closeDialog}>{words.cancel}</Button>
        <Button isDisabled={!first || isBlocked} onPress={() => first && onPreview(first)}>
          {words.finish.preview}
        </Button>
        <Button
          tone="primary"
          isDisabled={formats.length === 0 || isBlocked || existing.length > 0}
          // Not disabled while it writes: the focus would be lost.
          onPress={() => {
            if (!isWriting) void write(false);
          }}
        >
          {isWriting ? words.finish.writing : words.finish.export(formats.length, isDraft)}
        </Button>
      </footer>
    </>
  );
}
