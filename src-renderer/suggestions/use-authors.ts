import { useMemo } from 'react';
import { useLibrary } from '../queries/articles';
import { suggestionWords as said } from '../words/suggestions';

export interface Authors {
  /** The id of who uses this window. */
  me: string;
  nameOf(editorId: string): string;
}

/** The names of those who proposed something. */
export function useAuthors(): Authors {
  const { data: library } = useLibrary();
  return useMemo(() => {
    const me = library?.editorId ?? '';
    const names = new Map(library?.editors.map(({ id, name }) => [id, name]));
    return {
      me,
      nameOf: (id) => names.get(id) || (id === me ? said.you : said.somebody),
    };
  }, [library]);
}
