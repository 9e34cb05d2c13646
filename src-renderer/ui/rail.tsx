import { COMMANDS } from '../../src-shared/commands';
import type { ArticleSummary } from '../../src-shared/model/article';
import { attempt } from '../actions';
import { newArticle, openArticle, removeArticle } from '../articles/article-actions';
import { SourcesSection } from '../collections/sources-section';
import { runCommand } from '../commands';
import { removePerson } from '../people/person-actions';
import { useArticles, usePeople } from '../queries';
import { openDialog, useShell } from '../shell';
import { shortcutLabel } from '../shortcuts';
import { dayLabel, STATUS_LABELS } from '../words/format';
import { personSecondLine } from '../words/people';
import { words } from '../words/words';
import { RailSection } from './rail-section';

/** The library: articles, sources, people; and the way to search everything. */
export function Rail() {
  const opened = useShell((state) => state.opened);
  const { data: articles } = useArticles();
  const { data: people } = usePeople();
  const { platform } = window.stet;

  return (
    <nav className="rail" aria-label={words.rail.label}>
      <button type="button" className="search-box" onClick={() => runCommand('palette.open')}>
        <span>{words.rail.search}</span>
        <kbd>{shortcutLabel(COMMANDS['palette.open'].accelerator ?? '', platform)}</kbd>
      </button>
      <RailSection
        title={words.rail.articles}
        addLabel={words.rail.new}
        addName={COMMANDS['article.new'].label}
        onAdd={() => void newArticle()}
        zone="articles"
        empty={words.rail.articlesEmpty}
        items={articles}
        describe={(article) => ({
          id: article.id,
          title: article.headline || words.untitled,
          line: articleSecondLine(article),
          number: null,
        })}
        currentId={opened?.articleId ?? null}
        onOpen={(id) => void openArticle(id)}
        menu={(item) => [
          { label: words.rail.open, perform: () => void openArticle(item.id) },
          { label: words.moveToBin, perform: () => void removeArticle(item.id, item.title) },
        ]}
      />
      <SourcesSection />
      <RailSection
        title={words.rail.people}
        addLabel={words.rail.add}
        addName={words.people.addTitle}
        onAdd={() => openDialog({ kind: 'person', personId: null })}
        empty={words.rail.peopleEmpty}
        items={people}
        describe={(person) => ({
          id: person.id,
          title: person.name,
          line: personSecondLine(person),
          number: null,
        })}
        currentId={null}
        onOpen={(personId) => openDialog({ kind: 'person', personId })}
        menu={(item) => [
          {
            label: words.people.change,
            perform: () => openDialog({ kind: 'person', personId: item.id }),
          },
          {
            label: words.moveToBin,
            perform: () => void attempt(() => removePerson(item.id, item.title)),
          },
        ]}
      />
    </nav>
  );
}

/** "Draft · 11 quotes, 7 open", "Finished 14 Nov". */
function articleSecondLine(article: ArticleSummary): string {
  if (article.status === 'finished') {
    return `${STATUS_LABELS.finished} ${dayLabel(article.updatedAt)}`;
  }
  return `${STATUS_LABELS[article.status]} · ${words.rail.quotes(article.quotationCount, article.openCount)}`;
}
