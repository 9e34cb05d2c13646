import { $getRoot, type LexicalEditor, type NodeKey } from 'lexical';
import { focusPicture, OPEN_FIGURE_COMMAND } from './commands';
import { $isFigureNode } from './node';
import { pictureAddress } from './picture-store';

/**
 * Goes to the first figure that something is wrong with. `unread`: nobody has put its picture into
 * words; the card opens, which asks for them. `missing`: the library has not got its picture.
 */
export async function goToFigure(
  editor: LexicalEditor,
  which: 'unread' | 'missing',
): Promise<void> {
  const figures = editor.read(() =>
    $getRoot()
      .getChildren()
      .filter($isFigureNode)
      .map((figure) => ({ key: figure.getKey(), ...figure.getFields() })),
  );
  let key: NodeKey | null = null;
  for (const figure of figures) {
    const isMeant =
      which === 'unread'
        ? figure.alternativeText === null
        : (await pictureAddress(figure.picture)) === null;
    if (!isMeant) continue;
    key = figure.key;
    break;
  }
  if (key === null) return;
  const element = editor.getElementByKey(key);
  element?.scrollIntoView({ block: 'center' });
  focusPicture(editor, key);
  if (which === 'unread') editor.dispatchCommand(OPEN_FIGURE_COMMAND, key);
}
