import { StetError } from '../../src-shared/errors';
import type { CreditInput } from '../../src-shared/model/byline';
import { readArticle, updateArticle } from '../library/articles';
import { listCredits, setCredits } from '../library/credits';
import { standingPerson, updatePerson } from '../library/people';
import { write } from '../library/write';
import { viewByline } from './byline-view';
import type { Handlers } from './context';

export const bylines = {
  'bylines.set': ({ library }, { articleId, style, credits }) => {
    const { db } = library;
    const article = readArticle(db, articleId);
    if (article.status === 'finished') throw new StetError('article-finished', { articleId });
    const previous = {
      style: article.bylineStyle,
      credits: listCredits(db, articleId).map(toInput),
    };
    write(library, (transaction) => {
      const wanted = credits.map((credit) => {
        // Undo may bring back a person who was removed or merged in the meantime.
        const person = standingPerson(db, credit.personId);
        if (person.isDeleted) updatePerson(transaction, person.id, { isDeleted: false });
        return withoutEmpty({ ...credit, personId: person.id });
      });
      setCredits(transaction, articleId, wanted);
      updateArticle(transaction, articleId, { bylineStyle: style });
    });
    return { byline: viewByline(library, { ...article, bylineStyle: style }), previous };
  },
} satisfies Partial<Handlers>;

function toInput(credit: CreditInput & { id: string }): CreditInput {
  return {
    personId: credit.personId,
    role: credit.role,
    location: credit.location,
    jobTitle: credit.jobTitle,
    affiliation: credit.affiliation,
    staff: credit.staff,
  };
}

/** A field that was left empty says nothing. */
function withoutEmpty(credit: CreditInput): CreditInput {
  return {
    ...credit,
    location: credit.location || null,
    jobTitle: credit.jobTitle || null,
    affiliation: credit.affiliation || null,
  };
}
