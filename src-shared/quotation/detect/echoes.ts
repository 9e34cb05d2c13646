import type { Span, SpanText } from '../../model/span';
import { classAt, LETTER_OR_NUMBER } from '../speaker/lexicon';
import { surnameOf } from '../speaker/people';
import type { DetectedQuotation, DetectedSpeaker, Detection } from './detect';
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
  const echoes: SpanText[] = [];
  const taken: DetectedQuotation[] = [];
  const fragments = detection.notQuotations
    .filter(({ kind, end }) => kind === 'scare' && end <= headline.end)
    .slice(0, MAXIMUM_ECHOES);
  for (const fragment of fragments) {
    const said = echoOf(fragment, detection.quotations);
    if (!said) continue;
    const { start, end, text: words } = fragment;
    echoes.push(fragment);
    taken.push({
      start,
      end,
      text: words,
      kind: 'fragment',
      parts: [{ start, end }],
      speaker: speakerIn(text, headline, said.speaker),
      channel: null,
      cue: null,
    });
  }
  if (echoes.length === 0) return detection;
  return {
    ...detection,
    quotations: [...taken, ...detection.quotations].sort((a, b) => a.start - b.start),
    notQuotations: detection.notQuotations.filter(
      ({ start }) => !echoes.some((echo) => echo.start === start),
    ),
  };
}

/** The speaker of the echoed words, if the headline has the surname: "Beck calls plan ‘reckless’". */
function speakerIn(
  text: string,
  headline: Span,
  speaker: DetectedSpeaker | null,
): DetectedSpeaker | null {
  if (!speaker?.name) return null;
  const surname = surnameOf(speaker.name);
  const line = text.slice(headline.start, headline.end);
  const at = line.indexOf(surname);
  const end = at + surname.length;
  if (at < 0 || (at > 0 && classAt(line, at - 1) & LETTER_OR_NUMBER)) return null;
  if (end < line.length && classAt(line, end) & LETTER_OR_NUMBER) return null;
  const start = headline.start + at;
  const confidence = Math.min(0.6, speaker.confidence);
  return { start, end: start + surname.length, text: surname, name: speaker.name, confidence };
}

/** The quotation with a speaker that has the words of a fragment before it. */
function echoOf(
  fragment: SpanText,
  quotations: readonly DetectedQuotation[],
): DetectedQuotation | undefined {
  const words = innerText(fragment.text).toLowerCase();
  return quotations.find(({ start, speaker, text }) => {
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
