import type { CommandId } from '../../src-shared/commands';
import { pasteSource, pickSourceFolders, pickSources } from '../imports/import-actions';
import { watchFolder } from '../imports/watched-actions';
import { annotate } from '../notes/note-actions';
import { shownReading } from '../queries/sources';
import { getPlayback, STEP, seekBy } from '../recordings/playback';
import {
  attachRecording,
  passageToPlay,
  playCurrentPassage,
  removeRecording,
  togglePlayback,
} from '../recordings/recording-actions';
import { getShell, openDialog, setShell, showTab } from '../shell';
import { always, type Command } from './command';

/** A command about the source that is open. */
function onSource(
  perform: (sourceId: string) => unknown,
  isAvailable: () => boolean = always,
): Command {
  return {
    perform: () => {
      const { sourceId } = getShell();
      if (sourceId !== null) perform(sourceId);
    },
    isAvailable: () => getShell().sourceId !== null && isAvailable(),
  };
}

const withSource = () => getShell().sourceId !== null;

const hasRecording = () => getPlayback().state === 'ready';

/** Commands about sources and recordings. */
export const sourceCommands = {
  'sources.import': { perform: pickSources, isAvailable: () => getShell().importJob === null },
  'sources.importFolder': {
    perform: pickSourceFolders,
    isAvailable: () => getShell().importJob === null,
  },
  'sources.watchFolder': { perform: watchFolder, isAvailable: always },
  'sources.watchedFolders': {
    perform: () => openDialog({ kind: 'watched-folders' }),
    isAvailable: always,
  },
  'sources.paste': { perform: pasteSource, isAvailable: () => getShell().importJob === null },
  'source.addVersion': onSource((sourceId) => openDialog({ kind: 'add-version', sourceId })),
  'source.impact': onSource((sourceId) => openDialog({ kind: 'impact', sourceId })),
  'source.compareVersions': onSource(
    (sourceId) => openDialog({ kind: 'compare-versions', sourceId }),
    () => (shownReading()?.versionCount ?? 1) > 1,
  ),
  'library.corrected': {
    perform: () => openDialog({ kind: 'impact', sourceId: null }),
    isAvailable: always,
  },
  'source.find': {
    perform: () => {
      showTab('source');
      setShell({ findRequest: getShell().findRequest + 1 });
    },
    isAvailable: () => getShell().sourceId !== null,
  },
  'source.note': onSource(() => annotate('note')),
  'source.exclude': onSource(() => annotate('exclusion')),
  'source.details': onSource((sourceId) => openDialog({ kind: 'source', sourceId })),
  'source.collect': onSource((sourceId) => openDialog({ kind: 'collect', sourceIds: [sourceId] })),
  'source.goTo': {
    perform: () => {
      showTab('source');
      const { sourceId, goTo } = getShell();
      if (sourceId) setShell({ goTo: { sourceId, request: (goTo?.request ?? 0) + 1 } });
    },
    isAvailable: withSource,
  },
  'source.page': {
    perform: () => {
      showTab('source');
      setShell({ readerView: getShell().readerView === 'text' ? 'page' : 'text' });
    },
    isAvailable: () => getShell().hasPages,
  },
  'recording.toggle': {
    perform: togglePlayback,
    isAvailable: () => withSource() || hasRecording(),
  },
  'recording.playPassage': {
    perform: playCurrentPassage,
    isAvailable: () => passageToPlay() !== null,
  },
  'recording.back': { perform: () => seekBy(-STEP), isAvailable: hasRecording },
  'recording.forward': { perform: () => seekBy(STEP), isAvailable: hasRecording },
  'recording.attach': onSource(attachRecording),
  'recording.remove': onSource(removeRecording),
} satisfies Partial<Record<CommandId, Command>>;
