import { call } from '../bridge';
import { asStetError } from '../queries/client';
import { errorMessage } from '../words/errors';
import type { ExportChoice } from './export-choice';

/** In which forms articles are exported, and where to. */
export interface ExportOrder extends ExportChoice {
  folder: string;
  replace: boolean;
}

/** What became of one article: what was written, or why nothing was. */
export type ArticleExport =
  | { articleId: string; kind: 'written'; files: readonly string[] }
  | { articleId: string; kind: 'existing' }
  /** Another one of the same order has a file of the same name: neither takes the place of the other. */
  | { articleId: string; kind: 'namesake' }
  | { articleId: string; kind: 'failed'; message: string }
  | { articleId: string; kind: 'not-reached' };

/**
 * Exports articles one after another. One that fails is named and left out; nothing is begun after
 * `isStopped` says so. Never rejects.
 */
export async function exportArticles(
  articleIds: readonly string[],
  order: ExportOrder,
  isStopped: () => boolean,
  onProgress: (done: number) => void,
): Promise<ArticleExport[]> {
  const results: ArticleExport[] = [];
  const taken = new Set<string>();
  for (const articleId of articleIds) {
    results.push(
      isStopped() ? { articleId, kind: 'not-reached' } : await exportOne(articleId, order, taken),
    );
    onProgress(results.length);
  }
  return results;
}

/** @param taken the names that articles of this order have got; those of this one are added */
async function exportOne(
  articleId: string,
  order: ExportOrder,
  taken: Set<string>,
): Promise<ArticleExport> {
  const { formats, profile, paper, withContact, bundle, folder, replace } = order;
  const isTaken = (names: readonly string[]) => names.some((name) => taken.has(name));
  const files: string[] = [];
  try {
    if (formats.length > 0) {
      const input = { articleId, formats: [...formats], folder, profile, paper, withContact };
      let answer = await call('exports.write', { ...input, replace: false });
      if (isTaken(answer.existing)) return { articleId, kind: 'namesake' };
      if (answer.existing.length > 0 && replace) {
        answer = await call('exports.write', { ...input, replace });
      }
      if (answer.existing.length > 0) return { articleId, kind: 'existing' };
      files.push(...answer.written, ...answer.pictures);
    }
    if (bundle) {
      const input = { articleId, folder, revisions: true };
      let answer = await call('bundles.write', { ...input, replace: false });
      if (isTaken(answer.existing) && files.length === 0) return { articleId, kind: 'namesake' };
      if (answer.existing.length > 0 && replace && !isTaken(answer.existing)) {
        answer = await call('bundles.write', { ...input, replace });
      }
      if (answer.existing.length > 0 && files.length === 0) return { articleId, kind: 'existing' };
      files.push(...answer.written);
    }
    for (const name of files) taken.add(name);
    return { articleId, kind: 'written', files };
  } catch (error) {
    return { articleId, kind: 'failed', message: errorMessage(asStetError(error)) };
  }
}
