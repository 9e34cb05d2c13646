import { parseByline } from '../../src-shared/byline/parse';
import { knownNames, recognisePeople } from '../../src-shared/byline/recognise-people';
import type { TakenCredit } from '../../src-shared/contract/bylines';
import { type BylineInput, type CreditInput, creditInput } from '../../src-shared/model/byline';
import { readArticle, type StoredArticle, updateArticle } from '../library/articles';
import { listCredits, setCredits } from '../library/credits';
import {
  addPerson,
  isPersonInUse,
  listPeople,
  standingPerson,
  updatePerson,
} from '../library/people';
import { putPrivateDetails, readPrivateDetails } from '../library/person-private';
import { type Write, write } from '../library/write';
import { rawByline } from './byline-raw';
import { viewByline } from './byline-view';
import type { Context, Handlers } from './context';
import { requireUnfinished } from './finishing';

export const bylines = {
  'bylines.read': ({ library }, { articleId }) =>
    viewByline(library, readArticle(library.db, articleId)),

  'bylines.set': (context, { articleId, removePeople = [], ...byline }) => {
    const { library } = context;
    requireUnfinished(context, articleId);
    const previous = wholeOf(context, articleId);
    write(library, (transaction) => {
      putByline(transaction, articleId, byline);
      for (const personId of removePeople) {
        if (isPersonInUse(library.db, personId)) continue;
        updatePerson(transaction, personId, { isDeleted: true });
      }
    });
    return { byline: viewByline(library, readArticle(library.db, articleId)), previous };
  },

  'bylines.parse': ({ library }, { articleId, text }) => {
    const { language } = readArticle(library.db, articleId);
    const people = listPeople(library.db);
    const options = { language, known: knownNames(people) };
    const { contributors, leftOut } = parseByline(text, options);
    const last = contributors.length - 1;
    const candidates = recognisePeople(contributors, people);
    return contributors.map((contributor, index) => ({
      ...contributor,
      candidates: candidates[index] ?? [],
      ...(index === last && leftOut.length > 0 ? { unread: leftOut } : {}),
    }));
  },

  'bylines.take': (context, { articleId, raw, mode, credits }) => {
    const { library } = context;
    requireUnfinished(context, articleId);
    const previous = wholeOf(context, articleId);
    const made = new Map<string, string>();
    write(library, (transaction) => {
      const taken = credits.map((credit) => takeCredit(transaction, credit, made));
      const kept = mode === 'append' ? previous.credits : [];
      putByline(transaction, articleId, {
        style: previous.style,
        credits: [...kept, ...taken],
        // What an editor wrote by hand named others.
        override: null,
        raw: rawByline(raw),
      });
    });
    const byline = viewByline(library, readArticle(library.db, articleId));
    return { byline, previous, taken: wholeOf(context, articleId), madePeople: [...made.values()] };
  },
} satisfies Partial<Handlers>;

/** All of a byline in the form in which it is set. */
function wholeOf({ library: { db } }: Context, articleId: string) {
  const article: StoredArticle = readArticle(db, articleId);
  return {
    style: article.bylineStyle,
    override: article.bylineOverride,
    raw: article.bylineRaw,
    credits: listCredits(db, articleId).map(creditInput),
  };
}

function putByline(transaction: Write, articleId: string, byline: BylineInput): void {
  const { db } = transaction;
  const wanted = byline.credits.map((credit) => {
    // Undo may bring back a person who was removed or merged in the meantime.
    const person = standingPerson(db, credit.personId);
    if (person.isDeleted) updatePerson(transaction, person.id, { isDeleted: false });
    return withoutEmpty({ ...credit, personId: person.id });
  });
  setCredits(transaction, articleId, wanted);
  updateArticle(transaction, articleId, {
    bylineStyle: byline.style,
    ...(byline.override === undefined ? {} : { bylineOverride: byline.override }),
    ...(byline.raw === undefined ? {} : { bylineRaw: byline.raw }),
  });
}

/** @param made ids of the people that were made, by their keys; added to */
function takeCredit(
  transaction: Write,
  { person, ...credit }: TakenCredit,
  made: Map<string, string>,
): CreditInput {
  if ('personId' in person) return { ...credit, personId: person.personId };
  const known = made.get(person.key);
  if (known !== undefined) return { ...credit, personId: known };
  const { email, ...details } = person.details;
  const personId = addPerson(transaction, { ...details, role: null, affiliation: null, url: null });
  if (email !== null) {
    putPrivateDetails(transaction, personId, {
      ...readPrivateDetails(transaction.db, personId),
      email,
    });
  }
  made.set(person.key, personId);
  return { ...credit, personId };
}

/** A field that was left empty says nothing. */
function withoutEmpty(credit: CreditInput): CreditInput {
  return {
    ...credit,
    location: credit.location || null,
    jobTitle: credit.jobTitle || null,
    affiliation: credit.affiliation || null,
    note: credit.note || null,
  };
}
