import type { Agreement, Consent } from '../../src-shared/model/note';
import { dateLabel } from './format';
import { count, list } from './text';

export const CONSENT_LABELS: Record<Consent, string> = {
  given: 'Given',
  'given-in-part': 'Given in part',
  'not-asked': 'Not asked',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

/** What is said of notes, exclusions and agreements. */
export const noteWords = {
  actions: 'Note or exclude',
  addNote: (isPassage: boolean) => (isPassage ? 'Note on this passage…' : 'Note on this source…'),
  addExclusion: (isPassage: boolean) =>
    isPassage ? 'Exclude this passage…' : 'Exclude all of this source…',
  noteTitle: (isPassage: boolean) => (isPassage ? 'Note on a passage' : 'Note on a source'),
  noteLabel: 'Note',
  notePlaceholder: 'Only editors of this library read it: no export has it.',
  addTheNote: 'Add the note',
  noteAdded: 'The note is added.',
  noteChanged: 'The note is changed.',
  noteRemoved: 'The note is deleted.',
  exclusionTitle: (isPassage: boolean) =>
    isPassage ? 'Exclude a passage' : 'Exclude all of a source',
  exclusionText:
    'It is not proposed for any quotation, and an article that quotes it cannot be exported. The exclusion can be lifted at any time.',
  reason: 'Reason',
  reasonPlaceholder: 'Why must it not be used?',
  exclude: 'Exclude',
  excluded: 'Excluded. It is not proposed any more.',
  exclusionChanged: 'The reason is changed.',
  exclusionLifted: 'The exclusion is lifted.',

  summaryLabel: 'Notes and exclusions',
  summary: (notes: number, exclusions: number) =>
    list([
      ...(notes > 0 ? [count(notes, 'note')] : []),
      ...(exclusions > 0 ? [exclusions === 1 ? '1 exclusion' : `${exclusions} exclusions`] : []),
    ]),
  aboutAll: 'The whole source',
  excludedAll: 'All of it is excluded',
  notThere: 'Not in this version',
  goTo: (words: string) => `Show the passage ${words}`,
  change: 'Change',
  delete: 'Delete',
  lift: 'Lift',
  byline: (name: string, day: string) => (name ? `${name}, ${day}` : day),
  excludedMark: (reason: string) => `Must not be used: ${reason}`,

  agreementsEmpty: 'Nothing is noted about what was agreed with the people who speak here.',
  addAgreement: 'Add an agreement',
  agreementWith: (number: number, speaker: string) =>
    speaker ? `Agreement with ${speaker}` : `Agreement ${number}`,
  removeAgreement: (speaker: string) => `Remove the agreement with ${speaker || 'nobody'}`,
  speaker: 'With',
  speakerMissing: 'Say who it was made with.',
  showSpeakers: 'Show names',
  consent: 'Consent',
  agreed: 'What was agreed',
  agreedPlaceholder: 'No photograph; quotations to be read back before printing',
  agreedOn: 'Agreed on',
  withdrawnOn: 'Withdrawn on',
  withdrawalReason: 'Why it was withdrawn',
};

/** "Consent withdrawn by Mara Lind, 3 Mar 2026: fears for her post". */
export function agreementLine(agreement: Agreement): string {
  const { speaker, consent, terms, agreedOn, withdrawnOn, withdrawalReason } = agreement;
  const on = (date: string | null) => (date ? `, ${dateLabel(date)}` : '');
  const more = (text: string | null) => (text ? `: ${text.replace(/\s+/g, ' ')}` : '');
  switch (consent) {
    case 'withdrawn':
      return `Consent withdrawn by ${speaker}${on(withdrawnOn)}${more(withdrawalReason)}`;
    case 'refused':
      return `Consent refused by ${speaker}${on(agreedOn)}${more(terms)}`;
    case 'not-asked':
      return `${speaker} was not asked for consent${more(terms)}`;
    case 'given-in-part':
      return `Consent given in part by ${speaker}${on(agreedOn)}${more(terms)}`;
    case 'given':
      return `Consent given by ${speaker}${on(agreedOn)}${more(terms)}`;
  }
}
