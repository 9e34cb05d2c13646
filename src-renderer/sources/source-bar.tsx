import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { setShell, useShell } from '../shell';
import { IconButton } from '../ui/button';
import { DownIcon, UpIcon } from '../ui/icons';
import { words } from '../words/words';
import type { NamedPlace } from './go-to';
import { GoToField } from './go-to-field';
import { ZOOM } from './page-view';

/** Text or original, where it can be shown; the way to a page or a time. */
export function SourceBar({
  original,
  places,
  goToRequest,
  onGo,
  onClose,
  page,
  zooms,
  onStep,
  zoom,
  onZoom,
}: {
  /** What the original is, where it can be shown. */
  original: 'page' | 'web-page' | null;
  places: { pages: boolean; times: boolean };
  /** Set while the field is asked for. */
  goToRequest: number | null;
  onGo(place: NamedPlace): boolean;
  /** The field is done with. */
  onClose(): void;
  /** The page that is seen, and how many there are; null while the text is. */
  page: { number: number; count: number } | null;
  /** True while something is shown whose size can be changed. */
  zooms: boolean;
  onStep(step: 1 | -1): void;
  zoom: number;
  onZoom(zoom: number): void;
}) {
  const view = useShell((state) => state.readerView);
  const percent = `${Math.round(zoom * 100)}%`;
  const field = (
    <GoToField
      places={places}
      example={page && words.sources.pageOf(page.number, page.count)}
      request={goToRequest}
      onGo={onGo}
      onClose={onClose}
    />
  );
  return (
    <div className="source-bar">
      {original ? (
        <ToggleButtonGroup
          className="segments"
          aria-label={words.sources.view}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view]}
          onSelectionChange={(keys) => setShell({ readerView: keys.has('page') ? 'page' : 'text' })}
        >
          <ToggleButton id="text" className="segment">
            {words.sources.asText}
          </ToggleButton>
          <ToggleButton id="page" className="segment">
            {original === 'page' ? words.sources.asPage : words.sources.asOriginal}
          </ToggleButton>
        </ToggleButtonGroup>
      ) : null}
      {page ? (
        <div className="page-tools">
          <IconButton
            label={words.sources.previousPage}
            isDisabled={page.number <= 1}
            onPress={() => onStep(-1)}
          >
            <UpIcon />
          </IconButton>
          {field}
          <IconButton
            label={words.sources.nextPage}
            isDisabled={page.number >= page.count}
            onPress={() => onStep(1)}
          >
            <DownIcon />
          </IconButton>
        </div>
      ) : null}
      {!page && (places.pages || places.times) && !zooms ? field : null}
      {zooms ? (
        <div className="page-tools page-zooms">
          <IconButton
            label={words.sources.zoomOut}
            isDisabled={zoom <= ZOOM.least}
            onPress={() => onZoom(zoom / ZOOM.step)}
          >
            <span aria-hidden="true">−</span>
          </IconButton>
          <IconButton label={words.sources.zoomFit(percent)} onPress={() => onZoom(1)}>
            <span className="page-zoom">{percent}</span>
          </IconButton>
          <IconButton
            label={words.sources.zoomIn}
            isDisabled={zoom >= ZOOM.most}
            onPress={() => onZoom(zoom * ZOOM.step)}
          >
            <span aria-hidden="true">+</span>
          </IconButton>
        </div>
      ) : null}
    </div>
  );
}
