import {
  $getNodeByKey,
  $isRootNode,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeMutation,
} from 'lexical';
import type { SuggestionMark } from '../../../src-shared/document/suggestion-marks';
import { $deletedBy, $formattedBy, $insertedBy, $linkedBy, $marksOf, $shapedBy } from './state';

/** So many colours tell authors apart; one's own is the first. */
const TONES = 4;

export interface SuggestionLooks {
  /** Draws this one as chosen. */
  setSelected(id: string | null): void;
  /** Who looks at it: their own colour is always the same. */
  setReader(editorId: string): void;
  dispose(): void;
}

/** The colour of an author, the same wherever the article is opened. */
export function toneOf(author: string, reader: string): number {
  if (author === reader) return 0;
  let sum = 0;
  for (const letter of author) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return 1 + (sum % (TONES - 1));
}

/**
 * Draws suggestions: attributes on the elements of the text, which the styles underline and strike
 * through. Follows the nodes that changed and no others. The attributes stay out of the document.
 */
export function registerSuggestionLooks(editor: LexicalEditor): SuggestionLooks {
  let reader = '';
  let selected: string | null = null;

  function $draw(element: HTMLElement, node: LexicalNode) {
    const [inserted, deleted] = [$insertedBy(node), $deletedBy(node)];
    const tone = (mark: SuggestionMark | null) => mark && String(toneOf(mark.author, reader));
    set(element, 'inserted', tone(inserted));
    set(element, 'deleted', tone(deleted));
    set(element, 'formatted', tone($formattedBy(node) ?? $linkedBy(node)));
    set(element, 'shaped', tone($shapedBy(node)));
    const ids = $marksOf(node).map(({ id }) => id);
    set(element, 'suggestion', ids.length > 0 ? ids.join(' ') : null);
    set(element, 'chosen', selected !== null && ids.includes(selected) ? '' : null);
    if (!$isTextNode(node)) return;
    const role = deleted ? 'deletion' : inserted ? 'insertion' : null;
    if (role) element.setAttribute('role', role);
    else if (/^(?:deletion|insertion)$/.test(element.getAttribute('role') ?? '')) {
      element.removeAttribute('role');
    }
  }

  function follow(mutations: Map<string, NodeMutation>) {
    editor.getEditorState().read(() => {
      for (const [key, mutation] of mutations) {
        const node = mutation === 'destroyed' ? null : $getNodeByKey(key);
        const element = node && editor.getElementByKey(key);
        if (!node || !element || $isRootNode(node)) continue;
        if ($marksOf(node).length === 0 && element.dataset.suggestion === undefined) continue;
        $draw(element, node);
      }
    });
  }

  const drawn = () => [
    ...(editor.getRootElement()?.querySelectorAll<HTMLElement>('[data-suggestion]') ?? []),
  ];

  const stop = mergeRegister(
    ...[...editor._nodes.values()].map(({ klass }) =>
      editor.registerMutationListener(klass, follow),
    ),
  );

  return {
    setSelected(id) {
      selected = id;
      for (const element of drawn()) {
        const ids = element.dataset.suggestion?.split(' ') ?? [];
        set(element, 'chosen', id !== null && ids.includes(id) ? '' : null);
      }
    },
    setReader(editorId) {
      if (editorId === reader) return;
      reader = editorId;
      const keys = drawn().flatMap((element) => {
        const key = Object.entries(element).find(([name]) => name.startsWith('__lexicalKey'))?.[1];
        return typeof key === 'string' ? [[key, 'updated'] as const] : [];
      });
      follow(new Map(keys));
    },
    dispose: stop,
  };
}

function set(element: HTMLElement, name: string, value: string | null) {
  if (value === null) delete element.dataset[name];
  else if (element.dataset[name] !== value) element.dataset[name] = value;
}
