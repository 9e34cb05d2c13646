import { describe, expect, test } from 'vitest';
import { parseByline } from '../../src-shared/byline/parse';
import { knownNames, recognisePeople } from '../../src-shared/byline/recognise-people';
import type { PersonSummary } from '../../src-shared/model/person';
import { questionText } from '../words/byline-paste';
import { answered, type Draft, draftOf, edited, takenCredits } from './byline-draft';

const person = (id: string, name: string, otherNames: string[] = []): PersonSummary => ({
  ...{ id, name, kind: 'person', role: null, affiliation: null, url: null, sortName: null },
  ...{ nameOrder: null, isPseudonym: false, links: [], mergedNames: [] },
  ...{ quotationCount: 0, creditCount: 0 },
  otherNames: otherNames.map((one) => ({ name: one, language: null })),
});

function pasted(raw: string, people: PersonSummary[] = []) {
  const { contributors, leftOut } = parseByline(raw, { known: knownNames(people) });
  const candidates = recognisePeople(contributors, people);
  const read = contributors.map((one, index) => ({
    ...one,
    candidates: candidates[index] ?? [],
    ...(index === contributors.length - 1 ? { unread: leftOut } : {}),
  }));
  const draft = draftOf(raw, read, people);
  const answer = (from: Draft, ...answers: string[]) =>
    answers.reduce((next, one) => answered(next, next.questions[0]!, one, people), from);
  return { draft, people, answer };
}
const asked = ({ questions }: Draft) => questions.map(({ kind }) => kind);
const named = (draft: Draft) => draft.credits.map(({ name }) => name);

describe('a pasted byline', () => {
  test('needs no question where nothing is uncertain', () => {
    const { draft } = pasted('By Ada Quill in Oslo and Ben Harrow', [person('p1', 'Ada Quill')]);
    expect(draft.questions).toEqual([]);
    expect(takenCredits(draft)).toMatchObject([
      { role: 'author', location: 'Oslo', person: { personId: 'p1' } },
      { role: 'author', person: { details: { name: 'Ben Harrow' } } },
    ]);
  });

  test('asks which of two people of one name it is, and whether an alias is meant', () => {
    const people = [
      person('p1', 'Ada Quill'),
      person('p2', 'Ada Quill'),
      person('p3', 'Robert Stone', ['Bob Stone']),
    ];
    const { draft, answer } = pasted('Ada Quill and Bob Stone', people);
    expect(asked(draft)).toEqual(['who', 'who']);
    const settled = answer(draft, 'person:p2', 'new');
    expect(takenCredits(settled)).toMatchObject([
      { person: { personId: 'p2' } },
      { person: { details: { name: 'Bob Stone' } } },
    ]);
  });

  test('capitals: the guess, or as they are printed', () => {
    const { draft, answer } = pasted('By ADA McKAY');
    expect(asked(draft)).toEqual(['case']);
    expect(named(answer(draft, 'as-printed'))).toEqual(['ADA McKAY']);
    expect(asked(answer(draft, 'keep'))).toEqual([]);
  });

  test('a place after several names is everybody’s, or the last one’s', () => {
    const { draft, answer } = pasted('By Ada Quill and Ben Harrow in Moscow');
    expect(asked(draft)).toEqual(['scope']);
    const places = (from: Draft) => from.credits.map(({ location }) => location);
    expect(places(answer(draft, 'all'))).toEqual(['Moscow', 'Moscow']);
    expect(places(answer(draft, 'last'))).toEqual(['', 'Moscow']);
  });

  test('a place after "with" is the last one’s, or everybody’s', () => {
    const { draft, answer } = pasted('By Ada Quill with Ben Harrow in Moscow');
    expect(asked(draft)).toEqual(['scope']);
    const places = (from: Draft) => from.credits.map(({ location }) => location);
    expect(places(answer(draft, 'last'))).toEqual(['', 'Moscow']);
    expect(places(answer(draft, 'all'))).toEqual(['Moscow', 'Moscow']);
  });

  test('an agency in front is a house, or a credit of its own', () => {
    const { draft, answer } = pasted('AFP, Ada Quill');
    expect(asked(draft)).toEqual(['house']);
    expect(answer(draft, 'house').credits).toMatchObject([
      { name: 'Ada Quill', affiliation: 'AFP' },
    ]);
    expect(answer(draft, 'contributor').credits).toMatchObject([
      { name: 'Ada Quill', affiliation: '' },
      { name: 'AFP', kind: 'organization', affiliation: '' },
    ]);
  });

  test('who contributed is not always who wrote', () => {
    const { draft, answer } = pasted('By Ada Quill, Ben Harrow contributed reporting');
    expect(asked(draft)).toEqual(['role']);
    const roles = (from: Draft) => from.credits.map((credit) => credit.roles[0]);
    expect(roles(answer(draft, 'author'))).toEqual(['author', 'additional-reporting']);
    expect(roles(answer(draft, 'contributed'))).toEqual([
      'additional-reporting',
      'additional-reporting',
    ]);
  });

  test('two single names are two, or one name', () => {
    const { draft, answer } = pasted('By Simon and Garfunkel');
    expect(asked(draft)).toEqual(['one-or-two']);
    expect(named(answer(draft, 'one'))).toEqual(['Simon and Garfunkel']);
    expect(named(answer(draft, 'two'))).toEqual(['Simon', 'Garfunkel']);
    const group = pasted('Staff and wire reports');
    expect(group.answer(group.draft, 'one').credits).toMatchObject([
      { name: 'Staff and wire reports', kind: 'collective' },
    ]);
  });

  test('"From" is part of what is printed, or is not', () => {
    const { draft, answer } = pasted('From Wire Reports');
    expect(asked(draft)).toEqual(['first-word']);
    expect(named(answer(draft, 'right'))).toEqual(['From Wire Reports']);
    expect(named(answer(draft, 'rest'))).toEqual(['Wire Reports']);
  });

  test('one word after a name may be a place', () => {
    const { draft, answer } = pasted('Ada Quill and Ben Harrow, Gullhaven');
    expect(asked(draft)).toEqual(['single']);
    expect(answer(draft, 'place-before').credits).toMatchObject([
      { name: 'Ada Quill', location: '' },
      { name: 'Ben Harrow', location: 'Gullhaven' },
    ]);
  });

  test('a house after several names is everybody’s, or the last one’s', () => {
    const { draft, answer } = pasted('By Ada Quill and Ben Harrow for Coast Radio');
    expect(asked(draft)).toEqual(['house-scope']);
    const houses = (from: Draft) => from.credits.map(({ affiliation }) => affiliation);
    expect(houses(answer(draft, 'all'))).toEqual(['Coast Radio', 'Coast Radio']);
    expect(houses(answer(draft, 'last'))).toEqual(['', 'Coast Radio']);
    expect(takenCredits(answer(draft, 'last')).map(({ staff }) => staff)).toEqual([
      'staff',
      'freelance',
    ]);
  });

  test('what is unlikely to be a title or a note is kept, or left out', () => {
    const titled = pasted('Ada Quill, beekeeper');
    expect(asked(titled.draft)).toEqual(['title']);
    expect(titled.answer(titled.draft, 'right').credits[0]).toMatchObject({
      jobTitle: 'beekeeper',
    });
    expect(titled.answer(titled.draft, 'clear').credits[0]).toMatchObject({ jobTitle: '' });
    const noted = pasted('Ada Quill (Gullhaven)');
    expect(asked(noted.draft)).toEqual(['note']);
    expect(noted.answer(noted.draft, 'clear').credits[0]).toMatchObject({ note: '' });
  });

  test('a house that looks like a person is one, or is a person', () => {
    const { draft, answer } = pasted('BBC Ada Quill');
    expect(asked(draft)).toEqual(['kind']);
    expect(answer(draft, 'group').credits[0]).toMatchObject({ kind: 'organization' });
    expect(answer(draft, 'person').credits[0]).toMatchObject({ kind: 'person' });
  });

  test('what is no name of a person may be a house', () => {
    const { draft, answer } = pasted('By the Gullhaven Foghorn');
    expect(asked(draft)).toEqual(['name-end']);
    expect(answer(draft, 'group').credits[0]).toMatchObject({ kind: 'organization' });
    expect(answer(draft, 'right').credits[0]).toMatchObject({ kind: 'person' });
  });

  test('words that stand in no credit are asked about', () => {
    const { draft, answer } = pasted('By Ada Quill 3 May 2026 with thanks to Ben Harrow');
    expect(asked(draft)).toEqual(['left-out']);
    expect(questionText(draft.questions[0]!, draft)).toBe(
      '“thanks”, “Ben” and “Harrow” are in none of these credits. Is anybody missing?',
    );
    expect(asked(answer(draft, 'nobody'))).toEqual([]);
  });

  test('one new name twice is one person, or two', () => {
    const { draft, answer } = pasted('Duncan Reid and Duncan Reid');
    expect(asked(draft)).toEqual(['twice']);
    const keys = (from: Draft) =>
      takenCredits(from).map((credit) => 'key' in credit.person && credit.person.key);
    expect(new Set(keys(answer(draft, 'two'))).size).toBe(2);
    expect(new Set(keys(answer(draft, 'one'))).size).toBe(1);
  });

  test('an account is left out, or kept as a name', () => {
    const { draft, answer } = pasted('Posted by admin');
    expect(named(answer(draft, 'leave-out'))).toEqual([]);
    expect(named(answer(draft, 'keep'))).toEqual(['admin']);
  });

  test('a name that is typed settles what was asked about it, and finds its person', () => {
    const { draft, people } = pasted('By ADA QUIL', [person('p1', 'Ada Quill')]);
    const typed = edited(draft, draft.credits[0]!.key, { name: 'Ada Quill' }, people);
    expect(typed.questions).toEqual([]);
    expect(typed.credits[0]!.personId).toBe('p1');
  });

  test('one label with two roles makes two credits of one person', () => {
    const { draft } = pasted('Text und Fotos: Ada Quill');
    const taken = takenCredits(draft);
    expect(taken.map(({ role }) => role)).toEqual(['author', 'photo']);
    expect(taken[0]!.person).toEqual(taken[1]!.person);
  });
});
