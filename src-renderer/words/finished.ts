import type { CorrectionKind } from '../../src-shared/model/article-correction';
import { dayLabel } from './format';
import { count } from './text';

const day = (at: string) =>
  new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const clock = (at: string) =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** What is said of a finished article, and of its corrections. */
export const finishedWords = {
  bar: 'Finished article',
  finished: (state: { at: string; editorName: string } | null) =>
    state === null
      ? 'This article is finished.'
      : `Finished ${day(state.at)}, ${clock(state.at)}${state.editorName ? `, by ${state.editorName}` : ''}.`,
  explained: 'Its text, byline and links stay as printed. Comments, read-backs and checks go on.',
  locked: 'The article is finished. Reopen it to change it.',
  nobody: 'nobody named',
  reopen: 'Reopen…',
  correct: 'Correction…',
  count: (number: number) => count(number, 'correction'),
  done: (number: number) =>
    number === 1 ? 'The article is finished.' : `${count(number, 'article')} are finished.`,
  undone: 'Finishing was undone',
  mark: 'Mark as finished',
  stillOpen: (open: number, blocking: number) =>
    [
      open === 1 ? 'One point is open.' : `${open} points are open.`,
      `Settle ${open === 1 ? 'it' : 'each'}, or accept it with your reason and name.`,
      blocking === 0
        ? ''
        : blocking === 1
          ? 'One has to be settled.'
          : `${blocking} have to be settled.`,
    ]
      .filter(Boolean)
      .join(' '),
  nothingOpen: 'Nothing is open.',
  markMany: (number: number) => `Mark ${count(number, 'article')} as finished`,
  markManyText: 'Each goes through its gate. One with open points is left as it is, and named.',
  markManyProgress: 'Articles looked at',
  markedOf: (number: number, all: number) =>
    number === all
      ? `${count(all, 'article')} finished`
      : `${number} of ${count(all, 'article')} finished`,
  leftOpen: 'These are as they were. Their points wait for you.',
  pointsOf: (open: number, blocking: number) =>
    `${count(open, 'open point')}${blocking === 0 ? '' : `, ${blocking} of which cannot be accepted`}`,
  showPoints: (headline: string) => `Show what is open in ${headline}`,
  notReached: 'Not looked at: stopped before it',
  leftAlone: (number: number) =>
    number === 1
      ? 'One finished article was left as it is. Reopen it to change it.'
      : `${number} finished articles were left as they are. Reopen them to change them.`,
  someLeft: (said: string, number: number) =>
    `${said} ${number === 1 ? 'One finished article was' : `${number} finished articles were`} left as ${number === 1 ? 'it is' : 'they are'}.`,

  reopenTitle: (number: number) =>
    number === 1 ? 'Reopen the article' : `Reopen ${count(number, 'article')}`,
  reopenText:
    'It can be changed again. The text as it was finished stays in the revisions, with the reason.',
  reason: 'Why',
  reasonPlaceholder: 'The mayor’s name is misspelt',
  reopenAs: 'Status',
  reopenSubmit: 'Reopen',
  reopened: (number: number) =>
    number === 1 ? 'The article is open again.' : `${count(number, 'article')} are open again.`,

  kinds: {
    correction: 'Correction',
    clarification: 'Clarification',
    update: 'Update',
  } satisfies Record<CorrectionKind, string>,
  kindHints: {
    correction: 'Something was wrong',
    clarification: 'Something could be misread',
    update: 'Something has happened since',
  } satisfies Record<CorrectionKind, string>,
  notFinished:
    'The article was never finished: there is nothing to correct. Change its text, then finish it.',
  correctionTitle: 'Correct the article',
  editTitle: 'Change the correction',
  correctionText:
    'Readers see it below the text, with today’s date. Where the text is to be changed as well, reopen the article.',
  kind: 'Kind',
  words: 'What readers are told',
  wordsPlaceholder: 'An earlier version said that …',
  add: 'Add',
  save: 'Save',
  sectionTitle: 'Corrections',
  signed: (correction: { at: string; editorName: string; exportedAt: string | null }) =>
    [
      day(correction.at),
      correction.editorName,
      correction.exportedAt === null
        ? 'not exported yet'
        : `exported ${dayLabel(correction.exportedAt)}`,
    ]
      .filter(Boolean)
      .join(' · '),
  edit: 'Change',
  withdraw: 'Withdraw',
  exportedHint: 'It has gone out with an export: withdraw it, or add another one.',
  added: 'The correction is below the text. It goes out with the next export.',
  changed: 'The correction is changed.',
  withdrawn: (wasExported: boolean) =>
    wasExported
      ? 'The correction is withdrawn. Files that were exported before still have it.'
      : 'The correction is withdrawn.',
};
