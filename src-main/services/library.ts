import { basename } from 'node:path';
import { countArticles } from '../library/articles';
import { readEditorName, setEditorName } from '../library/editors';
import { readLastArticle } from '../library/session';
import { countSources } from '../library/sources';
import { write } from '../library/write';
import type { Handlers } from './context';

export const library = {
  'library.info': (context) => {
    const { db, folder, readOnly } = context.library;
    return {
      name: basename(folder),
      articleCount: countArticles(db),
      sourceCount: countSources(db),
      editorName: readEditorName(db),
      readOnly,
      lastArticleId: readLastArticle(db),
    };
  },

  'library.setEditorName': (context, { name }) => {
    write(context.library, (transaction) => setEditorName(transaction, name));
    return {};
  },
} satisfies Partial<Handlers>;
