import { useEffect, useMemo } from 'react';
import { FinishDialog } from '../finish/finish-dialog';
import { PersonDialog } from '../people/person-dialog';
import { AcceptDialog } from '../quotes/accept-dialog';
import { getShell, useShell } from '../shell';
import { SourceDialog } from '../sources/source-dialog';
import { DropDialog } from './drop';
import { AboutDialog, ShortcutsDialog } from './help-dialogs';
import { Palette } from './palette';

/**
 * After the last of several dialogs that took each other's place the focus goes back to where it was
 * before the first, or into the text. A dialog alone sees to it by itself.
 */
function useFocusAfterwards(isOpen: boolean) {
  const before = useMemo(() => (isOpen ? document.activeElement : null), [isOpen]);
  useEffect(() => {
    if (!before) return;
    return () => {
      requestAnimationFrame(() => {
        if (getShell().dialog || document.activeElement !== document.body) return;
        const isControl =
          before instanceof HTMLElement && before !== document.body && !before.isContentEditable;
        if (isControl && before.isConnected) before.focus({ preventScroll: true });
        else getShell().manuscript?.focus();
      });
    };
  }, [before]);
}

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useShell((state) => state.dialog);
  useFocusAfterwards(dialog !== null);
  switch (dialog?.kind) {
    case 'palette':
      return <Palette />;
    case 'finish':
      return <FinishDialog />;
    case 'accept':
      return <AcceptDialog quotationId={dialog.quotationId} />;
    case 'person':
      return <PersonDialog personId={dialog.personId} name={dialog.name ?? ''} />;
    case 'source':
      return <SourceDialog sourceId={dialog.sourceId} />;
    case 'drop':
      return <DropDialog files={dialog.files} />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'about':
      return <AboutDialog />;
    case undefined:
      return null;
  }
}
