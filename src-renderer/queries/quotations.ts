import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ClaimView } from '../../src-shared/model/claim';
import { call } from '../bridge';
import { getShell } from '../shell';
import { keys, queryClient } from './client';

/** The passages that fit a quotation; the ones before stay until the new ones are there. */
export function useProposals(articleId: string, quotationId: string | null) {
  return useQuery({
    queryKey: keys.proposals(articleId, quotationId ?? ''),
    queryFn: () => call('quotations.propose', { articleId, quotationId: quotationId! }),
    enabled: quotationId !== null,
    gcTime: 60_000,
  });
}

/** How many passages fit each open quotation, by quotation id. */
export function useProposalCounts(articleId: string) {
  return useQuery({
    queryKey: keys.proposalCounts(articleId),
    queryFn: async () => {
      const counts = await call('quotations.countProposals', { articleId });
      return Object.fromEntries(counts.map(({ quotationId, count }) => [quotationId, count]));
    },
    placeholderData: keepPreviousData,
  });
}

/** The claims that are marked in an article. */
export const useClaims = (articleId: string) =>
  useQuery({
    queryKey: keys.claims(articleId),
    queryFn: () => call('claims.list', { articleId }),
  });

/** The same for code outside React: those of the open article. */
export function knownClaims(): readonly ClaimView[] {
  const { opened } = getShell();
  return (opened && queryClient.getQueryData<ClaimView[]>(keys.claims(opened.articleId))) ?? [];
}

/** The sentences that need no source, as an editor said. */
export const useDismissedClaims = (articleId: string) =>
  useQuery({
    queryKey: keys.dismissedClaims(articleId),
    queryFn: () => call('claims.listDismissed', { articleId }),
  });

/** The passages that may say what some words say; null: none are asked for. */
export const useClaimProposals = (text: string | null) =>
  useQuery({
    queryKey: keys.claimProposals(text ?? ''),
    queryFn: () => call('claims.propose', { text: text! }),
    enabled: text !== null,
    gcTime: 60_000,
  });

/** The read-backs of an article's quotations, in the order in which they were written down. */
export const useReadBacks = (articleId: string) =>
  useQuery({
    queryKey: keys.readBacks(articleId),
    queryFn: () => call('readBacks.list', { articleId }),
  });

/** The same words, or the same passage, in other articles. */
export const useElsewhere = (articleId: string, quotationId: string) =>
  useQuery({
    queryKey: keys.elsewhere(articleId, quotationId),
    queryFn: () => call('quotations.elsewhere', { articleId, quotationId }),
    staleTime: 0,
  });
