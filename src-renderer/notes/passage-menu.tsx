import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useShell } from '../shell';
import { MoreIcon } from '../ui/icons';
import { noteWords } from '../words/notes';
import { annotate } from './note-actions';

/** What can be written about the words that are selected in the reader, or about all of the source. */
export function PassageMenu() {
  const isPassage = useShell((state) => state.readerSelection?.sourceId === state.sourceId);
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={noteWords.actions}>
        <MoreIcon />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="options" aria-label={noteWords.actions}>
          <MenuItem className="option" onAction={() => annotate('note')}>
            {noteWords.addNote(isPassage)}
          </MenuItem>
          <MenuItem className="option" onAction={() => annotate('exclusion')}>
            {noteWords.addExclusion(isPassage)}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
