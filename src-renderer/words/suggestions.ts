import type {
  FormatChange,
  FormatName,
  LinkChange,
  ShapeChange,
  ShapeName,
  Suggestion,
  TablePart,
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
      .map(({ to, from, deeper, tick }) => {
        const changes = [
          shapeOf(to) === shapeOf(from) ? '' : `${shapeOf(to)} instead of ${shapeOf(from)}`,
          deeper > 0 ? 'moved in' : deeper < 0 ? 'moved out' : '',
          tick === 'set' ? 'ticked' : tick === 'taken' ? 'no longer ticked' : '',
        ].filter((one) => one !== '');
        return changes.join(', ') || shapeOf(to);
      })
      .join('; '),
  );

const parts = (changed: readonly TablePart[]) =>
  capital(
    (['row', 'column'] as const)
      .flatMap((kind) =>
        [true, false].map((isIn) => {
          const number = changed.filter((one) => one.kind === kind && one.isIn === isIn).length;
          const what = number === 1 ? kind : count(number, kind);
          return number === 0 ? '' : `${what} ${isIn ? 'added' : 'deleted'}`;
        }),
      )
      .filter((one) => one !== '')
      .join(', '),
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
  parts,
  status: 'Suggesting',
  statusHint:
    'What you change is proposed, and others accept or reject it. Only which words are the standfirst, and which cells of a table are headers, is changed at once. Press to simply write.',
  turnedOn: 'Suggesting: what you change is proposed.',
  /** Said where something is done that cannot be proposed. */
  madeAtOnce:
    'Changed at once, not proposed: a standfirst and the headers of a table cannot be suggestions.',
  turnedOff: 'Suggesting is off: what you change is changed.',
  nothingHere: 'There is no suggestion at the cursor.',
  none: 'There are no suggestions.',
  decided: (decision: 'accept' | 'reject', number: number) =>
    `${count(number, 'suggestion')} ${decision === 'accept' ? 'accepted' : 'rejected'}.`,
  /** Said aloud when the cursor comes into one. */
  about: (suggestion: Suggestion, author: string) => {
    const { inserted, deleted, formatted: words, formats, links, shapes } = suggestion;
    const inTables = suggestion.parts.map((part) => part.words).join(' ');
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
      suggestion.parts.length > 0
        ? `${uncapital(parts(suggestion.parts))}${inTables ? `: ${quoted(inTables)}` : ''}`
        : '',
    ];
    return `Suggestion by ${author}: ${changes.filter((one) => one !== '').join('; ')}`;
  },
};
