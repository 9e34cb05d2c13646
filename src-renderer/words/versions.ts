import type {
  Impact,
  ImpactStatus,
  NotCarried,
  VersionKind,
  VersionSummary,
} from '../../src-shared/model/version';
import { dayLabel, languageLabel } from './format';
import { count, list, quoted } from './text';

export const VERSION_KIND_LABELS: Record<VersionKind, string> = {
  corrected: 'Corrected',
  extraction: 'As it came in',
  machine: 'A machine’s transcript',
  anonymised: 'Anonymised',
  translated: 'Translated',
};

export const VERSION_KIND_HINTS: Record<VersionKind, string> = {
  corrected: 'Takes the place of the version before',
  extraction: 'The file, read anew: takes the place of the version before',
  machine: 'Takes the place of the version before',
  anonymised: 'A copy beside the source: nothing moves to it',
  translated: 'A copy beside the source: nothing moves to it',
};

export const IMPACT_STATUS_LABELS: Record<ImpactStatus, string> = {
  review: 'To look at',
  unlinked: 'Not linked, quotes the old wording',
  open: 'Open',
  carried: 'Carried over',
  kept: 'Kept, and signed',
  settled: 'Stands',
};

/** What a version is, and of which day: "corrected · 3 Mar". */
export function versionLabel(version: VersionSummary): string {
  const kind =
    version.kind === 'translated' && version.language
      ? `translated: ${languageLabel(version.language)}`
      : VERSION_KIND_LABELS[version.kind].replace(/^./, (letter) => letter.toLowerCase());
  return `${kind} · ${dayLabel(version.at)}`;
}

/** "Version 2 of 3 · corrected · 3 Mar". */
export function versionLine(version: VersionSummary, versionCount: number): string {
  const of = versionCount > 1 ? ` of ${versionCount}` : '';
  return `Version ${version.number}${of} · ${versionLabel(version)}`;
}

/** What a version came with: its reason, its file, who added it. */
export function versionHint({ reason, fileName, editorName }: VersionSummary): string {
  return [reason, fileName, editorName].filter(Boolean).join(' · ');
}

const BECAUSE: Record<NotCarried, string> = {
  changed: 'and these words changed',
  'several-places': 'and these words are at several places now',
  lookalike: 'and these words are only where they may be somebody else’s',
  'other-time': 'and these words are more than 5 seconds from where they were',
};

export const versionWords = {
  menu: 'Versions of this source',
  read: 'Read',
  isOlder: 'You are reading an older version.',
  isTranslation: 'You are reading a translation.',
  isAnonymised: 'You are reading an anonymised copy.',
  isWithdrawn: 'You are reading a version that was taken back.',
  readCurrent: 'Read the current one',
  add: 'Add a version…',
  compare: 'Compare versions…',
  impact: 'What quotes this source…',
  withdraw: 'Take this version back…',
  withdrawNow: 'Take it back',
  withdrawText:
    'It is no longer read or found, and links go back to where they were before it came. Its words stay in the library.',

  addTitle: 'Add a version',
  way: 'Where its words come from',
  ways: {
    correct: 'Correct the text here',
    file: 'From a file',
    paste: 'From pasted text',
  },
  kind: 'What it is',
  language: 'Language',
  languageHint: 'A language tag, like de or fr-CH.',
  languageWrong: 'Write the language as a tag, like de or fr-CH.',
  reason: 'Reason',
  reasonPlaceholder: 'Why is there another version?',
  file: 'File',
  chooseFile: 'Choose a file…',
  chooseAnother: 'Choose another…',
  noFile: 'No file is chosen.',
  text: 'Text',
  textPlaceholder: 'Paste the text here',
  textHint: 'Times, pages and turns stay with their words.',
  addNow: 'Add version',
  adding: 'Adding…',
  added: 'The version is added.',
  addedUnquoted: 'The version is added. No article quotes this source.',
  withdrawn: 'The version is taken back, and links are where they were.',
  kept: 'What you had begun is still here. Cancel throws it away.',

  compareTitle: 'Compare versions',
  from: 'From',
  to: 'To',
  comparing: 'Comparing…',
  alike: 'Both versions have the same words.',
  sameParagraphs: (number: number) => `${count(number, 'paragraph')} the same`,

  impactTitle: 'What quotes this source',
  correctedTitle: 'Quotations and claims of corrected sources',
  correctedText:
    'Their sources were corrected after they were linked, the words changed, and nobody has decided yet.',
  nothingCorrected: 'Nothing waits for a look: every correction was followed.',
  nothing: 'No article quotes this source.',
  nothingText:
    'What is linked to any of its versions is listed here, and what a correction touches.',
  impactLabel: 'Articles',
  finished: 'Finished: a correction may be due',
  version: (number: number) => `version ${number}`,

  corrected: (day: string, because: NotCarried) =>
    `The source was corrected on ${day}, ${BECAUSE[because]}. It now reads:`,
  correctedAway: (day: string) =>
    `The source was corrected on ${day}, and nothing like these words is left in it.`,
  correctedBecause: (reason: string) => `Why: ${quoted(reason)}`,
  linkThere: 'Link to the new wording',
  useNew: 'Use the new wording',
  keep: 'Keep as it is…',
  seeNew: 'See it there',
  linkedThere: 'Linked there, the quotation would be:',
};

/** "5 quotations carried over, 2 to look at". */
export function impactLine({ articles, carried, review, unlinked }: Impact): string {
  const all = articles.flatMap(({ quotations }) => quotations);
  const parts = [
    { status: 'carried', number: carried, what: 'carried over' },
    { status: 'review', number: review, what: 'to look at' },
    { status: 'unlinked', number: unlinked, what: 'not linked, with the old wording' },
  ].filter(({ number }) => number > 0);
  if (parts.length === 0) return 'Nothing needs a look.';
  // What is counted is said once.
  const said = parts.map(({ status, number, what }, index) => {
    if (index > 0) return `${number} ${what}`;
    const claims = all.filter((one) => one.status === status && one.kind === 'claim').length;
    return `${usesOf(number - claims, claims)} ${what}`;
  });
  return `${list(said)}.`;
}

/** "5 quotations", "1 claim", "5 quotations and 1 claim". */
function usesOf(quotations: number, claims: number): string {
  if (claims === 0) return count(quotations, 'quotation');
  return quotations === 0
    ? count(claims, 'claim')
    : `${count(quotations, 'quotation')} and ${count(claims, 'claim')}`;
}

/** "This version touches 3 articles". */
export function impactTitle({ articles }: Impact): string {
  return `This version touches ${count(articles.length, 'article')}`;
}
