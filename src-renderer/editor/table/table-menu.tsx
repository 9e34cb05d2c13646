import { getTableElement } from '@lexical/table';
import type { LexicalEditor } from 'lexical';
import { Fragment } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { COMMANDS, type CommandId } from '../../../src-shared/commands';
import { ChevronIcon } from '../../ui/icons';
import { tableWords as said } from '../../words/tables';
import { usePlace } from '../use-place';
import { $tableAtSelection } from './commands';

/** A line parts the groups. */
const ACTIONS = [
  ['table.rowAbove', 'table.rowBelow', 'table.columnBefore', 'table.columnAfter'],
  ['table.headerRow', 'table.headerColumn'],
  ['table.deleteRow', 'table.deleteColumn', 'table.delete'],
] as const satisfies readonly (readonly CommandId[])[];

interface Place {
  top: number;
  right: number;
}

/** A button at the corner of the table that the cursor is in, with what can be done to it. */
export function TableMenu({
  editor,
  page,
  onCommand,
}: {
  editor: LexicalEditor;
  page: HTMLElement;
  onCommand(id: CommandId): void;
}) {
  const place = usePlace(editor, page, placeOf);
  if (!place) return null;
  return (
    <div className="table-menu" style={{ top: place.top, right: place.right }}>
      <MenuTrigger>
        <Button className="table-menu-button" aria-label={said.actions}>
          {said.title}
          <ChevronIcon />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu
            className="options"
            aria-label={said.actions}
            onAction={(id) => afterClosing(() => onCommand(id as CommandId))}
          >
            {ACTIONS.map((group, index) => (
              <Fragment key={group[0]}>
                {index > 0 ? <Separator className="options-separator" /> : null}
                {group.map((id) => (
                  <MenuItem key={id} id={id} className="option">
                    {COMMANDS[id].label}
                  </MenuItem>
                ))}
              </Fragment>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}

/** The menu gives the focus to its button as it closes; the command, which moves it, comes after. */
function afterClosing(perform: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(perform));
}

function placeOf(editor: LexicalEditor, page: HTMLElement): Place | null {
  if (!editor.isEditable()) return null;
  return editor.getEditorState().read(() => {
    const table = $tableAtSelection()?.table;
    const element = table && editor.getElementByKey(table.getKey());
    if (!table || !element) return null;
    const origin = page.getBoundingClientRect();
    const rect = getTableElement(table, element).parentElement?.getBoundingClientRect() ?? origin;
    return { top: rect.top - origin.top, right: origin.right - rect.right };
  });
}
