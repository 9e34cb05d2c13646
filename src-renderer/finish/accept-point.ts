import type { GatePoint } from '../../src-shared/contract/finish';
import { performUndoable } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { words } from '../words/words';

/** Answers for an open point as it is: one step of undo. Answers whether it was done. */
export function acceptPoint(articleId: string, point: GatePoint, reason: string) {
  return performUndoable({
    label: words.finish.acceptDone,
    perform: () => accept(articleId, point, reason),
    undo: () => takeBack(articleId, point),
  });
}

/** Takes that word back, as a step of undo too. */
export function takeBackPoint(articleId: string, point: GatePoint) {
  const reason = point.acceptance?.reason ?? '';
  return performUndoable({
    label: words.finish.acceptTakenBack,
    perform: () => takeBack(articleId, point),
    undo: () => accept(articleId, point, reason),
  });
}

async function accept(articleId: string, { code, about }: GatePoint, reason: string) {
  try {
    await call('finish.accept', { articleId, code, about, reason });
  } finally {
    await queryClient.invalidateQueries({ queryKey: keys.gate(articleId) });
  }
}

async function takeBack(articleId: string, { code }: GatePoint) {
  await call('finish.takeBack', { articleId, code });
  await queryClient.invalidateQueries({ queryKey: keys.gate(articleId) });
}
