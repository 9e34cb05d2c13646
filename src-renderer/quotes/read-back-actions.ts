import type { NewReadBack } from '../../src-shared/model/read-back';
import { performUndoable } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { getShell, showToast } from '../shell';
import { readBackWords as said } from '../words/read-backs';

/** Writes the same down for each of these quotations: one step of undo. */
export async function noteReadBack(
  articleId: string,
  quotationIds: readonly string[],
  readBack: NewReadBack,
): Promise<boolean> {
  let ids: string[] = [];
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.readBacks(articleId) });
  const done = await performUndoable({
    label: said.action,
    async perform() {
      // What was typed within the last moment is what was read.
      await getShell().manuscript?.flush();
      const answer = await call('readBacks.add', {
        articleId,
        quotationIds: [...quotationIds],
        readBack,
      });
      ids = answer.ids;
      await refresh();
    },
    async undo() {
      await call('readBacks.takeBack', { articleId, ids });
      await refresh();
    },
  });
  if (done) showToast(said.done(quotationIds.length));
  return done;
}
