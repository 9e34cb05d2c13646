import type { SearchHit } from '../../src-shared/model/search';
import { openArticle } from '../articles/article-actions';
import { getShell, openDialog, showNote, showSource } from '../shell';

/** Goes to what was found: a source at the place, an article with the words selected, a person's record. */
export async function openHit(hit: SearchHit): Promise<void> {
  if (hit.kind === 'person') openDialog({ kind: 'person', personId: hit.id });
  else if (hit.kind === 'source') showSource(hit.id, hit.at);
  else if (hit.kind === 'source-note') showNote(hit.source.id, hit.id);
  else await openArticleAt(hit);
}

async function openArticleAt({
  id,
  at,
  snippet,
}: Extract<SearchHit, { kind: 'article' }>): Promise<void> {
  const first = snippet?.hits[0];
  const words =
    at && snippet && first ? { ...at, text: snippet.text.slice(first.start, first.end) } : null;
  const isHere = getShell().opened?.articleId === id;
  if ((await openArticle(id, { wantedWords: words })) && isHere && words) {
    getShell().manuscript?.selectWords(words);
  }
}
