import type { ArticleSummary } from '../../src-shared/model/article';
import type { PersonSummary } from '../../src-shared/model/person';
import type { SourceSummary } from '../../src-shared/model/source';
import { openArticle } from '../articles/article-actions';
import { openDialog, showSource } from '../shell';
import { personSecondLine } from '../words/people';
import { sourceSecondLine } from '../words/sources';
import { words } from '../words/words';

/** Every tag of articles and of sources, by name. */
export function tagsOf(
  articles: readonly { tags: readonly string[] }[],
  ofSources: readonly { tag: string }[],
): string[] {
  const tags = new Set([
    ...articles.flatMap((one) => one.tags),
    ...ofSources.map(({ tag }) => tag),
  ]);
  return [...tags].sort((a, b) => a.localeCompare(b));
}

/* What the palette lists while nothing is typed: the first of everything. */

export function articleEntries(articles: readonly ArticleSummary[]) {
  return articles.map((article) => ({
    id: article.id,
    content: <NamedLine name={article.headline || words.untitled} hint={article.section ?? ''} />,
    perform: () => openArticle(article.id),
  }));
}

export function sourceEntries(sources: readonly SourceSummary[]) {
  return sources.map((source) => ({
    id: source.id,
    content: <NamedLine name={source.title} hint={sourceSecondLine(source)} />,
    perform: () => showSource(source.id),
  }));
}

export function personEntries(people: readonly PersonSummary[]) {
  return people.map((person) => ({
    id: person.id,
    content: <NamedLine name={person.name} hint={personSecondLine(person)} />,
    perform: () => openDialog({ kind: 'person', personId: person.id }),
  }));
}

function NamedLine({ name, hint }: { name: string; hint: string }) {
  return (
    <>
      <span className="palette-label">
        <bdi>{name}</bdi>
      </span>
      {hint ? <small>{hint}</small> : null}
    </>
  );
}
