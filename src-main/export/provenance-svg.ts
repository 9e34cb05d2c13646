import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Verdict } from '../../src-shared/model/verdict';
import type { ProvenanceLayout } from '../../src-shared/provenance/layout';
import { VERDICT_SHAPES } from '../../src-shared/provenance/shape';
import { isolated } from '../../src-shared/text/direction';
import { clip } from '../../src-shared/words/quoted';
import { VERDICT_NAMES } from '../../src-shared/words/verdicts';

const MARGIN = 8;
/** Characters that fit into a box of so many pixels, at the size of the picture's letters. */
const fitting = (width: number) => Math.floor((width - 44) / 6.6);

/**
 * The map as SVG, with a mark and a line of its own for each verdict. Quotations lead to their entries.
 *
 * @param hrefOf the address of a quotation's entry
 */
export function provenanceSvg(
  layout: ProvenanceLayout,
  label: string,
  hrefOf: (quotationId: string) => string,
): Element {
  const width = layout.width + 2 * MARGIN;
  const height = layout.height + 2 * MARGIN;
  const viewBox = `${-MARGIN} ${-MARGIN} ${width} ${height}`;
  return s(
    'svg',
    { className: ['provenance'], viewBox, width, height, role: 'img', ariaLabel: label },
    [
      s(
        'g',
        { className: ['threads'] },
        layout.threads.map(({ verdict, d }) => s('path', { d, ...lineOf(verdict) })),
      ),
      ...layout.quotations.map((box) => {
        const { x, y, width: wide, height: high, number, text, verdict, id } = box;
        return s('a', { href: hrefOf(id) }, [
          s('title', `${number}. ${isolated(text)}: ${VERDICT_NAMES[verdict]}`),
          s('rect', { x, y, width: wide, height: high, rx: 4 }),
          s(
            'text',
            { x: x + 8, y: y + 16 },
            `${number}  ${isolated(clip(text, fitting(wide) - `${number}  `.length))}`,
          ),
          mark(verdict, x + wide - 14, y + high / 2),
        ]);
      }),
      ...layout.sources.map(({ x, y, title, width: wide }) =>
        s('text', { className: ['source'], x, y: y + 17 }, isolated(clip(title, fitting(wide)))),
      ),
      ...layout.passages.map(({ x, y, width: wide, height: high, label: words }) =>
        s('g', [
          s('title', words),
          s('rect', { x, y, width: wide, height: high, rx: 4 }),
          s('text', { x: x + 8, y: y + 16 }, isolated(clip(words, fitting(wide)))),
        ]),
      ),
    ],
  );
}

/** A verdict's mark by itself, for the legend. */
export function verdictMark(verdict: Verdict): Element {
  const line = s('path', { d: 'M0 8H34', ...lineOf(verdict) });
  const size = { viewBox: '0 0 50 16', width: 50, height: 16 };
  return s('svg', { className: ['provenance'], ariaHidden: 'true', ...size }, [
    ...(verdict === 'unlinked' ? [] : [line]),
    mark(verdict, 42, 8),
  ]);
}

function mark(verdict: Verdict, x: number, y: number): Element {
  const { mark: d, isOpen } = VERDICT_SHAPES[verdict];
  const className = [`v-${verdict}`, isOpen ? 'mark-open' : 'mark'];
  return s('path', { className, fillRule: 'evenodd', d, transform: `translate(${x} ${y})` });
}

function lineOf(verdict: Verdict) {
  const { dash, width } = VERDICT_SHAPES[verdict];
  return {
    className: [`v-${verdict}`, 'thread'],
    strokeWidth: width,
    ...(dash === null ? {} : { strokeDasharray: dash }),
  };
}
