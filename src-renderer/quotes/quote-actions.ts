import type { LinkChange } from '../../src-shared/contract/quotations';
import {
  type Check,
  isSettled,
  type PassageTarget,
  type QuotationView,
} from '../../src-shared/model/quotation';
import { attempt, attemptBusy, performUndoable } from '../actions';
import { openArticle } from '../articles/article-actions';
import { call } from '../bridge';
import { openClaimIds } from '../claims/claim-actions';
import type { UndoableAction } from '../editor/handle';
import { openArticle as knownArticle, putQuotations } from '../queries/open-article';
import { getShell, setShell, showSource, showTab, showToast } from '../shell';
import { quotesViewWords } from '../words/quotes-view';
import { words } from '../words/words';

/** The quotation that is selected in the open article. */
export function selectedQuotation(): QuotationView | null {
  const { selectedQuotationId } = getShell();
  return findQuotation(selectedQuotationId);
}

export function findQuotation(quotationId: string | null): QuotationView | null {
  if (quotationId === null) return null;
  return knownArticle()?.quotations.find(({ id }) => id === quotationId) ?? null;
}

/** Selects a quotation and goes to it in the text. */
export function goToQuotation(quotationId: string) {
  setShell({ selectedQuotationId: quotationId });
  getShell().manuscript?.goToQuotation(quotationId);
}

/** Goes to a quotation of any article: opens the article first where it is another. */
export async function goToQuotationIn(articleId: string, quotationId: string) {
  if (getShell().opened?.articleId === articleId) {
    goToQuotation(quotationId);
  } else {
    await openArticle(articleId, { selectedQuotationId: quotationId });
  }
}

/** The ids of the quotations that nobody has settled yet, in the order of the text. */
export function openQuotationIds(): string[] {
  return (knownArticle()?.quotations ?? []).filter((one) => !isSettled(one)).map(({ id }) => id);
}

/** Goes to the next (or previous) open quotation or claim after the cursor. */
export function goToNextOpen(direction: 'next' | 'previous') {
  const claimIds = openClaimIds();
  const ids = [...openQuotationIds(), ...claimIds];
  const found = getShell().manuscript?.goToNext(ids, direction);
  if (found && claimIds.includes(found)) {
    setShell({ selectedClaimId: found, quotesList: 'claims' });
  } else if (found) setShell({ selectedQuotationId: found, quotesList: 'quotations' });
  else showToast(words.quotes.nothingOpen);
}

async function setLinks(articleId: string, links: LinkChange[]): Promise<LinkChange[]> {
  // What was typed within the last moment has to be known before it is compared.
  await getShell().manuscript?.flush();
  const answer = await call('quotations.setLinks', { articleId, links });
  putQuotations(articleId, answer.quotations);
  return answer.previous;
}

function linking(articleId: string, links: LinkChange[], label: string): UndoableAction {
  let previous: LinkChange[] = [];
  return {
    label,
    async perform() {
      previous = await setLinks(articleId, links);
    },
    async undo() {
      await setLinks(articleId, previous);
    },
  };
}

const changeLinks = (...change: Parameters<typeof linking>) => performUndoable(linking(...change));

/** Links a quotation to a passage. */
export function linkQuotation(quotation: QuotationView, target: PassageTarget) {
  return performUndoable(linkingOf(quotation, target));
}

function linkingOf(quotation: QuotationView, target: PassageTarget): UndoableAction {
  const { sourceVersionId, start, end } = target;
  const link = { quotationId: quotation.id, target: { sourceVersionId, start, end } };
  return linking(quotation.articleId, [link], words.actions.link);
}

/** Links a quotation to a passage and gives it the passage's words in the text: one step of undo. */
export function linkWithWording(
  quotation: QuotationView,
  target: PassageTarget,
  diff: QuotationView['diff'],
) {
  return attempt(async () => {
    const { manuscript } = getShell();
    const done = manuscript?.useWordingWith(quotation.id, diff, linkingOf(quotation, target));
    if (!(await done)) showToast(words.quotes.wordingFailed, { tone: 'error' });
  });
}

export function unlinkQuotation(quotation: QuotationView) {
  const link = { quotationId: quotation.id, target: null };
  return changeLinks(quotation.articleId, [link], words.actions.unlink);
}

/** Links every quotation that has one verbatim passage and no other: one step of undo. */
export async function linkAllVerbatim(articleId: string) {
  await attemptBusy(words.quotes.comparing, async () => {
    await getShell().manuscript?.flush();
    const links = await call('quotations.findVerbatim', { articleId });
    if (links.length === 0) {
      showToast(words.quotes.noExactMatches);
    } else if (await changeLinks(articleId, links, words.actions.linkVerbatim)) {
      showToast(words.quotes.linked(links.length));
    }
  });
}

/** The same for these alone. */
export async function linkVerbatimOf(articleId: string, quotationIds: readonly string[]) {
  await attemptBusy(words.quotes.comparing, async () => {
    await getShell().manuscript?.flush();
    const found = await call('quotations.findVerbatim', { articleId });
    const links = found.filter(({ quotationId }) => quotationIds.includes(quotationId));
    if (links.length === 0) showToast(quotesViewWords.nothingFits);
    else if (await changeLinks(articleId, links, words.actions.linkVerbatim)) {
      showToast(words.quotes.linked(links.length));
    }
  });
}

/** Confirms several quotations: one step of undo. */
export async function confirmAll(quotations: readonly QuotationView[]) {
  const check = { kind: 'confirmed' as const, reason: null };
  const done = await setCheck(quotations, check, words.actions.confirm);
  if (done) showToast(quotesViewWords.confirmed(quotations.length));
}

/** Says of several that they are no quotations: one step of undo. */
export async function dismissAll(quotations: readonly QuotationView[]) {
  const set = async (dismissed: boolean) => {
    for (const { articleId, id: quotationId } of quotations) {
      const answer = await call('quotations.setDismissed', { articleId, quotationId, dismissed });
      putQuotations(articleId, answer.quotations);
    }
  };
  const done = await performUndoable({
    label: words.actions.dismiss,
    perform: () => set(true),
    undo: () => set(false),
  });
  if (done) showToast(quotesViewWords.dismissed(quotations.length));
}

export function setSpeaker(quotation: QuotationView, personId: string | null) {
  const { articleId, id: quotationId } = quotation;
  let previous: string | null = null;
  const set = async (person: string | null) => {
    const answer = await call('quotations.setSpeaker', {
      articleId,
      quotationId,
      personId: person,
    });
    putQuotations(articleId, answer.quotations);
    return answer.previous;
  };
  return performUndoable({
    label: words.actions.speaker,
    async perform() {
      previous = await set(personId);
    },
    async undo() {
      await set(previous);
    },
  });
}

export function setDismissed(quotation: QuotationView, dismissed: boolean) {
  const { articleId, id: quotationId } = quotation;
  const set = async (value: boolean) => {
    const answer = await call('quotations.setDismissed', {
      articleId,
      quotationId,
      dismissed: value,
    });
    putQuotations(articleId, answer.quotations);
  };
  return performUndoable({
    label: dismissed ? words.actions.dismiss : words.actions.restore,
    perform: () => set(dismissed),
    undo: () => set(!dismissed),
  });
}

type NewCheck = Pick<Check, 'kind' | 'reason'> | null;

/** Signs quotations, or takes the word back; one step of undo, which gives back each one's own check. */
export function setCheck(quotations: readonly QuotationView[], check: NewCheck, label: string) {
  const articleId = quotations[0]?.articleId;
  if (!articleId) return Promise.resolve(false);
  const set = async (quotationIds: string[], value: NewCheck) => {
    if (quotationIds.length === 0) return;
    const answer = await call('quotations.setCheck', { articleId, quotationIds, check: value });
    putQuotations(articleId, answer.quotations);
  };
  return performUndoable({
    label,
    async perform() {
      await getShell().manuscript?.flush();
      await set(
        quotations.map(({ id }) => id),
        check,
      );
    },
    async undo() {
      await set(
        quotations.filter((one) => one.check === null).map(({ id }) => id),
        null,
      );
      for (const { id, check: before } of quotations) {
        if (before) await set([id], { kind: before.kind, reason: before.reason });
      }
    },
  });
}

/** Opens the source of a quotation's link at its passage. */
export function openSourceOf(quotation: QuotationView) {
  if (quotation.link) showSource(quotation.link.sourceId, quotation.link);
}

/** Shows the passages that fit a quotation, under the source. */
export function findPassages(quotation: QuotationView) {
  setShell({ selectedQuotationId: quotation.id, matchingQuotationId: quotation.id });
  showTab('source');
}

/** Gives the quotation its source's wording, in the text. */
export function takeSourceWording(quotation: QuotationView) {
  const done = getShell().manuscript?.useSourceWording(quotation.id, quotation.diff);
  if (!done) showToast(words.quotes.wordingFailed, { tone: 'error' });
}
