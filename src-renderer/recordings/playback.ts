import { useSyncExternalStore } from 'react';
import type { Recording } from '../../src-shared/model/recording';
import { call } from '../bridge';
import { asStetError } from '../queries/client';
import { errorMessage } from '../words/errors';
import { recordingWords } from '../words/recordings';

/*
 * The one recording that is playing, or could. It goes on while other panels are looked at, so it is
 * kept apart from React: one media element, and what is known of it.
 */

export interface Playback {
  /** The source whose recording is at hand; null where none is. */
  sourceId: string | null;
  recordingId: string | null;
  state: 'none' | 'loading' | 'ready' | 'failed';
  /** What went wrong, in a sentence. */
  failure: string | null;
  isPlaying: boolean;
  /** Seconds. */
  position: number;
  duration: number | null;
  rate: number;
  /** Where a passage that is played ends. */
  stopAt: number | null;
  /** True where a passage is played to its end only. */
  stopsAtEnd: boolean;
  /** The reader follows what is said. */
  follows: boolean;
  hasPicture: boolean;
}

export const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;
/** Seconds that the steps back and forward go. */
export const STEP = 5;

const NOTHING_AT_HAND = {
  sourceId: null,
  recordingId: null,
  state: 'none',
  failure: null,
  isPlaying: false,
  position: 0,
  duration: null,
  stopAt: null,
  hasPicture: false,
} as const;

let playback: Playback = { ...NOTHING_AT_HAND, rate: 1, stopsAtEnd: true, follows: true };

const listeners = new Set<() => void>();

export function getPlayback(): Playback {
  return playback;
}

function set(patch: Partial<Playback>) {
  playback = { ...playback, ...patch };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A part of what is known; `select` has to answer the same value for the same state. */
export function usePlayback<T>(select: (state: Playback) => T): T {
  return useSyncExternalStore(subscribe, () => select(playback));
}

let element: HTMLVideoElement | null = null;
/** Holds the element while no player shows it: one that leaves the page stops. */
let backstage: HTMLDivElement | null = null;

/** The element that plays; a film's picture is shown where it is put (and taken away from before). */
function media(): HTMLVideoElement {
  if (element) return element;
  const made = document.createElement('video');
  made.preload = 'metadata';
  made.playsInline = true;
  made.disablePictureInPicture = true;
  made.className = 'player-picture';
  element = made;
  backstage = document.createElement('div');
  backstage.hidden = true;
  document.body.append(backstage);
  backstage.append(made);

  made.addEventListener('loadedmetadata', () =>
    set({
      state: 'ready',
      duration: Number.isFinite(made.duration) ? made.duration : null,
      hasPicture: made.videoWidth > 0,
    }),
  );
  made.addEventListener('durationchange', () => {
    if (Number.isFinite(made.duration)) set({ duration: made.duration });
  });
  made.addEventListener('play', () => {
    set({ isPlaying: true });
    requestAnimationFrame(follow);
  });
  made.addEventListener('pause', () => set({ isPlaying: false, position: made.currentTime }));
  made.addEventListener('ended', () => set({ isPlaying: false, stopAt: null }));
  made.addEventListener('timeupdate', tick);
  made.addEventListener('seeked', () => set({ position: made.currentTime }));
  made.addEventListener('error', () => {
    // Taking the address away is no failure.
    if (!made.hasAttribute('src')) return;
    const code = made.error?.code;
    const isFormat =
      code === MediaError.MEDIA_ERR_DECODE || code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED;
    set({
      state: 'failed',
      isPlaying: false,
      failure: isFormat ? recordingWords.unplayable(fileName) : recordingWords.interrupted,
    });
  });
  return made;
}

let fileName = '';

/** Stops at a passage's end more exactly than the few events a second allow. */
function follow() {
  if (!element || element.paused) return;
  if (playback.stopAt !== null) tick();
  requestAnimationFrame(follow);
}

function tick() {
  if (!element) return;
  let position = element.currentTime;
  const isAtEnd = playback.stopAt !== null && position >= playback.stopAt;
  if (isAtEnd && playback.stopsAtEnd && !element.paused) {
    element.pause();
    // Where the window was busy, more was played: it goes on from the passage's end all the same.
    position = playback.stopAt ?? position;
    element.currentTime = position;
  }
  if (isAtEnd) set({ stopAt: null, position });
  else if (Math.abs(position - playback.position) >= 0.1) set({ position });
}

let opening = 0;

/** Has a source's recording at hand, at its beginning; nothing changes where it is at hand already. */
export async function openRecording(sourceId: string, recording: Recording): Promise<boolean> {
  const isOpen = playback.sourceId === sourceId && playback.recordingId === recording.id;
  if (isOpen && playback.state !== 'failed') return true;
  closeRecording();
  opening += 1;
  const mine = opening;
  set({ sourceId, recordingId: recording.id, state: 'loading' });
  try {
    const { token } = await call('recordings.open', { sourceId });
    if (mine !== opening) return false;
    fileName = recording.fileName;
    const player = media();
    player.src = `stet-media://${token}/`;
    player.playbackRate = playback.rate;
    player.load();
    return true;
  } catch (error) {
    if (mine !== opening) return false;
    set({ state: 'failed', failure: errorMessage(asStetError(error)) });
    return false;
  }
}

/** Puts the recording away. */
export function closeRecording() {
  opening += 1;
  if (element) {
    element.pause();
    element.removeAttribute('src');
    element.load();
  }
  set(NOTHING_AT_HAND);
}

async function play() {
  // A recording that cannot be played says so by an event of its own.
  await media()
    .play()
    .catch(() => {});
}

/** Plays a source's recording from a time, up to another where one is given. */
export async function playFrom(
  sourceId: string,
  recording: Recording,
  times: { from: number; to: number | null },
) {
  if (!(await openRecording(sourceId, recording))) return;
  media().currentTime = times.from;
  set({ position: times.from, stopAt: times.to });
  await play();
}

export function togglePlaying() {
  if (playback.state !== 'ready' && playback.state !== 'loading') return;
  if (media().paused) void play();
  else media().pause();
}

/** Goes to a time; a passage that was played is left. */
export function seekTo(seconds: number) {
  if (playback.state !== 'ready') return;
  const end = playback.duration ?? Number.POSITIVE_INFINITY;
  const position = Math.min(Math.max(0, seconds), end);
  media().currentTime = position;
  set({ position, stopAt: null });
}

export function seekBy(seconds: number) {
  seekTo((element?.currentTime ?? playback.position) + seconds);
}

export function setRate(rate: number) {
  set({ rate });
  const player = media();
  player.defaultPlaybackRate = rate;
  player.playbackRate = rate;
}

export function setStopsAtEnd(stopsAtEnd: boolean) {
  set({ stopsAtEnd });
}

export function setFollows(follows: boolean) {
  set({ follows });
}

/** Shows the picture in a place; answers the function that takes it away, without stopping. */
export function showPicture(place: HTMLElement): () => void {
  const player = media();
  place.append(player);
  return () => {
    if (player.parentElement === place) backstage?.append(player);
  };
}
