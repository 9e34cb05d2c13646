import type { CreditTier } from '../../src-shared/model/byline';
import { isolated } from '../../src-shared/text/direction';
import type { Draft, DraftCredit, Question } from '../articles/byline-draft';
import { count, list } from './text';

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
  const names = new Intl.ListFormat('en-GB').format(those.map((one) => isolated(one.name)));
  switch (kind) {
    case 'who':
      return `Who is “${name}”?`;
    case 'case':
      return `The name is printed in capitals. Is it written “${name}”?`;
    case 'scope':
      return `“${those.at(-1)?.location}” stands after the last name. Were ${names} ${those.length === 2 ? 'both' : 'all'} there?`;
    case 'house-scope':
      return `“${affiliation}” stands after the last name. Do ${names} ${those.length === 2 ? 'both' : 'all'} write for it?`;
    case 'kind':
      return `Is “${name}” a house or a group, or a person?`;
    case 'house':
      return `Is “${affiliation}” the house for which ${name} works, or a credit of its own?`;
    case 'title':
      return `Is “${jobTitle}” what ${name} does?`;
    case 'role':
      return `Is ${name} the author, or one of those who contributed?`;
    case 'note':
      return `Is “${note}” to be printed in brackets after ${name}?`;
    case 'left-out':
      return leftOutText(first.unread);
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
        : `Is all of “${name}” a name? If a title, a place or somebody else is in it, correct the fields below.`;
    case 'first-word':
      return `Is “${name}” printed with its first word?`;
    case 'twice':
      return `${name} is named twice. Is that one person?`;
    case 'other':
      return `Is ${name} right as it stands?`;
  }
}

const MOST_WORDS = 8;

/** Which words are in no credit, the first of them where they are many. */
function leftOutText(unread: readonly string[]): string {
  const quoted = unread.slice(0, MOST_WORDS).map((word) => `“${word}”`);
  const more = unread.length - quoted.length;
  const named = list(more > 0 ? [...quoted, count(more, 'more word')] : quoted);
  const these = unread.length === 0 ? 'Some words of the byline' : named;
  return `${these} ${unread.length === 1 ? 'is' : 'are'} in none of these credits. Is anybody missing?`;
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
    case 'rest':
      return `Without “${first?.name.split(' ')[0]}”`;
    case 'place-before':
      return `No, the place of ${credits[credits.findIndex(({ key }) => key === first?.key) - 1]?.name}`;
    case 'nobody':
      return 'Nobody is missing';
    case 'house':
      return `The house of ${first?.name}`;
    case 'author':
      return 'The author';
    case 'contributed':
      return 'Contributed reporting';
    case 'place':
      return 'The place';
    case 'contributor':
      return question.kind === 'house' ? 'A credit of its own' : 'Another contributor';
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
