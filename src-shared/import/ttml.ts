import type { Element, Nodes, Root } from 'xast';
import { dateFrom } from '../document/date';
import { languageTag, oneLine } from '../document/imported';
import { StetError } from '../errors';
import type { Extraction } from '../model/source';
import { type Cue, cueLine, extractCues } from './subtitles';
import { childElements, elementsNamed, localName, readXml, textNamed, xmlAttribute } from './xml';

/*
 * Timed Text Markup Language 2 (W3C): times on paragraphs, spans and the elements around them,
 * speakers as agents of the metadata.
 */

interface Clock {
  frameRate: number;
  tickRate: number;
}

interface Times {
  start: number;
  end: number;
}

/** Reads TTML or its older form DFXP: each timed paragraph or span is a cue. */
export function extractTtml(bytes: Uint8Array, name: string): Extraction {
  const root = readXml(name, bytes);
  const tt = childElements(root).find((element) => localName(element) === 'tt');
  if (!tt) throw new StetError('format-unsupported', { name });
  const clock = clockOf(tt);
  const agents = agentsOf(root);
  const cues: Cue[] = [];
  for (const body of elementsNamed(tt, 'body')) {
    collect(body, { start: 0, end: Number.POSITIVE_INFINITY }, null, { clock, agents, cues });
  }
  const head = childElements(tt).find((element) => localName(element) === 'head');
  const title = head ? oneLine(textNamed(head, 'title')) : null;
  return {
    ...extractCues(cues, languageTag(xmlAttribute(tt, 'lang'))),
    title,
    date: title === null ? null : dateFrom(title),
  };
}

interface Collecting {
  clock: Clock;
  agents: ReadonlyMap<string, string>;
  cues: Cue[];
}

function collect(
  element: Element,
  around: Times,
  agent: string | null,
  collecting: Collecting,
): void {
  const times = timesOf(element, around, collecting.clock);
  const speaker = speakerOf(element, collecting.agents) ?? agent;
  const hasTimes = (one: Element) =>
    xmlAttribute(one, 'begin') !== null || xmlAttribute(one, 'end') !== null;
  const timedInside = localName(element) === 'p' && elementsNamed(element, 'span').some(hasTimes);
  if (localName(element) !== 'p' && localName(element) !== 'span') {
    for (const child of childElements(element)) collect(child, times, speaker, collecting);
    return;
  }
  if (timedInside) {
    for (const span of childElements(element)) {
      if (localName(span) === 'span') collect(span, times, speaker, collecting);
    }
    return;
  }
  const lines = linesOf(element);
  const label = speaker ?? spanSpeaker(element, collecting.agents);
  if (lines.length === 0) return;
  collecting.cues.push({
    time: round(times.start),
    endTime: round(Number.isFinite(times.end) ? times.end : times.start),
    lines,
    ...(label === null ? {} : { speaker: label }),
  });
}

function spanSpeaker(element: Element, agents: ReadonlyMap<string, string>): string | null {
  const found = elementsNamed(element, 'span').map((span) => speakerOf(span, agents));
  return found.find((one) => one !== null) ?? null;
}

function speakerOf(element: Element, agents: ReadonlyMap<string, string>): string | null {
  const references = xmlAttribute(element, 'agent')?.trim().split(/\s+/) ?? [];
  const names = references.map((id) => agents.get(id) ?? id).filter((one) => one !== '');
  return names.length === 0 ? null : oneLine(names.join(' & '));
}

/** The names of `ttm:agent` elements by their ids. */
function agentsOf(root: Root): Map<string, string> {
  return new Map(
    elementsNamed(root, 'agent').flatMap((agent) => {
      const id = xmlAttribute(agent, 'id');
      const names = elementsNamed(agent, 'name');
      const full = names.find((one) => /^(?:full|alias)$/.test(xmlAttribute(one, 'type') ?? ''));
      const named = full ?? names[0];
      const text = named ? oneLine(plain(named)) : null;
      return id === null || text === null ? [] : [[id, text] as const];
    }),
  );
}

function timesOf(element: Element, around: Times, clock: Clock): Times {
  const begin = secondsOf(xmlAttribute(element, 'begin'), clock);
  const end = secondsOf(xmlAttribute(element, 'end'), clock);
  const duration = secondsOf(xmlAttribute(element, 'dur'), clock);
  const start = around.start + (begin ?? 0);
  const own =
    end !== null
      ? around.start + end
      : duration !== null
        ? start + duration
        : Number.POSITIVE_INFINITY;
  return { start, end: Math.min(own, around.end) };
}

/** "00:01:02.5", "00:01:02:12" with frames, "62.5s", "1500ms", "625000t", "1500f". */
function secondsOf(value: string | null, { frameRate, tickRate }: Clock): number | null {
  if (value === null) return null;
  const time = /^\s*(\d+):(\d{1,2}):(\d{1,2}(?:\.\d+)?)(?::(\d+(?:\.\d+)?))?\s*$/.exec(value);
  if (time) {
    const [, hours, minutes, seconds, frames = '0'] = time;
    return (
      Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(frames) / frameRate
    );
  }
  const offset = /^\s*(\d+(?:\.\d+)?)(h|ms|m|s|f|t)\s*$/.exec(value);
  if (!offset?.[2]) return null;
  const count = Number(offset[1]);
  switch (offset[2]) {
    case 'h':
      return count * 3600;
    case 'm':
      return count * 60;
    case 'ms':
      return count / 1000;
    case 'f':
      return count / frameRate;
    case 't':
      return count / tickRate;
    default:
      return count;
  }
}

function clockOf(tt: Element): Clock {
  const multiplier = xmlAttribute(tt, 'frameRateMultiplier')
    ?.trim()
    .split(/[\s:]+/)
    .map(Number);
  const [numerator = 1, denominator = 1] = multiplier ?? [];
  const frames = Number(xmlAttribute(tt, 'frameRate') ?? 30) || 30;
  const ticks = Number(xmlAttribute(tt, 'tickRate') ?? 0);
  const frameRate = frames * (denominator > 0 && numerator > 0 ? numerator / denominator : 1);
  return { frameRate, tickRate: ticks > 0 ? ticks : frameRate };
}

/** The lines of a cue; `br` parts them. */
function linesOf(element: Element): string[] {
  return plain(element)
    .split('\n')
    .map((line) => cueLine(line.replace(/\s+/g, ' ').trim()))
    .filter((line) => line !== '');
}

function plain(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value.replace(/\s+/g, ' ');
  if (node.type !== 'element') return '';
  if (localName(node) === 'br') return '\n';
  if (localName(node) === 'metadata') return '';
  return node.children.map((child) => plain(child)).join('');
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
