import { parseByline } from '../../src-shared/byline/parse';
import type { Locator } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';
import { addPerson, findPeopleNamed, listPeople } from '../library/people';
import type { Write } from '../library/write';
import { speakerOf } from './passages';

/** What transcripts write before a turn where they do not say a name. */
const NO_NAME =
  /^(?:q|a|question|answer|(?:the )?(?:interviewer|interviewee|reporter|journalist|moderator|host|presenter|anchor|narrator|speaker|chair|chairman|chairwoman|chairperson|president|operator|translator|interpreter|announcer|caller|audience|crowd|voice|guest|man|woman|boy|girl|male|female|all|others?|unknown|unidentified|inaudible|off))\b/i;

/**
 * The person who has the word in a passage: one of the people, or a new one where the source names
 * somebody in full. Null where it does not say who speaks, or where several people have the name.
 * `named` is how the article itself names the speaker; it decides how a label in capitals is spelt.
 */
export function namePassageSpeaker(
  transaction: Write,
  locators: readonly Locator[],
  passage: Span,
  named: string | null,
): { personId: string; isAdded: boolean } | null {
  const label = speakerOf(locators, passage)?.replace(/\s+/g, ' ').trim() ?? '';
  if (isNoName(label)) return null;
  const name = named !== null && endsInWordsOf(named, label) ? named : label;
  const known = findPeopleNamed(transaction.db, name);
  if (known.length > 0) return known.length === 1 ? found(known[0]!.id) : null;
  if (isOneWord(name)) {
    const surnames = listPeople(transaction.db).filter((one) => endsInWordsOf(one.name, name));
    return surnames.length === 1 ? found(surnames[0]!.id) : null;
  }
  const [person, ...others] = parseByline(name).contributors;
  if (!person || others.length > 0 || person.kind !== 'person') return null;
  const details = { kind: 'person', role: null, affiliation: null, url: null } as const;
  return { personId: addPerson(transaction, { name: person.name, ...details }), isAdded: true };
}

/** True of what transcripts write where they do not say a name. */
export function isNoName(label: string): boolean {
  return label === '' || NO_NAME.test(label) || /\d/.test(label);
}

function found(personId: string) {
  return { personId, isAdded: false };
}

function isOneWord(name: string): boolean {
  return !name.includes(' ');
}

/** "Maren Aldous" ends in the words of "ALDOUS" and of "Maren Aldous". */
export function endsInWordsOf(name: string, label: string): boolean {
  const whole = ` ${name.toLowerCase()}`;
  return whole.endsWith(` ${label.toLowerCase()}`);
}
