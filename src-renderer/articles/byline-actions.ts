import type { Input, Output } from '../../src-shared/contract';
import type { HouseStyle } from '../../src-shared/model/house-style';
import { attempt, performUndoable } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { patchOpenArticle } from '../queries/open-article';
import { showToast } from '../shell';
import { pasteWords } from '../words/byline-paste';
import { houseStyleWords } from '../words/house-styles';
import { words } from '../words/words';

type Whole = Output<'bylines.set'>['previous'];

/** Takes a pasted byline over, with the people who are new in it: one step of undo. */
export function takeByline(input: Input<'bylines.take'>) {
  const { articleId } = input;
  let before: { byline: Whole; madePeople: string[] } | null = null;
  let after: Whole | null = null;
  const set = async (byline: Whole, removePeople: string[] = []) => {
    const answer = await call('bylines.set', { articleId, ...byline, removePeople });
    patchOpenArticle(articleId, { byline: answer.byline });
  };
  return performUndoable({
    label: pasteWords.taken,
    async perform() {
      // Done once more, it brings back the people that it made, and makes none.
      if (after) return set(after);
      const answer = await call('bylines.take', input);
      before = { byline: answer.previous, madePeople: answer.madePeople };
      after = answer.taken;
      patchOpenArticle(articleId, { byline: answer.byline });
    },
    async undo() {
      if (before) await set(before.byline, before.madePeople);
    },
  });
}

const refresh = () => queryClient.invalidateQueries({ queryKey: keys.bylineStyles });

/** Keeps a house style, a new one where `styleId` is null; rejects with a StetError. Answers its id. */
export async function saveHouseStyle(styleId: string | null, style: HouseStyle): Promise<string> {
  const saved = await call('bylineStyles.save', { styleId, style });
  await refresh();
  const { previous } = saved;
  const undo = async () => {
    if (previous) await call('bylineStyles.save', { styleId: saved.styleId, style: previous });
    else await call('bylineStyles.remove', { styleId: saved.styleId });
    await refresh();
  };
  if (JSON.stringify(previous) !== JSON.stringify(style)) {
    showToast(houseStyleWords.saved(style.name), {
      action: { label: words.undo, perform: () => void attempt(undo) },
    });
  }
  return saved.styleId;
}

/** Deletes a house style; the message that says so can take it back. */
export function removeHouseStyle(styleId: string, name: string) {
  return attempt(async () => {
    const { articleCount } = await call('bylineStyles.remove', { styleId });
    await refresh();
    const restore = async () => {
      await call('bylineStyles.restore', { styleId });
      await refresh();
    };
    showToast(houseStyleWords.removed(name, articleCount), {
      action: { label: words.undo, perform: () => void attempt(restore) },
    });
  });
}

/** Writes a house style into a folder that is asked for. */
export async function exportHouseStyle(style: HouseStyle) {
  const [folder] = await window.stet.call('pickExportFolder', {});
  if (!folder) return;
  const { fileName } = await call('bylineStyles.export', { style, folder: folder.token });
  showToast(houseStyleWords.exported(fileName, folder.name));
}
