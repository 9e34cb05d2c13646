import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { fold } from '../ui/palette-search';
import { collectionWords } from '../words/collections';

/** One line of the menu. */
export interface Choice {
  id: string;
  name: string;
  /** How deep it lies in its tree, 0 at the top. */
  depth: number;
  /** How many sources it has, where that is told; null: it is not known yet. */
  count?: number | null;
  perform(): void;
}

export interface ChoiceSection {
  title: string | null;
  choices: readonly Choice[];
}

/**
 * Lines to choose one of, by mouse, arrow keys, first letter or, where there is a field, by name. Plain
 * elements: a hundred menu items of the library that draws the other menus take several frames.
 */
export function ChoiceMenu({
  label,
  sections,
  selectedId,
  wanted,
  onWanted,
  onClose,
}: {
  label: string;
  sections: readonly ChoiceSection[];
  selectedId: string;
  /** What is typed in the field; null: there is none. */
  wanted: string | null;
  onWanted(wanted: string): void;
  onClose(): void;
}) {
  const menuId = useId();
  const firstId = useId();
  const menu = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const hasField = wanted !== null;
  useEffect(() => {
    if (hasField) field.current?.focus();
    else {
      const items = itemsOf(menu.current);
      (items.find(isChecked) ?? items[0])?.focus();
    }
  }, [hasField]);
  const first = wanted ? sections[0]?.choices[0] : undefined;
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    choice.perform();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Tab') {
      event.preventDefault();
      onClose();
    } else if (moveFocus(event, menu.current)) {
      event.preventDefault();
    } else if (event.key.length === 1 && document.activeElement !== field.current) {
      // The letter is typed where the focus goes.
      if (field.current) field.current.focus();
      else startingWith(itemsOf(menu.current), event.key)?.focus();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the field and of the lines, which have the focus.
    <div className="choice-menu" onKeyDown={onKeyDown}>
      {hasField ? (
        <SearchField
          className="view-filter"
          aria-label={collectionWords.chooserFilter}
          value={wanted}
          onChange={onWanted}
          onSubmit={() => choose(first)}
        >
          <Input
            ref={field}
            className="input"
            placeholder={collectionWords.chooserFilter}
            aria-controls={menuId}
            aria-activedescendant={first && firstId}
          />
        </SearchField>
      ) : null}
      <div ref={menu} id={menuId} className="options" role="menu" aria-label={label}>
        {sections.length === 0 ? (
          <p className="options-empty">{collectionWords.nothingFits}</p>
        ) : null}
        {sections.map(({ title, choices }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu.
          <div
            key={title ?? choices[0]?.id}
            className="view-section"
            role="group"
            aria-label={title ?? label}
          >
            {title === null ? null : (
              <div className="options-title" aria-hidden="true">
                {title}
              </div>
            )}
            {choices.map((choice) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: Enter and Space press a line as a click does.
              <div
                key={choice.id}
                id={choice === first ? firstId : undefined}
                role="menuitemradio"
                aria-checked={choice.id === selectedId}
                tabIndex={-1}
                className="option option-view"
                data-selected={choice.id === selectedId || undefined}
                data-focused={choice === first || undefined}
                style={{ paddingLeft: 9 + choice.depth * 14 }}
                onClick={() => choose(choice)}
              >
                <span className="option-view-name" dir="auto">
                  {choice.name}
                </span>
                {typeof choice.count === 'number' ? (
                  <span className="option-count">{choice.count.toLocaleString('en-GB')}</span>
                ) : null}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitemradio"]') ?? [])];
}

function isChecked(item: HTMLElement): boolean {
  return item.ariaChecked === 'true';
}

/** The arrow keys, Home, End and Enter; answers whether the key was one of them. */
function moveFocus(event: KeyboardEvent<HTMLElement>, menu: HTMLElement | null): boolean {
  const items = itemsOf(menu);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const last = items.length - 1;
  switch (event.key) {
    case 'ArrowDown':
      items[at === last ? 0 : at + 1]?.focus();
      return true;
    case 'ArrowUp':
      items[at <= 0 ? last : at - 1]?.focus();
      return true;
    case 'Home':
    case 'End':
      // In the field they are the field's.
      if (at < 0) return false;
      items[event.key === 'Home' ? 0 : last]?.focus();
      return true;
    case 'Enter':
    case ' ':
      if (at < 0) return false;
      items[at]?.click();
      return true;
  }
  return false;
}

/** The next line that begins so, from the one that has the focus. */
function startingWith(items: readonly HTMLElement[], letter: string): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const inTurn = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return inTurn.find((item) => fold(item.textContent ?? '').startsWith(fold(letter)));
}
