import { useEffect, useRef } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Suggestion } from '../../src-shared/document/list-suggestions';
import { toneOf } from '../editor/suggestion/looks';
import { useShell } from '../shell';
import { ChangeButton } from '../ui/change-button';
import { MoreIcon } from '../ui/icons';
import { agoLabel } from '../words/format';
import { suggestionWords as said } from '../words/suggestions';
import { shorten } from '../words/text';
import { decide, decideAll, goToSuggestion } from './suggestion-actions';
import { type Authors, useAuthors } from './use-authors';

const SHOWN = 240;

/** What is proposed in the article, in the order of its text, above the comments on it. */
export function SuggestionList() {
  const suggestions = useShell((state) => state.suggestions);
  const selectedId = useShell((state) => state.selectedSuggestionId);
  const authors = useAuthors();
  if (suggestions.length === 0) return null;
  return (
    <section className="suggestions" aria-label={said.listLabel}>
      <header className="suggestions-head">
        <b>{said.open(suggestions.length)}</b>
        <ChangeButton small onPress={() => decideAll('accept')}>
          {said.acceptAll}
        </ChangeButton>
        <ChangeButton small onPress={() => decideAll('reject')}>
          {said.rejectAll}
        </ChangeButton>
        <ByAuthor suggestions={suggestions} authors={authors} />
      </header>
      <ol className="cards" aria-label={said.listLabel}>
        {suggestions.map((suggestion) => (
          <SuggestionCard
            key={suggestion.id}
            suggestion={suggestion}
            authors={authors}
            isSelected={suggestion.id === selectedId}
          />
        ))}
      </ol>
    </section>
  );
}

/** Deciding all of one person, where there are several. */
function ByAuthor({
  suggestions,
  authors,
}: {
  suggestions: readonly Suggestion[];
  authors: Authors;
}) {
  const ids = [...new Set(suggestions.map(({ author }) => author))];
  if (ids.length < 2) return null;
  return (
    <MenuTrigger>
      <AriaButton className="icon-button" aria-label={said.more}>
        <MoreIcon />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="options"
          onAction={(key) => {
            const [decision, author] = String(key).split(' ');
            decide(
              decision === 'accept' ? 'accept' : 'reject',
              suggestions.filter((one) => one.author === author),
            );
          }}
        >
          {ids.flatMap((author) => [
            <MenuItem className="option" key={`accept ${author}`} id={`accept ${author}`}>
              {said.acceptOf(authors.nameOf(author))}
            </MenuItem>,
            <MenuItem className="option" key={`reject ${author}`} id={`reject ${author}`}>
              {said.rejectOf(authors.nameOf(author))}
            </MenuItem>,
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** What would become of words that stay, and of which. */
function changesOf({ formatted, formats, linked, links, shaped, shapes, parts }: Suggestion) {
  return [
    ...(formats.length > 0 ? [{ label: said.formatted(formats), words: formatted }] : []),
    ...(links.length > 0 ? [{ label: said.linked(links), words: linked }] : []),
    ...(shapes.length > 0 ? [{ label: said.shaped(shapes), words: shaped }] : []),
    ...(parts.length > 0
      ? [{ label: said.parts(parts), words: parts.map(({ words }) => words).join('\n') }]
      : []),
  ];
}

function SuggestionCard({
  suggestion,
  authors,
  isSelected,
}: {
  suggestion: Suggestion;
  authors: Authors;
  isSelected: boolean;
}) {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const { author, at, inserted, deleted } = suggestion;
  return (
    <li
      ref={card}
      className={`card suggestion${isSelected ? ' card-selected' : ''}`}
      data-tone={toneOf(author, authors.me)}
    >
      <p className="comment-head">
        <b dir="auto">{authors.nameOf(author)}</b> <span>{agoLabel(at, Date.now())}</span>
      </p>
      <button
        type="button"
        className="suggestion-words"
        title={said.goTo}
        aria-current={isSelected || undefined}
        onClick={() => goToSuggestion(suggestion.id)}
      >
        {deleted ? (
          <del>
            <span className="visually-hidden">{said.removed} </span>
            {shorten(deleted, SHOWN)}
          </del>
        ) : null}
        {deleted && inserted ? ' ' : null}
        {inserted ? (
          <ins>
            <span className="visually-hidden">{said.added} </span>
            {shorten(inserted, SHOWN)}
          </ins>
        ) : null}
        {changesOf(suggestion).map(({ label, words }, index) => (
          <span key={label} className="suggestion-change">
            {index > 0 || deleted || inserted ? ' ' : null}
            <span className="suggestion-format">{label}</span> {shorten(words, SHOWN)}
          </span>
        ))}
      </button>
      <div className="comment-buttons">
        <ChangeButton small tone="quiet" onPress={() => decide('reject', [suggestion])}>
          {said.reject}
        </ChangeButton>
        <ChangeButton small onPress={() => decide('accept', [suggestion])}>
          {said.accept}
        </ChangeButton>
      </div>
    </li>
  );
}
