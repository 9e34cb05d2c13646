import { basename } from 'node:path';
import { countArticles } from '../library/articles';
import { listEditors, readEditorName, setEditorName } from '../library/editors';
import { readDesk, readLastArticle } from '../library/session';
import { countSources } from '../library/sources';
import { write } from '../library/write';
import type { Handlers } from './context';

export const library = {
  'library.info': (context) => {
    const { db, folder, readOnly } = context.library;
    const lastArticleId = readLastArticle(db);
    return {
      name: basename(folder),
      articleCount: countArticles(db),
      sourceCount: countSources(db),
      editorName: readEditorName(db),
      editorId: context.library.writer.editorId,
      editors: listEditors(db),
      readOnly,
      lastArticleId,
      lastDesk: lastArticleId === null ? null : readDesk(db, lastArticleId),
    };
  },

  'library.setEditorName': (context, { name }) => {
    write(context.library, (transaction) => setEditorName(transaction, name));
    return {};
  },
} satisfies Partial<Handlers>;
