import type { Grant } from '../../src-shared/desktop';
import type { Article } from '../../src-shared/model/article';
import { attempt } from '../actions';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { words } from '../words/words';

export interface Exported {
  files: readonly string[];
  folder: Grant;
}

/** What was written, and where. */
export function ExportResult({ article, exported }: { article: Article; exported: Exported }) {
  const show = () =>
    attempt(() =>
      window.stet.call('showFolder', {
        token: exported.folder.token,
        fileName: exported.files[0] ?? null,
      }),
    );
  return (
    <Modal
      title={words.finish.written(exported.files.length)}
      description={
        article.status === 'finished'
          ? words.finish.writtenFinished(exported.folder.name)
          : words.finish.writtenTo(exported.folder.name)
      }
      size="narrow"
      onClose={closeDialog}
    >
      <ul className="dialog-body written-files">
        {exported.files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
      <footer className="dialog-footer">
        <Button onPress={() => void show()}>{words.finish.showFolder}</Button>
        <span className="push" />
        <Button tone="primary" onPress={closeDialog} autoFocus>
          {words.finish.done}
        </Button>
      </footer>
    </Modal>
  );
}
