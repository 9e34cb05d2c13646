import type { Segment, SourceParagraph } from './layout';
import { withLabels } from './transcript-layouts';

/*
 * Speaker labels and timecodes at the start of lines, as transcripts have them:
 *   [00:07:52] MARA LIND: No, it can't.
 *   Mara Lind (07:52): No, it can't.
 *   Mara Lind  7:52
 *   No, it can't.
 */

const TIME = String.raw`(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)`;
const RANGE_END = String.raw`(?:\s*(?:-->|[-–—,])\s*${TIME})?`;
const BRACKETED_TIME = new RegExp(String.raw`^[[(]\s*${TIME}${RANGE_END}\s*[\])]\s*[-–—:]?\s*`);
const BARE_TIME = new RegExp(String.raw`^${TIME}${RANGE_END}(?=\s|$)\s*[-–—]?\s*`);
const LABEL = new RegExp(
  String.raw`^([\p{Lu}\p{Lo}][^:\n[\]()<>“”"]{0,60}?(?:\s*\([^):\d][^):]{0,40}\)){0,2})\s*(?:[[(]\s*${TIME}\s*[\])])?\s*:(?=\s|$)\s*`,
  'u',
);
const NAME_THEN_TIME = new RegExp(
  String.raw`^([\p{Lu}\p{Lo}][^:\n[\]()<>“”"]{0,60}?)\s+[[(]?${TIME}${RANGE_END}[\])]?$`,
  'u',
);
/** Meetings saved as text: "[Mara Lind] 10:02:03". */
const BRACKETED_NAME = new RegExp(String.raw`^\[([\p{Lu}\p{Lo}][^\]\n]{0,60})\]\s+${TIME}$`, 'u');
/** Verbatim reports of the European Parliament: "Mara Lind (PPE), rapporteur. – Madam President". */
const NAME_THEN_DASH =
  /^([\p{Lu}\p{Lo}][^:.\n[\]()<>“”"]{1,60}?)\s*(\([^)\n]{1,20}\))(?:,[^.\n]{1,60})?\.\s*[–—]\s+(?=\S)/u;
const INLINE_TIME = new RegExp(String.raw`(?<=^|\s)[[(]${TIME}[\])](?=\s|$)`, 'g');
const PARTICLE =
  /^(?:of|the|de|da|di|del|della|van|von|der|den|la|le|al|el|bin|y|and|for|to|e|du|dos)$/;
const ROLE =
  /^(?:q|a|question|answer|interviewer|interviewee|reporter|moderator|host|speaker ?\w?\d*|caller|f|frage|antwort)$/i;

/** Labels of facts about a text, which nobody speaks. */
const FACT =
  /^(?:date|time|place|location|venue|present|apologies|absent|recorded|recording|subject|title|topic|note|notes|nb|source|transcript|transcribed|duration|length|participants|speakers|file|from|to|cc|bcc|sent|status|author|by|published|updated|summary|contact|tel|phone|e-?mail|web|url|https?|example|warning|datum|ort|zeit|thema|betreff|von|an|quelle|objet|lieu|fecha|lugar)$/i;

/** What the start of a line says; `rest` is the line without it. */
export interface LineStart {
  label: string | null;
  time: number | null;
  endTime: number | null;
  rest: string;
}

/** Seconds of `7:52`, `00:07:52` or `00:07:52.250`. */
export function secondsOf(time: string): number {
  const [last = '0', minutes = '0', hours = '0'] = time.replace(',', '.').split(':').reverse();
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(last)) * 1000) / 1000;
}

/** Reads label and timecode at the start of a line, in either order. */
export function lineStart(line: string): LineStart {
  const text = line.trim();
  const before = BRACKETED_TIME.exec(text) ?? BARE_TIME.exec(text);
  const afterTime = before ? text.slice(before[0].length) : text;
  const times = { time: seconds(before?.[1]), endTime: seconds(before?.[2]) };
  const label = LABEL.exec(afterTime);
  if (label?.[1] && isLabel(label[1])) {
    const rest = afterTime.slice(label[0].length);
    const time = times.time ?? seconds(label[2]);
    const behind = time === null ? BRACKETED_TIME.exec(rest) : null;
    if (behind) {
      const behindTimes = { time: seconds(behind[1]), endTime: seconds(behind[2]) };
      return { label: label[1].trim(), ...behindTimes, rest: rest.slice(behind[0].length) };
    }
    return { label: label[1].trim(), ...times, time, rest };
  }
  const named = before ? null : (NAME_THEN_TIME.exec(text) ?? BRACKETED_NAME.exec(text));
  if (named?.[1] && isLabel(named[1])) {
    const [, name, start, end] = named;
    return { label: name.trim(), time: seconds(start), endTime: seconds(end), rest: '' };
  }
  const dashed = before ? null : NAME_THEN_DASH.exec(text);
  if (dashed?.[1] && isLabel(dashed[1])) {
    const rest = text.slice(dashed[0].length);
    return { label: `${dashed[1].trim()} ${dashed[2]}`, time: null, endTime: null, rest };
  }
  // A time without brackets may open any sentence: it counts only where nothing else is on the line.
  if (before && (BRACKETED_TIME.test(text) || afterTime === '')) {
    return { label: null, ...times, rest: afterTime };
  }
  return { label: null, time: null, endTime: null, rest: text };
}

function seconds(time: string | undefined): number | null {
  return time === undefined ? null : secondsOf(time);
}

/** A name or a role: few words, each with a capital or a number, or a small word between them. */
export function isLabel(text: string): boolean {
  const label = text.replace(/\([^)]*\)/g, '').trim();
  if (label === '' || FACT.test(label) || /^BY\s/.test(label)) return false;
  const words = label.split(/\s+/);
  return (
    words.length <= 6 &&
    words.every((word) => /^[\p{Lu}\p{Lo}\p{Nd}&(]/u.test(word) || PARTICLE.test(word)) &&
    !/[.!?]$/.test(label.replace(/\b\p{L}{1,3}\.$/u, ''))
  );
}

/**
 * The turns of a transcript, or null where a text is none: a transcript has timecodes at the start
 * of lines, or labels that come back and stand before a good part of its paragraphs.
 */
export function turnsOf(asPrinted: readonly string[]): SourceParagraph[] | null {
  const paragraphs = withLabels(asPrinted);
  const starts = paragraphs.flatMap((paragraph) => paragraph.split('\n').map(lineStart));
  const labels = starts.flatMap(({ label }) => (label === null ? [] : [label]));
  const times = starts.filter(({ time }) => time !== null).length;
  const comesBack = new Set(labels).size < labels.length;
  const count = paragraphs.length;
  const byTime = times >= 2 && times * 5 >= count;
  const byLabel =
    labels.length >= 2 &&
    (comesBack || labels.some((label) => ROLE.test(label))) &&
    labels.length * 5 >= count * 2;
  return byTime || byLabel ? readTurns(paragraphs, prefaceLength(paragraphs, byTime)) : null;
}

/** How many paragraphs stand before the first turn: who spoke, where and when. */
function prefaceLength(paragraphs: readonly string[], isTimed: boolean): number {
  const lines = paragraphs.map((paragraph) => paragraph.split('\n'));
  if (isTimed) {
    const first = lines.findIndex((all) => all.some((line) => lineStart(line).time !== null));
    return Math.max(0, first);
  }
  const firstTurn = lines.findIndex(
    (all) => !all.some(isFact) && all.some((line) => lineStart(line).label !== null),
  );
  return Math.max(0, firstTurn);
}

function isFact(line: string): boolean {
  const name = /^([^:]{2,30}):/.exec(line.trim())?.[1];
  return name !== undefined && FACT.test(name.trim());
}

function readTurns(paragraphs: readonly string[], preface: number): SourceParagraph[] {
  const turns: SourceParagraph[] = paragraphs
    .slice(0, preface)
    .map((text) => ({ segments: [{ text }] }));
  let speaker: string | undefined;
  for (const paragraph of paragraphs.slice(preface)) {
    let current: SourceParagraph | null = null;
    for (const line of paragraph.split('\n')) {
      const { label, time, endTime, rest } = lineStart(line);
      const segment: Segment = {
        text: rest,
        ...(time === null ? {} : { time }),
        ...(endTime === null ? {} : { endTime }),
      };
      if (label !== null) {
        speaker = label;
        const lead = time === null ? loneTime(turns.at(-1)) : null;
        if (lead) {
          turns.pop();
          Object.assign(segment, lead);
        }
        current = { label, speaker: label, segments: [segment] };
        turns.push(current);
        continue;
      }
      current ??= openTurn(turns.at(-1));
      const last = current?.segments.at(-1);
      if (!current) {
        current = { ...(speaker === undefined ? {} : { speaker }), segments: [segment] };
        turns.push(current);
      } else if (time === null && last) {
        // A line of the same stretch: the label stood on a line of its own, or the line was broken.
        last.text = last.text === '' ? rest : `${last.text}${speaker ? ' ' : '\n'}${rest}`;
      } else {
        current.segments.push(segment);
      }
    }
  }
  return timesOntoWords(turns.map(atInlineTimes));
}

/** The time of a line above a label that holds nothing else. */
function loneTime(turn: SourceParagraph | undefined): Pick<Segment, 'time' | 'endTime'> | null {
  const [only, ...others] = turn?.segments ?? [];
  if (!only || others.length > 0 || only.text !== '' || only.time === undefined) return null;
  if (turn?.label !== undefined) return null;
  const { time, endTime } = only;
  return { time, ...(endTime === undefined ? {} : { endTime }) };
}

/** Times inside a paragraph start stretches of their own. */
function atInlineTimes({ segments, ...turn }: SourceParagraph): SourceParagraph {
  return { ...turn, segments: segments.flatMap(splitAtTimes) };
}

function splitAtTimes(segment: Segment): Segment[] {
  const { text } = segment;
  const stretches: Segment[] = [];
  let current: Segment = { ...segment, text: '' };
  let from = 0;
  for (const match of text.matchAll(INLINE_TIME)) {
    stretches.push({ ...current, text: text.slice(from, match.index).trim() });
    current = { text: '', time: secondsOf(match[1] ?? '') };
    from = match.index + match[0].length;
  }
  if (from === 0) return [segment];
  stretches.push({ ...current, text: text.slice(from).trim() });
  return stretches;
}

/** A label or timecode alone in its paragraph: the words come in the next one. */
function openTurn(turn: SourceParagraph | undefined): SourceParagraph | null {
  return turn?.segments.every((segment) => segment.text === '') ? turn : null;
}

/** A segment that has a time but no words hands its time to the one after it. */
function timesOntoWords(turns: readonly SourceParagraph[]): SourceParagraph[] {
  return turns.map((turn) => {
    const segments: Segment[] = [];
    let time: number | undefined;
    for (const segment of turn.segments) {
      if (segment.text === '') {
        time = segment.time ?? time;
        continue;
      }
      const own = segment.time ?? time;
      segments.push(own === undefined ? segment : { ...segment, time: own });
      time = undefined;
    }
    return { ...turn, segments };
  });
}
