import { type CSSProperties, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { QuotationView } from '../../src-shared/model/quotation';
import type { Verdict } from '../../src-shared/model/verdict';
import { layOutProvenance } from '../../src-shared/provenance/layout';
import { type Place, VERDICT_SHAPES } from '../../src-shared/provenance/shape';
import { goToQuotation } from '../quotes/quote-actions';
import { closeDialog, showSource, showTab } from '../shell';
import { placeLabel } from '../words/format';
import { provenanceWords } from '../words/provenance';
import { directionOf } from '../words/text';

/** The map itself: a picture, with a button for every quotation and every passage in it. */
export function ProvenanceMap({ quotations }: { quotations: readonly QuotationView[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const [lit, setLit] = useState<readonly string[]>([]);
  const layout = useMemo(() => layoutOf(quotations), [quotations]);
  const numbers = new Map(layout.quotations.map(({ id, number }) => [id, number]));
  const titles = new Map(layout.sources.map(({ id, title }) => [id, title]));

  const goTo = (quotationId: string, toSource: boolean) => {
    const quotation = quotations.find(({ id }) => id === quotationId);
    closeDialog();
    goToQuotation(quotationId);
    if (toSource && quotation?.link) showSource(quotation.link.sourceId, quotation.link);
    else showTab('quotes');
  };
  // One stop of the Tab key for the map; the arrow keys go through it.
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(frame.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const right = layout.quotations.length;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const across = at < right ? passageOf(at) : quotationOf(at - right);
    const target =
      to ??
      ((event.key === 'ArrowRight' && at < right) || (event.key === 'ArrowLeft' && at >= right)
        ? across
        : undefined);
    if (target === undefined || at < 0) return;
    event.preventDefault();
    buttons[target]?.focus();
  };
  const passageOf = (index: number) => {
    const id = layout.quotations[index]?.id ?? '';
    const found = layout.passages.findIndex(({ quotationIds }) => quotationIds.includes(id));
    return found < 0 ? undefined : layout.quotations.length + found;
  };
  const quotationOf = (index: number) => {
    const [id] = layout.passages[index]?.quotationIds ?? [];
    return layout.quotations.findIndex((one) => one.id === id);
  };
  const light = (ids: readonly string[]) => ({
    onPointerEnter: () => setLit(ids),
    onPointerLeave: () => setLit([]),
    onFocus: () => setLit(ids),
    onBlur: () => setLit([]),
  });

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a form's looks and meaning.
    <div
      ref={frame}
      className="provenance"
      role="group"
      aria-label={provenanceWords.map}
      onKeyDown={onKeyDown}
    >
      <div
        className={`provenance-picture${lit.length > 0 ? ' is-lit' : ''}`}
        style={{ width: layout.width, height: layout.height }}
      >
        <svg width={layout.width} height={layout.height} aria-hidden="true">
          {layout.threads.map(({ quotationId, verdict, d }) => (
            <path
              key={quotationId}
              d={d}
              className={`provenance-thread verdict-${verdict}${lit.includes(quotationId) ? ' is-lit' : ''}`}
              strokeWidth={VERDICT_SHAPES[verdict].width}
              {...dashOf(verdict)}
            />
          ))}
        </svg>
        {layout.quotations.map(({ id, number, text, verdict, ...box }, index) => (
          <button
            key={id}
            type="button"
            className="provenance-box"
            style={at(box)}
            tabIndex={index === 0 ? 0 : -1}
            aria-label={provenanceWords.quotation(number, text, verdict)}
            onClick={() => goTo(id, false)}
            {...light([id])}
          >
            <b>{number}</b>
            <span dir={directionOf(text)}>{text}</span>
            <svg width="14" height="14" aria-hidden="true">
              <VerdictMark verdict={verdict} x={7} y={7} />
            </svg>
          </button>
        ))}
        {layout.sources.map(({ id, title, ...box }) => (
          <h3 key={id} className="provenance-source" style={at(box)} dir={directionOf(title)}>
            {title}
          </h3>
        ))}
        {layout.passages.map(({ id, source, label, quotationIds, ...box }) => (
          <button
            key={id}
            type="button"
            className="provenance-box"
            style={at(box)}
            tabIndex={-1}
            aria-label={provenanceWords.passage(
              titles.get(source) ?? '',
              label,
              quotationIds.map((one) => numbers.get(one) ?? 0),
            )}
            onClick={() => goTo(quotationIds[0] ?? '', true)}
            {...light(quotationIds)}
          >
            <span dir={directionOf(label)}>{label}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

/** A verdict's mark around a point, with a stretch of its thread where there is one to show. */
export function VerdictMark({
  verdict,
  x,
  y,
  thread,
}: {
  verdict: Verdict;
  x: number;
  y: number;
  thread?: string;
}) {
  const { mark, isOpen, width } = VERDICT_SHAPES[verdict];
  return (
    <g className={`verdict-${verdict}`}>
      {thread && verdict !== 'unlinked' ? (
        <path d={thread} className="provenance-thread" strokeWidth={width} {...dashOf(verdict)} />
      ) : null}
      <path
        d={mark}
        className={isOpen ? 'provenance-mark is-open' : 'provenance-mark'}
        fillRule="evenodd"
        transform={`translate(${x} ${y})`}
      />
    </g>
  );
}

function dashOf(verdict: Verdict): { strokeDasharray?: string } {
  const { dash } = VERDICT_SHAPES[verdict];
  return dash === null ? {} : { strokeDasharray: dash };
}

function at({ x, y, width, height }: Place): CSSProperties {
  return { left: x, top: y, width, height };
}

function layoutOf(quotations: readonly QuotationView[]) {
  const sources = new Map(
    quotations.flatMap(({ link }) => (link ? [[link.sourceId, link.sourceTitle] as const] : [])),
  );
  return layOutProvenance(
    quotations.map(({ id, ordinal, text, verdict, link }) => ({
      ...{ id, text, verdict },
      number: ordinal,
      passage: link && {
        ...{ source: link.sourceId, start: link.start, end: link.end },
        label: [placeLabel(link.place), link.exact].filter((part) => part !== '').join(' · '),
      },
    })),
    [...sources].map(([id, title]) => ({ id, title })),
  );
}
