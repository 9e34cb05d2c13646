import { useEffect, useRef, useState } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components';
import type { PlacedProblem } from '../editor/spelling/follower';
import { openDialog } from '../shell';
import { spellingWords as said } from '../words/spelling';
import { currentSpelling } from './current';
import { changeRule, changeWord, ignoreHere, takeSuggestion } from './spelling-actions';

/** What could stand in the place of a problem, and what else can be done about it. */
export function ProblemMenu({
  problem,
  x,
  y,
  onClose,
}: {
  problem: PlacedProblem;
  /** CSS pixels of the window. */
  x: number;
  y: number;
  onClose(): void;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  const suggestions = useSuggestions(problem);
  const isSpelling = problem.kind === 'spelling';
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: x, top: y }} />
      <Popover
        className="popover problem-menu"
        aria-label={said.menu(problem.words)}
        triggerRef={anchor}
        placement="bottom start"
        offset={4}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        {/* Begun anew when the suggestions are there: the first of them is what one came for. */}
        <Menu
          key={suggestions === null ? 'looking' : 'found'}
          className="options"
          aria-label={said.menu(problem.words)}
          autoFocus="first"
          onClose={onClose}
        >
          <MenuSection>
            <Header className="problem-message">
              {problem.message || said.unknown(problem.words)}
            </Header>
            {suggestions === null ? (
              <MenuItem className="option option-none" isDisabled>
                {said.looking}
              </MenuItem>
            ) : null}
            {suggestions?.length === 0 ? (
              <MenuItem className="option option-none" isDisabled>
                {said.noSuggestions}
              </MenuItem>
            ) : null}
            {suggestions?.map((suggestion) => (
              <MenuItem
                key={suggestion}
                id={`suggestion ${suggestion}`}
                className="option spelling-suggestion"
                onAction={() => takeSuggestion(problem, suggestion)}
              >
                {suggestion === '' ? said.remove(problem.words) : suggestion}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="options-separator" />
          {isSpelling ? (
            <MenuItem className="option" onAction={() => void changeWord(problem.words, true)}>
              {said.add(problem.words)}
            </MenuItem>
          ) : null}
          <MenuItem className="option" onAction={() => ignoreHere(problem)}>
            {said.ignore}
          </MenuItem>
          {isSpelling ? null : (
            <MenuItem className="option" onAction={() => void changeRule(problem.rule, true)}>
              {said.ignoreRule}
            </MenuItem>
          )}
          <Separator className="options-separator" />
          <MenuItem className="option" onAction={() => openDialog({ kind: 'spelling' })}>
            {said.open}
          </MenuItem>
        </Menu>
      </Popover>
    </>
  );
}

/** The suggestions for a problem; null while they are looked for. */
function useSuggestions(problem: PlacedProblem): readonly string[] | null {
  const [found, setFound] = useState(problem.suggestions);
  useEffect(() => {
    if (problem.suggestions !== null) return;
    let isWanted = true;
    const asked = currentSpelling()?.suggest(problem) ?? Promise.resolve([]);
    asked
      .catch(() => [])
      .then((suggestions) => {
        if (isWanted) setFound(suggestions);
      });
    return () => {
      isWanted = false;
    };
  }, [problem]);
  return found;
}
