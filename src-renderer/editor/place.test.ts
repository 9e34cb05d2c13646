import { $getRoot, $getSelection, $isRangeSelection } from 'lexical';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EditingPlace } from '../../src-shared/model/article';
import { createPlaceKeeper, readPlace, restoreSelection } from './place';
import { articleOf, change, createTestEditor, savedDocument } from './testing';

function selectedText(editor: ReturnType<typeof createTestEditor>): string {
  return editor.read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? selection.getTextContent() : '';
  });
}

describe('the place in an article', () => {
  const document = articleOf('Headline', 'One two three.', 'Four.');

  it('is the same in the same document', () => {
    const editor = createTestEditor(document);
    change(editor, () => {
      const [, paragraph] = $getRoot().getAllTextNodes();
      paragraph?.select(4, 7);
    });
    const place = readPlace(editor, 120);
    const reopened = createTestEditor(savedDocument(editor));
    restoreSelection(reopened, place);
    expect(selectedText(reopened)).toBe('two');
    expect(place.scrollTop).toBe(120);
  });

  it('is the same where the text nodes were split since, as a new quotation splits them', () => {
    const editor = createTestEditor(document);
    change(editor, () => {
      const [, paragraph] = $getRoot().getAllTextNodes();
      paragraph?.select(14, 14);
    });
    const place = readPlace(editor, 0);
    const reopened = createTestEditor(document);
    change(reopened, () => {
      const [, paragraph] = $getRoot().getAllTextNodes();
      const [, two] = paragraph?.splitText(4, 7) ?? [];
      two?.toggleFormat('bold');
    });
    restoreSelection(reopened, place);
    expect(readPlace(reopened, 0).anchor).toEqual({ path: [1], offset: 14 });
    change(reopened, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText('!');
    });
    expect(reopened.read(() => $getRoot().getChildAtIndex(1)?.getTextContent())).toBe(
      'One two three.!',
    );
  });

  it('is as near as can be in a document that became shorter', () => {
    const editor = createTestEditor(articleOf('Headline', 'One'));
    const far = { path: [7], offset: 40 };
    restoreSelection(editor, { anchor: far, focus: far, scrollTop: 0 });
    expect(readPlace(editor, 0).anchor).toEqual({ path: [1], offset: 3 });
  });

  it('is nothing where there was no cursor', () => {
    const editor = createTestEditor(document);
    expect(readPlace(editor, 0)).toEqual({ anchor: null, focus: null, scrollTop: 0 });
  });
});

describe('createPlaceKeeper', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('remembers once for many changes, and nothing twice', async () => {
    const remembered: EditingPlace[] = [];
    let scrollTop = 0;
    const keeper = createPlaceKeeper(
      () => ({ anchor: null, focus: null, scrollTop }),
      async (place) => void remembered.push(place),
    );
    for (scrollTop = 0; scrollTop < 50; scrollTop += 10) keeper.changed();
    await vi.advanceTimersByTimeAsync(2000);
    keeper.changed();
    await vi.advanceTimersByTimeAsync(2000);
    expect(remembered.map((place) => place.scrollTop)).toEqual([50]);
  });

  it('remembers what is left when the article is closed', () => {
    const remember = vi.fn(async () => {});
    const keeper = createPlaceKeeper(() => ({ anchor: null, focus: null, scrollTop: 1 }), remember);
    keeper.changed();
    keeper.dispose();
    expect(remember).toHaveBeenCalledOnce();
  });
});
