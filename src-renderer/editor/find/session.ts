import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
} from 'lexical';
import { plainText } from '../../../src-shared/document/plain-text';
import type { Span } from '../../../src-shared/model/span';
import { isContentChange } from '../changes';
import type { LiveDocument } from '../live-document';
import { scrollToElement } from '../quotation/go-to';
import {
  $cursorOffset,
  $offsetOf,
  $placedTexts,
  type PlacedText,
  pointAt,
} from '../quotation/positions';
import { createFinder } from './finder';
import { $isInQuotation, $replaceFind } from './replace';
import type { Find, FindOptions } from './search';

export interface FindState {
  count: number;
  /** Number of the current find, from 0; -1 where there is none. */
  current: number;
  failed: 'invalid' | 'slow' | null;
  /** Nothing is looked for outside of what was selected. */
  isInSelection: boolean;
}

export interface FindSession {
  /** Looks for something else; the current find is the first from the cursor on. */
  look(options: FindOptions): void;
  /**
   * Goes to the next (or the one before), round the end if need be. Like all that acts on finds, it
   * waits for those of what was typed last.
   */
  step(by: 1 | -1): void;
  /** Replaces the current find and goes to the next. */
  replace(): void;
  /**
   * Replaces all finds in one step of undo; those in quotations only if asked. Never answers where
   * the session is closed meanwhile.
   */
  replaceAll(alsoQuotations: boolean): Promise<{ replaced: number; left: number }>;
  setInSelection(isInSelection: boolean): void;
  /** True where words of more than one place are selected now. */
  hasSelection(): boolean;
  /** Ends it; the current find is selected in the text. */
  close(): void;
}

const FOUND = 'find';
const CURRENT = 'find-current';
/** More are counted and replaced, and not drawn. */
const MOST_DRAWN = 2000;

/** Looks for words in an article while it is edited. */
export function openFindSession(
  editor: LexicalEditor,
  live: LiveDocument,
  scroller: HTMLElement,
  onState: (state: FindState) => void,
): FindSession {
  const finder = createFinder();
  let options: FindOptions | null = null;
  let finds: Find[] = [];
  let current = -1;
  let failed: FindState['failed'] = null;
  let within: Span | null = null;
  const opened = selectedSpan();
  const beginning = editor.read(() => $cursorOffset($placedTexts()));

  function selectedSpan(): Span | null {
    return editor.read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
      const placed = $placedTexts();
      const ends = [selection.anchor, selection.focus].map((point) => $offsetOf(placed, point));
      const [start, end] = [Math.min(...ends), Math.max(...ends)];
      return end > start ? { start, end } : null;
    });
  }

  function tell() {
    onState({ count: finds.length, current, failed, isInSelection: within !== null });
  }

  let looks = 0;
  let isLooking = false;
  let waiting: (() => void)[] = [];

  /** Acts on the finds of what was typed last: a key may come before they are found. */
  function whenFound(act: () => void) {
    if (timer !== undefined) void refresh(finds[current]?.start ?? 0, false);
    if (isLooking) waiting.push(act);
    else act();
  }

  async function refresh(from: number, scrolls: boolean) {
    clearTimeout(timer);
    timer = undefined;
    looks += 1;
    const look = looks;
    isLooking = true;
    if (!options || options.query === '') {
      take([], -1, false);
      return;
    }
    const { text, blocks } = plainText(live.read());
    const searched = blocks.map(({ start, end }) => ({ start, text: text.slice(start, end) }));
    const result = await finder.find(searched, options);
    if (look !== looks) return;
    failed = 'failed' in result ? result.failed : null;
    const all = 'finds' in result ? result.finds : [];
    const limits = within;
    const kept = limits
      ? all.filter(({ start, end }) => start >= limits.start && end <= limits.end)
      : all;
    const next = kept.findIndex(({ start }) => start >= from);
    take(kept, kept.length === 0 ? -1 : Math.max(0, next), scrolls);
  }

  function take(next: Find[], nextCurrent: number, scrolls: boolean) {
    finds = next;
    current = nextCurrent;
    isLooking = false;
    draw(scrolls);
    tell();
    const acts = waiting;
    waiting = [];
    for (const act of acts) whenFound(act);
  }

  function draw(scrolls: boolean) {
    editor.read(() => {
      const placed = $placedTexts();
      const ranges = finds.slice(0, MOST_DRAWN).map((find) => rangeOf(editor, placed, find));
      CSS.highlights.set(FOUND, new Highlight(...ranges.filter((range) => range !== null)));
      const find = finds[current];
      const range = find ? rangeOf(editor, placed, find) : null;
      const shown = new Highlight(...(range ? [range] : []));
      shown.priority = 2;
      CSS.highlights.set(CURRENT, shown);
      const element = range?.startContainer.parentElement;
      if (scrolls && element) scrollToElement(scroller, element);
    });
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReplacing = false;
  const stopListening = editor.registerUpdateListener((update) => {
    if (!isContentChange(update) || isReplacing) return;
    // What was selected is not where it was.
    within = null;
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(finds[current]?.start ?? 0, false), 120);
  });

  /** Changes the text as one step of undo. */
  function change($work: () => void) {
    isReplacing = true;
    editor.update($work, { discrete: true, tag: HISTORY_PUSH_TAG });
    isReplacing = false;
  }

  function replaceCurrent() {
    const find = finds[current];
    if (!find) return;
    let isDone = false;
    change(() => {
      isDone = $replaceFind($placedTexts(), find);
      $setSelection(null);
    });
    if (isDone && within) within.end += find.replacement.length - (find.end - find.start);
    void refresh(isDone ? find.start + find.replacement.length : find.start, true);
  }

  function replaceEvery(alsoQuotations: boolean) {
    let replaced = 0;
    let left = 0;
    let grown = 0;
    change(() => {
      const placed = $placedTexts();
      const isSpared = finds.map((find) => !alsoQuotations && $isInQuotation(placed, find));
      // From the end, so that the places of the others stay what they are.
      for (const [at, find] of [...finds.entries()].reverse()) {
        if (isSpared[at] || !$replaceFind(placed, find)) left += 1;
        else {
          replaced += 1;
          grown += find.replacement.length - (find.end - find.start);
        }
      }
      $setSelection(null);
    });
    if (within) within.end += grown;
    void refresh(0, false);
    return { replaced, left };
  }

  return {
    look(wanted) {
      options = wanted;
      void refresh(finds[current]?.start ?? opened?.start ?? beginning, true);
    },
    step(by) {
      whenFound(() => {
        if (finds.length === 0) return;
        current = (current + by + finds.length) % finds.length;
        draw(true);
        tell();
      });
    },
    replace: () => whenFound(replaceCurrent),
    replaceAll: (alsoQuotations) =>
      new Promise((resolve) => whenFound(() => resolve(replaceEvery(alsoQuotations)))),
    setInSelection(isInSelection) {
      within = isInSelection ? opened && { ...opened } : null;
      void refresh(within?.start ?? 0, true);
    },
    hasSelection: () => opened !== null,
    close() {
      clearTimeout(timer);
      looks += 1;
      stopListening();
      finder.close();
      CSS.highlights.delete(FOUND);
      CSS.highlights.delete(CURRENT);
      const find = finds[current];
      if (find) selectFind(editor, find);
    },
  };
}

/** Where a find is drawn; null where the page does not have it yet. */
function rangeOf(editor: LexicalEditor, placed: readonly PlacedText[], find: Find): Range | null {
  const start = pointAt(placed, find.start);
  const end = pointAt(placed, find.end, true);
  const from = start && textOf(editor, start.key);
  const to = end && textOf(editor, end.key);
  if (!start || !end || !from || !to) return null;
  if (start.offset > from.length || end.offset > to.length) return null;
  const range = document.createRange();
  range.setStart(from, start.offset);
  range.setEnd(to, end.offset);
  return range;
}

function textOf(editor: LexicalEditor, key: string): Text | null {
  let node: Node | null = editor.getElementByKey(key);
  while (node && !(node instanceof Text)) node = node.firstChild;
  return node;
}

function selectFind(editor: LexicalEditor, find: Find) {
  editor.update(
    () => {
      const placed = $placedTexts();
      const start = pointAt(placed, find.start);
      const end = pointAt(placed, find.end, true);
      if (!start || !end) return;
      const node = placed.find((text) => text.node.getKey() === start.key)!.node;
      const selection = node.select(start.offset, start.offset);
      selection.focus.set(end.key, end.offset, 'text');
    },
    { discrete: true },
  );
}
