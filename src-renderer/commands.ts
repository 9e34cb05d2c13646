import type { CommandId } from '../src-shared/commands';
import { articleCommands } from './commands/articles';
import type { Command } from './commands/command';
import { quotationCommands } from './commands/quotations';
import { sourceCommands } from './commands/sources';
import { viewCommands } from './commands/view';
import { writingCommands } from './commands/writing';
import { isLocked } from './finish/finished-actions';
import { isTypingElsewhere } from './focus-place';
import { keyFrames } from './key-frames';
import { showToast } from './shell';
import { finishedWords } from './words/finished';

/*
 * What each command of src-shared/commands.ts does and when it is to be had; by what they are about in
 * commands/. Buttons, the palette, the keyboard and the native menus all come here.
 */

export const commands: Record<CommandId, Command> = {
  ...articleCommands,
  ...writingCommands,
  ...quotationCommands,
  ...sourceCommands,
  ...viewCommands,
};

/** What a finished article keeps from being done, as the start of a command's id. */
const CHANGES = [
  'format.',
  'table.',
  'figure.insert',
  'edit.replace',
  'edit.character',
  'link.remove',
  'quotation.quoteThis',
  'quotation.linkVerbatim',
  'quotation.useSourceWording',
  'quotation.unlink',
  'quotation.dismiss',
  'claim.',
  'suggestion.toggle',
  'suggestion.accept',
  'suggestion.reject',
];

/** Why a command that changes the article is not to be had while that is finished; null otherwise. */
export function lockedReason(id: CommandId): string | null {
  const changes = CHANGES.some((start) => id.startsWith(start));
  // What is pasted goes where one types.
  const pastes = id === 'edit.pastePlain' && !isTypingElsewhere();
  return (changes || pastes) && isLocked() ? finishedWords.locked : null;
}

/** Runs a command where it is to be had; answers whether it was. */
export function runCommand(id: CommandId): boolean {
  const command = commands[id];
  const reason = lockedReason(id);
  if (reason !== null) {
    showToast(reason);
    return false;
  }
  // It acts on what is known now, also right behind the last key.
  keyFrames.catchUp();
  if (!command.isAvailable()) return false;
  void command.perform();
  return true;
}
