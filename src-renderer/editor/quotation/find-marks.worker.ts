import { createMarksOfArticle, type MarksOfArticle } from './find-marks';
import type { MarksAnswer, MarksMessage } from './marks-finder';

/*
 * Looks for quotations off the interface's thread: in a long article that takes longer than a key may.
 */

interface WorkerScope {
  onmessage: ((event: MessageEvent<MarksMessage>) => void) | null;
  postMessage(answer: MarksAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;
const articles = new Map<number, MarksOfArticle>();

scope.onmessage = ({ data }) => {
  if (data.type === 'close') {
    articles.delete(data.article);
    return;
  }
  const article = articles.get(data.article) ?? createMarksOfArticle();
  articles.set(data.article, article);
  scope.postMessage({ id: data.id, found: article.find(data.request) });
};
