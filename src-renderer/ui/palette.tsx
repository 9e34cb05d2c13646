import { Command } from 'cmdk';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { COMMANDS, type CommandId } from '../../src-shared/commands';
import type { SearchGroup, SearchResult } from '../../src-shared/model/search';
import { keepingGroup, savedSearchEntry } from '../collections/saved-search-entries';
import { commands, lockedReason, runCommand } from '../commands';
import { useArticles } from '../queries/articles';
import { usePeople } from '../queries/people';
import { useCollections, useSavedSearches, useSources, useSourceTally } from '../queries/sources';
import { completionsOf, filterNamesFor, filtersOf, withFilter } from '../search/completion';
import { FilterRow } from '../search/filter-row';
import { HitItem } from '../search/hit-item';
import { openHit } from '../search/open-hit';
import { foundAloud, searchWords } from '../search/search-words';
import { useSearch } from '../search/use-search';
import { closeDialog } from '../shell';
import { shortcutLabel } from '../shortcuts';
import { collectionWords } from '../words/collections';
import { errorMessage } from '../words/errors';
import { words } from '../words/words';
import { articleEntries, personEntries, sourceEntries, tagsOf } from './palette-entries';
import { matchScore } from './palette-search';

/** One line of the palette. */
export interface Entry {
  id: string;
  content: ReactNode;
  /** Runs when it is chosen; the palette closes before, unless `stays`. */
  perform(): unknown;
  stays?: boolean;
}

export interface Group {
  title: string;
  /** How many there are in all. */
  count?: string;
  entries: Entry[];
  /** It is there whatever was found. */
  isAside?: boolean;
  /** Nothing that is still looked for comes before it. */
  isSure?: boolean;
}

/** While nothing is typed yet, some of everything is to be seen. */
const FEW = 4;
/** A command or a name that fits what was typed this well comes first. */
const SURE = 0.8;
const MOST_COMMANDS = 20;

/** Every word of articles and sources, every person, every command with its shortcut. */
export function Palette({ start = '' }: { start?: string }) {
  const [query, setQuery] = useState(start);
  const input = useRef<HTMLInputElement>(null);
  const { result, isBusy, error } = useSearch(query);
  const groups = useGroups(query, result, (next) => {
    setQuery(next);
    input.current?.focus();
  });
  const [selected, select] = useSelected(query, groups);
  const byId = new Map(groups.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry])));
  const run = (id: string) => {
    const entry = byId.get(id);
    if (!entry) return;
    if (entry.stays) {
      entry.perform();
      return;
    }
    closeDialog();
    // The focus is back where it was before the command looks at it.
    requestAnimationFrame(() => void entry.perform());
  };
  const first = groups.find(({ entries }) => entries.length > 0);
  const waits = isBusy && !first?.isSure && selected === (first?.entries[0]?.id ?? '');
  const awaitFound = useEnterThatWaits(query, waits, () => run(first?.entries[0]?.id ?? ''));
  const isEmpty = query.trim() === '';
  const hasFound = groups.some(({ entries, isAside }) => !isAside && entries.length > 0);

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
          <Command
            label={words.palette.label}
            shouldFilter={false}
            loop
            value={selected}
            onValueChange={select}
            onKeyDown={awaitFound}
          >
            <Command.Input
              ref={input}
              className="palette-input"
              placeholder={words.palette.placeholder}
              value={query}
              onValueChange={setQuery}
              autoFocus
              dir="auto"
            />
            <FilterRow
              query={query}
              onQuery={(next) => {
                setQuery(next);
                input.current?.focus();
              }}
            />
            <Command.List className="palette-list" aria-busy={isBusy}>
              {isBusy || hasFound ? null : (
                <p className="options-empty">
                  {filtersOf(query).size > 0
                    ? searchWords.nothingWithFilters
                    : searchWords.nothing(query.trim())}
                </p>
              )}
              {groups.map(({ title, count, entries }) =>
                entries.length === 0 ? null : (
                  <Command.Group
                    key={title}
                    heading={
                      <>
                        {title}
                        {count ? <span className="group-count">{count}</span> : null}
                      </>
                    }
                    className="palette-group"
                  >
                    {entries.map(({ id, content }) => (
                      <Command.Item
                        key={id}
                        value={id}
                        className="palette-item"
                        onSelect={() => run(id)}
                      >
                        {content}
                      </Command.Item>
                    ))}
                  </Command.Group>
                ),
              )}
            </Command.List>
            <p className="palette-foot">
              {error
                ? errorMessage(error)
                : result && result.behind > 0
                  ? searchWords.behind(result.behind)
                  : searchWords.hint}
            </p>
            <div className="visually-hidden" role="status" aria-live="polite">
              {isEmpty || isBusy || !result ? '' : foundAloud(result)}
            </div>
          </Command>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The first line is selected whatever comes in, until the arrow keys choose another. */
function useSelected(query: string, groups: readonly Group[]) {
  const [selected, setSelected] = useState('');
  const chosenFor = useRef<string | null>(null);
  const first = groups.find(({ entries }) => entries.length > 0)?.entries[0]?.id ?? '';
  const isThere = groups.some(({ entries }) => entries.some(({ id }) => id === selected));
  useEffect(() => {
    if (chosenFor.current !== query || !isThere) {
      chosenFor.current = null;
      setSelected(first);
    }
  }, [query, first, isThere]);
  const select = (value: string) => {
    if (value !== selected && value !== first) chosenFor.current = query;
    setSelected(value);
  };
  return [selected, select] as const;
}

/**
 * Enter means the first of what is found for what was typed: pressed before that is known, it holds
 * until then, and not for what is typed next.
 */
function useEnterThatWaits(query: string, waits: boolean, runFirst: () => void) {
  const [enteredFor, setEnteredFor] = useState<string | null>(null);
  useEffect(() => {
    if (enteredFor === null || (waits && enteredFor === query)) return;
    setEnteredFor(null);
    if (enteredFor === query) runFirst();
  });
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !waits) return;
    event.preventDefault();
    setEnteredFor(query);
  };
}

function useGroups(
  query: string,
  result: ReturnType<typeof useSearch>['result'],
  onQuery: (query: string) => void,
): Group[] {
  const { data: articles = [] } = useArticles();
  const { data: sources } = useSources();
  // Counted while a tag is being typed: what is searched for does not wait for it.
  const { data: tally } = useSourceTally(/\btag:/i.test(query));
  const { data: people = [] } = usePeople();
  const { data: searches = [] } = useSavedSearches();
  const { data: collections = [] } = useCollections();
  const tags = useMemo(() => tagsOf(articles, tally?.tags ?? []), [articles, tally]);
  // What can be done is judged when the palette opens: while it is open nothing else happens.
  const available = useMemo(
    () =>
      (Object.keys(COMMANDS) as CommandId[]).filter(
        (id) => id !== 'palette.open' && (commands[id].isAvailable() || lockedReason(id) !== null),
      ),
    [],
  );
  const narrowing = filterGroup(
    query,
    {
      speaker: people.map(({ name }) => name),
      collection: collections.map(({ name }) => name),
      tag: tags,
    },
    onQuery,
  );
  if (query.trim() === '') {
    return [
      { title: words.palette.articles, entries: articleEntries(articles.slice(0, FEW)) },
      {
        title: words.palette.sources,
        entries: sourceEntries(sources?.sources.slice(0, FEW) ?? []),
      },
      { title: words.palette.people, entries: personEntries(people.slice(0, FEW)) },
      {
        title: collectionWords.savedSearches,
        entries: searches.map((search) => savedSearchEntry(search, onQuery)),
      },
      { title: words.palette.commands, entries: available.map(commandEntry) },
    ];
  }
  const fitting = filtersOf(query).size > 0 ? [] : fittingCommands(available, query);
  const commandGroup = {
    title: words.palette.commands,
    entries: fitting.map(({ id }) => commandEntry(id)),
    isSure: (fitting[0]?.score ?? 0) >= SURE,
  };
  const found = result ? foundGroups(result, query) : [];
  const groups = commandGroup.isSure ? [commandGroup, ...found] : [...found, commandGroup];
  return [narrowing, ...groups, keepingGroup(query, searches)];
}

function foundGroups(result: SearchResult, query: string): Group[] {
  const people = hitGroup(words.palette.people, result.people);
  const texts = [
    hitGroup(words.palette.articles, result.articles),
    hitGroup(words.palette.sources, result.sources),
    hitGroup(words.palette.notes, result.notes),
  ];
  // A name that is typed is meant, also where every text has it.
  const isName = result.people.hits.some(({ title }) => matchScore(title, query) >= SURE);
  return isName ? [people, ...texts] : [...texts, people];
}

function fittingCommands(available: readonly CommandId[], query: string) {
  return available
    .map((id) => ({ id, score: matchScore(COMMANDS[id].label, query) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_COMMANDS);
}

function commandEntry(id: CommandId): Entry {
  const { label, accelerator } = COMMANDS[id] as { label: string; accelerator?: string };
  return {
    id,
    content: (
      <>
        <span className="palette-label">{label}</span>
        {lockedReason(id) === null ? null : <small>{lockedReason(id)}</small>}
        {accelerator ? <kbd>{shortcutLabel(accelerator, window.stet.platform)}</kbd> : null}
      </>
    ),
    perform: () => runCommand(id),
  };
}

function hitGroup(title: string, group: SearchGroup): Group {
  return {
    title,
    count: searchWords.groupCount(group),
    entries: group.hits.map((hit) => ({
      id: hit.id,
      content: <HitItem hit={hit} />,
      perform: () => openHit(hit),
    })),
  };
}

/** What the filter at the end of the query may be, and which filter its last word may become. */
function filterGroup(
  query: string,
  names: Parameters<typeof completionsOf>[1],
  onQuery: (query: string) => void,
): Group {
  const completing = completionsOf(query, names);
  const values = completing?.completions.map(({ value, label, query: next }) => ({
    id: `filter ${value}`,
    content: (
      <>
        <span className="palette-label">{label}</span>
        <small>{searchWords.filterLabels[completing.filter]}</small>
      </>
    ),
    perform: () => onQuery(next),
    stays: true,
  }));
  const begun = filterNamesFor(query).map((name) => ({
    id: `filter ${name}:`,
    content: (
      <>
        <span className="palette-label">{name}:</span>
        <small>{searchWords.filterLabels[name]}</small>
      </>
    ),
    perform: () => onQuery(withFilter(query.replace(/\S+$/, ''), name)),
    stays: true,
  }));
  return { title: searchWords.filters, entries: values ?? begun, isSure: true };
}
