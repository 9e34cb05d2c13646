import { COMMANDS } from '../../src-shared/commands';
import { runCommand } from '../commands';
import { useShell } from '../shell';
import { shortcutLabel } from '../shortcuts';
import { suggestionWords as said } from '../words/suggestions';
import { useAuthors } from './use-authors';

/** Shown in the top bar while changes are proposed; pressing it ends that. */
export function SuggestingStatus() {
  const isOpen = useShell((state) => state.opened !== null);
  const isSuggesting = useShell((state) => state.isSuggesting);
  if (!isOpen || !isSuggesting) return null;
  const { accelerator = '' } = COMMANDS['suggestion.toggle'];
  return (
    <button
      type="button"
      className="suggesting"
      aria-pressed
      title={`${said.statusHint} ${shortcutLabel(accelerator, window.stet.platform)}`}
      onClick={() => runCommand('suggestion.toggle')}
    >
      {said.status}
    </button>
  );
}

/** Says aloud, to screen readers, which suggestion the cursor is in. */
export function SuggestionAnnouncer() {
  const selectedId = useShell((state) => state.selectedSuggestionId);
  const suggestion = useShell(
    (state) => state.suggestions.find(({ id }) => id === state.selectedSuggestionId) ?? null,
  );
  const authors = useAuthors();
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {selectedId !== null && suggestion
        ? said.about(suggestion, authors.nameOf(suggestion.author))
        : ''}
    </div>
  );
}
