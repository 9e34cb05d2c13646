import { recognisePeople } from '../../src-shared/byline/recognise-people';
import type { ReadContributor, TakenCredit } from '../../src-shared/contract/bylines';
import type { CreditRole, CreditTier } from '../../src-shared/model/byline';
import type { PersonSummary } from '../../src-shared/model/person';
import { foldName } from '../../src-shared/people/fold-name';

/*
 * A pasted byline before it is taken over: the credits as they would come in, and what has to be asked
 * about them. Nothing is guessed silently (STANDARDS 4.3, rule 8): each question has its answers, and
 * an answer is one step from one draft to the next.
 */

export interface DraftCredit {
  key: string;
  name: string;
  kind: ReadContributor['kind'];
  /** Several where one label gives them: "Text and photos". */
  roles: CreditRole[];
  tier: CreditTier | null;
  location: string;
  jobTitle: string;
  affiliation: string;
  note: string;
  staff: TakenCredit['staff'];
  isPseudonym: boolean;
  nameOrder: 'family-first' | null;
  email: string | null;
  /** What of the pasted words a credit has no place for: "Dr.", "@janedoe". */
  leftOut: string[];
  /** Words of the whole byline that are in no credit. */
  unread: string[];
  /** Of the library; null for somebody who is made. */
  personId: string | null;
  candidates: string[];
  /** Those of the same one are one new person. */
  newPerson: string;
}

export type QuestionKind =
  | 'who'
  | 'case'
  | 'scope'
  | 'house-scope'
  | 'place'
  | 'single'
  | 'one-or-two'
  | 'account'
  | 'name-end'
  | 'twice'
  | 'kind'
  | 'house'
  | 'title'
  | 'note'
  | 'left-out'
  | 'role'
  | 'first-word'
  | 'other';

export interface Question {
  id: string;
  kind: QuestionKind;
  /** Keys of the credits that it is about. */
  about: string[];
  /** `person:<id>` and `new` for "who"; the first is what the draft shows already, if anything. */
  answers: string[];
}

export interface Draft {
  raw: string;
  credits: DraftCredit[];
  questions: Question[];
}

export type People = readonly PersonSummary[];

const FLAGS: Readonly<Record<string, { kind: QuestionKind; answers: string[] }>> = {
  'case-guess': { kind: 'case', answers: ['keep', 'as-printed'] },
  'location?': { kind: 'place', answers: ['place', 'contributor'] },
  'system-user': { kind: 'account', answers: ['leave-out', 'keep'] },
  'single-name': { kind: 'single', answers: ['whole'] },
  'check-name': { kind: 'name-end', answers: ['right'] },
  'kind?': { kind: 'kind', answers: ['group', 'person'] },
  'affiliation?': { kind: 'house', answers: ['house', 'contributor', 'clear'] },
  'role?': { kind: 'role', answers: ['author', 'contributed'] },
  'title?': { kind: 'title', answers: ['right', 'clear'] },
  'note?': { kind: 'note', answers: ['right', 'clear'] },
  'left-out?': { kind: 'left-out', answers: ['nobody'] },
};

export function draftOf(raw: string, read: readonly ReadContributor[], people: People): Draft {
  const credits = read.map(creditOf);
  const questions = credits.flatMap((credit, index) => {
    const flags = read[index]?.flags ?? [];
    const grouped = ['location-scope?', 'affiliation-scope?', 'maybe-one-entity'];
    const isPart = flags.includes('maybe-one-entity');
    return flags
      .filter((flag) => !grouped.includes(flag) && !(isPart && flag === 'single-name'))
      .map((flag) => {
        const { kind, answers } = FLAGS[flag] ?? { kind: 'other' as const, answers: ['right'] };
        if (kind === 'name-end' && credit.kind === 'collective')
          return question('first-word', [credit.key], ['right', 'rest']);
        // What is no person's name may be that of a house.
        const more = kind === 'name-end' && credit.jobTitle === '' ? ['group'] : [];
        const isPlace = kind === 'single' && credits[index - 1]?.location === '';
        return question(
          kind,
          [credit.key],
          [...answers, ...more, ...(isPlace ? ['place-before'] : [])],
        );
      });
  });
  const flagged = (flag: string) =>
    credits.filter((_, index) => read[index]?.flags?.includes(flag));
  const groups: Question[] = [];
  const places = new Set(flagged('location-scope?').map(({ location }) => location));
  for (const place of places) {
    const sharing = flagged('location-scope?').filter(({ location }) => location === place);
    const [only, ...others] = sharing;
    if (only && others.length > 0) groups.push(question('scope', keysOf(sharing), ['all', 'last']));
    // "Jane Doe with John Roe in Moscow": the place is his, and maybe hers.
    else if (only) {
      const before = credits.slice(0, credits.indexOf(only)).filter((one) => one.location === '');
      groups.push(question('scope', keysOf([...before, only]), ['last', 'all']));
    }
  }
  const houses = new Set(flagged('affiliation-scope?').map(({ affiliation }) => affiliation));
  for (const house of houses) {
    const sharing = flagged('affiliation-scope?').filter(
      ({ affiliation }) => affiliation === house,
    );
    groups.push(question('house-scope', keysOf(sharing), ['all', 'last']));
  }
  const maybeOne = flagged('maybe-one-entity');
  if (maybeOne.length > 1) groups.push(question('one-or-two', keysOf(maybeOne), ['two', 'one']));
  const draft = { raw, credits, questions: [...questions, ...groups] };
  return withTwice(credits.reduce((next, { key }) => withPerson(next, key, people), draft));
}

function creditOf(one: ReadContributor, index: number): DraftCredit {
  const { honorificPrefix, honorificSuffix, handle } = one;
  return {
    key: `c${index}`,
    name: one.name,
    kind: one.kind,
    roles: one.roles ?? [one.role],
    tier: null,
    location: one.location ?? '',
    jobTitle: one.jobTitle ?? '',
    affiliation: one.affiliation ?? '',
    note: one.note ?? '',
    staff: one.staff ?? 'staff',
    isPseudonym: one.pseudonym === true,
    nameOrder: one.nameOrder ?? null,
    email: one.email ?? null,
    leftOut: [honorificPrefix, honorificSuffix, handle].filter((word) => word !== undefined),
    unread: one.unread ?? [],
    personId: null,
    candidates: one.candidates,
    newPerson: `c${index}`,
  };
}

const keysOf = (credits: readonly DraftCredit[]) => credits.map(({ key }) => key);
const question = (kind: QuestionKind, about: string[], answers: string[]): Question => ({
  id: `${kind} ${about.join(' ')}`,
  kind,
  about,
  answers,
});

/** One person of the library who is credited by this very name is meant; anything else is asked. */
function withPerson(draft: Draft, key: string, people: People): Draft {
  const credit = draft.credits.find((one) => one.key === key);
  if (!credit) return draft;
  const questions = draft.questions.filter(({ kind, about }) => kind !== 'who' || about[0] !== key);
  const [first] = credit.candidates;
  if (first === undefined) return { ...changed(draft, key, { personId: null }), questions };
  const name = people.find(({ id }) => id === first)?.name ?? '';
  if (credit.candidates.length === 1 && foldName(name) === foldName(credit.name)) {
    return { ...changed(draft, key, { personId: first }), questions };
  }
  const answers = [...credit.candidates.map((id) => `person:${id}`), 'new'];
  return {
    ...changed(draft, key, { personId: null }),
    questions: [...questions, question('who', [key], answers)],
  };
}

/** Two new people of one name may be one. */
function withTwice(draft: Draft): Draft {
  const questions = draft.questions.filter(({ kind }) => kind !== 'twice');
  draft.credits.forEach((credit, index) => {
    const before = draft.credits
      .slice(0, index)
      .find(
        (one) =>
          one.candidates.length === 0 &&
          credit.candidates.length === 0 &&
          foldName(one.name) === foldName(credit.name),
      );
    if (before) questions.push(question('twice', [before.key, credit.key], ['one', 'two']));
  });
  return { ...draft, questions };
}

function changed(draft: Draft, key: string, patch: Partial<DraftCredit>): Draft {
  return {
    ...draft,
    credits: draft.credits.map((one) => (one.key === key ? { ...one, ...patch } : one)),
  };
}

/** What an editor typed or chose; a name that was typed needs no question about how it is written. */
export function edited(
  draft: Draft,
  key: string,
  patch: Partial<DraftCredit>,
  people: People,
): Draft {
  const next = changed(draft, key, patch);
  if (patch.name === undefined) return next;
  const settled: QuestionKind[] = ['case', 'single', 'name-end', 'account', 'other'];
  const questions = next.questions.filter(
    ({ kind, about }) => about[0] !== key || !settled.includes(kind),
  );
  const [candidates = []] = recognisePeople(
    [{ name: patch.name, kind: 'person', role: 'author' }],
    people,
  );
  const current = next.credits.find((one) => one.key === key);
  const kind = current?.kind === 'unknown' ? 'person' : (current?.kind ?? 'person');
  return withTwice(
    withPerson({ ...changed(next, key, { candidates, kind }), questions }, key, people),
  );
}

export function without(draft: Draft, key: string): Draft {
  return withTwice({
    ...draft,
    credits: draft.credits.filter((one) => one.key !== key),
    questions: draft.questions.filter(({ about }) => !about.includes(key)),
  });
}

/** What goes where an answer says that it is not so. */
const CLEARED: Partial<Record<QuestionKind, Partial<DraftCredit>>> = {
  scope: { location: '' },
  'house-scope': { affiliation: '', staff: 'staff' },
  house: { affiliation: '' },
  title: { jobTitle: '' },
  note: { note: '' },
};

/** The draft after an answer: the question is gone. */
export function answered(draft: Draft, asked: Question, answer: string, people: People): Draft {
  const open = { ...draft, questions: draft.questions.filter(({ id }) => id !== asked.id) };
  const [key = '', other = ''] = asked.about;
  const credit = draft.credits.find((one) => one.key === key);
  if (!credit) return open;
  if (answer.startsWith('person:')) return changed(open, key, { personId: answer.slice(7) });
  switch (answer) {
    case 'as-printed':
      return changed(open, key, { name: printed(draft.raw, credit.name) });
    case 'all':
      return asked.kind === 'scope' ? withPlaceOfLast(open, asked.about) : open;
    case 'contributed':
      return changed(open, key, { roles: ['additional-reporting'] });
    case 'last':
      return asked.about
        .slice(0, -1)
        .reduce((next, one) => changed(next, one, CLEARED[asked.kind] ?? {}), open);
    case 'clear':
      return changed(open, key, CLEARED[asked.kind] ?? {});
    case 'person':
      return changed(open, key, { kind: 'person' });
    case 'group':
      return credit.kind === 'person'
        ? changed(open, key, { kind: 'organization', nameOrder: null })
        : open;
    case 'contributor':
      return asContributor(
        open,
        credit,
        asked.kind === 'house' ? 'affiliation' : 'location',
        people,
      );
    case 'rest':
      return changed(open, key, { name: credit.name.replace(/^\S+\s/u, '') });
    case 'place-before':
      return asPlaceBefore(open, credit);
    case 'leave-out':
      return without(open, key);
    case 'keep':
      return asked.kind === 'account' ? changed(open, key, { kind: 'person' }) : open;
    case 'one':
      return asked.kind === 'twice' ? asOnePerson(open, credit, other) : asOneName(open, asked);
    default:
      return open;
  }
}

/** Everybody has the place that stands after the last of them. */
function withPlaceOfLast(draft: Draft, about: readonly string[]): Draft {
  const location = draft.credits.find(({ key }) => key === about.at(-1))?.location ?? '';
  return about.reduce((next, key) => changed(next, key, { location }), draft);
}

/** "Jane Doe, Prague", "Jane Doe, AFP": two contributors. */
function asContributor(
  draft: Draft,
  credit: DraftCredit,
  from: 'location' | 'affiliation',
  people: People,
): Draft {
  const name = credit[from];
  const kind = from === 'affiliation' ? ('organization' as const) : credit.kind;
  const [candidates = []] = recognisePeople([{ name, kind, role: 'author' }], people);
  const added: DraftCredit = {
    ...credit,
    ...{ key: `${credit.key}+`, newPerson: `${credit.key}+`, name, kind },
    ...{ location: '', jobTitle: '', affiliation: '', note: '', email: null, leftOut: [] },
    ...{ candidates, personId: null },
    ...(from === 'affiliation' ? { staff: 'staff' as const, nameOrder: null } : {}),
  };
  const credits = draft.credits.flatMap((one) =>
    one.key === credit.key ? [{ ...one, [from]: '' }, added] : [one],
  );
  return withPerson({ ...draft, credits }, added.key, people);
}

/** "Jane Doe, Prague": the second is the place of the first. */
function asPlaceBefore(draft: Draft, { key, name }: DraftCredit): Draft {
  const before = draft.credits[draft.credits.findIndex((one) => one.key === key) - 1];
  return before ? without(changed(draft, before.key, { location: name }), key) : draft;
}

/** "Simon and Garfunkel", under one name. */
function asOneName(draft: Draft, { about }: Question): Draft {
  const parts = draft.credits.filter(({ key }) => about.includes(key));
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return draft;
  const from = draft.raw.indexOf(first.name);
  const to = draft.raw.indexOf(last.name, from + first.name.length);
  const name =
    from >= 0 && to > from
      ? draft.raw.slice(from, to + last.name.length).replace(/\s+/g, ' ')
      : parts.map((part) => part.name).join(' & ');
  const rest = parts.slice(1).reduce((next, { key }) => without(next, key), draft);
  const kind = first.kind === 'collective' ? first.kind : ('organization' as const);
  const one = { name, kind, candidates: [], personId: null };
  return changed(rest, first.key, one);
}

function asOnePerson(draft: Draft, { newPerson, personId }: DraftCredit, other: string): Draft {
  return changed(draft, other, { newPerson, personId });
}

/** A name as it stands in the pasted words, whatever its case. */
function printed(raw: string, name: string): string {
  const text = raw.replace(/\s+/g, ' ');
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? name.toUpperCase() : text.slice(at, at + name.length);
}

/** The credits of a draft in the form in which they are taken over. */
export function takenCredits({ credits }: Draft): TakenCredit[] {
  return credits.flatMap((credit) =>
    credit.roles.map((role) => ({
      role,
      tier: credit.tier,
      location: credit.location.trim() || null,
      jobTitle: credit.jobTitle.trim() || null,
      affiliation: credit.affiliation.trim() || null,
      note: credit.note.trim() || null,
      staff: credit.staff,
      person:
        credit.personId === null
          ? {
              key: credit.newPerson,
              details: {
                name: credit.name.trim(),
                kind: credit.kind === 'unknown' ? ('person' as const) : credit.kind,
                isPseudonym: credit.isPseudonym,
                nameOrder: credit.nameOrder,
                email: credit.email,
              },
            }
          : { personId: credit.personId },
    })),
  );
}
