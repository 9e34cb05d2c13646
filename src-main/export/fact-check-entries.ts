import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { GatePoint } from '../../src-shared/contract/finish';
import { onLines } from '../../src-shared/document/to-hast';
import type { CommentThread } from '../../src-shared/model/comment';
import type { Check, QuotationView } from '../../src-shared/model/quotation';
import { quoted } from '../../src-shared/words/quoted';
import { explainReasons } from '../../src-shared/words/reasons';
import { VERDICT_EXPLANATIONS, VERDICT_NAMES } from '../../src-shared/words/verdicts';
import {
  CLAIM_NAMES,
  POINT_NAMES,
  READ_BACK_NAMES,
  factCheckWords as words,
} from './fact-check-words';
import type { ReviewedClaim, ReviewedPassage, ReviewedQuotation, ReviewedSource } from './review';
import { longDate } from './words';

type Row = [name: string, content: (ElementContent | string)[]];

/** A quotation with all that is known of it. */
export function quotationEntry(one: ReviewedQuotation, language: string): Element {
  const { number, view, verdict, speaker, source, passage, said, readBacks } = one;
  const isCompared = passage !== null && verdict !== 'not-checkable';
  const reasons = passage ? explainReasons(view.reasons) : '';
  const explanation = passage ? reasons || VERDICT_EXPLANATIONS[verdict] : '';
  const rows: Row[] = [
    [words.speaker, [speaker === null ? words.noSpeaker : h('bdi', speaker)]],
    ...sourceRows(source, passage, language),
    [
      words.verdict,
      source
        ? [h('strong', VERDICT_NAMES[verdict]), explanation === '' ? '' : `. ${explanation}`]
        : [h('strong', VERDICT_NAMES.unlinked)],
    ],
    ...(isCompared && view.diff.some(({ type }) => type !== 'same')
      ? [[words.differences, differences(view.diff, language)] satisfies Row]
      : []),
    [words.check, said && view.check ? signed(view.check, said.reason) : [words.noCheck]],
    ...readBacks.map(
      ({ state, on, by, note, isOfTheseWords }): Row => [
        words.readBacks,
        [
          ...listed([READ_BACK_NAMES[state], on === '' ? '' : longDate(on, 'en'), by, note]),
          isOfTheseWords ? '' : ` (${words.otherWords})`,
        ],
      ],
    ),
  ];
  return entry(
    `check-${number}`,
    verdict,
    `${number}. `,
    view.text,
    language,
    rows,
    `mark-${number}`,
  );
}

/** A claim with its passage and who signed for it. */
export function claimEntry(one: ReviewedClaim, language: string): Element {
  const { number, view, state, source, passage, reason } = one;
  const isOpen = view.link === null || source !== null;
  const rows: Row[] = [
    [words.state, [CLAIM_NAMES[state]]],
    ...sourceRows(source, passage, language),
    [words.check, isOpen && view.check ? signed(view.check, reason) : [words.noCheck]],
  ];
  const look = state === 'checked' ? 'verbatim' : 'unlinked';
  return entry(`claim-${number}`, look, `${words.claim(number)}. `, view.text, language, rows);
}

/** What was asked about a stretch of the article, with what was answered. */
export function commentEntry({ quote, comments }: CommentThread): Element {
  return h('div', { className: ['entry'] }, [
    ...onLines([
      ...(quote.trim() === '' ? [] : [h('h3', quoted(quote))]),
      ...comments.map(({ text, editorName, at }) =>
        h('p', [h('strong', [...by(editorName, at), ': ']), h('span', lines(text))]),
      ),
    ]),
  ]);
}

/** A point of the gate: open, or accepted by whom and why. */
export function pointItem({ code, count, acceptance }: GatePoint): Element {
  const name = `${POINT_NAMES[code]}${code === 'byline-empty' ? '' : ` (${count})`}: `;
  if (!acceptance) return h('li', [name, h('strong', words.open)]);
  const { reason, editorName, at } = acceptance;
  return h('li', [
    name,
    h('strong', words.accepted),
    ' (',
    ...by(editorName, at),
    '): ',
    h('bdi', reason),
  ]);
}

function entry(
  id: string,
  look: string,
  number: string,
  text: string,
  language: string,
  rows: readonly Row[],
  mark?: string,
): Element {
  const back = mark ? [' ', h('a', { href: `#${mark}`, ariaLabel: words.backToText }, '↩')] : [];
  const parts = text
    .split(/\n\s*\n/)
    .flatMap((part, index) => [...(index === 0 ? [] : [h('br')]), part]);
  return h('div', { className: ['entry', `e-${look}`], id }, [
    ...onLines([
      h('h3', [number, h('span', { lang: language }, parts), ...back]),
      h('dl', onLines(rows.flatMap(([name, content]) => [h('dt', name), h('dd', content)]))),
    ]),
  ]);
}

function sourceRows(
  source: ReviewedSource | null,
  passage: ReviewedPassage | null,
  language: string,
): Row[] {
  if (!source) return [[words.source, [words.noSource]]];
  if (!source.isNamed || !passage) {
    return [[words.source, [h('bdi', source.label), '. ', words.described]]];
  }
  const { before, exact, after, place } = passage;
  return [
    [words.source, [h('cite', source.label)]],
    ...(place === '' ? [] : [[words.place, [place]] satisfies Row]),
    [
      words.passage,
      [h('span', { className: ['passage'], lang: language }, [before, h('mark', exact), after])],
    ],
  ];
}

function differences(diff: QuotationView['diff'], language: string): (ElementContent | string)[] {
  const piece = ({ type, text }: QuotationView['diff'][number]): ElementContent | string =>
    type === 'same' ? text : h(type === 'added' ? 'ins' : 'del', text);
  return [
    h('span', { lang: language }, diff.map(piece)),
    ` (`,
    h('del', words.removed),
    ', ',
    h('ins', words.added),
    ')',
  ];
}

function signed({ kind, editorName, at }: Check, reason: string | null): Row[1] {
  const what = kind === 'confirmed' ? words.confirmed : words.letStand;
  return [`${what}: `, ...by(editorName, at), ...(reason ? ['. ', h('bdi', reason)] : [])];
}

/** "Noor Haddad, 2 May 2026" */
export function by(name: string, at: string): (ElementContent | string)[] {
  return [name === '' ? words.nobody : h('bdi', name), `, ${day(at)}`];
}

/** The pieces that are not empty, with commas between. */
function listed(pieces: readonly string[]): Row[1] {
  return pieces
    .filter((piece) => piece !== '')
    .flatMap((piece, index) => [...(index > 0 ? [', '] : []), h('bdi', piece)]);
}

const day = (at: string) => longDate(at.slice(0, 10), 'en');

function lines(text: string): (ElementContent | string)[] {
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [h('br'), line]));
}
