import { useQuery } from '@tanstack/react-query';
import { call } from '../bridge';
import { showFirstDesk } from '../desk';
import { isFirstWindow, keys } from './client';

export const useLibrary = () =>
  useQuery({
    queryKey: keys.library,
    queryFn: async () => {
      const library = await call('library.info', {});
      if (isFirstWindow()) showFirstDesk(library.lastDesk);
      return library;
    },
  });

export const useArticles = () =>
  useQuery({ queryKey: keys.articles, queryFn: () => call('articles.list', {}) });

/** The newsroom's own house styles of bylines. */
export const useHouseStyles = () =>
  useQuery({ queryKey: keys.bylineStyles, queryFn: () => call('bylineStyles.list', {}) });

/** The articles in the bin, while they are asked for. */
export const useRemovedArticles = (isAsked: boolean) =>
  useQuery({
    queryKey: keys.removedArticles,
    queryFn: () => call('articles.listRemoved', {}),
    enabled: isAsked,
  });

/** The articles that were opened last, of any window: asked anew each time. */
export const useRecentArticles = () =>
  useQuery({
    queryKey: keys.recentArticles,
    queryFn: () => call('articles.recent', {}),
    staleTime: 0,
    gcTime: 0,
  });

/** The comments on an article. */
export const useComments = (articleId: string) =>
  useQuery({
    queryKey: keys.comments(articleId),
    queryFn: () => call('comments.list', { articleId }),
  });

/** The personal dictionary, and the checker's rules that were switched off. */
export const useSpellingExceptions = () =>
  useQuery({ queryKey: keys.spelling, queryFn: () => call('spelling.exceptions', {}) });

/** The marks of the places of an article that a checker is to let stand. */
export const useSpellingIgnored = (articleId: string) =>
  useQuery({
    queryKey: keys.spellingIgnored(articleId),
    queryFn: () => call('spelling.ignored', { articleId }),
  });

/** Words that stand as names in the sources of an article. */
export const useNamesOfSources = (articleId: string) =>
  useQuery({
    queryKey: keys.namesOfSources(articleId),
    queryFn: () => call('spelling.namesOfSources', { articleId }),
  });
