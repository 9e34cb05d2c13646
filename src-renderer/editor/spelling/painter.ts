import type { LexicalEditor, NodeKey } from 'lexical';
import type { Problem, ProblemKind } from '../../../src-shared/spelling/problem';
import { type BlockText, partsOf } from './block-text';

/*
 * Problems are drawn by the CSS Custom Highlight API, like quotations, in lines of their own
 * (spelling.css): nothing of it enters the text or its history.
 */

const NAMES: Record<ProblemKind, string> = { spelling: 'spelling', grammar: 'grammar' };

export interface ProblemPainter {
  /** Draws the problems of a block in the place of those that it had. */
  paint(block: NodeKey, text: BlockText, problems: readonly Problem[]): void;
  erase(block: NodeKey): void;
  dispose(): void;
}

interface Drawn {
  range: StaticRange;
  kind: ProblemKind;
}

export function createProblemPainter(editor: LexicalEditor): ProblemPainter {
  const highlights = { spelling: new Highlight(), grammar: new Highlight() };
  const kinds: ProblemKind[] = ['spelling', 'grammar'];
  for (const kind of kinds) CSS.highlights.set(NAMES[kind], highlights[kind]);
  const drawn = new Map<NodeKey, Drawn[]>();

  function erase(block: NodeKey) {
    for (const { range, kind } of drawn.get(block) ?? []) highlights[kind].delete(range);
    drawn.delete(block);
  }

  return {
    erase,
    paint(block, text, problems) {
      erase(block);
      const ranges = problems.flatMap((problem) =>
        partsOf(text, problem).flatMap(({ key, from, to }) => {
          const letters = lettersOf(editor.getElementByKey(key));
          if (!letters || letters.data.length < to) return [];
          const range = new StaticRange({
            startContainer: letters,
            startOffset: from,
            endContainer: letters,
            endOffset: to,
          });
          return [{ range, kind: problem.kind }];
        }),
      );
      if (ranges.length === 0) return;
      drawn.set(block, ranges);
      for (const { range, kind } of ranges) highlights[kind].add(range);
    },
    dispose() {
      for (const kind of kinds) {
        if (CSS.highlights.get(NAMES[kind]) === highlights[kind])
          CSS.highlights.delete(NAMES[kind]);
      }
      drawn.clear();
    },
  };
}

/** The DOM's text of a text node: formats may lie around it. */
function lettersOf(element: HTMLElement | null): Text | null {
  let at: Node | null = element;
  while (at && !(at instanceof Text)) at = at.firstChild;
  return at;
}
