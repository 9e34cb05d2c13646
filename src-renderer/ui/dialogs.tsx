import { FinishDialog } from '../finish/finish-dialog';
import { PersonDialog } from '../people/person-dialog';
import { AcceptDialog } from '../quotes/accept-dialog';
import { useShell } from '../shell';
import { SourceDialog } from '../sources/source-dialog';
import { DropDialog } from './drop';
import { AboutDialog, ShortcutsDialog } from './help-dialogs';
import { Palette } from './palette';

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useShell((state) => state.dialog);
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
