import { dateFrom } from '../document/date';
import { languageTag, oneLine } from '../document/imported';
import type { Extraction } from '../model/source';
import { guessLanguage } from '../quotation/detect/language';
import { layOut, type SourceParagraph } from './layout';
import { isLabel, secondsOf } from './turns';

const TIMING =
  /^\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})/;
const LABEL = /^([\p{Lu}\p{Lo}][^:<>"“”]{0,40}?):(?:\s+|$)/u;
const SENTENCE_END = /[.!?…]["”’»)]*$/;
/** A silence after which a new paragraph starts, in seconds. */
const PAUSE = 4;
/** Paragraphs end at the first sentence end after this many characters. */
const LONG_PARAGRAPH = 500;

/** Lines that are shown together; times in seconds. Lines may have the tags of WebVTT. */
export interface Cue {
  time: number;
  endTime: number;
  lines: string[];
  /** Who says all of it, where the file says so apart from the lines. */
  speaker?: string;
}

/** Words of one voice within one cue. */
interface Utterance {
  time: number;
  endTime: number;
  speaker: string | null;
  /** A dash at the start of the line: somebody else speaks, unnamed. */
  isNewVoice: boolean;
  text: string;
}

/** Reads WebVTT or SubRip: cues are joined into turns of speech, each cue's times are kept. */
export function extractSubtitles(text: string): Extraction {
  const header = /^WEBVTT[^\n]*/.exec(text)?.[0] ?? '';
  const title = oneLine(header.replace(/^WEBVTT\s*[-–—:]?\s*/, ''));
  const declared = /^Language:\s*(\S+)/im.exec(text.slice(0, 1000))?.[1];
  return {
    ...extractCues(cuesOf(text), languageTag(declared)),
    title,
    date: title === null ? null : dateFrom(title),
    ...(isByMachine(text) ? { versionKind: 'machine' as const } : {}),
  };
}

/** How far into a file its notes and its first words are looked at, in characters. */
const BEGINNING = 8_000;
/** What speech-to-text programs say of themselves, or write of their words, outside the words. */
const MACHINE =
  /\b(?:auto(?:matic(?:ally)?)?[- ]?(?:generated|transcribed|captions?|transcript(?:ion)?)|machine[- ](?:generated|transcribed|transcript(?:ion)?)|speech[- ]to[- ]text|recogni[sz]ability|whisper|kind:\s*asr)\b|\bconfidence\s*[:=]/i;
/** Each word with its own time, as programs write them that hear one after another. */
const TIMED_WORDS = /<\d{1,2}:\d{2}(?::\d{2})?[.,]\d{3}>\s*<c[^>]*>[^<]*<\/c>/;

/**
 * True where subtitles say that nobody typed them: in the header or a note of WebVTT, or by timing
 * single words. What is said in the cues themselves does not count.
 */
function isByMachine(text: string): boolean {
  const start = text.slice(0, BEGINNING);
  if (TIMED_WORDS.test(start)) return true;
  if (!start.startsWith('WEBVTT')) return false;
  const blocks = start.split(/\n[ \t]*\n/);
  return blocks.some(
    (block, index) => (index === 0 || /^NOTE\b/.test(block)) && MACHINE.test(block),
  );
}

/** A line of a cue from plain text: nothing in it is a tag. */
export function cueLine(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Joins cues into turns of speech; nothing is known of them but their words. */
export function extractCues(cues: readonly Cue[], language: string | null): Extraction {
  const laidOut = layOut(paragraphsOf(utterancesOf(withoutRepeats(cues))));
  return {
    title: null,
    kind: 'subtitles',
    medium: 'spoken',
    language: language ?? guessLanguage(laidOut.text),
    date: null,
    url: null,
    creator: null,
    ...laidOut,
  };
}

function cuesOf(text: string): Cue[] {
  const cues: Cue[] = [];
  for (const block of text.split(/\n[ \t]*\n/)) {
    const lines = block.split('\n');
    if (/^(?:NOTE|STYLE|REGION)\b/.test(block.trim())) continue;
    const at = lines.findIndex((line) => TIMING.test(line));
    const timing = TIMING.exec(lines[at] ?? '');
    if (!timing?.[1] || !timing[2]) continue;
    cues.push({
      time: secondsOf(timing[1]),
      endTime: secondsOf(timing[2]),
      lines: lines.slice(at + 1).filter((line) => line.trim() !== ''),
    });
  }
  return cues;
}

/** Captions that roll up repeat the line before: each line counts once. */
function withoutRepeats(cues: readonly Cue[]): Cue[] {
  let previous: Cue | null = null;
  return cues.map((cue) => {
    const last: Cue | null = previous;
    previous = cue;
    if (!last || cue.time - last.endTime > 0.5) return cue;
    const shown = new Set(last.lines.map((line) => words(line)));
    const isRepeat = (line: string, index: number) =>
      index < cue.lines.length - 1 && shown.has(words(line));
    const isHeld =
      cue.lines.length === 1 && last.lines.length > 1 && shown.has(words(cue.lines[0] ?? ''));
    return {
      ...cue,
      lines: isHeld ? [] : cue.lines.filter((line, index) => !isRepeat(line, index)),
    };
  });
}

/** The words of a line without tags and positions. */
function words(line: string): string {
  return line
    .replace(/<[^>]*>|\{\\[^}]*\}/g, '')
    .replace(
      /&(amp|lt|gt|nbsp|lrm|rlm|quot|#39);/g,
      (entity, name: string) => ENTITY[name] ?? entity,
    )
    .replace(/[ \t]+/g, ' ')
    .trim();
}

const ENTITY: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '',
  rlm: '',
  quot: '"',
  '#39': "'",
};

function utterancesOf(cues: readonly Cue[]): Utterance[] {
  const labels = labelsOf(cues);
  let before: string | null = null;
  return cues.flatMap(({ time, endTime, lines, speaker: named = null }) => {
    // Where the file names who speaks apart from the words, a cue without a name is nobody's.
    const isUnnamed = named === null && before !== null;
    before = named;
    const all: Utterance[] = [];
    for (const part of lines.join('\n').split(/(?=<v[.\s])/)) {
      const voice = /^<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(part)?.[1] ?? null;
      let isFirst = true;
      for (const line of part.split('\n')) {
        const dashed = /^(?:[-–—]|>>+)\s*(?=\S)/.exec(words(line))?.[0] ?? '';
        const rest = words(line).slice(dashed.length);
        const label = LABEL.exec(rest);
        const isNamed = label?.[1] !== undefined && labels.has(label[1]);
        const text = isNamed ? rest.slice(label[0].length) : rest;
        const said = (voice && words(voice)) ?? named;
        const speaker = isNamed ? (label[1] ?? null) : isFirst ? said : null;
        const last = all.at(-1);
        if (speaker === null && dashed === '' && last) {
          last.text = `${last.text} ${text}`.trim();
        } else if (text !== '' || speaker !== null) {
          all.push({
            time,
            endTime,
            speaker,
            isNewVoice: dashed !== '' || (isUnnamed && all.length === 0),
            text,
          });
        }
        isFirst = false;
      }
    }
    return all;
  });
}

/** Labels are names in capitals, or names that come back. */
function labelsOf(cues: readonly Cue[]): Set<string> {
  const counts = new Map<string, number>();
  for (const line of cues.flatMap((cue) => cue.lines)) {
    const label = LABEL.exec(words(line).replace(/^(?:[-–—]|>>+)\s*/, ''))?.[1];
    if (label !== undefined && isLabel(label)) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const isCapitals = (label: string) => label.length > 1 && label === label.toUpperCase();
  return new Set(
    [...counts].flatMap(([label, count]) => (count > 1 || isCapitals(label) ? [label] : [])),
  );
}

function paragraphsOf(utterances: readonly Utterance[]): SourceParagraph[] {
  const paragraphs: SourceParagraph[] = [];
  let speaker: string | null = null;
  let endTime = 0;
  for (const utterance of utterances) {
    const last = paragraphs.at(-1);
    const changes = utterance.speaker !== null && utterance.speaker !== speaker;
    const isUnnamed = utterance.isNewVoice && utterance.speaker === null;
    if (isUnnamed) speaker = null;
    else if (utterance.speaker !== null) speaker = utterance.speaker;
    const { text, time } = utterance;
    const segment = { text, time, endTime: utterance.endTime };
    if (changes || isUnnamed || !last || endsParagraph(last, time - endTime)) {
      paragraphs.push({
        ...(changes && speaker !== null ? { label: speaker } : {}),
        ...(speaker === null ? {} : { speaker }),
        segments: [segment],
      });
    } else {
      last.segments.push(segment);
    }
    endTime = utterance.endTime;
  }
  return paragraphs;
}

function endsParagraph(paragraph: SourceParagraph, pause: number): boolean {
  const spoken = paragraph.segments.filter((segment) => segment.text !== '');
  const lastWords = spoken.at(-1)?.text ?? '';
  if (!SENTENCE_END.test(lastWords)) return false;
  const length = spoken.reduce((sum, segment) => sum + segment.text.length, 0);
  return pause >= PAUSE || length >= LONG_PARAGRAPH;
}
