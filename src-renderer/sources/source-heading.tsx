import type { SourceReading } from '../../src-shared/model/source';
import { openDialog } from '../shell';
import { Button } from '../ui/button';
import { sourceLine } from '../words/sources';
import { words } from '../words/words';

/** A source's title, and what is known of it in a line. */
export function SourceHeading({ reading }: { reading: SourceReading }) {
  const { source } = reading;
  return (
    <header className="reader-heading">
      <div className="reader-title">
        <h2>{source.title}</h2>
        <Button
          tone="quiet"
          small
          onPress={() => openDialog({ kind: 'source', sourceId: source.id })}
        >
          {words.sources.details}
        </Button>
      </div>
      <p className="reader-line">{sourceLine(source, reading)}</p>
    </header>
  );
}
