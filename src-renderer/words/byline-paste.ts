import type { CreditTier } from '../../src-shared/model/byline';
import type { Draft, DraftCredit, Question } from '../articles/byline-draft';
import { count } from './text';

/** What the dialog says that reads a pasted byline. */
export const pasteWords = {
  title: 'Paste a byline',
  description:
    'Paste it as it was printed or sent. Stet reads who is credited with what, and asks where it cannot be sure.',
  label: 'Byline',
  placeholder: 'By Jane Doe in Beirut and John Roe; additional reporting by Mary Major',
  result: 'What would come in',
  none: 'Nobody is named in these words.',
  reading: 'Reading…',
  take: 'Use these credits',
  taken: 'Paste a byline',
  modes: { replace: 'In place of the byline', append: 'After the credits that are there' },
  mode: 'Where',
  name: 'Name',
  role: 'Role',
  tier: 'Where it is printed',
  note: 'Note in brackets',
  known: (line: string) => `In the library: ${line}`,
  made: 'New in the library',
  undecided: 'Somebody of the library? See the question above',
  leftOut: (words: readonly string[]) => `Not printed: ${words.join('; ')}`,
  email: (address: string) => `${address} is kept with the private particulars, and never exported`,
  remove: (name: string) => `Leave out ${name}`,
  questions: (open: number) =>
    open === 0 ? 'Nothing is left to ask.' : `${count(open, 'question')} to answer`,
  answerFirst: (open: number) => `${count(open, 'question')} to answer first`,
  nameMissing: 'A name is missing',
  tooLong: (most: number) => `A byline has at most ${most.toLocaleString('en')} characters.`,
} as const;

export const TIER_LABELS: Record<CreditTier | 'role', string> = {
  role: 'As the role has it',
  byline: 'Above the article',
  tagline: 'Below the article',
  hidden: 'Not printed',
};

/** A question about a pasted byline, in a sentence. */
export function questionText({ kind, about }: Question, { credits }: Draft): string {
  const those = about.flatMap((key) => credits.filter((credit) => credit.key === key));
  const [first] = those;
  if (!first) return '';
  const { name, location, jobTitle, affiliation, note } = first;
  const names = new Intl.ListFormat('en-GB').format(those.map((one) => one.name));
  switch (kind) {
    case 'who':
      return `Who is “${name}”?`;
    case 'case':
      return `The name is printed in capitals. Is it written “${name}”?`;
    case 'scope':
      return `“${location}” stands after the last name. Were ${names} ${those.length === 2 ? 'both' : 'all'} there?`;
    case 'house-scope':
      return `“${affiliation}” stands after the last name. Do ${names} ${those.length === 2 ? 'both' : 'all'} write for it?`;
    case 'kind':
      return `Is “${name}” a house or a group, or a person?`;
    case 'house':
      return `Is “${affiliation}” the house for which ${name} writes?`;
    case 'title':
      return `Is “${jobTitle}” what ${name} does?`;
    case 'note':
      return `Is “${note}” to be printed in brackets after ${name}?`;
    case 'left-out':
      return 'Some words of the byline stand in none of these credits. Is anybody missing?';
    case 'place':
      return `Is “${location}” the place of ${name}, or another contributor?`;
    case 'single':
      return `“${name}” is one word. Is that the whole name?`;
    case 'one-or-two':
      return `Are ${names} two contributors, or one name?`;
    case 'account':
      return `“${name}” looks like an account of a publishing system, not like a person.`;
    case 'name-end':
      return jobTitle
        ? `Is the name “${name}”, and the title “${jobTitle}”?`
        : `Is “${name}” a whole name, and nothing but a name?`;
    case 'twice':
      return `${name} is named twice. Is that one person?`;
    case 'other':
      return `Is ${name} right as it stands?`;
  }
}

/** An answer on its button. */
export function answerLabel(
  answer: string,
  question: Question,
  { credits }: Draft,
  lineOf: (personId: string) => string,
): string {
  const those = question.about.flatMap((key) => credits.filter((credit) => credit.key === key));
  const first: DraftCredit | undefined = those[0];
  const last = those.at(-1);
  if (answer.startsWith('person:')) return lineOf(answer.slice(7));
  switch (answer) {
    case 'new':
      return 'Somebody new';
    case 'keep':
      return question.kind === 'account' ? 'It is a name: keep it' : `Yes, ${first?.name}`;
    case 'as-printed':
      return 'Keep the capitals';
    case 'all':
      return those.length === 2 ? 'Yes, both' : 'Yes, all of them';
    case 'last':
      return `Only ${last?.name}`;
    case 'group':
      return 'A house or a group';
    case 'person':
      return 'A person';
    case 'clear':
      return 'No, leave it out';
    case 'nobody':
      return 'Nobody is missing';
    case 'place':
      return 'The place';
    case 'contributor':
      return 'Another contributor';
    case 'whole':
      return 'Yes, that is all of it';
    case 'two':
      return question.kind === 'twice' ? 'Two people of one name' : 'Two contributors';
    case 'one':
      return question.kind === 'twice' ? 'One person' : 'One name';
    case 'leave-out':
      return 'Leave it out';
    default:
      return 'Yes, it is right';
  }
}
