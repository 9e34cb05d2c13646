import {
  $getNodeByKey,
  $getSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { words } from '../../words/code';
import { focusText } from '../focus';
import { usePlace } from '../use-place';
import { $codeAt, $isCodeBlock } from './node';

interface Place {
  key: NodeKey;
  language: string;
  top: number;
  right: number;
}

const LONGEST = 200;

/** In the corner of the code that the cursor is in: its language, to be read and changed. */
export function CodeLanguage({ editor, page }: { editor: LexicalEditor; page: HTMLElement }) {
  const place = usePlace(editor, page, placeOf);
  if (!place) return null;
  const { key, language, top, right } = place;
  return (
    <div className="code-language" style={{ top, right }}>
      <LanguageField
        key={`${key} ${language}`}
        language={language}
        onChange={(changed) => setLanguage(editor, key, changed)}
        onDone={() => focusText(editor)}
      />
    </div>
  );
}

function LanguageField({
  language,
  onChange,
  onDone,
}: {
  language: string;
  onChange(language: string): void;
  onDone(): void;
}) {
  const [typed, setTyped] = useState(language);
  const keep = () => {
    const changed = typed.trim().replace(/\s+/g, ' ');
    if (changed !== language) onChange(changed);
  };
  return (
    <TextField
      aria-label={words.language}
      value={typed}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        else if (event.key === 'Escape') setTyped(language);
        else {
          event.continuePropagation();
          return;
        }
        // The text has the focus then, and is not to hear of this key.
        event.preventDefault();
        onDone();
      }}
    >
      <Input
        className="code-language-input"
        placeholder={words.placeholder}
        maxLength={LONGEST}
        size={Math.max(words.placeholder.length, Math.min(typed.length, 24))}
        spellCheck={false}
        dir="ltr"
      />
    </TextField>
  );
}

/** One step of undo. */
function setLanguage(editor: LexicalEditor, key: NodeKey, language: string): void {
  editor.update(
    () => {
      const code = $getNodeByKey(key);
      if ($isCodeBlock(code)) code.setLanguage(language);
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
  );
}

function placeOf(editor: LexicalEditor, page: HTMLElement): Place | null {
  if (!editor.isEditable()) return null;
  return editor.getEditorState().read(() => {
    const code = $codeAt($getSelection());
    const element = code && editor.getElementByKey(code.getKey());
    if (!code || !element) return null;
    const origin = page.getBoundingClientRect();
    const rect = element.getBoundingClientRect();
    return {
      key: code.getKey(),
      language: code.getLanguage(),
      top: rect.top - origin.top,
      right: origin.right - rect.right,
    };
  });
}
