import type { Passage } from '../../src-shared/model/quotation';
import { useRecording } from '../queries/sources';
import { IconButton } from '../ui/button';
import { recordingWords } from '../words/recordings';
import { PlayIcon } from './icons';
import { playPassage } from './recording-actions';

/** Plays the passage of a quotation, where its source has a recording. */
export function PlayPassage({ link }: { link: Pick<Passage, 'sourceId' | 'start' | 'end'> }) {
  const { data: recording } = useRecording(link.sourceId);
  if (!recording) return null;
  return (
    <IconButton
      label={recordingWords.playPassage}
      onPress={() => void playPassage(link.sourceId, link)}
    >
      <PlayIcon />
    </IconButton>
  );
}
