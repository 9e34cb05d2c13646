import type { LinkChange } from '../../src-shared/contract/quotations';
import type { PassageTarget } from '../../src-shared/model/quotation';
import { addCheck, readChecks } from '../library/checks';
import { readEditorName } from '../library/editors';
import { addLink, readLinks } from '../library/links';
import { isPersonInUse, standingPerson, updatePerson } from '../library/people';
import { readQuotation, type StoredQuotation, updateQuotation } from '../library/quotations';
import { hideReadBacks } from '../library/read-backs';
import { readVersion } from '../library/sources';
import { addSpeaker, readSpeakers } from '../library/speakers';
import { type Write, write } from '../library/write';
import type { Context, Handlers } from './context';
import { currentTarget } from './corrections';
import { findElsewhere } from './elsewhere';
import { requireUnfinished } from './finishing';
import { namePassageSpeaker } from './passage-speaker';
import { describeTarget, isSameTarget, targetOf } from './passage-targets';
import { proposals } from './proposals';
import { checkedTexts, refreshQuotations, viewQuotations, viewReadings } from './quotation-views';

export const quotations = {
  ...proposals,

  'quotations.list': (context, { articleId }) => viewQuotations(context, articleId),

  'quotations.judge': (context, { articleId, quotations }) =>
    viewReadings(context, articleId, quotations),

  'quotations.setLinks': (context, { articleId, links }) => {
    requireUnfinished(context, articleId);
    const answer = write(context.library, (transaction) => {
      const previous: LinkChange[] = [];
      for (const change of links) {
        // Given back as they are, they are undone last to first.
        previous.unshift(setLink(context, transaction, articleId, change));
      }
      const quotations = refreshQuotations(context, transaction, articleId);
      const hasHidden = transaction.changes.some(
        ({ table, home }) => table === 'read_back' && home === 'private',
      );
      return { previous, quotations, hasHidden };
    });
    const { hasHidden, ...rest } = answer;
    // The words would otherwise stay readable in the log of the file that they left.
    if (hasHidden) context.library.db.pragma('main.wal_checkpoint(TRUNCATE)');
    return rest;
  },

  'quotations.setSpeaker': (context, { articleId, quotationId, personId }) =>
    write(context.library, (transaction) => {
      requireUnfinished(context, articleId);
      readQuotation(transaction.db, articleId, quotationId);
      const previous = speakerOf(transaction, articleId, quotationId);
      setSpeaker(transaction, articleId, quotationId, personId);
      return { previous, quotations: refreshQuotations(context, transaction, articleId) };
    }),

  'quotations.setDismissed': (context, { articleId, quotationId, dismissed }) =>
    write(context.library, (transaction) => {
      requireUnfinished(context, articleId);
      const quotation = readQuotation(transaction.db, articleId, quotationId);
      if (quotation.dismissed !== dismissed) updateQuotation(transaction, quotation, { dismissed });
      return {
        previous: quotation.dismissed,
        quotations: refreshQuotations(context, transaction, articleId),
      };
    }),

  'quotations.elsewhere': (context, { articleId, quotationId }) =>
    findElsewhere(context, articleId, quotationId),

  'quotations.setCheck': (context, { articleId, quotationIds, check }) =>
    write(context.library, (transaction) => {
      const { db } = transaction;
      const links = readLinks(db, articleId, quotationIds);
      const checks = readChecks(db, articleId);
      for (const quotationId of quotationIds) {
        const quotation = readQuotation(db, articleId, quotationId);
        if (check === null && !checks.has(quotationId)) continue;
        addCheck(transaction, articleId, quotationId, {
          kind: check?.kind ?? 'withdrawn',
          reason: check?.reason || null,
          editorName: readEditorName(db),
          verdict: quotation.verdict,
          ...checkedTexts(quotation, links.get(quotationId) ?? null),
        });
      }
      return { quotations: refreshQuotations(context, transaction, articleId) };
    }),
} satisfies Partial<Handlers>;

/** Carries out one change and answers the one that takes it back. */
function setLink(
  context: Context,
  transaction: Write,
  articleId: string,
  change: LinkChange,
): LinkChange {
  const { quotationId } = change;
  const target = change.target && currentTarget(context, change.target);
  const quotation = readQuotation(transaction.db, articleId, quotationId);
  const link = readLinks(transaction.db, articleId, [quotationId]).get(quotationId) ?? null;
  const speakerId = speakerOf(transaction, articleId, quotationId);
  const previous: LinkChange = { quotationId, target: targetOf(link), speakerId };
  if (!isSameTarget(previous.target, target)) {
    const found = target && describeTarget(context, target);
    addLink(transaction, articleId, quotationId, found);
    if (found?.version.home === 'private') {
      hideReadBacks(transaction, articleId, quotationId, found.version.sourceId);
    }
  }
  if (change.speakerId !== undefined) {
    setSpeaker(transaction, articleId, quotationId, change.speakerId);
  } else if (target && speakerId === null) {
    const added = nameSpeaker(context, transaction, quotation, target);
    if (added !== null) previous.addedPersonId = added;
  }
  const { addedPersonId } = change;
  if (addedPersonId !== undefined && !isPersonInUse(transaction.db, addedPersonId)) {
    updatePerson(transaction, addedPersonId, { isDeleted: true });
  }
  return previous;
}

/**
 * The speaker of the passage becomes the quotation's. Answers the id of a person that was added for
 * it. What a confidential or off-the-record source calls somebody is not carried into the people that
 * may be shared one day.
 */
function nameSpeaker(
  context: Context,
  transaction: Write,
  quotation: StoredQuotation,
  target: PassageTarget,
): string | null {
  const version = readVersion(context.library.db, target.sourceVersionId);
  if (version.home === 'private') return null;
  const named = namePassageSpeaker(
    transaction,
    context.texts.get(version).locators,
    target,
    quotation.attribution?.name ?? null,
  );
  if (named) addSpeaker(transaction, quotation.articleId, quotation.id, named.personId);
  return named?.isAdded ? named.personId : null;
}

function speakerOf(transaction: Write, articleId: string, quotationId: string): string | null {
  return readSpeakers(transaction.db, articleId, [quotationId]).get(quotationId)?.personId ?? null;
}

function setSpeaker(
  transaction: Write,
  articleId: string,
  quotationId: string,
  personId: string | null,
): void {
  // Redo may name a person whom undo took out again, or who was merged into another one since.
  const person = personId === null ? null : standingPerson(transaction.db, personId);
  if (speakerOf(transaction, articleId, quotationId) === (person?.id ?? null)) return;
  if (person?.isDeleted) updatePerson(transaction, person.id, { isDeleted: false });
  addSpeaker(transaction, articleId, quotationId, person?.id ?? null);
}
