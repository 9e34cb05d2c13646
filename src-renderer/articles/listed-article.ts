import { useEffect, useRef } from 'react';
import type { ArticleSummary } from '../../src-shared/model/article';
import { useArticles } from '../queries/articles';
import { openArticle as knownArticle, patchOpenArticle } from '../queries/open-article';
import { getShell, showToast } from '../shell';
import { articleWords } from '../words/articles';
import { words } from '../words/words';
import { closeArticle } from './article-actions';

/**
 * The open article follows what the list says of it: another window may have changed its status or its
 * tags, or moved it to the bin.
 */
export function useListedArticle() {
  const { data: articles } = useArticles();
  const before = useRef<readonly ArticleSummary[]>([]);
  useEffect(() => {
    if (!articles) return;
    const { opened } = getShell();
    const isIt = ({ id }: ArticleSummary) => id === opened?.articleId;
    const listed = articles.find(isIt);
    const was = before.current.find(isIt);
    before.current = articles;
    if (!opened) return;
    if (!listed) {
      // A new one may not be in the list yet.
      if (!was) return;
      closeArticle();
      showToast(articleWords.removedElsewhere(was.headline || words.untitled));
      return;
    }
    const known = knownArticle();
    if (!known || known.id !== listed.id) return;
    const { status, language, section, dateline, tags } = listed;
    const now = { status, language, section, dateline, tags };
    const shown = {
      status: known.status,
      language: known.language,
      section: known.section,
      dateline: known.dateline,
      tags: known.tags,
    };
    if (JSON.stringify(now) !== JSON.stringify(shown)) patchOpenArticle(listed.id, now);
  }, [articles]);
}
