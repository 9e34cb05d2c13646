import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { SourceReading } from '../../src-shared/model/source';
import { SourceNotes } from '../notes/source-notes';
import { useRecording } from '../queries/sources';
import { attachRecording, removeRecording } from '../recordings/recording-actions';
import { openDialog } from '../shell';
import { Button, IconButton } from '../ui/button';
import { MoreIcon } from '../ui/icons';
import { VersionLine } from '../versions/version-line';
import { recordingWords } from '../words/recordings';
import { sourceLine } from '../words/sources';
import { words } from '../words/words';

/** A source's title, and what is known of it in a line. */
export function SourceHeading({ reading }: { reading: SourceReading }) {
  const { source } = reading;
  return (
    <header className="reader-heading">
      <div className="reader-title">
        <h2>{source.title}</h2>
        <div className="reader-actions">
          <Button
            tone="quiet"
            small
            onPress={() => openDialog({ kind: 'source', sourceId: source.id })}
          >
            {words.sources.details}
          </Button>
          <More sourceId={source.id} />
        </div>
      </div>
      <p className="reader-line">{sourceLine(source)}</p>
      <VersionLine reading={reading} />
      <SourceNotes sourceId={source.id} />
    </header>
  );
}

function More({ sourceId }: { sourceId: string }) {
  const { data: recording } = useRecording(sourceId);
  return (
    <MenuTrigger>
      <IconButton label={words.sources.more}>
        <MoreIcon />
      </IconButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="options" aria-label={words.sources.more}>
          <MenuItem className="option" onAction={() => void attachRecording(sourceId)}>
            {recording ? recordingWords.replace : recordingWords.attach}
          </MenuItem>
          {recording ? (
            <MenuItem className="option" onAction={() => void removeRecording(sourceId)}>
              {recordingWords.remove}
            </MenuItem>
          ) : null}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
