import { $getSelection, $isRangeSelection, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { focusText } from './focus';
import { $linkAround, $setLink } from './link/link';
import { linkAddress } from './structure';
import { words } from './words';

/** What is linked, and where the question for the address stands (CSS pixels within the page). */
export interface LinkRequest {
  /** The address it has now; '' where it has none. */
  address: string;
  /** The words, to be shown while the focus is in the question. */
  range: Range | null;
  top: number;
  left: number;
}

const TARGET = 'link-target';

/**
 * What a request to link would be about: the selected words, or the link that the cursor stands in.
 * Null where there is neither. A whole link is selected for it.
 */
export function requestLink(editor: LexicalEditor, page: HTMLElement): LinkRequest | null {
  let address: string | null = null;
  editor.update(
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      const link = $linkAround(selection.anchor.getNode());
      if (link && selection.isCollapsed()) link.select(0, link.getChildrenSize());
      if (link || !selection.isCollapsed()) address = link?.getURL() ?? '';
    },
    { discrete: true },
  );
  if (address === null) return null;
  const selection = window.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
  const origin = page.getBoundingClientRect();
  const rect = range?.getBoundingClientRect() ?? origin;
  return { address, range, top: rect.bottom - origin.top, left: rect.left - origin.left };
}

export interface LinkEditorProps {
  editor: LexicalEditor;
  request: LinkRequest;
  onClose(): void;
}

/** Asks for the address of a link, at the words it is about. */
export function LinkEditor({ editor, request, onClose }: LinkEditorProps) {
  const [address, setAddress] = useState(request.address);
  const [isInvalid, setInvalid] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(() => {
    input.current?.select();
    if (request.range) CSS.highlights.set(TARGET, new Highlight(request.range));
    return () => void CSS.highlights.delete(TARGET);
  }, [request.range]);

  function close() {
    onClose();
    focusText(editor);
  }

  function set(url: string | null) {
    editor.update(() => $setLink(url), { tag: HISTORY_PUSH_TAG });
    close();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (address.trim() === '') return set(null);
    const url = linkAddress(address);
    if (url === null) setInvalid(true);
    else set(url);
  }

  function keyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  return (
    <form
      className="link-editor"
      role="dialog"
      aria-label={words.link.title}
      style={{ top: request.top + 6, left: request.left }}
      onSubmit={submit}
      onKeyDown={keyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      <label className="link-editor-label" htmlFor={id}>
        {words.link.label}
      </label>
      <input
        ref={input}
        id={id}
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={address}
        placeholder={words.link.placeholder}
        aria-invalid={isInvalid || undefined}
        aria-describedby={isInvalid ? `${id}-error` : undefined}
        onChange={(event) => {
          setAddress(event.target.value);
          setInvalid(false);
        }}
      />
      <Button small type="submit">
        {words.link.apply}
      </Button>
      {request.address ? (
        <Button small onPress={() => set(null)}>
          {words.link.remove}
        </Button>
      ) : null}
      {isInvalid ? (
        <p id={`${id}-error`} className="link-editor-error" role="alert">
          {words.link.invalid}
        </p>
      ) : null}
    </form>
  );
}
