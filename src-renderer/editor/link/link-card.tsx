import {
  COMMAND_PRIORITY_NORMAL,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { useEffect, useState } from 'react';
import { COMMANDS, type CommandId } from '../../../src-shared/commands';
import { isOpenable, isRelativeLink } from '../../../src-shared/document/links';
import { shortcutLabel } from '../../shortcuts';
import { Button } from '../../ui/button';
import { usePlace } from '../use-place';
import { words } from '../words';
import { $linkAtSelection } from './link';

interface ShownLink {
  key: string;
  url: string;
  /** CSS pixels within the page. */
  top: number;
  left: number;
}

const ACTIONS = [
  'link.open',
  'link.copy',
  'format.link',
  'link.remove',
] as const satisfies readonly CommandId[];

export interface LinkCardProps {
  editor: LexicalEditor;
  page: HTMLElement;
  onCommand(id: CommandId): void;
}

/** Says where the link at the cursor leads and what can be done about it. Escape puts it away. */
export function LinkCard({ editor, page, onCommand }: LinkCardProps) {
  const link = usePlace(editor, page, linkAt);
  /** The link whose card was put away, until the cursor is somewhere else. */
  const [hidden, setHidden] = useState<string | null>(null);

  const key = link?.key ?? null;
  useEffect(() => setHidden((former) => (former === key ? former : null)), [key]);

  const isShown = link !== null && hidden !== link.key;
  useEffect(() => {
    if (!isShown) return;
    return mergeRegister(
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (event.key !== 'Escape') return false;
          setHidden(key);
          return true;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    );
  }, [editor, isShown, key]);

  if (!link || !isShown) return null;
  return (
    <div
      className="link-card"
      role="toolbar"
      aria-label={words.linkCard.title}
      ref={(card) => {
        // Where the link stands at the end of a line, the card does not run off the page.
        if (!card) return;
        const most = page.clientWidth - card.offsetWidth - 12;
        card.style.left = `${Math.max(12, Math.min(link.left, most))}px`;
      }}
      style={{ top: link.top + 6 }}
      // The cursor stays in the link while the mouse is used.
      onPointerDown={(event) => event.preventDefault()}
    >
      <span className="link-card-address" role="status" title={link.url} dir="ltr">
        {shownAddress(link.url)}
      </span>
      {isRelativeLink(link.url) ? (
        <span className="link-card-note">{words.linkCard.isRelative}</span>
      ) : null}
      {ACTIONS.filter((id) => id !== 'link.open' || isOpenable(link.url)).map((id) => (
        <Button key={id} small tone="quiet" onPress={() => onCommand(id)}>
          {words.linkCard[id]}
          {labelOf(id)}
        </Button>
      ))}
    </div>
  );
}

function labelOf(id: CommandId) {
  const { accelerator } = COMMANDS[id] as { accelerator?: string };
  return accelerator ? <kbd>{shortcutLabel(accelerator, window.stet.platform)}</kbd> : null;
}

/** Without what every address of the web begins with. */
function shownAddress(url: string): string {
  if (isRelativeLink(url)) return url;
  return url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/, '').replace(/\/$/, '');
}

function linkAt(editor: LexicalEditor, page: HTMLElement): ShownLink | null {
  const found = editor.getEditorState().read(() => {
    const node = editor.isEditable() ? $linkAtSelection() : null;
    return node && { key: node.getKey(), url: node.getURL() };
  });
  const element = found && editor.getElementByKey(found.key);
  if (!found || !element) return null;
  const origin = page.getBoundingClientRect();
  // The last line of a link that runs over several.
  const rect = [...element.getClientRects()].at(-1) ?? element.getBoundingClientRect();
  return { ...found, top: rect.bottom - origin.top, left: rect.left - origin.left };
}
