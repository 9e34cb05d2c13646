import {
  $getEditor,
  $getSelection,
  type BaseSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  PASTE_TAG,
} from 'lexical';
import { inlineBlock } from '../../../src-shared/document/build';
import { OWN_PICTURE } from '../../../src-shared/document/html-programs';
import { type BlockNode, type FigureNode, PICTURE_ID } from '../../../src-shared/document/schema';
import { bytesOfDataUrl } from '../../../src-shared/picture/data-url';
import { call } from '../../bridge';
import { PASTE_NEWS_COMMAND } from '../paste-news';
import { $insertInSlices } from '../paste-slices';

/*
 * Pictures in pasted text. Those that are in it come into the library first; then the text is pasted with
 * figures in their places. Nothing is fetched: pictures that a web site keeps, and files that the page
 * may not read, are left out.
 */

/** The pictures among files from the clipboard or of a drop. */
export function picturesAmong(files: Iterable<File>): File[] {
  return [...files].filter(({ type, name }) => /^image\//.test(type) || /\.svg$/i.test(name));
}

/** True for HTML that is one copied picture and no words: the file beside it is the picture. */
export function isPictureAlone(html: string, text: string): boolean {
  const words = html.replace(
    /<!--[\s\S]*?-->|<(style|title|xml)\b[\s\S]*?<\/\1\s*>|<[^>]*>|&nbsp;/gi,
    '',
  );
  return text.trim() === '' && words.trim() === '';
}

/**
 * Inserts blocks whose figures have addresses for pictures (`data:`, or one of the library). Where there
 * are pictures to be taken in, the text comes in a step of its own once they are kept.
 *
 * @param text the same as plain text
 */
export function $insertWithPictures(
  blocks: readonly BlockNode[],
  selection: BaseSelection,
  text: string,
): void {
  const editor = $getEditor();
  if (!figuresIn(blocks).some(({ picture }) => picture.startsWith('data:'))) {
    const { kept, leftOut } = settled(blocks, new Map());
    $insertInSlices(kept, selection, text);
    tell(editor, leftOut);
    return;
  }
  void takeIn(blocks).then((pictures) => {
    const { kept, leftOut } = settled(blocks, pictures);
    editor.update(
      () => {
        const now = $getSelection();
        if (now) $insertInSlices(kept, now, text);
      },
      { discrete: true, tag: [PASTE_TAG, HISTORY_PUSH_TAG] },
    );
    tell(editor, leftOut);
  });
}

function tell(editor: LexicalEditor, pictures: number): void {
  if (pictures === 0) return;
  queueMicrotask(() => editor.dispatchCommand(PASTE_NEWS_COMMAND, { kind: 'left-out', pictures }));
}

/** Figures stand at the top level, or in block quotations. */
function figuresIn(blocks: readonly BlockNode[]): FigureNode[] {
  return blocks.flatMap((block) => {
    if (block.type === 'quote') return figuresIn(block.children as BlockNode[]);
    return block.type === 'figure' ? [block] : [];
  });
}

type Kept = Pick<FigureNode, 'picture' | 'width' | 'height'>;

/** What the library has of each address; those that it does not take are missing. */
async function takeIn(blocks: readonly BlockNode[]): Promise<Map<string, Kept>> {
  const taken = new Map<string, Kept>();
  for (const { picture: address } of figuresIn(blocks)) {
    const bytes = taken.has(address) ? null : bytesOfDataUrl(address);
    if (!bytes) continue;
    const file = { from: 'bytes' as const, name: 'pasted', bytes };
    const kept = await call('pictures.add', { file }).catch(() => null);
    if (kept) taken.set(address, kept);
  }
  return taken;
}

/** The blocks with the pictures that are kept; of a figure without one its caption stays. */
function settled(
  blocks: readonly BlockNode[],
  pictures: ReadonlyMap<string, Kept>,
): { kept: BlockNode[]; leftOut: number } {
  let leftOut = 0;
  const settle = (block: BlockNode): BlockNode[] => {
    if (block.type === 'quote') {
      return [{ ...block, children: (block.children as BlockNode[]).flatMap(settle) }];
    }
    if (block.type !== 'figure') return [block];
    const { picture: address } = block;
    const own = address.startsWith(OWN_PICTURE) ? address.slice(OWN_PICTURE.length) : '';
    if (PICTURE_ID.test(own)) return [{ ...block, picture: own }];
    const kept = pictures.get(address);
    if (kept) {
      const { picture, width, height } = kept;
      return [{ ...block, picture, width, height }];
    }
    leftOut += 1;
    return block.children.length > 0 ? [inlineBlock('paragraph', block.children)] : [];
  };
  return { kept: blocks.flatMap(settle), leftOut };
}
