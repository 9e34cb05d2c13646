import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';

/**
 * Where on the page something stands that belongs to the cursor's place: worked out anew whenever the text
 * or the page changes, and told when it is another one. Null where there is nothing to show.
 */
export function usePlace<Place>(
  editor: LexicalEditor,
  page: HTMLElement,
  placeOf: (editor: LexicalEditor, page: HTMLElement) => Place | null,
): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const follow = () =>
      setPlace((former) => {
        const now = placeOf(editor, page);
        return JSON.stringify(former) === JSON.stringify(now) ? former : now;
      });
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(page);
    const stop = editor.registerUpdateListener(follow);
    return () => {
      stop();
      observer.disconnect();
    };
  }, [editor, page, placeOf]);
  return place;
}
