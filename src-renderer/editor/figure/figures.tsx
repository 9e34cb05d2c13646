import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import {
  $getNodeByKey,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  PASTE_COMMAND,
} from 'lexical';
import { useEffect, useRef, useState } from 'react';
import type { IncomingFile } from '../../../src-shared/contract/incoming-file';
import type { Picture } from '../../../src-shared/contract/pictures';
import { StetError } from '../../../src-shared/errors';
import { PICTURE_LIMITS } from '../../../src-shared/picture/kinds';
import { call } from '../../bridge';
import { figureWords } from '../../words/figures';
import { pasteWords } from '../../words/paste';
import { asStetError } from '../errors';
import { focusText } from '../focus';
import { PASTE_NEWS_COMMAND } from '../paste-news';
import {
  $insertFigures,
  focusPicture,
  OPEN_FIGURE_COMMAND,
  PICK_PICTURE_COMMAND,
  removeFigure,
  setFigure,
} from './commands';
import { FigureCard } from './figure-card';
import { $isFigureNode, type FigureFields } from './node';
import { isPictureAlone, picturesAmong } from './paste';

export interface FiguresProps {
  editor: LexicalEditor;
  /** The page that the card lies on. */
  page: HTMLElement;
  onMessage(text: string): void;
  onError(error: StetError): void;
}

interface Opened {
  key: NodeKey;
  fields: FigureFields;
  /** CSS pixels within the page. */
  top: number;
  left: number;
}

/** Brings pictures into the text, however they come, and opens the card of a figure. */
export function Figures({ editor, page, onMessage, onError }: FiguresProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const latest = useRef({ onMessage, onError });
  latest.current = { onMessage, onError };

  useEffect(() => {
    const fail = (error: unknown) => latest.current.onError(asStetError(error));

    async function insert(files: readonly IncomingFile[]) {
      const kept = await keep(files, fail);
      if (kept.length === 0) return;
      editor.update(() => $insertFigures(kept), { discrete: true, tag: HISTORY_PUSH_TAG });
      focusText(editor);
      latest.current.onMessage(figureWords.added(kept.length));
    }

    async function insertFiles(files: readonly File[]) {
      await insert(await incoming(files, fail));
    }

    async function pick(key: NodeKey | null) {
      const grants = await window.stet.call('pickPictures', { several: key === null });
      const files = grants.map(({ token }) => ({ from: 'granted' as const, token }));
      if (key === null) return insert(files);
      const [picture] = await keep(files, fail);
      if (picture) setFigure(editor, key, picture);
      focusPicture(editor, key);
    }

    function open(key: NodeKey) {
      const element = editor.getElementByKey(key);
      const fields = editor.read(() => {
        const figure = $getNodeByKey(key);
        return $isFigureNode(figure) ? figure.getFields() : null;
      });
      if (!element || !fields) return;
      const [box, origin] = [element.getBoundingClientRect(), page.getBoundingClientRect()];
      setOpened({ key, fields, top: box.bottom - origin.top, left: box.left - origin.left });
    }

    return mergeRegister(
      editor.registerCommand(
        PASTE_NEWS_COMMAND,
        (news) => {
          const text =
            news.kind === 'markdown' ? pasteWords.markdown : figureWords.leftOut(news.pictures);
          latest.current.onMessage(text);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        PICK_PICTURE_COMMAND,
        (key) => {
          if (editor.isEditable()) void pick(key).catch(fail);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        OPEN_FIGURE_COMMAND,
        (key) => {
          // What was being done is done first: the card reads the figure as it is then.
          if (editor.isEditable()) queueMicrotask(() => open(key));
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        DRAG_DROP_PASTE,
        (files) => {
          void insertFiles(picturesAmong(files)).catch(fail);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          if (!(event instanceof ClipboardEvent) || !event.clipboardData) return false;
          const data = event.clipboardData;
          if (data.types.includes('application/x-lexical-editor')) return false;
          const [html, text] = [data.getData('text/html'), data.getData('text/plain')];
          const files = picturesAmong(data.files);
          if (files.length > 0 && isPictureAlone(html, text)) {
            event.preventDefault();
            void insertFiles(files).catch(fail);
            return true;
          }
          return false;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
  }, [editor, page]);

  if (!opened) return null;
  return (
    <FigureCard
      key={opened.key}
      fields={opened.fields}
      top={opened.top}
      left={opened.left}
      onSave={(fields) => setFigure(editor, opened.key, fields)}
      onReplace={() => {
        setOpened(null);
        editor.dispatchCommand(PICK_PICTURE_COMMAND, opened.key);
      }}
      onRemove={() => {
        setOpened(null);
        removeFigure(editor, opened.key);
        focusText(editor);
        onMessage(figureWords.removed);
      }}
      onClose={(isDone) => {
        setOpened(null);
        if (isDone) focusPicture(editor, opened.key);
      }}
    />
  );
}

/** Takes pictures into the library; what is no good is told, and the others come in. */
async function keep(
  files: readonly IncomingFile[],
  fail: (error: unknown) => void,
): Promise<Picture[]> {
  const kept: Picture[] = [];
  for (const file of files) {
    try {
      kept.push(await call('pictures.add', { file }));
    } catch (error) {
      fail(error);
    }
  }
  return kept;
}

/** Files of a drop or of the clipboard as what the library takes; too large ones are not even read. */
async function incoming(
  files: readonly File[],
  fail: (error: unknown) => void,
): Promise<IncomingFile[]> {
  const read: IncomingFile[] = [];
  for (const file of files) {
    const name = file.name || 'picture';
    if (file.size > PICTURE_LIMITS.bytes) {
      fail(new StetError('picture-too-large', { name }));
      continue;
    }
    read.push({ from: 'bytes', name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  return read;
}
