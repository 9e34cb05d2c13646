import { useEffect, useMemo, useState } from 'react';
import {
  type KeptMarkKind,
  MOST_KEPT_MARKS,
  type WantedMark,
} from '../../src-shared/model/kept-page';
import type { QuotedStretch, SourceReading } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';
import { asStetError } from '../queries/client';
import { useKeptPage } from '../queries/sources';
import { setShell, useShell } from '../shell';
import { Button } from '../ui/button';
import { errorMessage } from '../words/errors';
import { words } from '../words/words';

/** So many places of what is looked for are marked; the others are a step away all the same, in the text. */
const MOST_FOUND = 200;

/** A saved web page as it was, in a frame that runs nothing, with what is quoted and looked for marked. */
export function OriginalView({
  reading,
  quoted,
  found,
  foundIndex,
  zoom,
}: {
  reading: SourceReading;
  quoted: readonly QuotedStretch[];
  found: readonly Span[];
  foundIndex: number;
  zoom: number;
}) {
  const shown = useShell((state) => state.shown);
  const { excluded } = reading;
  const marks = useMemo(
    () => marksOf({ quoted, excluded, shown, found }),
    [quoted, excluded, shown, found],
  );
  const { data, error, refetch } = useKeptPage(reading.versionId, marks);
  const foundNow = found[foundIndex];
  const target = foundNow
    ? indexOf(marks, 'found', foundNow)
    : shown && indexOf(marks, 'shown', shown);
  // A place is gone to when the page is there, and again when it is asked for again.
  const [turn, setTurn] = useState(0);
  const [loaded, setLoaded] = useState<string | null>(null);
  useEffect(() => setTurn((before) => before + 1), [shown?.request, loaded]);
  const place = target === null ? '' : `#stet-${target}-${turn % 2 === 0 ? 'a' : 'b'}`;
  // Marks are told of the page that is there, which may be the one before for a moment.
  const isPlaced = target === null || !data || data.placed[target] !== false;

  return (
    <div className="original-view">
      <p className="original-note" role={isPlaced ? undefined : 'status'}>
        <span>{isPlaced ? words.sources.originalNote : words.sources.notInOriginal}</span>
        {isPlaced ? null : (
          <Button small onPress={() => setShell({ readerView: 'text' })}>
            {words.sources.showInText}
          </Button>
        )}
      </p>
      {error && !data ? (
        <div className="original-failure">
          <p>{errorMessage(asStetError(error))}</p>
          <Button small onPress={() => void refetch()}>
            {words.start.tryAgain}
          </Button>
        </div>
      ) : null}
      {!data && !error ? (
        <p className="original-failure">{words.sources.originalPreparing}</p>
      ) : null}
      {data ? (
        <div className="original-frame">
          <iframe
            key={data.token}
            src={`stet-page://${data.token}/${place}`}
            onLoad={() => setLoaded(data.token)}
            title={words.sources.originalLabel(reading.source.title)}
            sandbox=""
            referrerPolicy="no-referrer"
            data-panel-focus
            style={{
              width: `${100 / zoom}%`,
              height: `${100 / zoom}%`,
              transform: zoom === 1 ? undefined : `scale(${zoom})`,
            }}
          />
        </div>
      ) : null}
    </div>
  );
}

function marksOf(spans: {
  quoted: readonly Span[];
  excluded: readonly Span[];
  shown: Span | null;
  found: readonly Span[];
}): readonly WantedMark[] {
  const of = (kind: KeptMarkKind, all: readonly Span[]) =>
    all.filter(({ start, end }) => end > start).map(({ start, end }) => ({ kind, start, end }));
  return [
    ...of('shown', spans.shown ? [spans.shown] : []),
    ...of('found', spans.found.slice(0, MOST_FOUND)),
    ...of('excluded', spans.excluded),
    ...of('quoted', spans.quoted),
  ].slice(0, MOST_KEPT_MARKS);
}

function indexOf(marks: readonly WantedMark[], kind: KeptMarkKind, span: Span): number | null {
  const index = marks.findIndex(
    (mark) => mark.kind === kind && mark.start === span.start && mark.end === span.end,
  );
  return index < 0 ? null : index;
}
