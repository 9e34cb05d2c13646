import { v7 as newId } from 'uuid';
import type { SourceReading } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';
import { attempt } from '../actions';
import { call, on } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { selectedQuotation } from '../quotes/quote-actions';
import { getShell, setShell, showToast } from '../shell';
import { recordingWords } from '../words/recordings';
import { words } from '../words/words';
import { passageTimes } from './passage-times';
import { closeRecording, getPlayback, openRecording, playFrom, togglePlaying } from './playback';

/** The recording of a source; asks the library where it is not known yet. */
async function recordingOf(sourceId: string) {
  return queryClient.fetchQuery({
    queryKey: keys.recording(sourceId),
    queryFn: async () => (await call('recordings.of', { sourceId })).recording,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The words of a source as they are shown, or as they are in the library. */
async function readingOf(sourceId: string): Promise<SourceReading> {
  const shown = queryClient
    .getQueriesData<SourceReading>({ queryKey: keys.source(sourceId) })
    .find(([, reading]) => reading)?.[1];
  return shown ?? call('sources.read', { sourceId });
}

/** Picks a file and keeps it as the recording of a source; the message that says so can take it back. */
export function attachRecording(sourceId: string) {
  return attempt(async () => {
    const [grant] = await window.stet.call('pickRecording', {});
    if (grant) await attachGranted(sourceId, grant);
  });
}

/** Keeps a file that was picked or dropped as the recording of a source. */
export function attachGranted(sourceId: string, { token, name }: { token: string; name: string }) {
  if (getShell().attachJob) {
    showToast(words.imports.busy);
    return Promise.resolve(false);
  }
  const jobId = newId();
  setShell({ attachJob: { jobId, sourceId, name, done: 0, total: 0, cancelling: false } });
  const stop = on('recordings.progress', (progress) => {
    const { attachJob } = getShell();
    if (attachJob && progress.jobId === jobId) {
      setShell({ attachJob: { ...attachJob, done: progress.done, total: progress.total } });
    }
  });
  return attempt(async () => {
    try {
      const { recordingId, previous } = await call('recordings.attach', { jobId, sourceId, token });
      await refresh(sourceId);
      if (recordingId === previous) return;
      showToast(recordingWords.attached(name), {
        action: { label: words.undo, perform: () => void choose(sourceId, previous) },
      });
    } finally {
      stop();
      setShell({ attachJob: null });
    }
  });
}

export function cancelAttaching() {
  const { attachJob } = getShell();
  if (!attachJob || attachJob.cancelling) return;
  setShell({ attachJob: { ...attachJob, cancelling: true } });
  void attempt(() => call('jobs.cancel', { jobId: attachJob.jobId }));
}

/** Takes the recording of a source away; the message that says so can give it back. */
export function removeRecording(sourceId: string) {
  return attempt(async () => {
    const recording = await recordingOf(sourceId);
    if (!recording) return;
    if (getPlayback().recordingId === recording.id) closeRecording();
    const { previous } = await call('recordings.choose', { sourceId, recordingId: null });
    await refresh(sourceId);
    showToast(recordingWords.removed(recording.fileName), {
      action: { label: words.undo, perform: () => void choose(sourceId, previous) },
    });
  });
}

function choose(sourceId: string, recordingId: string | null) {
  return attempt(async () => {
    await call('recordings.choose', { sourceId, recordingId });
    await refresh(sourceId);
  });
}

async function refresh(sourceId: string) {
  const queryKey = keys.recording(sourceId);
  await queryClient.invalidateQueries({ queryKey, refetchType: 'all' });
}

/** Plays a passage of a source; from the beginning where its words have no times. */
export function playPassage(sourceId: string, passage: Span) {
  return attempt(async () => {
    const recording = await recordingOf(sourceId);
    if (!recording) return showToast(recordingWords.nothingToPlay);
    const { locators } = await readingOf(sourceId);
    const times = passageTimes(locators, passage);
    if (!times) showToast(recordingWords.noTimes);
    await playFrom(sourceId, recording, times ?? { from: 0, to: null });
  });
}

/** Plays a source's recording from a time on. */
export function playOn(sourceId: string, seconds: number) {
  return attempt(async () => {
    const recording = await recordingOf(sourceId);
    if (recording) await playFrom(sourceId, recording, { from: seconds, to: null });
  });
}

/** What "Play the passage" is about: words selected in the source, the passage shown, or a quotation's. */
export function passageToPlay(): (Span & { sourceId: string }) | null {
  const { readerSelection, shown, sourceId, tab } = getShell();
  if (readerSelection && readerSelection.sourceId === sourceId) return readerSelection;
  if (tab === 'source' && shown && sourceId !== null) return { ...shown, sourceId };
  const link = selectedQuotation()?.link;
  if (link) return link;
  return shown && sourceId !== null ? { ...shown, sourceId } : null;
}

export function playCurrentPassage() {
  const passage = passageToPlay();
  if (passage) void playPassage(passage.sourceId, passage);
}

/** Plays or pauses what is at hand, else the recording of the source that is open. */
export function togglePlayback() {
  const { sourceId } = getShell();
  if (getPlayback().state !== 'none') togglePlaying();
  else if (sourceId !== null) {
    void attempt(async () => {
      const recording = await recordingOf(sourceId);
      if (recording && (await openRecording(sourceId, recording))) togglePlaying();
      else if (!recording) showToast(recordingWords.nothingToPlay);
    });
  }
}
