import { useQuery } from '@tanstack/react-query';
import { EXPORT_FORMATS, type ExportFormat } from '../../src-shared/contract/exports';
import { call } from '../bridge';
import { asStetError, keys } from '../queries/client';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Choose } from '../ui/fields';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import { figureWords } from '../words/figures';
import { words } from '../words/words';
import type { ExportChoice } from './export-choice';
import { PagePreview } from './page-preview';

/** Forms that are looked at as the page that they are, or are made of. */
const AS_PAGE: ReadonlySet<ExportFormat> = new Set([
  'html',
  'docx',
  'pdf',
  'fact-check',
  'fact-check-docx',
]);

/** The text of an export, as it would be written. */
export function ExportPreview({
  articleId,
  format,
  choice: { profile, withContact },
  onFormat,
  onBack,
}: {
  articleId: string;
  format: ExportFormat;
  choice: ExportChoice;
  onFormat(format: ExportFormat): void;
  onBack(): void;
}) {
  const { data, error } = useQuery({
    queryKey: [...keys.preview(articleId, format), profile, withContact],
    queryFn: () => call('exports.preview', { articleId, format, profile, withContact }),
    staleTime: 0,
    gcTime: 0,
  });
  const choices = EXPORT_FORMATS.map((id) => ({ id, label: words.finish.formatNames[id] }));
  return (
    <Modal
      title={words.finish.previewTitle(words.finish.formatNames[format])}
      {...(data ? { description: data.fileName } : {})}
      size="wide"
      onClose={closeDialog}
    >
      {error ? (
        <p className="dialog-body inline-error">{errorMessage(asStetError(error))}</p>
      ) : null}
      {data && AS_PAGE.has(format) ? (
        <PagePreview html={data.text} label={data.fileName} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keys.
        <pre className="preview" tabIndex={0}>
          {data?.text ?? (error ? '' : words.loading)}
        </pre>
      )}
      {data && data.pictures.length > 0 ? (
        <p className="preview-pictures">
          {figureWords.writtenBeside(data.pictures.map(({ path }) => path))}
        </p>
      ) : null}
      <footer className="dialog-footer">
        <Choose
          label={words.finish.previewFormat}
          hideLabel
          choices={choices}
          value={format}
          onChange={onFormat}
        />
        <span className="push" />
        <Button tone="primary" onPress={onBack} autoFocus>
          {words.finish.back}
        </Button>
      </footer>
    </Modal>
  );
}
