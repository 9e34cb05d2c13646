import type {
  FormatChange,
  FormatName,
  Suggestion,
} from '../../src-shared/document/list-suggestions';
import { count, shorten } from './text';

const FORMATS: Record<FormatName, string> = {
  bold: 'bold',
  italic: 'italic',
  strikethrough: 'strikethrough',
  underline: 'underline',
  code: 'code',
  subscript: 'subscript',
  superscript: 'superscript',
};

const formatted = (formats: readonly FormatChange[]) =>
  `Formatted: ${formats.map(({ name, isOn }) => `${isOn ? '' : 'not '}${FORMATS[name]}`).join(', ')}`;

/** What is said about suggestions. */
export const suggestionWords = {
  listLabel: 'Suggestions',
  open: (number: number) => count(number, 'open suggestion'),
  you: 'You',
  somebody: 'Somebody else',
  accept: 'Accept',
  reject: 'Reject',
  acceptAll: 'Accept all',
  rejectAll: 'Reject all',
  acceptOf: (name: string) => `Accept all of ${name}`,
  rejectOf: (name: string) => `Reject all of ${name}`,
  more: 'More about the suggestions',
  goTo: 'Go to the place',
  added: 'Added',
  removed: 'Deleted',
  formatted,
  status: 'Suggesting',
  statusHint:
    'Your words and their format are proposed, and others accept or reject them. Headings, lists, quotations, links and tables are changed at once. Press to simply write.',
  turnedOn: 'Suggesting: your words, and what you make bold or italic, are proposed.',
  /** Said where something is done that cannot be proposed. */
  madeAtOnce:
    'Changed at once, not proposed: only words, and what is bold, italic and the like, are.',
  turnedOff: 'Suggesting is off: what you change is changed.',
  nothingHere: 'There is no suggestion at the cursor.',
  none: 'There are no suggestions.',
  decided: (decision: 'accept' | 'reject', number: number) =>
    `${count(number, 'suggestion')} ${decision === 'accept' ? 'accepted' : 'rejected'}.`,
  /** Said aloud when the cursor comes into one. */
  about: ({ inserted, deleted, formatted: words, formats }: Suggestion, author: string) => {
    const quoted = (text: string) => `“${shorten(text.replace(/\s+/g, ' ').trim(), 80)}”`;
    const changes = [
      inserted && deleted
        ? `${quoted(deleted)} replaced with ${quoted(inserted)}`
        : inserted
          ? `${quoted(inserted)} added`
          : deleted
            ? `${quoted(deleted)} deleted`
            : '',
      words ? `${quoted(words)} ${formatted(formats).toLowerCase()}` : '',
    ];
    return `Suggestion by ${author}: ${changes.filter((one) => one !== '').join('; ')}`;
  },
};
