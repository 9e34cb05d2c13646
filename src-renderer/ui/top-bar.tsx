import { memo, useEffect, useMemo, useState } from 'react';
import {
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { COMMANDS, type CommandId } from '../../src-shared/commands';
import { runCommand } from '../commands';
import type { SaveState } from '../editor/handle';
import { keyFrames } from '../key-frames';
import { useArticles } from '../queries/articles';
import { useSources } from '../queries/sources';
import { setShell, showSource, useShell } from '../shell';
import { shortcutLabel } from '../shortcuts';
import { SuggestingStatus } from '../suggestions/suggesting-status';
import { errorMessage, notSaved } from '../words/errors';
import { agoLabel } from '../words/format';
import { words } from '../words/words';
import { Button, IconButton } from './button';
import { BackIcon, ForwardIcon, PanelIcon, RailIcon } from './icons';

/** Where one is, whether it is saved, and the three things one does with an article. */
export function TopBar() {
  const opened = useShell((state) => state.opened);
  const railHidden = useShell((state) => state.railHidden);
  const panelHidden = useShell((state) => state.panelHidden);
  const { data: articles } = useArticles();
  const article = articles?.find(({ id }) => id === opened?.articleId);
  const headline = article ? article.headline || words.untitled : null;
  useEffect(() => {
    document.title = headline ? `${headline} · Stet` : 'Stet';
  }, [headline]);

  return (
    <header className="top-bar">
      {railHidden ? (
        <IconButton
          label={COMMANDS['view.rail'].label}
          onPress={() => setShell({ railHidden: false })}
        >
          <RailIcon />
        </IconButton>
      ) : null}
      <span className="brand">Stet</span>
      <TrailButtons />
      <span className="crumb" title={headline ?? undefined}>
        {article?.section ? `${article.section} / ${headline}` : headline}
      </span>
      <span className="push" />
      <Busy />
      <SuggestingStatus />
      {opened ? <SavedState openedAt={article?.updatedAt ?? null} /> : null}
      <ImportMenu />
      <SourcesMenu />
      <Button
        tone="primary"
        isDisabled={opened === null}
        onPress={() => runCommand('article.finish')}
      >
        {COMMANDS['article.finish'].label}
      </Button>
      {panelHidden ? (
        <IconButton
          label={COMMANDS['view.panel'].label}
          onPress={() => setShell({ panelHidden: false })}
        >
          <PanelIcon />
        </IconButton>
      ) : null}
    </header>
  );
}

/** Back and forward between places, once there is one to go to. */
function TrailButtons() {
  const { back, forward } = useShell((state) => state.trail);
  if (back + forward === 0) return null;
  const { platform } = window.stet;
  const shortcut = (id: CommandId) => shortcutLabel(COMMANDS[id].accelerator ?? '', platform);
  return (
    <span className="trail-buttons">
      <IconButton
        label={COMMANDS['go.back'].label}
        shortcut={shortcut('go.back')}
        isDisabled={back === 0}
        onPress={() => runCommand('go.back')}
      >
        <BackIcon />
      </IconButton>
      <IconButton
        label={COMMANDS['go.forward'].label}
        shortcut={shortcut('go.forward')}
        isDisabled={forward === 0}
        onPress={() => runCommand('go.forward')}
      >
        <ForwardIcon />
      </IconButton>
    </span>
  );
}

/** What takes a moment; styles hold it back for the first 0.3 s. */
function Busy() {
  const busy = useShell((state) => state.busy);
  return (
    <span role="status" className="busy">
      {busy ? <span className="busy-text">{busy}</span> : null}
    </span>
  );
}

/** "Saved 2 s ago", "Saving…", "Not saved: the disk is full". */
function SavedState({ openedAt }: { openedAt: string | null }) {
  const saveState = useShell((shell) => shell.saveState);
  const opened = useMemo<SaveState | null>(
    () => (openedAt === null ? null : { kind: 'saved', at: openedAt }),
    [openedAt],
  );
  // Before the first change it is as saved as it was.
  const state = saveState ?? opened;
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (state?.kind !== 'saved') return;
    // Counts seconds for a minute, then minutes.
    const age = Date.now() - Date.parse(state.at);
    const tick = () => keyFrames.rested('seconds since saved', () => setNow(Date.now()));
    let timer = setInterval(tick, 1000);
    const slow = setTimeout(
      () => {
        clearInterval(timer);
        timer = setInterval(tick, 30_000);
      },
      Math.max(0, 61_000 - age),
    );
    return () => {
      clearInterval(timer);
      clearTimeout(slow);
    };
  }, [state]);
  if (!state) return null;
  return (
    <span
      className={state.kind === 'failed' ? 'saved saved-failed' : 'saved'}
      title={state.kind === 'failed' ? errorMessage(state.error) : undefined}
      data-save-state={state.kind}
    >
      {savedText(state, now)}
    </span>
  );
}

function savedText(state: SaveState, now: number): string {
  if (state.kind === 'saving') return words.saving;
  return state.kind === 'saved' ? words.saved(agoLabel(state.at, now)) : notSaved(state.error.code);
}

function CommandItem({ id }: { id: CommandId }) {
  const { label, accelerator } = COMMANDS[id] as { label: string; accelerator?: string };
  return (
    <MenuItem className="option option-command" textValue={label} onAction={() => runCommand(id)}>
      <span>{label}</span>
      {accelerator ? <kbd>{shortcutLabel(accelerator, window.stet.platform)}</kbd> : null}
    </MenuItem>
  );
}

const ImportMenu = memo(function ImportMenu() {
  return (
    <MenuTrigger>
      <Button>{words.topBar.import}</Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="options" aria-label={words.topBar.import}>
          <CommandItem id="article.import" />
          <CommandItem id="article.paste" />
          <CommandItem id="article.new" />
          <Separator className="options-separator" />
          <CommandItem id="sources.import" />
          <CommandItem id="sources.paste" />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
});

const MOST_SOURCES = 12;

const SourcesMenu = memo(function SourcesMenu() {
  const { data } = useSources();
  const sources = data?.sources ?? [];
  return (
    <MenuTrigger>
      <Button>{words.topBar.sources}</Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="options" aria-label={words.topBar.sources}>
          <CommandItem id="sources.import" />
          <CommandItem id="sources.paste" />
          {sources.length > 0 ? (
            <MenuSection aria-label={words.topBar.openSource}>
              <Separator className="options-separator" />
              {sources.slice(0, MOST_SOURCES).map((source) => (
                <MenuItem
                  key={source.id}
                  className="option"
                  textValue={source.title}
                  onAction={() => showSource(source.id)}
                >
                  {source.title}
                </MenuItem>
              ))}
            </MenuSection>
          ) : null}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
});
