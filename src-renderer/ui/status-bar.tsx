import type { Article } from '../../src-shared/model/article';
import { isClaimSettled } from '../../src-shared/model/claim';
import { countQuotations } from '../../src-shared/model/quotation';
import { useLibrary } from '../queries/articles';
import { useOpenArticle } from '../queries/open-article';
import { useClaims } from '../queries/quotations';
import { setShell, showTab, useShell } from '../shell';
import { SpellingStatus } from '../spelling/spelling-status';
import { claimWords } from '../words/claims';
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
      {article ? <OpenPoints article={article} /> : null}
      <span className="push" />
      {article ? <SpellingStatus /> : null}
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

/** How many quotations and claims there are, and how many of them are open; each is the way to its list. */
function OpenPoints({ article }: { article: Article }) {
  const { data: claims = [] } = useClaims(article.id);
  const counts = countQuotations(article.quotations);
  const openClaims = claims.filter((claim) => !isClaimSettled(claim)).length;
  const show = (quotesList: 'quotations' | 'claims') => {
    setShell({ quotesList });
    showTab('quotes');
  };
  return (
    <>
      {counts.total > 0 ? (
        <button
          type="button"
          className="status-link"
          title={claimWords.statusHint}
          onClick={() => show('quotations')}
        >
          {claimWords.quotationsStatus(counts.total, counts.open)}
        </button>
      ) : null}
      {claims.length > 0 ? (
        <button
          type="button"
          className="status-link"
          title={claimWords.statusHint}
          onClick={() => show('claims')}
        >
          {claimWords.status(claims.length, openClaims)}
        </button>
      ) : null}
    </>
  );
}
