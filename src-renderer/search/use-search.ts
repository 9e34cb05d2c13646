import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { v7 as newId } from 'uuid';
import { isEmptyQuery, parseSearchQuery } from '../../src-shared/search/query';
import { call } from '../bridge';
import { asStetError, keys } from '../queries/client';

/** What a query finds, as it is typed; what was found before stays until the next answer is there. */
export function useSearch(query: string) {
  const [session] = useState(() => newId());
  const deferred = useDeferredValue(query);
  const isAsked = !isEmptyQuery(parseSearchQuery(deferred));
  const { data, isPending, isPlaceholderData, error } = useQuery({
    queryKey: keys.search(deferred),
    queryFn: () => call('search.find', { query: deferred, session }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    // What is in the library may be another the next time that the same is typed.
    staleTime: 0,
    gcTime: 10_000,
    // One that was overtaken is not asked again: nobody looks at it.
    retry: (count, failure) => asStetError(failure).code === 'process-gone' && count < 3,
  });
  const isOvertaken = error !== null && asStetError(error).code === 'cancelled';
  return {
    result: isAsked ? (data ?? null) : null,
    isBusy: deferred !== query || (isAsked && (isPending || isPlaceholderData)),
    error: error && !isOvertaken ? asStetError(error) : null,
  };
}
