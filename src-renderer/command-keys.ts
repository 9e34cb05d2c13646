import { COMMANDS, type CommandId } from '../src-shared/commands';
import type { PressedKey } from '../src-shared/desktop';
import { commands, runCommand } from './commands';
import { isInManuscript, isTypingElsewhere } from './focus-place';
import { closeDialog, getShell } from './shell';
import { matchesAccelerator } from './shortcuts';

/* How commands are run by keys and by the native menus. */

const ids = Object.keys(COMMANDS) as CommandId[];

/** Runs the command that a key press stands for. What a part of the page has handled is left alone. */
function handleKey(event: KeyboardEvent) {
  // A button of a dialog that went away took the focus along: Escape closes the dialog all the same.
  if (event.key === 'Escape' && getShell().dialog && document.activeElement === document.body) {
    closeDialog();
    return;
  }
  if (event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')) return;
  const { platform } = window.stet;
  const id = ids.find((one) => {
    const { accelerator } = COMMANDS[one];
    return accelerator !== undefined && matchesAccelerator(event, accelerator, platform);
  });
  if (!id || !isAllowedNow(id, event)) return;
  if (runCommand(id)) event.preventDefault();
}

function isAllowedNow(id: CommandId, event: KeyboardEvent): boolean {
  if (getShell().dialog !== null) return false;
  if (id === 'edit.undo' || id === 'edit.redo' || id.startsWith('format.')) {
    return !isTypingElsewhere();
  }
  // Escape leaves a panel for the text; in the text it means what the editor makes of it.
  if (id === 'go.manuscript') return !isInManuscript(event.target);
  return true;
}

/** A key pressed in a kept web page, which has no script to hear it: it is as if pressed on its frame. */
function pressInFrame({ key, code, ctrl, meta, alt, shift }: PressedKey) {
  const frame = document.activeElement;
  if (!(frame instanceof HTMLIFrameElement)) return;
  const held = { ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift };
  frame.dispatchEvent(
    new KeyboardEvent('keydown', { key, code, ...held, bubbles: true, cancelable: true }),
  );
}

/** Listens to the keyboard and to the native menus. Called once. */
export function listenForCommands() {
  window.addEventListener('keydown', handleKey);
  window.stet.onEvent((event) => {
    if (event.type === 'key') pressInFrame(event);
    const isOurs = event.type === 'command' && Object.hasOwn(commands, event.id);
    if (isOurs && getShell().dialog === null) runCommand(event.id as CommandId);
  });
}
