import { useLibrary, useOpenArticle } from '../queries';
import { useShell } from '../shell';
import { languageLabel, readingTime } from '../words/format';
import { words } from '../words/words';

/** Words, reading time, language, library. Stet never goes online, and says so. */
export function StatusBar() {
  const { words: all, selectedWords } = useShell((state) => state.statistics);
  const isOpen = useShell((state) => state.opened !== null);
  const { data: article } = useOpenArticle();
  const { data: library } = useLibrary();
  const shown = selectedWords > 0 ? selectedWords : all;
  return (
    <footer className="status-bar">
      {isOpen ? (
        <>
          <span>
            {selectedWords > 0
              ? words.status.selected(selectedWords, all)
              : words.status.words(all)}
          </span>
          <span>{readingTime(shown)}</span>
        </>
      ) : null}
      <span className="push" />
      {article ? <span>{languageLabel(article.language)}</span> : null}
      {library ? (
        <span>
          {words.status.library(library.name)}
          {library.readOnly ? ` ${words.status.readOnly}` : ''}
        </span>
      ) : null}
      <span title={words.status.offlineHint}>{words.status.offline}</span>
    </footer>
  );
}
