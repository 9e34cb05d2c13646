import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { SourceReading } from '../../src-shared/model/source';
import { ExcludedContext } from '../notes/excluded';
import { useHasPages, useQuoted, useRecording } from '../queries/sources';
import { AttachProgress } from '../recordings/attach-progress';
import { getPlayback, seekTo } from '../recordings/playback';
import { Player } from '../recordings/player';
import { setShell, showSource, useShell } from '../shell';
import { findMatches, foldForFinding } from './find';
import { FindBar } from './find-bar';
import { type NamedPlace, offsetOfPlace, placesOf } from './go-to';
import { OriginalView } from './original-view';
import { PageView, ZOOM } from './page-view';
import { canQuote } from './quote-this';
import { Reader } from './reader';
import { SourceBar } from './source-bar';
import { SourceHeading } from './source-heading';

/**
 * A source that is open: what is looked for in it, its recording, and its words or its pages. What
 * belongs to the source as a whole (its versions, its notes) stands in the heading, which scrolls with
 * the words.
 */
export function OpenSource({ reading }: { reading: SourceReading }) {
  const { versionId, locators } = reading;
  const sourceId = reading.source.id;
  const finding = useFinding(reading.text);
  const { data: recording } = useRecording(sourceId);
  const { data: kept } = useHasPages(versionId);
  const hasPages = kept?.hasPages ?? false;
  const isWebPage = kept?.isWebPage ?? false;
  const { data: quoted = reading.quoted } = useQuoted(versionId);
  const view = useShell((state) => state.readerView);
  useEffect(() => {
    setShell({ hasPages: hasPages || isWebPage });
    return () => setShell({ hasPages: false });
  }, [hasPages, isWebPage]);
  const [page, setPage] = useState({ number: 1, count: 1, request: 0 });
  const [zoom, setZoom] = useState(1);
  const places = useMemo(() => placesOf(locators), [locators]);
  // Where there are times and no pages, the field is there while it is asked for.
  const goToRequest = useShell(({ goTo }) => (goTo?.sourceId === sourceId ? goTo.request : null));
  const isQuotable = useShell(
    (state) => state.readerSelection !== null && state.manuscript !== null && canQuote(),
  );
  const showsPages = hasPages && view === 'page';
  const showsOriginal = isWebPage && view === 'page';

  const goToPage = (number: number) =>
    setPage(({ count, request }) => ({ number, count, request: request + 1 }));
  const goTo = (place: NamedPlace) => {
    if (showsPages && place.kind === 'page') {
      if (place.page < 1 || place.page > page.count) return false;
      goToPage(place.page);
      return true;
    }
    const offset = offsetOfPlace(locators, place);
    if (offset === null) return false;
    // A place and no passage: nothing is marked there.
    showSource(sourceId, { start: offset, end: offset });
    if (place.kind === 'time' && getPlayback().sourceId === sourceId) seekTo(place.seconds);
    return true;
  };

  return (
    <>
      <FindBar {...finding} canQuote={isQuotable} />
      {hasPages || isWebPage || places.pages || (places.times && goToRequest !== null) ? (
        <SourceBar
          original={hasPages ? 'page' : isWebPage ? 'web-page' : null}
          places={places}
          onGo={goTo}
          goToRequest={goToRequest}
          onClose={() => setShell({ goTo: null })}
          page={showsPages ? page : null}
          zooms={showsPages || showsOriginal}
          onStep={(step) => goToPage(page.number + step)}
          zoom={zoom}
          onZoom={(next) => setZoom(within(next))}
        />
      ) : null}
      {recording ? <Player sourceId={sourceId} recording={recording} /> : null}
      <AttachProgress sourceId={sourceId} />
      {showsPages ? (
        <PageView
          key={versionId}
          reading={reading}
          quoted={quoted}
          found={finding.found}
          foundIndex={finding.index}
          zoom={zoom}
          onZoom={(next) => setZoom(within(next))}
          page={page}
          onPage={(number, count) => setPage((known) => ({ ...known, number, count }))}
        />
      ) : showsOriginal ? (
        <OriginalView
          key={versionId}
          reading={reading}
          quoted={quoted}
          found={finding.found}
          foundIndex={finding.index}
          zoom={zoom}
        />
      ) : (
        <ExcludedContext value={reading.excluded}>
          <Reader
            // Another version starts with nothing drawn.
            key={versionId}
            reading={reading}
            quoted={quoted}
            found={finding.found}
            foundIndex={finding.index}
            hasRecording={Boolean(recording)}
            heading={<SourceHeading reading={reading} />}
          />
        </ExcludedContext>
      )}
    </>
  );
}

const within = (zoom: number) => Math.min(ZOOM.most, Math.max(ZOOM.least, zoom));

/** Words that are looked for in a source, and where they are. */
function useFinding(text: string) {
  const [query, setQuery] = useState('');
  const [step, setStep] = useState(0);
  const deferredQuery = useDeferredValue(query);
  const isLookedFor = deferredQuery.trim() !== '';
  const folded = useMemo(() => (isLookedFor ? foldForFinding(text) : ''), [text, isLookedFor]);
  const found = useMemo(() => findMatches(folded, deferredQuery), [folded, deferredQuery]);
  const index = found.length === 0 ? 0 : (step + found.length) % found.length;
  return {
    query,
    onQuery(next: string) {
      setQuery(next);
      setStep(0);
    },
    found,
    matches: found.length,
    index,
    onStep: (by: 1 | -1) => setStep(index + by),
  };
}
