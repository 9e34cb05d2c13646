import type { ReadBack, ReadBackState } from '../../src-shared/model/read-back';
import { dayLabel } from './format';
import { count } from './text';

export const READ_BACK_LABELS: Record<ReadBackState, string> = {
  sent: 'Sent to the speaker',
  approved: 'Approved',
  'changes-asked': 'Changes asked for',
};

/** What is said of quotations that their speakers read. */
export const readBackWords = {
  title: 'Read-back',
  note: 'Note it down…',
  none: 'Not sent yet.',
  history: 'Earlier',
  otherWords: 'Of other words than these',
  dialogTitle: (number: number) =>
    number === 1 ? 'Read-back of a quotation' : `Read-back of ${count(number, 'quotation')}`,
  dialogText: 'What became of it when the speaker read it. Nothing of this is ever exported.',
  state: 'What happened',
  on: 'On',
  onHint: 'Like 2027-03-14',
  onWrong: 'Write the day like 2027-03-14.',
  by: 'By whom',
  byHint: 'Who answered, or to whom it was sent',
  noteLabel: 'Note',
  notePlaceholder: 'What was asked for, or how it was sent',
  save: 'Note it down',
  done: (number: number) => `Noted down for ${count(number, 'quotation')}. Undo takes it back.`,
  action: 'Note a read-back',
  line: ({ state, by, on }: ReadBack) =>
    `${READ_BACK_LABELS[state]}${by ? `, ${by}` : ''}, ${dayLabel(`${on}T12:00:00Z`)}`,
  short: {
    sent: 'read-back sent',
    approved: 'read-back approved',
    'changes-asked': 'changes asked for',
  } satisfies Record<ReadBackState, string>,
};

/** What the section on other articles says. */
export const elsewhereWords = {
  differently: (number: number) => `Quoted differently in ${count(number, 'article')}`,
  same: (number: number) => `Quoted alike in ${count(number, 'article')}`,
  untitled: 'Untitled article',
};
