import { COMMAND_PRIORITY_LOW, type LexicalEditor } from 'lexical';
import { useEffect, useRef } from 'react';
import { EDIT_HTML_COMMAND } from './edit';

/** Passes on that kept HTML is to be changed. Where nobody may change it, this is not there. */
export function HtmlRequests({ editor, onRequest }: { editor: LexicalEditor; onRequest(): void }) {
  const latest = useRef(onRequest);
  latest.current = onRequest;
  useEffect(
    () =>
      editor.registerCommand(
        EDIT_HTML_COMMAND,
        () => {
          // The selection that it is about is there once this update is done.
          queueMicrotask(() => latest.current());
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  );
  return null;
}
