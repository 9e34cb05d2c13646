import type { LexicalEditor } from 'lexical';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { Button, IconButton } from '../../ui/button';
import { CloseIcon, DownIcon, UpIcon } from '../../ui/icons';
import { focusText } from '../focus';
import { words } from '../words';
import type { FindSession, FindState } from './session';

const { find: said } = words;

/** What was looked for last: it is looked for again when finding is opened again. */
let last = {
  query: '',
  replacement: '',
  isCaseSensitive: false,
  isWholeWord: false,
  isExpression: false,
};

export interface FindRequest {
  /** Counts requests, so that the same one moves the focus again. */
  number: number;
  replaces: boolean;
  /** The words that were selected, to be looked for; empty where there were none. */
  words: string;
}

interface Props {
  editor: LexicalEditor;
  request: FindRequest;
  isEditable: boolean;
  /** Opens a session; called once. */
  open(onState: (state: FindState) => void): FindSession;
  /** Before many words are replaced. */
  onReplaceAll(): Promise<void>;
  /** The session that keys outside of the panel step in. */
  sessionRef: { current: FindSession | null };
  onMessage(text: string): void;
  onClose(): void;
}

/** Find and replace in the article, above the page. */
export function FindPanel(props: Props) {
  const { editor, request, isEditable, open, sessionRef, onMessage, onClose } = props;
  const [options, setOptions] = useState(() =>
    request.words === '' ? last : { ...last, query: request.words, isExpression: false },
  );
  const [replaces, setReplaces] = useState(request.replaces);
  const [alsoQuotations, setAlsoQuotations] = useState(false);
  const [state, setState] = useState<FindState>({
    count: 0,
    current: -1,
    failed: null,
    isInSelection: false,
  });
  const input = useRef<HTMLInputElement>(null);
  const [session] = useState(() => open(setState));

  useEffect(() => {
    sessionRef.current = session;
    return () => {
      sessionRef.current = null;
      session.close();
    };
  }, [session, sessionRef]);
  useEffect(() => {
    last = options;
    session.look(options);
  }, [session, options]);
  useEffect(() => {
    if (request.replaces) setReplaces(true);
    input.current?.select();
  }, [request]);

  const change = (patch: Partial<typeof options>) => setOptions({ ...options, ...patch });

  function close() {
    onClose();
    focusText(editor);
  }

  function keyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  async function replaceAll() {
    await props.onReplaceAll();
    const { replaced, left } = await session.replaceAll(alsoQuotations);
    onMessage(said.replaced(replaced, left));
  }

  const none = state.count === 0;
  useEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === document.body || activeElement?.matches('button:disabled');
    // A button that has nothing left to do would take the keys along.
    if (none && isLost) input.current?.focus();
  }, [none]);
  return (
    <search className="find-panel" aria-label={said.label} onKeyDown={keyDown}>
      <div className="find-row">
        <input
          ref={input}
          className="input find-query"
          type="text"
          aria-label={said.query}
          placeholder={said.query}
          autoComplete="off"
          spellCheck={false}
          value={options.query}
          aria-invalid={state.failed === 'invalid' || undefined}
          onChange={(event) => change({ query: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            session.step(event.shiftKey ? -1 : 1);
          }}
        />
        <span className="find-number" role="status">
          {said.state(options.query, state)}
        </span>
        <IconButton label={said.previous} isDisabled={none} onPress={() => session.step(-1)}>
          <UpIcon />
        </IconButton>
        <IconButton label={said.next} isDisabled={none} onPress={() => session.step(1)}>
          <DownIcon />
        </IconButton>
        <IconButton label={said.close} onPress={close}>
          <CloseIcon />
        </IconButton>
      </div>
      {replaces && isEditable ? (
        <div className="find-row">
          <input
            className="input find-query"
            type="text"
            aria-label={said.replacement}
            placeholder={said.replacement}
            autoComplete="off"
            spellCheck={false}
            value={options.replacement}
            onChange={(event) => change({ replacement: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              session.replace();
            }}
          />
          <Button small isDisabled={none} onPress={() => session.replace()}>
            {said.replace}
          </Button>
          <Button small isDisabled={none} onPress={() => void replaceAll()}>
            {said.replaceAll}
          </Button>
        </div>
      ) : null}
      <div className="find-row find-options">
        <Option
          label={said.matchCase}
          isOn={options.isCaseSensitive}
          onChange={(isCaseSensitive) => change({ isCaseSensitive })}
        />
        <Option
          label={said.wholeWords}
          isOn={options.isWholeWord}
          onChange={(isWholeWord) => change({ isWholeWord })}
        />
        <Option
          label={said.expression}
          isOn={options.isExpression}
          onChange={(isExpression) => change({ isExpression })}
        />
        {session.hasSelection() ? (
          <Option
            label={said.inSelection}
            isOn={state.isInSelection}
            onChange={(isInSelection) => session.setInSelection(isInSelection)}
          />
        ) : null}
        {isEditable && !replaces ? (
          <Button small tone="quiet" onPress={() => setReplaces(true)}>
            {said.openReplace}
          </Button>
        ) : null}
        {isEditable && replaces ? (
          <Option label={said.alsoQuotations} isOn={alsoQuotations} onChange={setAlsoQuotations} />
        ) : null}
      </div>
    </search>
  );
}

function Option({
  label,
  isOn,
  onChange,
}: {
  label: string;
  isOn: boolean;
  onChange(isOn: boolean): void;
}) {
  return (
    <ToggleButton className="toggle" isSelected={isOn} onChange={onChange}>
      {label}
    </ToggleButton>
  );
}
