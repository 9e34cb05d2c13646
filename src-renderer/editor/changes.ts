import { HISTORIC_TAG, type UpdateListener } from 'lexical';
import { ACTION_TAG } from './undo';

type Update = Parameters<UpdateListener>[0];

/** True where an update changed the document: not the selection alone, nor the counter of actions. */
export function isContentChange(update: Pick<Update, 'dirtyElements' | 'dirtyLeaves' | 'tags'>) {
  const { dirtyElements, dirtyLeaves, tags } = update;
  if (tags.has(ACTION_TAG)) return false;
  if (tags.has(HISTORIC_TAG) || dirtyLeaves.size > 0) return true;
  for (const [key, isOwnChange] of dirtyElements) {
    if (isOwnChange && key !== 'root') return true;
  }
  return false;
}
