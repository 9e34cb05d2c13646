import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../bridge';
import { keys } from './client';

/** When and by whom an article was finished, and whether it ever was. */
export const useFinishState = (articleId: string) =>
  useQuery({
    queryKey: keys.finishState(articleId),
    queryFn: () => call('finish.state', { articleId }),
    staleTime: 0,
  });

/** What is said below an article that was published. */
export const useCorrections = (articleId: string) =>
  useQuery({
    queryKey: keys.corrections(articleId),
    queryFn: () => call('corrections.list', { articleId }),
  });

export const useGate = (articleId: string) =>
  useQuery({
    queryKey: keys.gate(articleId),
    queryFn: () => call('finish.gate', { articleId }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
