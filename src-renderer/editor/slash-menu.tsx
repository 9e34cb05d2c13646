import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { LexicalTypeaheadMenuPlugin, MenuOption } from '@lexical/react/LexicalTypeaheadMenuPlugin';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { COMMANDS, type CommandId } from '../../src-shared/commands';
import { shortcutLabel } from '../shortcuts';
import { $isCodeBlock } from './code/node';
import { $isFigureNode } from './figure/node';
import { $blockOf } from './keys';
import { $isHeaderBlock } from './nodes';
import { $tableAtSelection } from './table/commands';
import { words } from './words';

/** What can be made of the line, in the order in which it is offered. */
const OFFERED = [
  'format.paragraph',
  'format.heading',
  'format.subheading',
  'format.smallHeading',
  'format.bulletList',
  'format.numberedList',
  'format.taskList',
  'format.blockQuotation',
  'format.pullQuote',
  'format.attribution',
  'format.standfirst',
  'table.insert',
  'figure.insert',
  'format.codeBlock',
  'format.rule',
] as const satisfies readonly CommandId[];

class SlashOption extends MenuOption {
  constructor(readonly id: (typeof OFFERED)[number]) {
    super(id);
  }
}

/** "/" at the start of an empty line, and what was typed behind it. */
function $slashQuery(text: string) {
  const typed = /^\/([\p{L} ]{0,20})$/u.exec(text);
  const selection = $getSelection();
  if (!typed || !$isRangeSelection(selection)) return null;
  const block = $blockOf(selection.anchor);
  // The line has nothing but this.
  if (
    !block ||
    $isHeaderBlock(block) ||
    $isCodeBlock(block) ||
    $isFigureNode(block) ||
    $tableAtSelection() ||
    block.getTextContent() !== text
  )
    return null;
  return { leadOffset: 0, matchingString: typed[1] ?? '', replaceableString: text };
}

/** A menu of what a new line can become, opened by "/". */
export function SlashMenu({ onChoose }: { onChoose(command: (typeof OFFERED)[number]): void }) {
  const [editor] = useLexicalComposerContext();
  const [query, setQuery] = useState<string | null>(null);
  const options = useMemo(() => {
    const wanted = (query ?? '').trim().toLowerCase();
    return OFFERED.filter((id) => COMMANDS[id].label.toLowerCase().includes(wanted)).map(
      (id) => new SlashOption(id),
    );
  }, [query]);
  const isOpen = query !== null && options.length > 0;
  useEffect(() => {
    if (!isOpen) return;
    // Escape is a command of the window's as well, which Lexical is kept from answering (keys.ts).
    return editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => event.key === 'Escape' && editor.dispatchCommand(KEY_ESCAPE_COMMAND, event),
      COMMAND_PRIORITY_NORMAL,
    );
  }, [editor, isOpen]);
  return (
    <LexicalTypeaheadMenuPlugin<SlashOption>
      options={options}
      onQueryChange={setQuery}
      triggerFn={(text: string, editor: LexicalEditor) =>
        editor.isEditable() ? editor.read(() => $slashQuery(text)) : null
      }
      onSelectOption={(option, textNode, close) => {
        textNode?.setTextContent('').select();
        close();
        // The signs go in this update, the line takes form in the next.
        queueMicrotask(() => onChoose(option.id));
      }}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current && options.length > 0
          ? createPortal(
              // What it is put into is the list already, which Lexical makes and names in English.
              <div
                className="popover slash-menu"
                role="presentation"
                ref={(menu) => menu?.parentElement?.setAttribute('aria-label', words.slashMenu)}
              >
                {options.map((option, index) => (
                  <div
                    key={option.key}
                    ref={option.setRefElement}
                    className="option"
                    role="option"
                    id={`typeahead-item-${index}`}
                    tabIndex={-1}
                    aria-selected={selectedIndex === index}
                    data-focused={selectedIndex === index || undefined}
                    onPointerMove={() => setHighlightedIndex(index)}
                    onPointerDown={(event) => {
                      event.preventDefault();
                      selectOptionAndCleanUp(option);
                    }}
                  >
                    {COMMANDS[option.id].label}
                    <kbd>{labelOf(option.id)}</kbd>
                  </div>
                ))}
              </div>,
              anchor.current,
            )
          : null
      }
    />
  );
}

function labelOf(id: (typeof OFFERED)[number]): string {
  const { accelerator } = COMMANDS[id] as { accelerator?: string };
  return accelerator ? shortcutLabel(accelerator, window.stet.platform) : '';
}
