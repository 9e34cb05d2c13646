import type { CameBack, LeftUnlinked } from '../contract/articles';
import type { SidecarRefusal } from '../sidecar/sidecar';
import { clip, quoted } from './quoted';

/*
 * What came of the annotations, or of the bundle, beside an article, in plain words: the window and the command line say
 * the same.
 */

const REFUSED: Readonly<Record<SidecarRefusal, string>> = {
  foreign:
    'The annotations beside it were not written by Stet and were left aside. The text came in without links.',
  damaged:
    'What lies beside it with its links cannot be read and was left aside. The text came in without links.',
  newer:
    'What lies beside it with its links was written by a newer Stet and was left aside. The text came in without links; update Stet and open it again.',
  'too-large':
    'What lies beside it with its links is too large and was left aside. The text came in without links.',
};

const MOST_NAMED = 3;

/** A sentence for each thing that is to be said; none where there is nothing to say. */
export function cameBackLines(cameBack: CameBack | null, namesakes: readonly string[]): string[] {
  return [
    ...(cameBack === null ? [] : linesOf(cameBack)),
    ...(namesakes.length === 0
      ? []
      : [
          `${list(namesakes)}: several people have this name. Nobody was chosen; see People and merge, or the byline.`,
        ]),
  ];
}

/** True where nothing of it has to be done by hand. */
export function isAllBack(cameBack: CameBack | null): boolean {
  return cameBack === null || (cameBack.isUsed && cameBack.left.length === 0);
}

function linesOf(cameBack: CameBack): string[] {
  if (!cameBack.isUsed) return [REFUSED[cameBack.because]];
  const { linked, sourcesAdded, left } = cameBack;
  const of = (because: LeftUnlinked['because']) => left.filter((one) => one.because === because);
  const titles = [...new Set(of('source').flatMap(({ title }) => (title ? [quoted(title)] : [])))];
  const [passages, quotations, described] = [of('passage'), of('quotation'), of('described')];
  return [
    linked === 1 ? '1 quotation came back linked.' : `${linked} quotations came back linked.`,
    ...(sourcesAdded === 0 ? [] : [`${count(sourcesAdded, 'source')} came in with the bundle.`]),
    ...(titles.length === 0
      ? []
      : [
          `${titles.length === 1 ? '1 source is' : `${titles.length} sources are`} not in this library: ${list(titles)}. Bring ${titles.length === 1 ? 'it' : 'them'} in, and open the article again or link by hand.`,
        ]),
    ...(passages.length === 0
      ? []
      : [
          `${count(passages.length, 'passage')} could not be found in ${passages.length === 1 ? 'its source' : 'their sources'}: ${words(passages)}.`,
        ]),
    ...(quotations.length === 0
      ? []
      : [
          `${count(quotations.length, 'quotation')} of the annotations ${quotations.length === 1 ? 'is' : 'are'} not in the text any more: ${words(quotations)}.`,
        ]),
    ...(described.length === 0
      ? []
      : [
          `${count(described.length, 'quotation')} ${described.length === 1 ? 'comes' : 'come'} from a source that was only described: ${described.length === 1 ? 'link it' : 'link them'} by hand.`,
        ]),
  ];
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

function words(left: readonly LeftUnlinked[]): string {
  return list(left.map((one) => quoted(clip(one.words, 60))));
}

function list(all: readonly string[]): string {
  const shown = all.slice(0, MOST_NAMED);
  const rest = all.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
