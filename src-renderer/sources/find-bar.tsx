import { useEffect, useRef } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { COMMANDS } from '../../src-shared/commands';
import { SourceForClaim } from '../claims/source-for-claim';
import { runCommand } from '../commands';
import { PassageMenu } from '../notes/passage-menu';
import { useShell } from '../shell';
import { shortcutLabel } from '../shortcuts';
import { IconButton } from '../ui/button';
import { ChangeButton } from '../ui/change-button';
import { DownIcon, UpIcon } from '../ui/icons';
import { words } from '../words/words';

/** "Find in this source", how many matches there are, and "Quote this". */
export function FindBar({
  query,
  onQuery,
  matches,
  index,
  onStep,
  canQuote,
}: {
  query: string;
  onQuery(query: string): void;
  matches: number;
  index: number;
  onStep(step: 1 | -1): void;
  canQuote: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  const findRequest = useShell((state) => state.findRequest);
  const firstRequest = useRef(findRequest);
  useEffect(() => {
    if (findRequest !== firstRequest.current) input.current?.select();
  }, [findRequest]);
  const { platform } = window.stet;
  const shortcut = shortcutLabel(COMMANDS['edit.find'].accelerator ?? '', platform);

  return (
    <div className="find-bar">
      <SearchField
        className="find-field"
        aria-label={words.sources.find}
        value={query}
        onChange={onQuery}
        onSubmit={() => onStep(1)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.shiftKey) {
            event.preventDefault();
            onStep(-1);
          } else event.continuePropagation();
        }}
      >
        <Input ref={input} className="input" placeholder={words.sources.find} />
        {query.trim() === '' ? null : (
          <span className="find-count" role="status">
            {words.sources.matches(matches, index)}
          </span>
        )}
      </SearchField>
      {query.trim() === '' ? (
        <kbd>{shortcut}</kbd>
      ) : (
        <span className="find-steps">
          <IconButton
            label={words.sources.previousMatch}
            isDisabled={matches === 0}
            onPress={() => onStep(-1)}
          >
            <UpIcon />
          </IconButton>
          <IconButton
            label={words.sources.nextMatch}
            isDisabled={matches === 0}
            onPress={() => onStep(1)}
          >
            <DownIcon />
          </IconButton>
        </span>
      )}
      <ChangeButton isDisabled={!canQuote} onPress={() => runCommand('quotation.quoteThis')}>
        {words.sources.quoteThis}
      </ChangeButton>
      <SourceForClaim />
      <PassageMenu />
    </div>
  );
}
