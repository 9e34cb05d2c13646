import type { Span, SpanText } from '../../model/span';
import { classAt, LETTER_OR_NUMBER } from '../speaker/lexicon';
import type { DetectedQuotation, Detection } from './detect';
import { innerText } from './not-quotation';

/** No headline holds more fragments than this. */
const MAXIMUM_ECHOES = 4;

/**
 * A fragment of the headline is a quotation where the article quotes somebody with these words:
 * "Mayor's ‘reckless’ plan", and below it "“This is a reckless plan,” said …".
 */
export function takeEchoes(
  text: string,
  headline: Span | undefined,
  detection: Detection,
): Detection {
  if (!headline || /[.:]$/u.test(text.slice(headline.start, headline.end))) return detection;
  const echoes = detection.notQuotations
    .filter(({ kind, end }) => kind === 'scare' && end <= headline.end)
    .slice(0, MAXIMUM_ECHOES)
    .filter((fragment) => isEchoed(fragment, detection.quotations));
  if (echoes.length === 0) return detection;
  const taken = echoes.map(
    ({ start, end, text: words }): DetectedQuotation => ({
      start,
      end,
      text: words,
      kind: 'fragment',
      parts: [{ start, end }],
      speaker: null,
      channel: null,
      cue: null,
    }),
  );
  return {
    ...detection,
    quotations: [...taken, ...detection.quotations].sort((a, b) => a.start - b.start),
    notQuotations: detection.notQuotations.filter(
      ({ start }) => !echoes.some((echo) => echo.start === start),
    ),
  };
}

function isEchoed(fragment: SpanText, quotations: readonly DetectedQuotation[]): boolean {
  const words = innerText(fragment.text).toLowerCase();
  return quotations.some(({ start, speaker, text }) => {
    if (start < fragment.end || !speaker) return false;
    const said = text.toLowerCase();
    const at = said.indexOf(words);
    const end = at + words.length;
    return (
      at > 0 &&
      !(classAt(said, at - 1) & LETTER_OR_NUMBER) &&
      !(classAt(said, end) & LETTER_OR_NUMBER)
    );
  });
}
