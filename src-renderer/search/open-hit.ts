import type { SearchHit } from '../../src-shared/model/search';
import { openArticle } from '../articles/article-actions';
import { getShell, openDialog, setShell, showNote, showSource } from '../shell';

/** Goes to what was found: a source at the place, an article with the words selected, a person's record. */
export async function openHit(hit: SearchHit): Promise<void> {
  if (hit.kind === 'person') openDialog({ kind: 'person', personId: hit.id });
  else if (hit.kind === 'source') showSource(hit.id, hit.at);
  else if (hit.kind === 'source-note') showNote(hit.source.id, hit.id);
  else {
    if (!(await openArticle(hit.id)) || !hit.at || !hit.snippet) return;
    const [first] = hit.snippet.hits;
    if (!first) return;
    const stretch = { ...hit.at, text: hit.snippet.text.slice(first.start, first.end) };
    const { manuscript } = getShell();
    // An article that was just opened has none yet: it goes there as soon as it has (app.tsx).
    if (manuscript) manuscript.selectWords(stretch);
    else setShell({ wantedWords: stretch });
  }
}
