import type { LinkChange } from '../../src-shared/contract/quotations';
import { StetError } from '../../src-shared/errors';
import type { PassageTarget } from '../../src-shared/model/quotation';
import { describePassage } from '../../src-shared/quotation/passage';
import { addCheck, readChecks } from '../library/checks';
import { readEditorName } from '../library/editors';
import { addLink, readLinks, type StoredLink } from '../library/links';
import { isPersonInUse, readPerson, updatePerson } from '../library/people';
import { readQuotation, type StoredQuotation, updateQuotation } from '../library/quotations';
import { readVersion } from '../library/sources';
import { addSpeaker, readSpeakers } from '../library/speakers';
import { type Write, write } from '../library/write';
import type { Context, Handlers } from './context';
import { currentTarget } from './corrections';
import { namePassageSpeaker } from './passage-speaker';
import { placeOf } from './passages';
import { proposals } from './proposals';
import { checkedTexts, refreshQuotations, viewQuotations, viewReadings } from './quotation-views';

export const quotations = {
  ...proposals,

  'quotations.list': (context, { articleId }) => viewQuotations(context, articleId),

  'quotations.judge': (context, { articleId, quotations }) =>
    viewReadings(context, articleId, quotations),

  'quotations.setLinks': (context, { articleId, links }) =>
    write(context.library, (transaction) => {
      const previous: LinkChange[] = [];
      for (const change of links) {
        // Given back as they are, they are undone last to first.
        previous.unshift(setLink(context, transaction, articleId, change));
      }
      return { previous, quotations: refreshQuotations(context, transaction, articleId) };
    }),

  'quotations.setSpeaker': (context, { articleId, quotationId, personId }) =>
    write(context.library, (transaction) => {
      readQuotation(transaction.db, articleId, quotationId);
      const previous = speakerOf(transaction, articleId, quotationId);
      setSpeaker(transaction, articleId, quotationId, personId);
      return { previous, quotations: refreshQuotations(context, transaction, articleId) };
    }),

  'quotations.setDismissed': (context, { articleId, quotationId, dismissed }) =>
    write(context.library, (transaction) => {
      const quotation = readQuotation(transaction.db, articleId, quotationId);
      if (quotation.dismissed !== dismissed) updateQuotation(transaction, quotation, { dismissed });
      return {
        previous: quotation.dismissed,
        quotations: refreshQuotations(context, transaction, articleId),
      };
    }),

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
  if (!isSame(previous.target, target)) {
    const found = target && describe(context, target);
    addLink(transaction, articleId, quotationId, found);
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

/** The passage that a target names; throws `not-found` and `passage-not-found`. */
function describe(context: Context, { sourceVersionId, start, end }: PassageTarget) {
  const version = readVersion(context.library.db, sourceVersionId);
  const { text, locators } = context.texts.get(version);
  if (start >= end || end > text.length) {
    throw new StetError('passage-not-found', { sourceVersionId, start, end });
  }
  const passage = {
    ...describePassage(text, start, end),
    place: placeOf(locators, { start, end }),
  };
  return { version, passage };
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
  return readSpeakers(transaction.db, articleId).get(quotationId)?.personId ?? null;
}

function setSpeaker(
  transaction: Write,
  articleId: string,
  quotationId: string,
  personId: string | null,
): void {
  if (speakerOf(transaction, articleId, quotationId) === personId) return;
  if (personId !== null) {
    // Redo may name a person whom undo took out again.
    const person = readPerson(transaction.db, personId);
    if (person.isDeleted) updatePerson(transaction, personId, { isDeleted: false });
  }
  addSpeaker(transaction, articleId, quotationId, personId);
}

function targetOf(link: StoredLink | null): PassageTarget | null {
  if (!link) return null;
  return { sourceVersionId: link.sourceVersionId, start: link.start, end: link.end };
}

function isSame(a: PassageTarget | null, b: PassageTarget | null): boolean {
  if (a === null || b === null) return a === b;
  return a.sourceVersionId === b.sourceVersionId && a.start === b.start && a.end === b.end;
}
