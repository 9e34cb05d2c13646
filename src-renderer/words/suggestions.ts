import type { Suggestion } from '../../src-shared/document/list-suggestions';
import { count, shorten } from './text';

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
  status: 'Suggesting',
  statusHint: 'What you change is proposed, and others accept or reject it. Press to simply write.',
  turnedOn: 'Suggesting: what you change is proposed.',
  turnedOff: 'Suggesting is off: what you change is changed.',
  nothingHere: 'There is no suggestion at the cursor.',
  none: 'There are no suggestions.',
  decided: (decision: 'accept' | 'reject', number: number) =>
    `${count(number, 'suggestion')} ${decision === 'accept' ? 'accepted' : 'rejected'}.`,
  /** Said aloud when the cursor comes into one. */
  about: ({ inserted, deleted }: Suggestion, author: string) => {
    const words = (text: string) => `“${shorten(text.replace(/\s+/g, ' ').trim(), 80)}”`;
    if (inserted && deleted) {
      return `Suggestion by ${author}: ${words(deleted)} replaced with ${words(inserted)}`;
    }
    return inserted
      ? `Suggestion by ${author}: ${words(inserted)} added`
      : `Suggestion by ${author}: ${words(deleted)} deleted`;
  },
};
