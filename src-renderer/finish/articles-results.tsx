import type { ReactNode } from 'react';
import { headlineOf } from '../articles/article-actions';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { exportArticlesWords } from '../words/export-articles';
import { words } from '../words/words';

/** What became of one of several articles. */
export interface ArticleResult {
  articleId: string;
  text: string;
  /** What can be done about it. */
  action?: ReactNode;
}

/** Says of several articles, one by one, what became of them. */
export function ArticlesResults({
  title,
  description,
  results,
  onClose,
}: {
  title: string;
  description: string;
  results: readonly ArticleResult[];
  onClose(): void;
}) {
  return (
    <Modal title={title} description={description} size="narrow" onClose={onClose}>
      <ul
        className="dialog-body written-files export-results"
        aria-label={exportArticlesWords.results}
      >
        {results.map(({ articleId, text, action }) => (
          <li key={articleId} className={action ? 'left-article' : undefined}>
            <div>
              <b dir="auto">{headlineOf(articleId) || words.untitled}</b>
              <br />
              <small>{text}</small>
            </div>
            {action}
          </li>
        ))}
      </ul>
      <footer className="dialog-footer">
        <span className="push" />
        <Button tone="primary" onPress={onClose} autoFocus>
          {words.finish.done}
        </Button>
      </footer>
    </Modal>
  );
}
