import { COMMANDS } from '../../src-shared/commands';
import { runCommand } from '../commands';
import { useShell } from '../shell';
import { ChangeButton } from '../ui/change-button';

/** Links the selected claim to what is selected in the reader; there while both are. */
export function SourceForClaim() {
  const hasClaim = useShell((state) => state.selectedClaimId !== null);
  const hasSelection = useShell(
    (state) => state.readerSelection !== null && state.readerSelection.sourceId === state.sourceId,
  );
  // The room is the search field’s until there is something to link.
  if (!hasClaim || !hasSelection) return null;
  return (
    <ChangeButton onPress={() => runCommand('claim.linkSelection')}>
      {COMMANDS['claim.linkSelection'].label}
    </ChangeButton>
  );
}
