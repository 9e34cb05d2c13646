import { Command } from 'cmdk';
import { useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { COMMANDS, type CommandId } from '../../src-shared/commands';
import { openArticle } from '../articles/article-actions';
import { commands, runCommand } from '../commands';
import { useArticles, usePeople, useSources } from '../queries';
import { closeDialog, openDialog, showSource } from '../shell';
import { shortcutLabel } from '../shortcuts';
import { personSecondLine } from '../words/people';
import { sourceSecondLine } from '../words/sources';
import { words } from '../words/words';
import { matchScore } from './palette-search';

interface Entry {
  id: string;
  label: string;
  hint: string;
  shortcut: string | null;
  perform(): unknown;
}

const MOST = 8;
/** While nothing is typed yet, the commands are to be seen too. */
const FEW = 4;

/** The entries that fit what was typed, best first; the first few where nothing was. */
function best(entries: readonly Entry[], query: string, most: number): Entry[] {
  if (query.trim() === '') return entries.slice(0, most);
  return entries
    .map((entry) => ({
      entry,
      // The second line helps to find, the name counts more.
      score: Math.max(matchScore(entry.label, query), matchScore(entry.hint, query) * 0.5),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entry }) => entry);
}

function commandEntries(): Entry[] {
  return (Object.keys(COMMANDS) as CommandId[])
    .filter((id) => id !== 'palette.open' && commands[id].isAvailable())
    .map((id) => {
      const { label, accelerator } = COMMANDS[id] as { label: string; accelerator?: string };
      const shortcut = accelerator ? shortcutLabel(accelerator, window.stet.platform) : null;
      return { id, label, hint: '', shortcut, perform: () => runCommand(id) };
    });
}

/** Every command with its shortcut, and every article, source and person by name. */
export function Palette() {
  const [query, setQuery] = useState('');
  const { data: articles = [] } = useArticles();
  const { data: sources = [] } = useSources();
  const { data: people = [] } = usePeople();
  // What can be done is judged when the palette opens: while it is open nothing else happens.
  const available = useMemo(commandEntries, []);
  const groups = [
    {
      title: words.palette.articles,
      entries: articles.map((article) => ({
        id: article.id,
        label: article.headline || words.untitled,
        hint: article.section ?? '',
        shortcut: null,
        perform: () => openArticle(article.id),
      })),
    },
    {
      title: words.palette.sources,
      entries: sources.map((source) => ({
        id: source.id,
        label: source.title,
        hint: sourceSecondLine(source),
        shortcut: null,
        perform: () => showSource(source.id),
      })),
    },
    {
      title: words.palette.people,
      entries: people.map((person) => ({
        id: person.id,
        label: person.name,
        hint: personSecondLine(person),
        shortcut: null,
        perform: () => openDialog({ kind: 'person', personId: person.id }),
      })),
    },
  ];
  const run = (entry: Entry) => {
    closeDialog();
    // The focus is back where it was before the command looks at it.
    requestAnimationFrame(() => void entry.perform());
  };
  const isEmpty = query.trim() === '';
  const listed = [
    ...groups.map((group) => ({
      ...group,
      entries: best(group.entries, query, isEmpty ? FEW : MOST),
    })),
    { title: words.palette.commands, entries: best(available, query, 100) },
  ];
  const ordered = isEmpty ? listed : byBestEntry(listed, query);

  return (
    <ModalOverlay
      className="veil veil-top"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeDialog();
      }}
    >
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={words.palette.label}>
          <Command label={words.palette.label} shouldFilter={false} loop>
            <Command.Input
              className="palette-input"
              placeholder={words.palette.placeholder}
              value={query}
              onValueChange={setQuery}
              autoFocus
            />
            <Command.List className="palette-list">
              <Command.Empty className="options-empty">
                {words.palette.nothing(query)}
              </Command.Empty>
              {ordered.map(({ title, entries }) =>
                entries.length === 0 ? null : (
                  <Command.Group key={title} heading={title} className="palette-group">
                    {entries.map((entry) => (
                      <Command.Item
                        key={entry.id}
                        value={entry.id}
                        className="palette-item"
                        onSelect={() => run(entry)}
                      >
                        <span className="palette-label">{entry.label}</span>
                        {entry.hint ? <small>{entry.hint}</small> : null}
                        {entry.shortcut ? <kbd>{entry.shortcut}</kbd> : null}
                      </Command.Item>
                    ))}
                  </Command.Group>
                ),
              )}
            </Command.List>
          </Command>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function byBestEntry<G extends { entries: Entry[] }>(groups: readonly G[], query: string): G[] {
  const score = ({ entries }: G) => (entries[0] ? matchScore(entries[0].label, query) : 0);
  return groups.toSorted((a, b) => score(b) - score(a));
}
