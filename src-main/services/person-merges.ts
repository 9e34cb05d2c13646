import { StetError } from '../../src-shared/errors';
import type { NamedIn } from '../../src-shared/model/person-trace';
import { moveCredit } from '../library/credits';
import {
  addPerson,
  isPersonInUse,
  readPerson,
  standingPerson,
  updatePerson,
} from '../library/people';
import { addMerge, type Filled, readMerge, undoMerge } from '../library/person-merges';
import { creditRecordOf, speakerRecordOf } from '../library/person-trace';
import { addSpeaker } from '../library/speakers';
import { type Write, write } from '../library/write';
import type { Handlers } from './context';
import { announceNaming } from './people';

/** What the person that is kept takes over from the other one where it says nothing itself. */
const FILLABLE = ['role', 'affiliation', 'url'] as const;

/** Two people become one, and one becomes two; each can be taken back. */
export const personMerges = {
  'people.merge': (context, { kept, merged }) => {
    const { library } = context;
    const to = standingPerson(library.db, kept);
    const from = standingPerson(library.db, merged);
    if (to.id === from.id) throw new StetError('not-found', { personId: merged });
    const filled: Filled = {};
    for (const field of FILLABLE) {
      const value = from[field];
      if (to[field] === null && value !== null) filled[field] = value;
    }
    const mergeId = write(library, (transaction) => {
      updatePerson(transaction, to.id, filled);
      return addMerge(transaction, to.id, from.id, filled);
    });
    announceNaming(context, to.id);
    return { mergeId };
  },

  'people.undoMerge': (context, { mergeId }) => {
    const { library } = context;
    const merge = readMerge(library.db, mergeId);
    write(library, (transaction) => {
      const kept = readPerson(library.db, merge.keptId);
      // What an editor wrote there since is no longer what the merge filled in.
      const taken = FILLABLE.filter((field) => merge.filled[field] !== undefined).filter(
        (field) => kept[field] === merge.filled[field],
      );
      const emptied = Object.fromEntries(taken.map((field) => [field, null]));
      updatePerson(transaction, kept.id, emptied);
      undoMerge(transaction, merge);
    });
    announceNaming(context, merge.keptId, merge.mergedId);
    return {};
  },

  'people.split': (context, { personId, to, quotations, creditIds }) => {
    const { library } = context;
    const from = standingPerson(library.db, personId);
    const moved: NamedIn = { quotations: [], credits: [] };
    const target = write(library, (transaction) => {
      const { kind } = from;
      const plain = { kind, role: null, affiliation: null, url: null };
      const id =
        'personId' in to
          ? standingPerson(library.db, to.personId).id
          : addPerson(transaction, { name: to.name, ...plain });
      for (const { articleId, quotationId } of quotations) {
        const named = speakerRecordOf(library.db, articleId, quotationId);
        if (named === null || standingPerson(library.db, named).id !== from.id) continue;
        addSpeaker(transaction, articleId, quotationId, id);
        moved.quotations.push({ articleId, quotationId, personId: named });
      }
      for (const creditId of creditIds) {
        const credit = creditRecordOf(library.db, creditId);
        if (!credit || standingPerson(library.db, credit.personId).id !== from.id) continue;
        moveCredit(transaction, creditId, credit.articleId, id);
        moved.credits.push({ creditId, personId: credit.personId });
      }
      return { personId: id, isAdded: !('personId' in to) };
    });
    announceNaming(context, from.id, target.personId);
    return { ...target, moved };
  },

  'people.undoSplit': (context, { personId, isAdded, moved }) => {
    const { library } = context;
    write(library, (transaction) => {
      giveBack(transaction, personId, moved);
      if (isAdded && !isPersonInUse(library.db, personId)) {
        updatePerson(transaction, personId, { isDeleted: true });
      }
    });
    const before = [...moved.quotations, ...moved.credits].map((one) => one.personId);
    announceNaming(context, personId, ...new Set(before));
    return {};
  },
} satisfies Partial<Handlers>;

function giveBack(transaction: Write, personId: string, moved: NamedIn): void {
  const { db } = transaction;
  for (const { articleId, quotationId, personId: before } of moved.quotations) {
    if (speakerRecordOf(db, articleId, quotationId) !== personId) continue;
    addSpeaker(transaction, articleId, quotationId, before);
  }
  for (const { creditId, personId: before } of moved.credits) {
    const credit = creditRecordOf(db, creditId);
    if (credit?.personId !== personId) continue;
    moveCredit(transaction, creditId, credit.articleId, before);
  }
}
