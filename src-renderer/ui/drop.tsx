import { useEffect, useState } from 'react';
import type { DroppedGrant } from '../../src-shared/desktop';
import { ARTICLE_EXTENSIONS, recordingType, SOURCE_EXTENSIONS } from '../../src-shared/file-kinds';
import { attempt } from '../actions';
import { importArticles } from '../articles/article-actions';
import { importSources } from '../imports/import-actions';
import { attachGranted } from '../recordings/recording-actions';
import { closeDialog, getShell, openDialog } from '../shell';
import { list } from '../words/text';
import { words } from '../words/words';
import { Button } from './button';
import { Modal } from './modal';

type Zone = 'sources' | 'articles' | null;

/** Files that can be nothing but sources: nobody has to be asked. */
const isSourceOnly = (name: string) => {
  const extension = name.split('.').at(-1)?.toLowerCase() ?? '';
  const has = (list: readonly string[]) => list.includes(extension);
  return recordingType(name) !== null || (has(SOURCE_EXTENSIONS) && !has(ARTICLE_EXTENSIONS));
};

function zoneOf(target: EventTarget | null): Zone {
  const element =
    target instanceof Element ? target.closest<HTMLElement>('[data-drop-zone]') : null;
  const zone = element?.dataset.dropZone;
  return zone === 'sources' || zone === 'articles' ? zone : null;
}

/** True for pictures that are dropped on text that can be written in. */
function arePicturesForText({ target, dataTransfer }: DragEvent): boolean {
  const text =
    target instanceof Element ? target.closest('.manuscript-text[contenteditable="true"]') : null;
  const files = [...(dataTransfer?.files ?? [])];
  const isPicture = ({ type }: File) => type.startsWith('image/');
  return text !== null && getShell().dialog === null && files.length > 0 && files.every(isPicture);
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

const asFiles = (grants: readonly { token: string }[]) =>
  grants.map(({ token }) => ({ from: 'granted' as const, token }));

/** Brings them in as sources: files, and what is beneath folders. */
function asSources(grants: readonly DroppedGrant[]) {
  return importSources(
    asFiles(grants.filter(({ isFolder }) => !isFolder)),
    grants.filter(({ isFolder }) => isFolder).map(({ token }) => token),
  );
}

/** A folder holds sources. */
async function asArticles(grants: readonly DroppedGrant[]) {
  const files = grants.filter(({ isFolder }) => !isFolder);
  if (files.length > 0) await importArticles(asFiles(files));
  const folders = grants.filter(({ isFolder }) => isFolder);
  if (folders.length > 0) await asSources(folders);
}

async function take(grants: readonly DroppedGrant[], zone: Zone) {
  const [first] = grants;
  if (!first) return;
  const { sourceId, tab } = getShell();
  const isOneRecording = grants.length === 1 && recordingType(first.name) !== null;
  if (isOneRecording && zone === 'sources' && tab === 'source' && sourceId !== null) {
    // A recording alone has no words: it belongs to the source that is open.
    await attachGranted(sourceId, first);
    return;
  }
  const isClear = grants.every(({ name, isFolder }) => isFolder || isSourceOnly(name));
  if (zone === 'sources' || isClear) await asSources(grants);
  else if (zone === 'articles') await asArticles(grants);
  else openDialog({ kind: 'drop', files: [...grants] });
}

/** Takes files that are dropped on the window, and shows where they would go. */
export function DropZones() {
  const [over, setOver] = useState<Zone | 'window' | null>(null);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (hasFiles(event)) depth += 1;
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(null);
    };
    const move = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without it the window would go to the file.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = getShell().dialog ? 'none' : 'copy';
      setOver(zoneOf(event.target) ?? 'window');
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(null);
      // The manuscript takes pictures itself, where they are dropped.
      if (arePicturesForText(event)) return;
      event.stopPropagation();
      const files = [...(event.dataTransfer?.files ?? [])];
      const zone = zoneOf(event.target);
      if (getShell().dialog === null) {
        void attempt(async () => take(await window.stet.grantDropped(files), zone));
      }
    };
    // Caught on the way down: the manuscript has its own idea of a drop.
    const options = { capture: true };
    window.addEventListener('dragenter', enter, options);
    window.addEventListener('dragleave', leave, options);
    window.addEventListener('dragover', move, options);
    window.addEventListener('drop', drop, options);
    return () => {
      window.removeEventListener('dragenter', enter, options);
      window.removeEventListener('dragleave', leave, options);
      window.removeEventListener('dragover', move, options);
      window.removeEventListener('drop', drop, options);
    };
  }, []);
  if (over === null) return null;
  return (
    <div className="drop-hint" data-over={over}>
      <p>{words.drop.hints[over]}</p>
    </div>
  );
}

/** Asks what files are that were dropped where it is not clear. */
export function DropDialog({ files }: { files: readonly DroppedGrant[] }) {
  const names = files.slice(0, 4).map(({ name }) => name);
  const rest = files.length - names.length;
  return (
    <Modal
      title={words.drop.title(files.length)}
      description={list(rest > 0 ? [...names, words.drop.more(rest)] : names)}
      size="narrow"
      onClose={closeDialog}
    >
      <div className="dialog-body drop-choices">
        <Button
          tone="primary"
          autoFocus
          onPress={() => {
            closeDialog();
            void asArticles(files);
          }}
        >
          {words.drop.asArticle(files.length)}
        </Button>
        <Button
          onPress={() => {
            closeDialog();
            void asSources(files);
          }}
        >
          {words.drop.asSources(files.length)}
        </Button>
      </div>
      <footer className="dialog-footer">
        <span className="push" />
        <Button onPress={closeDialog}>{words.cancel}</Button>
      </footer>
    </Modal>
  );
}
