import { readArticle } from '../library/articles';
import { type ExceptionKind, listExceptions, setException } from '../library/spelling';
import { write } from '../library/write';
import type { Context, Handlers } from './context';
import { namesOfSources } from './source-names';

export const spelling = {
  'spelling.exceptions': ({ library }) => ({
    words: listExceptions(library.db, 'word').sort(new Intl.Collator('en').compare),
    rules: listExceptions(library.db, 'rule'),
  }),

  'spelling.setWord': (context, { word, isKnown }) =>
    change(context, 'word', word.normalize('NFC'), null, isKnown),

  'spelling.setRule': (context, { rule, isOff }) => change(context, 'rule', rule, null, isOff),

  'spelling.ignored': ({ library }, { articleId }) => {
    readArticle(library.db, articleId);
    return listExceptions(library.db, 'place', articleId);
  },

  'spelling.namesOfSources': (context, { articleId }) => namesOfSources(context, articleId),

  'spelling.setIgnored': (context, { articleId, place, isIgnored }) => {
    readArticle(context.library.db, articleId);
    return change(context, 'place', place, articleId, isIgnored);
  },
} satisfies Partial<Handlers>;

function change(
  context: Context,
  kind: ExceptionKind,
  value: string,
  articleId: string | null,
  isThere: boolean,
) {
  const isOther = write(context.library, (transaction) =>
    setException(transaction, { kind, value, articleId }, isThere),
  );
  if (isOther) context.announce('spelling.changed', { articleId });
  return {};
}
