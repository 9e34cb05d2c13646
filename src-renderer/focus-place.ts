/* Where the keys go at this moment. */

/** True where the keys go to a field that is not the manuscript: its own undo and letters come first. */
export function isTypingElsewhere(): boolean {
  const element = document.activeElement;
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && element.type !== 'checkbox' && element.type !== 'radio')
  );
}

/** True for what is in the manuscript's part of the window. */
export function isInManuscript(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('main') !== null;
}
