import { languageTag } from '../document/imported';
import type { Extraction } from '../model/source';
import { type Cue, cueLine, extractCues } from './subtitles';

type Fields = Record<string, unknown>;

/** Words for the languages of Whisper's models, which older versions write out. */
const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  swedish: 'sv',
  czech: 'cs',
  polish: 'pl',
  russian: 'ru',
  ukrainian: 'uk',
};

/**
 * The transcript in the JSON of Whisper (`segments` with `start`, `end`, `text` in seconds, with a
 * `speaker` from WhisperX), of whisper.cpp (`transcription` with `offsets` in milliseconds) or of
 * services that write `utterances` in milliseconds; null for any other JSON.
 */
export function readSpeech(data: unknown): Extraction | null {
  const whole = isFields(data) ? data : {};
  const cues =
    cuesOf(Array.isArray(data) ? data : whole.segments, secondsCue) ??
    cuesOf(whole.transcription, offsetsCue) ??
    cuesOf(whole.utterances, millisecondsCue);
  if (!cues) return null;
  const result = isFields(whole.result) ? whole.result : {};
  const language = String(whole.language ?? result.language ?? '').toLowerCase();
  const known = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : languageTag(language);
  return { ...extractCues(cues, known ?? null), kind: 'transcript', versionKind: 'machine' };
}

/** Null where it is no list, or an element is no cue. */
function cuesOf(list: unknown, read: (fields: Fields) => Cue | null): Cue[] | null {
  if (!Array.isArray(list) || list.length === 0) return null;
  const cues: Cue[] = [];
  for (const one of list) {
    const cue = isFields(one) && typeof one.text === 'string' ? read(one) : null;
    if (!cue) return null;
    cues.push(cue);
  }
  return cues;
}

const secondsCue = (fields: Fields) => cue(fields, fields.start, fields.end, 1);

const millisecondsCue = (fields: Fields) => cue(fields, fields.start, fields.end, 1000);

const offsetsCue = (fields: Fields) =>
  isFields(fields.offsets) ? cue(fields, fields.offsets.from, fields.offsets.to, 1000) : null;

function cue(fields: Fields, start: unknown, end: unknown, unit: number): Cue | null {
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  const text = String(fields.text).trim();
  const { speaker } = fields;
  const name = typeof speaker === 'string' ? speaker.replace(/\s+/g, ' ').trim() : '';
  return {
    time: Math.round((start / unit) * 1000) / 1000,
    endTime: Math.round((end / unit) * 1000) / 1000,
    lines: text === '' ? [] : text.split('\n').map(cueLine),
    ...(name === '' ? {} : { speaker: name }),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
