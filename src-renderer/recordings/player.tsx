import { useEffect, useRef } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { COMMANDS, type CommandId } from '../../src-shared/commands';
import type { Recording } from '../../src-shared/model/recording';
import { runCommand } from '../commands';
import { useShell } from '../shell';
import { shortcutLabel } from '../shortcuts';
import { Button, IconButton } from '../ui/button';
import { MoreIcon } from '../ui/icons';
import { timecode } from '../words/format';
import { recordingWords } from '../words/recordings';
import { BackIcon, ForwardIcon, PassageIcon, PauseIcon, PlayIcon } from './icons';
import {
  openRecording,
  RATES,
  seekTo,
  setFollows,
  setRate,
  setStopsAtEnd,
  showPicture,
  usePlayback,
} from './playback';
import { passageToPlay } from './recording-actions';

const shortcutOf = (id: CommandId) =>
  shortcutLabel(COMMANDS[id].accelerator ?? '', window.stet.platform);

/** Plays the recording of the source that is open. */
export function Player({ sourceId, recording }: { sourceId: string; recording: Recording }) {
  const isMine = usePlayback((state) => state.recordingId === recording.id);
  const failure = usePlayback((state) =>
    state.recordingId === recording.id ? state.failure : null,
  );
  const isOtherPlaying = usePlayback((state) => state.isPlaying && !isMine);
  // One that is heard goes on until this one is asked for.
  useEffect(() => {
    if (!isOtherPlaying) void openRecording(sourceId, recording);
  }, [sourceId, recording.id]);

  return (
    <section className="player" aria-label={recordingWords.player}>
      {isMine ? <Picture /> : null}
      {failure === null ? (
        <Controls sourceId={sourceId} recording={recording} isMine={isMine} />
      ) : (
        <div className="player-row">
          <p className="player-failure" role="alert">
            {failure}
          </p>
        </div>
      )}
    </section>
  );
}

function Controls({
  sourceId,
  recording,
  isMine,
}: {
  sourceId: string;
  recording: Recording;
  isMine: boolean;
}) {
  const isPlaying = usePlayback((state) => isMine && state.isPlaying);
  const isReady = usePlayback((state) => isMine && state.state === 'ready');
  const hasPassage = useShell(() => passageToPlay()?.sourceId === sourceId);
  return (
    <div className="player-row">
      <IconButton
        label={recordingWords.back}
        shortcut={shortcutOf('recording.back')}
        isDisabled={!isReady}
        onPress={() => runCommand('recording.back')}
      >
        <BackIcon />
      </IconButton>
      <IconButton
        label={isPlaying ? recordingWords.pause : recordingWords.play}
        shortcut={shortcutOf('recording.toggle')}
        onPress={() => {
          if (isMine) runCommand('recording.toggle');
          else void openRecording(sourceId, recording).then(() => runCommand('recording.toggle'));
        }}
      >
        {isPlaying ? <PauseIcon /> : <PlayIcon />}
      </IconButton>
      <IconButton
        label={recordingWords.forward}
        shortcut={shortcutOf('recording.forward')}
        isDisabled={!isReady}
        onPress={() => runCommand('recording.forward')}
      >
        <ForwardIcon />
      </IconButton>
      <Position isMine={isMine} isReady={isReady} />
      <IconButton
        label={recordingWords.playPassage}
        shortcut={shortcutOf('recording.playPassage')}
        isDisabled={!hasPassage}
        onPress={() => runCommand('recording.playPassage')}
      >
        <PassageIcon />
      </IconButton>
      <Rate />
      <Options />
    </div>
  );
}

function Position({ isMine, isReady }: { isMine: boolean; isReady: boolean }) {
  const position = usePlayback((state) => (isMine ? Math.floor(state.position * 4) / 4 : 0));
  const duration = usePlayback((state) => (isMine ? state.duration : null));
  const end = duration === null ? null : timecode(duration);
  return (
    <div className="player-position">
      <span className="player-time">{timecode(position)}</span>
      <input
        type="range"
        className="player-slider"
        aria-label={recordingWords.position}
        aria-valuetext={recordingWords.positionOf(timecode(position), end)}
        min={0}
        max={duration ?? 0}
        step={duration !== null && duration < 60 ? 0.25 : 1}
        value={position}
        disabled={!isReady || duration === null}
        onChange={(event) => seekTo(Number(event.target.value))}
      />
      <span className="player-time">{end ?? '–:––'}</span>
    </div>
  );
}

function Rate() {
  const rate = usePlayback((state) => state.rate);
  return (
    <MenuTrigger>
      <Button
        small
        tone="quiet"
        aria-label={`${recordingWords.speed}: ${recordingWords.rate(rate)}`}
      >
        {recordingWords.rate(rate)}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="options"
          aria-label={recordingWords.speed}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[String(rate)]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined) setRate(Number(key));
          }}
        >
          {RATES.map((one) => (
            <MenuItem key={one} id={String(one)} className="option option-check">
              {recordingWords.rate(one)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Options() {
  const follows = usePlayback((state) => state.follows);
  const stopsAtEnd = usePlayback((state) => state.stopsAtEnd);
  const chosen = [...(follows ? ['follow'] : []), ...(stopsAtEnd ? ['stop'] : [])];
  return (
    <MenuTrigger>
      <IconButton label={recordingWords.options}>
        <MoreIcon />
      </IconButton>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="options"
          aria-label={recordingWords.options}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            setFollows(keys === 'all' || keys.has('follow'));
            setStopsAtEnd(keys === 'all' || keys.has('stop'));
          }}
        >
          <MenuItem id="follow" className="option option-check">
            {recordingWords.follow}
          </MenuItem>
          <MenuItem id="stop" className="option option-check">
            {recordingWords.stopAtEnd}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The picture of a film, while its source is shown. */
function Picture() {
  const place = useRef<HTMLDivElement>(null);
  const hasPicture = usePlayback((state) => state.hasPicture);
  useEffect(() => {
    if (hasPicture && place.current) return showPicture(place.current);
  }, [hasPicture]);
  return hasPicture ? <div ref={place} className="player-film" /> : null;
}
