import type { ClaimKind } from '../../src-shared/claim/find-claims';
import type { ClaimState, ClaimView } from '../../src-shared/model/claim';
import { placeLabel } from './format';
import { count } from './text';

/** How a claim's state is called. */
export const CLAIM_LABELS: Record<ClaimState, string> = {
  open: 'No source',
  linked: 'To be signed',
  checked: 'Checked',
  'passage-changed': 'Source changed',
};

const KINDS: Record<ClaimKind, string> = {
  figure: 'figure',
  date: 'date',
  superlative: 'superlative',
  attribution: 'attribution',
};

/** What the Claims list says. */
export const claimWords = {
  lists: 'What is listed',
  claim: 'Claim',
  named: (words: string) => `Claim: ${words}`,
  quotations: 'Quotations',
  claims: 'Claims',
  listLabel: 'Claims',
  count: (all: number, checked: number) => `${count(all, 'claim')}, ${checked} checked`,
  status: (all: number, open: number) =>
    `${count(all, 'claim')}, ${open === 0 ? 'none' : open} open`,
  quotationsStatus: (all: number, open: number) =>
    `${count(all, 'quotation')}, ${open === 0 ? 'none' : open} open`,
  statusHint: 'Show the list',
  noneTitle: 'No claims yet',
  noneText:
    'Select words that need a source, a figure or a date, and choose Mark as claim. Sentences that look like it are listed below.',
  gone: 'The words of this claim are gone.',
  openText: 'No passage is linked yet.',
  linkedText: 'Read the passage and sign, if it says so.',
  changedText: 'The source was corrected, and the passage is not there in the same words.',
  nowReads: 'It now reads:',
  useNew: 'Link to what it says now',
  lapsed: (name: string, day: string) =>
    `Was checked by ${name || 'somebody without a name'}, ${day}; the words have changed since.`,
  signedBy: (kind: 'confirmed' | 'accepted', name: string, day: string) =>
    `${kind === 'confirmed' ? 'Checked' : 'Accepted'} by ${name || 'somebody without a name'}, ${day}.`,
  confirm: 'Sign as checked',
  accept: 'Let it stand…',
  unmark: 'Not a claim',
  more: 'More about this claim',
  findPassages: 'Find passages',
  openSource: 'Open source',
  unlink: 'Unlink',
  takeBack: 'Take back',
  nothing: 'Select words, or put the cursor into a sentence: a claim is made of words.',
  nothingSelected: 'Select the passage in the source first.',
  suggestionsTitle: 'May need a source',
  suggestionsLabel: 'Sentences that may need a source',
  suggestionsCount: (number: number) => count(number, 'sentence'),
  suggestionsNone: 'No sentence without a source has a figure, a date or the like.',
  why: (kinds: readonly ClaimKind[]) => kinds.map((kind) => KINDS[kind]).join(', '),
  looking: 'Looking through the library…',
  noPassage: 'No passage of the library says anything like it.',
  link: 'Link',
  mark: 'Mark as claim',
  dismiss: 'Needs no source',
  dismissed: (number: number) => `${count(number, 'sentence')} need no source, you said.`,
  dismissedOne: '1 sentence needs no source, you said.',
  showDismissed: 'Show',
  hideDismissed: 'Hide',
  undismiss: 'List it again',
  wordsGone: 'These words have changed. Look at the list again.',
  proposals: {
    label: 'Passages that may say it',
    found: (claim: string, number: number) =>
      `${claim}: ${number === 0 ? 'no passage found' : `${count(number, 'passage')} found`}`,
    link: 'Link this passage',
    without: (figures: readonly string[]) => `without ${figures.join(', ')}`,
    close: 'Close the passages',
    none: 'No source of the library says anything like it. Add the one it comes from, or select the passage in a source and choose Source for claim.',
  },
  linkedTo: (title: string) => `The claim is linked to “${title}”. Undo takes it back.`,
  actions: {
    mark: 'Mark as claim',
    unmark: 'Not a claim',
    link: 'Link a claim',
    unlink: 'Unlink a claim',
    confirm: 'Sign a claim',
    accept: 'Let a claim stand',
    takeBack: 'Take back a check',
    dismiss: 'Needs no source',
    undismiss: 'List a sentence again',
  },
};

/** "minutes, ¶ 2"; what is next where nothing is linked. */
export function claimLine({ link, check }: ClaimView): string {
  const place = link && placeLabel(link.place);
  const where = link ? (place ? `${link.sourceTitle}, ${place}` : link.sourceTitle) : '';
  return [where, check?.kind === 'accepted' ? 'accepted' : ''].filter(Boolean).join(' · ');
}
