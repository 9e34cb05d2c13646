import type { Revision, RevisionReason } from '../../src-shared/model/revision';
import { dayLabel } from './format';
import { count } from './text';

const REASONS: Record<RevisionReason, string> = {
  new: 'Begun',
  import: 'Brought in',
  pause: 'While working',
  switch: 'Left for another article',
  export: 'Exported',
  restore: 'Before an older one was put back',
  replace: 'Before words were replaced',
  named: 'Kept',
  finish: 'Finished',
  reopen: 'Reopened',
};

/** What the timeline of an article says. */
export const revisionWords = {
  title: 'Revisions',
  description:
    'Every state of this article that was kept. Putting one back adds another; nothing is overwritten.',
  listLabel: 'Revisions, newest first',
  now: 'Now',
  none: 'Nothing was kept yet. A revision is kept at every pause in the work.',
  compareWith: 'Compared with',
  withNow: 'the article now',
  withBefore: 'the revision before it',
  alike: 'Nothing differs.',
  firstOne: 'This is the first revision: there is none before it.',
  unchanged: (number: number) => `${count(number, 'paragraph')} unchanged`,
  formOnly: 'Only the form changed.',
  restore: 'Put this revision back',
  restoreBlock: 'Put back',
  removeBlock: 'Take out',
  restoreChanged: 'Put back this paragraph as it was',
  restoreRemoved: 'Put this paragraph back',
  removeAdded: 'Take out this paragraph',
  restored: (revision: Revision) =>
    `The article is as it was ${revisionTime(revision)}. Undo takes that back.`,
  blockFailed:
    'The paragraph could not be put back: the article has changed. Open the revisions again.',
  blockRestored: 'The paragraph is as it was. Undo takes that back.',
  finished: 'The article is finished. Reopen it to put an older state back.',
  keepTitle: 'Keep a revision',
  keepText: 'Keeps the article as it is now under a name, so that it can be found again.',
  keepName: 'Name',
  keepPlaceholder: 'As sent to legal',
  keep: 'Keep it',
  kept: (name: string) => `Kept as “${name}”.`,
};

/** "14 Nov, 09:12". */
export function revisionTime({ at }: Pick<Revision, 'at'>): string {
  const time = new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return `${dayLabel(at)}, ${time}`;
}

/** What a revision is called: its name, or why it was kept. */
export function revisionTitle({ name, reason }: Pick<Revision, 'name' | 'reason'>): string {
  if (reason === 'reopen' && name !== null) return `${REASONS.reopen}: ${name}`;
  return name ?? REASONS[reason];
}

/** "Mara Lind · 1,204 words (+37)": who, and what came of the one before. */
export function revisionLine(revision: Revision, before: Revision | undefined): string {
  const change = before ? revision.wordCount - before.wordCount : 0;
  const sign = change > 0 ? '+' : '−';
  const words = count(revision.wordCount, 'word');
  const changed = change === 0 ? '' : ` (${sign}${Math.abs(change).toLocaleString('en-GB')})`;
  return [revision.editorName, words + changed].filter(Boolean).join(' · ');
}
