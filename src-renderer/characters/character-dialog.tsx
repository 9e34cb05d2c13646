import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { closeDialog, getShell } from '../shell';
import { Modal } from '../ui/modal';
import { CHARACTER_GROUPS, type Character, characterWords as said } from '../words/characters';
import { characterOfCode, findCharacters } from './find-characters';
import { recentCharacters, rememberCharacter } from './recent';

/** Offers characters that no key has. What is chosen goes to the cursor, and the dialog away. */
export function CharacterDialog() {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [recent] = useState(recentCharacters);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  const groups = useMemo(() => {
    if (query.trim() === '' && recent.length > 0) {
      return [{ name: said.recent, characters: recent }, ...CHARACTER_GROUPS];
    }
    const found = findCharacters(CHARACTER_GROUPS, query);
    const other = found.length === 0 ? characterOfCode(query) : null;
    return other ? [{ name: '', characters: [other] }] : found;
  }, [query, recent]);
  const all = groups.flatMap(({ characters }) => characters);
  const current = all[active] ?? null;

  function choose(character: Character) {
    rememberCharacter(character.text);
    closeDialog();
    // The dialog gives the focus back first.
    requestAnimationFrame(() => getShell().manuscript?.insertText(character.text));
  }

  function move(to: number) {
    setActive(to);
    optionAt(to)?.scrollIntoView({ block: 'nearest' });
  }

  const optionAt = (index: number) =>
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[index];

  /** The character above or below: in the nearest line, the one that is the least to the side. */
  function beside(by: 1 | -1): number {
    const from = optionAt(active)?.getBoundingClientRect();
    if (!from) return active;
    let best = active;
    let least = Number.POSITIVE_INFINITY;
    for (let index = active + by; index >= 0 && index < all.length; index += by) {
      const rect = optionAt(index)?.getBoundingClientRect();
      if (!rect) break;
      const down = Math.abs(rect.top - from.top);
      if (down < 1) continue;
      const far = down * 100 + Math.abs(rect.left - from.left);
      if (far >= least && down * 100 > least) break;
      if (far < least) {
        least = far;
        best = index;
      }
    }
    return best;
  }

  function keyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    // In the words that are looked for, the arrows to the side move among the letters.
    const isAtEnd = selectionStart === value.length && selectionEnd === value.length;
    const to =
      event.key === 'ArrowDown'
        ? beside(1)
        : event.key === 'ArrowUp'
          ? beside(-1)
          : event.key === 'ArrowRight' && isAtEnd
            ? Math.min(active + 1, all.length - 1)
            : event.key === 'ArrowLeft' && isAtEnd && (active > 0 || value === '')
              ? Math.max(active - 1, 0)
              : null;
    if (to !== null) {
      event.preventDefault();
      move(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (current) choose(current);
    }
  }

  let index = 0;
  return (
    <Modal title={said.title} size="middle" onClose={closeDialog}>
      <div className="dialog-body characters">
        <input
          className="input"
          type="text"
          role="combobox"
          aria-label={said.search}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${active}` : undefined}
          placeholder={said.placeholder}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the dialog begins with the search.
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={keyDown}
        />
        <div
          ref={list}
          id={`${id}-list`}
          className="character-list"
          role="listbox"
          aria-label={said.list}
        >
          {groups.map(({ name, characters }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
            <div key={name} role="group" aria-label={name}>
              <p className="character-group" aria-hidden="true">
                {name}
              </p>
              <div className="character-grid">
                {characters.map((character) => {
                  const at = index++;
                  return (
                    <div
                      key={character.text}
                      id={`${id}-${at}`}
                      className="character"
                      role="option"
                      tabIndex={-1}
                      aria-selected={at === active}
                      aria-label={character.name}
                      // Signs that cannot be seen: the style sheet draws how they are abbreviated.
                      data-invisible={character.shown}
                      onPointerMove={() => setActive(at)}
                      onPointerUp={() => choose(character)}
                    >
                      {character.shown ? null : character.text}
                    </div>
                  );
                })}
              </div>
            </div>
          ))}
        </div>
        <p className="character-name" role="status">
          {current ? said.describe(current) : said.none}
        </p>
      </div>
    </Modal>
  );
}
