import { Button } from 'react-aria-components';
import { useOpenArticle } from '../queries/open-article';
import { openDialog } from '../shell';
import { spellingWords } from '../words/spelling';
import { type SpellingState, useSpellingState } from './state';

/** How the spelling of the article stands, and the way to its dictionaries. */
export function SpellingStatus() {
  const state = useSpellingState();
  const { data: article } = useOpenArticle();
  if (!article || article.status === 'finished') return null;
  return (
    <Button className="status-link" onPress={() => openDialog({ kind: 'spelling' })}>
      {saidOf(state, article.language)}
    </Button>
  );
}

function saidOf(state: SpellingState, language: string): string {
  const said = spellingWords.status;
  switch (state.kind) {
    case 'off':
      return said.off;
    case 'no-checker':
      return said.noChecker(language);
    case 'failed':
      return said.failed;
    case 'on':
      if (state.count > 0) return said.found(state.count);
      return state.isReading ? said.reading : said.clean;
  }
}
