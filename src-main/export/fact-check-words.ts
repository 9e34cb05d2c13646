import type { GatePoint } from '../../src-shared/contract/finish';
import type { ClaimState } from '../../src-shared/model/claim';
import type { ReadBackState } from '../../src-shared/model/read-back';

/*
 * What the fact-checker's copy says. It is for the newsroom, so it speaks the interface's language. Its
 * points say what kind of thing they are about and never name a source.
 */

export const POINT_NAMES: Readonly<Record<GatePoint['code'], string>> = {
  'quotations-altered': 'Quotations that differ from their sources',
  'quotations-review': 'Quotations that want to be looked at',
  'quotations-missing': 'Quotations that are not in their sources',
  'quotations-not-checkable': 'Quotations that cannot be checked',
  'quotations-unlinked': 'Quotations without a source',
  'speakers-missing': 'Quotations with nobody named as speaker',
  'read-backs-changes': 'Speakers who asked for changes',
  'claims-changed': 'Claims whose sources were corrected',
  'claims-unchecked': 'Claims that are not checked',
  'byline-empty': 'No byline',
  'byline-unnamed': 'Contributors whom the byline leaves out',
  'byline-account': 'Accounts in the byline that stand for nobody',
  'tk-marks': 'TK in the text',
  'comments-open': 'Open comments',
  'figures-unread': 'Pictures without alternative text',
  'figures-missing': 'Pictures that are not in the library any more',
  'suggestions-open': 'Open suggestions',
  'source-confidential': 'A source that must not be used',
  'source-off-the-record': 'A source that must not be used',
  'source-embargoed': 'Sources under embargo',
  'source-excluded': 'Words that must not be used',
  'consent-withdrawn': 'Consent that was withdrawn',
  'consent-refused': 'Consent that was refused',
};

export const READ_BACK_NAMES: Readonly<Record<ReadBackState, string>> = {
  sent: 'Sent',
  approved: 'Approved',
  'changes-asked': 'Changes asked for',
};

export const CLAIM_NAMES: Readonly<Record<ClaimState, string>> = {
  open: 'No source',
  linked: 'Linked, not signed',
  checked: 'Checked',
  'passage-changed': 'Its source was corrected',
};

export const factCheckWords = {
  title: (headline: string) => `Fact-checker’s copy: ${headline}`,
  notice: 'Fact-checker’s copy. Not for publication, and not to be passed on.',
  summary: (total: number, standing: number) =>
    total === 0
      ? 'There are no quotations in this article.'
      : `${total} ${total === 1 ? 'quotation' : 'quotations'}; ${standing} of them ${standing === 1 ? 'stands' : 'stand'}.`,
  contents: 'In this copy',
  article: 'The article',
  points: 'What is open, and what was accepted',
  noPoints: 'Nothing is open.',
  accepted: 'Accepted',
  open: 'Open',
  map: 'Where the quotations come from',
  mapLabel: (quotations: number, sources: number) =>
    `${quotations} quotations on the left, ${sources} sources with the passages that carry them on the right`,
  legend: 'Marks',
  quotation: 'Quotation',
  quotations: 'Quotations',
  number: (number: number) => `Quotation ${number}`,
  speaker: 'Speaker',
  noSpeaker: 'nobody named',
  reportedBy: (name: string, channel: string) => `${name}, reported by ${channel}`,
  source: 'Source',
  noSource: 'No source is given.',
  described: 'The source is described and not named.',
  place: 'Place',
  verdict: 'Verdict',
  passage: 'Passage',
  differences: 'Word by word',
  removed: 'in the source only',
  added: 'in the article only',
  check: 'Signed',
  confirmed: 'Confirmed',
  letStand: 'Let stand',
  noCheck: 'Nobody has signed.',
  nobody: 'somebody without a name',
  readBacks: 'Read back',
  otherWords: 'for other words',
  claims: 'Claims',
  claim: (number: number) => `Claim ${number}`,
  corrections: 'Corrections',
  exported: 'published',
  notExported: 'not published yet',
  comments: 'Open comments',
  noComments: 'No comment is open.',
  state: 'State',
  backToText: 'Back to the text',
  withheld: '(left out: it speaks of a source that is not disclosed)',
};
