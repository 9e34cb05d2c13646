import type { CreditRole } from '../model/byline';
import { BARE_LABELS, PREFIXES, ROLE_MARKERS, type RoleMarker, WITH } from './parse-words';

/** A stretch of a byline whose names share their roles. */
export interface Credit {
  text: string;
  roles: readonly CreditRole[];
}

const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const UPDATED =
  /[\s|·•,–—-]+(?:last\s+)?(?:updated|published|posted|modified|aktualisiert|mis à jour|publié le|actualizado|publicado)\b.*$/isu;
const DATE_TAIL = new RegExp(
  `[\\s|·•,–—-]+(?:\\d{1,2}\\s+(?:${MONTH})|(?:${MONTH})\\.?\\s+\\d{1,2},?)\\s+\\d{4}.*$`,
  'isu',
);
const BULLET = /^[\s•·*▪◦‣|–—-]+/u;

/** Takes off what surrounds the names: bullets, brackets round the whole, "Updated …". */
function stripSurroundings(text: string): string {
  let result = text.replace(UPDATED, '').replace(DATE_TAIL, '').replace(BULLET, '').trim();
  const whole = /^\(([^()]*)\)\.?$/su.exec(result)?.[1];
  if (whole) result = whole.trim();
  return result;
}

/** The lines after the first are title, house and place, unless they begin a credit. */
function joinLines(text: string): string {
  const lines = text.split(/\s*[\r\n]+\s*/u).filter((line) => line !== '');
  return lines.reduce((joined, line) => {
    const starts = markerAt(line) !== null || /^by\s/iu.test(line);
    return `${joined.replace(/[,;]$/u, '')}${starts ? '; ' : ', '}${line}`;
  });
}

/** Cuts a byline into credits, in order (STANDARDS 4.3, rules 2 and 3). */
export function splitCredits(input: string, language: string | undefined): Credit[] {
  if (input.trim() === '') return [];
  const stripped = stripSurroundings(input);
  if (stripped === '') return [];
  let text = joinLines(stripped)
    .replace(/\s*\|\s*/gu, ', ')
    .replace(/\s+/gu, ' ')
    .replace(/\s?·\s?|\s[/／]\s/gu, ', ');
  if (!markerAt(text)) text = stripPrefix(text, language);
  return collectCredits(text);
}

function stripPrefix(text: string, language: string | undefined): string {
  const known = language ? PREFIXES[language] : undefined;
  const candidates = known
    ? [known, PREFIXES.en]
    : language
      ? [PREFIXES.en]
      : Object.entries(PREFIXES).flatMap(([tag, pattern]) => (tag === 'it' ? [] : [pattern]));
  for (const pattern of candidates) {
    const prefix = pattern?.exec(text)?.[0];
    if (!prefix) continue;
    // A small "von" or "di" without a language is part of a name.
    if (!language && /^(?:von|av|af)/u.test(prefix)) continue;
    return text.slice(prefix.length);
  }
  return text;
}

function markerAt(text: string): { length: number; roles: readonly CreditRole[] } | null {
  for (const marker of ROLE_MARKERS) {
    const match = marker.pattern.exec(text);
    if (match) return { length: match[0].length, roles: marker.roles };
  }
  return null;
}

function anyMarker(
  text: string,
  markers: readonly RoleMarker[],
): { length: number; roles: readonly CreditRole[] } | null {
  for (const marker of markers) {
    const match = marker.pattern.exec(text);
    if (match) return { length: match[0].length, roles: marker.roles };
  }
  return null;
}

const LABEL_MARKERS = ROLE_MARKERS.filter((marker) => marker.anywhere);

/** Walks over the words; a marker at a break begins a new credit. */
function collectCredits(text: string): Credit[] {
  const credits: Credit[] = [];
  let roles: readonly CreditRole[] = ['author'];
  let start = 0;
  const bare = anyMarker(text, BARE_LABELS) !== null;
  const close = (end: number) => {
    const stretch = text
      .slice(start, end)
      .replace(/(?:[\s,;]|\s(?:and|und|et|y)|\.(?=\s*$))+$/iu, '')
      .trim();
    const contributed = /^(.*?)\s+(?:also\s+)?contributed(?:\s.*)?$/iu.exec(stretch)?.[1];
    if (contributed) credits.push({ text: contributed, roles: ['additional-reporting'] });
    else if (stretch !== '') credits.push({ text: restoreStop(text, start, end, stretch), roles });
  };
  for (let at = 0; at < text.length; at += 1) {
    const atWord = at === 0 || /[\s(;]/u.test(text.charAt(at - 1));
    if (!atWord || /\s/u.test(text.charAt(at))) continue;
    const rest = text.slice(at, at + 60);
    const before = text.slice(Math.max(start, at - 6), at);
    const atBreak = at === start || /(?:[;.,(]\s*|\s(?:and|und|et)\s)$/iu.test(before);
    const found =
      (atBreak ? markerAt(rest) : null) ??
      anyMarker(rest, LABEL_MARKERS) ??
      (bare ? anyMarker(rest, BARE_LABELS) : null);
    const joined = !found && at > start ? WITH.exec(rest)?.[0] : undefined;
    if (found) {
      close(at);
      roles = found.roles;
      start = at + found.length;
      at = start - 1;
    } else if (joined) {
      close(at);
      roles = ['with'];
      start = at + joined.length;
      at = start - 1;
    } else if (text.charAt(at - 1) === ';' || (text.charAt(at - 2) === ';' && at - 1 > start)) {
      close(at);
      start = at;
    } else if (beginsSentence(text, at, start)) {
      close(at);
      start = at;
      roles = ['author'];
    }
  }
  close(text.length);
  return credits;
}

/** ". Jane Doe contributed reporting": a sentence of its own, not the initial in "J. Doe". */
function beginsSentence(text: string, at: number, start: number): boolean {
  if (at - start < 6 || text.slice(at - 2, at) !== '. ') return false;
  const word = /(\S+)\.\s$/u.exec(text.slice(Math.max(0, at - 20), at))?.[1] ?? '';
  const abbreviated = /^(?:\p{L}|jr|sr|dr|st|prof|mrs?|ms|rev|hon|gen|col|capt|maj|lt)$/iu.test(
    word,
  );
  return !abbreviated && !word.includes('.') && /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/** Keeps the full stop of "Jr." and of an initial at the end of a stretch. */
function restoreStop(text: string, start: number, end: number, stretch: string): string {
  const abbreviated = /(?:^|\s)(?:Jr|Sr|\p{Lu})$/u.test(stretch);
  return abbreviated && text.slice(start, end).includes(`${stretch}.`) ? `${stretch}.` : stretch;
}
