import type { ReactNode } from 'react';

/** The head of a card: Enter, or a click, goes to the words in the text; Space opens the card and stays. */
export function CardHead({
  isSelected,
  isReachable,
  onGo,
  onOpen,
  children,
}: {
  isSelected: boolean;
  /** True for the one card that Tab reaches; arrow keys go to the others. */
  isReachable: boolean;
  onGo(): void;
  onOpen(): void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="card-head"
      tabIndex={isReachable ? 0 : -1}
      aria-expanded={isSelected}
      {...(isReachable ? { 'data-panel-focus': '' } : {})}
      onClick={onGo}
      onKeyDown={(event) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        onOpen();
      }}
      onKeyUp={(event) => {
        if (event.key === ' ') event.preventDefault();
      }}
    >
      {children}
    </button>
  );
}
