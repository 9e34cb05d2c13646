import { v7 as newId } from 'uuid';
import type { FoundClaim } from '../../src-shared/claim/find-claims';
import type { ClaimView } from '../../src-shared/model/claim';
import { isClaimSettled } from '../../src-shared/model/claim';
import type { Check, PassageTarget } from '../../src-shared/model/quotation';
import { attempt, performUndoable } from '../actions';
import { openArticle } from '../articles/article-actions';
import { call } from '../bridge';
import type { ClaimCopy } from '../editor/claim/copies';
import type { UndoableAction } from '../editor/handle';
import { asStetError, keys, queryClient } from '../queries/client';
import { knownClaims } from '../queries/quotations';
import { getShell, setShell, showSource, showTab, showToast } from '../shell';
import { selectedPassage } from '../sources/quote-this';
import { claimWords as said } from '../words/claims';

/* Everything that is done to claims is a step of the article's undo. */

const NO_STEP: Omit<UndoableAction, 'label'> = {
  // The library knows the claim once its words are saved.
  perform: async () => void (await getShell().manuscript?.flush()),
  undo: async () => {},
};

function put(articleId: string, claims: ClaimView[]) {
  queryClient.setQueryData(keys.claims(articleId), claims);
  void queryClient.invalidateQueries({ queryKey: keys.gate(articleId) });
}

/** The claim that is selected in the open article. */
export function selectedClaim(): ClaimView | null {
  const { selectedClaimId } = getShell();
  return knownClaims().find(({ id }) => id === selectedClaimId) ?? null;
}

/** The ids of the claims that nobody has signed, in the order of the text. */
export function openClaimIds(): string[] {
  return knownClaims()
    .filter((claim) => !isClaimSettled(claim))
    .map(({ id }) => id);
}

/** Shows the claims in the Quotes panel. */
export function showClaims() {
  setShell({ quotesList: 'claims' });
  showTab('quotes');
}

/** Selects a claim and goes to it in the text. */
export function goToClaim(claimId: string) {
  setShell({ selectedClaimId: claimId });
  if (!getShell().manuscript?.claims.goTo(claimId)) showToast(said.gone);
  // The cursor may come to stand in another one.
  setShell({ selectedClaimId: claimId });
}

/** Goes to a claim, in whatever article it is. */
export async function goToClaimIn(articleId: string, claimId: string) {
  const isHere = getShell().opened?.articleId === articleId;
  if (!isHere && !(await openArticle(articleId, { selectedClaimId: claimId }))) return;
  showClaims();
  if (isHere) goToClaim(claimId);
}

/** Marks the selected words, or the cursor's sentence, as a claim. */
export function markClaim() {
  return attempt(async () => {
    const { manuscript } = getShell();
    if (!manuscript) return;
    if (manuscript.claims.words() === null) {
      showToast(said.nothing);
      return;
    }
    const claimId = newId();
    await manuscript.claims.mark(claimId, { label: said.actions.mark, ...NO_STEP });
    showClaims();
    setShell({ selectedClaimId: claimId });
  });
}

/** Marks a sentence that looked as if it needed a source; null where its words are gone. */
async function markSuggestion(
  suggestion: FoundClaim,
  action: (claimId: string) => UndoableAction,
): Promise<string | null> {
  const { manuscript } = getShell();
  if (!manuscript) return null;
  const claimId = newId();
  const done = await manuscript.claims.markWords(suggestion, claimId, action(claimId));
  if (!done) {
    showToast(said.wordsGone);
    return null;
  }
  setShell({ selectedClaimId: claimId });
  return claimId;
}

export function markSentence(suggestion: FoundClaim) {
  return attempt(() =>
    markSuggestion(suggestion, () => ({ label: said.actions.mark, ...NO_STEP })),
  );
}

/** Marks a sentence and links it to a passage: one step of undo. */
export function linkSentence(articleId: string, suggestion: FoundClaim, target: PassageTarget) {
  return attempt(() =>
    markSuggestion(suggestion, (claimId) => ({
      label: said.actions.link,
      async perform() {
        await NO_STEP.perform();
        await setLink(articleId, claimId, target);
      },
      async undo() {
        // The claim goes with its mark, which is gone already: there may be none to unlink.
        await setLink(articleId, claimId, null).catch((error: unknown) => {
          if (asStetError(error).code !== 'not-found') throw error;
        });
      },
    })),
  );
}

/** Marks a sentence and shows the passages that may say it. */
export function findForSentence(suggestion: FoundClaim) {
  return attempt(async () => {
    const claimId = await markSuggestion(suggestion, () => ({
      label: said.actions.mark,
      ...NO_STEP,
    }));
    if (claimId !== null) showPassagesFor(claimId);
  });
}

/** Shows the passages that may say what a claim says, under the source. */
export function showPassagesFor(claimId: string) {
  setShell({ selectedClaimId: claimId, matchingClaimId: claimId, matchingQuotationId: null });
  showTab('source');
}

/** Takes the mark of a claim away; undo brings it back with all that is known of it. */
export function unmarkClaim(claim: ClaimView) {
  return attempt(async () => {
    await getShell().manuscript?.claims.unmark(claim.id, {
      label: said.actions.unmark,
      ...NO_STEP,
    });
    setShell({ selectedClaimId: null, matchingClaimId: null });
  });
}

async function setLink(articleId: string, claimId: string, target: PassageTarget | null) {
  await getShell().manuscript?.flush();
  const named = target && {
    sourceVersionId: target.sourceVersionId,
    start: target.start,
    end: target.end,
  };
  const answer = await call('claims.setLink', { articleId, claimId, target: named });
  put(articleId, answer.claims);
  return answer.previous;
}

/** Links a claim to a passage, or takes its link back (null). */
export function linkClaim({ articleId, id }: ClaimView, target: PassageTarget | null) {
  let previous: PassageTarget | null = null;
  return performUndoable({
    label: target ? said.actions.link : said.actions.unlink,
    async perform() {
      previous = await setLink(articleId, id, target);
    },
    async undo() {
      await setLink(articleId, id, previous);
    },
  });
}

/** Links the selected claim to what is selected in the reader. */
export async function linkSelection() {
  const claim = selectedClaim();
  const passage = selectedPassage();
  if (!claim) return;
  if (!passage) {
    showToast(said.nothingSelected);
    return;
  }
  if (!(await linkClaim(claim, passage))) return;
  setShell({ readerSelection: null, matchingClaimId: null });
  showToast(said.linkedTo(passage.title));
}

export function openSourceOfClaim({ link }: ClaimView) {
  if (link) showSource(link.sourceId, link);
}

type NewCheck = Pick<Check, 'kind' | 'reason'> | null;

/** Signs a claim, or takes the word back. */
export function signClaim({ articleId, id, check: before }: ClaimView, check: NewCheck) {
  const set = async (value: NewCheck) => {
    await getShell().manuscript?.flush();
    const { claims } = await call('claims.setCheck', { articleId, claimIds: [id], check: value });
    put(articleId, claims);
  };
  const { confirm, accept, takeBack } = said.actions;
  return performUndoable({
    label: check === null ? takeBack : check.kind === 'confirmed' ? confirm : accept,
    perform: () => set(check),
    undo: () => set(before && { kind: before.kind, reason: before.reason }),
  });
}

/** A sentence needs no source, or may need one after all. */
export function setSentenceDismissed(articleId: string, words: string, dismissed: boolean) {
  const set = async (value: boolean) => {
    await call('claims.setDismissed', { articleId, words, dismissed: value });
    await queryClient.invalidateQueries({ queryKey: keys.dismissedClaims(articleId) });
  };
  return performUndoable({
    label: dismissed ? said.actions.dismiss : said.actions.undismiss,
    perform: () => set(dismissed),
    undo: () => set(!dismissed),
  });
}

/** A claim that was pasted has the passage of the one that was copied. */
export function keepLinksOfCopies(articleId: string, copies: readonly ClaimCopy[]) {
  return attempt(async () => {
    for (const { from, to } of copies) {
      await call('claims.copyLink', { articleId, fromId: from, toId: to });
    }
  });
}
