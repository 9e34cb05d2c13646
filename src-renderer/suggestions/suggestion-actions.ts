import type { CommandId } from '../../src-shared/commands';
import { listSuggestions, type Suggestion } from '../../src-shared/document/list-suggestions';
import { getShell, setShell, showTab, showToast } from '../shell';
import { suggestionWords as said } from '../words/suggestions';

/* Everything that is done to suggestions is a step of the article's undo. */

type Decision = 'accept' | 'reject';

/** What says of words what they are for the whole of the article or the table: that is not proposed. */
const MADE_AT_ONCE: ReadonlySet<CommandId> = new Set<CommandId>([
  'format.standfirst',
  'table.headerRow',
  'table.headerColumn',
  'html.edit',
]);

/** True once it was said since suggesting was turned on: it is not said every time. */
let hasSaid = false;

/** Tells whoever proposes changes that this one is not a proposal. */
export function sayMadeAtOnce(command: CommandId) {
  if (!getShell().isSuggesting || hasSaid || !MADE_AT_ONCE.has(command)) return;
  hasSaid = true;
  showToast(said.madeAtOnce);
}

/** Proposes changes from now on, or makes them. */
export function toggleSuggesting() {
  const isSuggesting = !getShell().isSuggesting;
  hasSaid = false;
  setShell({ isSuggesting });
  showToast(isSuggesting ? said.turnedOn : said.turnedOff);
}

export function decide(decision: Decision, suggestions: readonly Pick<Suggestion, 'id'>[]) {
  const { manuscript } = getShell();
  if (!manuscript || suggestions.length === 0) return;
  const isDone = manuscript.suggestions.decide(
    decision,
    suggestions.map(({ id }) => id),
  );
  if (isDone && suggestions.length > 1) showToast(said.decided(decision, suggestions.length));
}

/** Those that are selected, or the one at the cursor. */
export function decideHere(decision: Decision) {
  const ids = getShell().manuscript?.suggestions.atSelection() ?? [];
  if (ids.length === 0) {
    showToast(suggestionsNow().length === 0 ? said.none : said.nothingHere);
    return;
  }
  decide(
    decision,
    ids.map((id) => ({ id })),
  );
}

export function decideAll(decision: Decision) {
  decide(decision, suggestionsNow());
}

/** Those of the text; what was typed a moment ago is not in the panel's list yet. */
function suggestionsNow(): Suggestion[] {
  const { manuscript } = getShell();
  return manuscript ? listSuggestions(manuscript.document()) : [];
}

/** Goes to the one after (or before) the one at the cursor, round the end if need be. */
export function goToNextSuggestion(by: 1 | -1) {
  const { manuscript, selectedSuggestionId } = getShell();
  const suggestions = suggestionsNow();
  if (suggestions.length === 0) {
    showToast(said.none);
    return;
  }
  const current = manuscript?.suggestions.atSelection()[0] ?? selectedSuggestionId;
  const at = suggestions.findIndex(({ id }) => id === current);
  const start = at < 0 && by < 0 ? 0 : at;
  const next = suggestions[(start + by + suggestions.length) % suggestions.length];
  if (next) goToSuggestion(next.id);
}

export function goToSuggestion(id: string) {
  getShell().manuscript?.suggestions.goTo(id);
  setShell({ selectedSuggestionId: id });
  showTab('comments');
}
