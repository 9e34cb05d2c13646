import type { ExportFormat, Paper } from '../../src-shared/contract/exports';
import type { MarkdownProfile } from '../../src-shared/model/markdown-profile';
import { call } from '../bridge';
import { asStetError } from '../queries/client';
import { errorMessage } from '../words/errors';

/** In which forms articles are exported, and where to. */
export interface ExportOrder {
  formats: readonly ExportFormat[];
  profile: MarkdownProfile;
  /** What PDFs are printed on. */
  paper: Paper;
  bundle: boolean;
  folder: string;
  replace: boolean;
}

/** What became of one article: what was written, or why nothing was. */
export type ArticleExport =
  | { articleId: string; kind: 'written'; files: readonly string[] }
  | { articleId: string; kind: 'existing' }
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
  for (const articleId of articleIds) {
    results.push(
      isStopped() ? { articleId, kind: 'not-reached' } : await exportOne(articleId, order),
    );
    onProgress(results.length);
  }
  return results;
}

async function exportOne(articleId: string, order: ExportOrder): Promise<ArticleExport> {
  const { formats, profile, paper, bundle, folder, replace } = order;
  const files: string[] = [];
  try {
    if (formats.length > 0) {
      const input = { articleId, formats: [...formats], folder, replace, profile, paper };
      const { written, pictures, existing } = await call('exports.write', input);
      if (existing.length > 0) return { articleId, kind: 'existing' };
      files.push(...written, ...pictures);
    }
    if (bundle) {
      const input = { articleId, folder, replace, revisions: true };
      const { written, existing } = await call('bundles.write', input);
      if (existing.length > 0 && files.length === 0) return { articleId, kind: 'existing' };
      files.push(...written);
    }
    return { articleId, kind: 'written', files };
  } catch (error) {
    return { articleId, kind: 'failed', message: errorMessage(asStetError(error)) };
  }
}
