import type {
  FormatChange,
  FormatName,
  LinkChange,
  ShapeChange,
  ShapeName,
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

const SHAPES: Record<ShapeName, string> = {
  paragraph: 'paragraph',
  heading: 'heading',
  subheading: 'subheading',
  smallHeading: 'small heading',
  bulletList: 'bulleted list',
  numberedList: 'numbered list',
  taskList: 'task list',
  blockQuotation: 'block quotation',
  pullQuote: 'pull quote',
};

const formatted = (formats: readonly FormatChange[]) =>
  `Formatted: ${formats.map(({ name, isOn }) => `${isOn ? '' : 'not '}${FORMATS[name]}`).join(', ')}`;

const linked = (links: readonly LinkChange[]) =>
  links
    .map(({ to, from }) => {
      if (to === null) return `No link (was ${from})`;
      return from === null ? `Link to ${to}` : `Link to ${to} (was ${from})`;
    })
    .join('; ');

const shapeOf = (names: readonly ShapeName[]) => names.map((name) => SHAPES[name]).join(' in ');

const shaped = (shapes: readonly ShapeChange[]) =>
  capital(
    shapes
      .map(({ to, from, deeper }) => {
        const depth = deeper > 0 ? 'moved in' : deeper < 0 ? 'moved out' : '';
        if (shapeOf(to) === shapeOf(from)) return depth || shapeOf(to);
        return `${shapeOf(to)} instead of ${shapeOf(from)}${depth ? `, ${depth}` : ''}`;
      })
      .join('; '),
  );

const uncapital = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

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
  linked,
  shaped,
  status: 'Suggesting',
  statusHint:
    'Your words and their format are proposed, and others accept or reject them. The standfirst, the rows of tables and what is made a block of code are changed at once. Press to simply write.',
  turnedOn: 'Suggesting: your words and their format are proposed.',
  /** Said where something is done that cannot be proposed. */
  madeAtOnce:
    'Changed at once, not proposed: neither a standfirst nor a block of code can be a suggestion.',
  turnedOff: 'Suggesting is off: what you change is changed.',
  nothingHere: 'There is no suggestion at the cursor.',
  none: 'There are no suggestions.',
  decided: (decision: 'accept' | 'reject', number: number) =>
    `${count(number, 'suggestion')} ${decision === 'accept' ? 'accepted' : 'rejected'}.`,
  /** Said aloud when the cursor comes into one. */
  about: (suggestion: Suggestion, author: string) => {
    const { inserted, deleted, formatted: words, formats, links, shapes } = suggestion;
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
      suggestion.linked ? `${quoted(suggestion.linked)} ${uncapital(linked(links))}` : '',
      shapes.length > 0 ? `${quoted(suggestion.shaped)} ${uncapital(shaped(shapes))}` : '',
    ];
    return `Suggestion by ${author}: ${changes.filter((one) => one !== '').join('; ')}`;
  },
};
