import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../bridge';
import { keys } from './client';

export const usePeople = () =>
  useQuery({ queryKey: keys.people, queryFn: () => call('people.list', {}) });

export const usePerson = (personId: string) =>
  useQuery({
    queryKey: keys.person(personId),
    queryFn: () => call('people.read', { personId }),
    // What is private is not kept once the record is closed.
    staleTime: 0,
    gcTime: 0,
  });

export const usePersonTrace = (personId: string) =>
  useQuery({
    queryKey: keys.personTrace(personId),
    queryFn: () => call('people.trace', { personId }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
