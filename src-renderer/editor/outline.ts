import { $isHeadingNode, type HeadingNode } from '@lexical/rich-text';
import { $getRoot, type LexicalEditor } from 'lexical';
import { $readText } from './suggestion/text';

/** A heading of the article. */
export interface OutlineHeading {
  /** Number of its block in the text, the headline being 0. */
  block: number;
  text: string;
  /** 2 to 4, as the manuscript tells them apart. */
  level: number;
}

const DELAY_MS = 250;

function levelOf(heading: HeadingNode): number {
  return Math.min(4, Math.max(2, Number(heading.getTag().slice(1))));
}

/** Tells the headings of the text, at once and a moment after they changed. */
export function registerOutline(
  editor: LexicalEditor,
  onOutline: (outline: OutlineHeading[]) => void,
): () => void {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function read() {
    timer = undefined;
    const outline = editor.read(() =>
      $getRoot()
        .getChildren()
        .flatMap((node, block) =>
          $isHeadingNode(node) ? [{ block, text: $readText(node), level: levelOf(node) }] : [],
        ),
    );
    const text = JSON.stringify(outline);
    if (text === told) return;
    told = text;
    onOutline(outline);
  }

  read();
  const stopListening = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) timer ??= setTimeout(read, DELAY_MS);
  });
  return () => {
    stopListening();
    clearTimeout(timer);
  };
}
