import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { ExcludedStretch } from '../../src-shared/model/note';
import type { PlacedWord, SourcePage } from '../../src-shared/model/page';
import type { QuotedStretch } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';
import { asStetError } from '../queries/client';
import { useSourcePage } from '../queries/sources';
import { Button } from '../ui/button';
import { errorMessage } from '../words/errors';
import { noteWords } from '../words/notes';
import { words } from '../words/words';
import { boxesOf, wordAt } from './page-boxes';

export interface PageMarks {
  quoted: readonly QuotedStretch[];
  shown: Span | null;
  found: readonly Span[];
  foundNow: Span | null;
  /** What must not be used. */
  excluded: readonly ExcludedStretch[];
}

/** One page as it is printed, drawn while it is near the part that is seen. */
export const PagePicture = memo(function PagePicture({
  versionId,
  page,
  isNear,
  width,
  size,
  marks,
  onDrawn,
  onWord,
}: {
  versionId: string;
  page: number;
  isNear: boolean;
  /** Pixels of the screen's own measure. */
  width: number;
  /** The page's size in points, as far as it is known. */
  size: { width: number; height: number };
  marks: PageMarks;
  onDrawn(page: number, drawn: SourcePage): void;
  /** A word was clicked. */
  onWord(word: Span): void;
}) {
  const exact = (width / size.width) * window.devicePixelRatio;
  const scale = Math.min(8, Math.max(0.001, Number(exact.toPrecision(3))));
  const { data, error, refetch } = useSourcePage(versionId, page, scale, isNear);
  useEffect(() => {
    if (data && isNear) onDrawn(page, data);
  }, [data, isNear, onDrawn, page]);
  const toPixels = width / size.width;

  return (
    <div
      className="pdf-page"
      data-page={page}
      style={{ width, height: Math.round(size.height * toPixels) }}
    >
      {isNear && data ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: with the keys, the text is there by "Show the text or the original".
        // biome-ignore lint/a11y/noStaticElementInteractions: the picture's words are in the text.
        <div
          className="page-sheet"
          onClick={(event) => {
            const sheet = event.currentTarget.getBoundingClientRect();
            const word = wordAt(data.words, {
              x: (event.clientX - sheet.left) / toPixels,
              y: (event.clientY - sheet.top) / toPixels,
            });
            if (word) onWord(word);
          }}
        >
          <Picture bytes={data.picture} alt={words.sources.pageAlt(page)} />
          <Marks words={data.words} marks={marks} toPixels={toPixels} />
          <Struck words={data.words} excluded={marks.excluded} toPixels={toPixels} />
        </div>
      ) : null}
      {isNear && error && !data ? (
        <div className="page-failure">
          <p>{errorMessage(asStetError(error))}</p>
          <Button small onPress={() => void refetch()}>
            {words.start.tryAgain}
          </Button>
        </div>
      ) : null}
      {isNear && !data && !error ? <p className="page-waiting">{words.sources.drawing}</p> : null}
    </div>
  );
});

function Picture({ bytes, alt }: { bytes: Uint8Array; alt: string }) {
  const image = useRef<HTMLImageElement>(null);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    setAddress(made);
    // The picture before is shown until this one is there.
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return address === null ? null : <img ref={image} src={address} alt={alt} draggable={false} />;
}

function Marks({
  words: placed,
  marks,
  toPixels,
}: {
  words: readonly PlacedWord[];
  marks: PageMarks;
  toPixels: number;
}) {
  const boxes = useMemo(() => {
    const on = isOnPage(placed);
    const all = (spans: readonly Span[], name: string) =>
      spans.filter(on).flatMap((span) => boxesOf(placed, span).map((box) => ({ ...box, name })));
    return [
      ...all(marks.quoted, 'page-mark'),
      ...all(marks.shown ? [marks.shown] : [], 'page-mark page-mark-now'),
      ...all(
        marks.found.filter((one) => one !== marks.foundNow),
        'page-mark page-found',
      ),
      ...all(marks.foundNow ? [marks.foundNow] : [], 'page-mark page-found-now'),
    ];
  }, [placed, marks]);
  return boxes.map(({ x, y, width, height, name }) => (
    <span
      key={`${name} ${x} ${y}`}
      className={name}
      style={{
        left: x * toPixels,
        top: y * toPixels,
        width: width * toPixels,
        height: height * toPixels,
      }}
    />
  ));
}

/** What must not be used, struck as in the text; the reason comes with the pointer. */
function Struck({
  words: placed,
  excluded,
  toPixels,
}: {
  words: readonly PlacedWord[];
  excluded: readonly ExcludedStretch[];
  toPixels: number;
}) {
  const boxes = useMemo(
    () =>
      excluded
        .filter(isOnPage(placed))
        .flatMap((stretch) => boxesOf(placed, stretch).map((box) => ({ ...box, stretch }))),
    [placed, excluded],
  );
  return boxes.map(({ x, y, width, height, stretch }) => (
    <span
      key={`${stretch.start} ${x} ${y}`}
      className="page-excluded"
      role="img"
      aria-label={noteWords.excludedMark(stretch.reason)}
      title={noteWords.excludedMark(stretch.reason)}
      style={{
        left: x * toPixels,
        top: y * toPixels,
        width: width * toPixels,
        height: height * toPixels,
      }}
    />
  ));
}

/** Says of a stretch whether words of it may be on the page. */
function isOnPage(placed: readonly PlacedWord[]): (span: Span) => boolean {
  const first = placed[0]?.start ?? 0;
  const last = placed.reduce((end, word) => Math.max(end, word.end), 0);
  return (span) => span.start < last && span.end > first;
}
