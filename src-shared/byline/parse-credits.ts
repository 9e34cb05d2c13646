import type { CreditRole } from '../model/byline';
import { isKnownHouse } from './agency-words';
import { isOrganisation, kindOfName } from './parse-name';
import { isPlace } from './parse-place';
import { PREFIXES, WITH, WITH_FIRST } from './parse-words';
import { anyMarker, BARE_LABELS, markerAt, ROLE_MARKERS } from './role-markers';
import { stripSurroundings } from './strip-surroundings';

/** A stretch of a byline whose names share their roles. */
export interface Credit {
  text: string;
  roles: readonly CreditRole[];
  /** The words that gave the roles; empty for the authors' own. */
  phrase: string;
  /** "Jane Doe with John Roe": no comma parts it from the credit before. */
  isClose?: boolean;
  /** The words do not tell for certain whose roles they are. */
  isGuess?: boolean;
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
  const text = joinLines(stripped)
    .replace(/\s*\|\s*/gu, ', ')
    .replace(/\s+/gu, ' ')
    .replace(/^((?:by\s)?\S+)\s[/／]\s(?=\p{Lu})/iu, joinHouse)
    .replace(/^((?:\S+\s)?\S+)(?::|\sـ)\s(?=\S)/u, (whole, place: string) =>
      isPlace(place) && !markerAt(whole) ? `${place}, ` : whole,
    )
    .replace(/\s?[·•]\s?|\sـ\s|\s(?:[/／]{1,2}|[–—-]|::|>)\s/gu, ', ')
    .replace(/\s©\s(?=\p{Lu})/gu, ', ')
    .replace(/\[([^[\]]*)\]/gu, '($1)')
    .replace(/(\S+)\/([^\s,;/][^,;/]*)/gu, apartAtSlash)
    .replace(/(?:^|\s)\(\s*((?:with|avec|mit|con|med|met|com)\s[^()]*)\)(\s*\p{L})?/giu, besides)
    .replace(/\(([^()]*)\)/gu, (whole, inside: string) =>
      markerAt(inside) ? `; ${inside};` : whole,
    );
  const prefix = markerAt(text) || FROM_GROUP.test(text) ? '' : prefixOf(text, language);
  return collectCredits(text.slice(prefix.length), prefix, language);
}

/** "From Wire Reports" is printed so, with its first word. */
const FROM_GROUP =
  /^from\s(?:(?!and\s)\S+\s){0,3}(?:reports|services|wires|agencies|staff|sources)$/iu;

/** The words before the first name: "By ". */
function prefixOf(text: string, language: string | undefined): string {
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
    return prefix;
  }
  return '';
}

/** "Jane Doe (with John Roe)": without the brackets; "(with John Roe) Jane Doe": two credits. */
function besides(_: string, credit: string, next = ''): string {
  return ` ${credit}${/\p{Lu}$/u.test(next) ? ';' : ''}${next}`;
}

/** "EFE / Jane Doe": as "EFE/Jane Doe". */
function joinHouse(whole: string, house: string): string {
  return isKnownHouse(house.replace(/^by\s/iu, '')) ? `${house}/` : whole;
}

/** "Jane Doe/AFP": the house; "AFP/Reuters": two of them; "AFP/Jane Doe", the house first. */
function apartAtSlash(whole: string, before: string, after: string): string {
  const isGroup = isKnownHouse(before) || kindOfName(before) === 'collective';
  if (isGroup && isPlace(after)) return `${before}, ${after}`;
  if (!isOrganisation(after.replace(/[.\s]+$/u, ''))) {
    const isHouse = isKnownHouse(before);
    return isHouse && /^\p{Lu}\S*\s\p{Lu}/u.test(after) ? `${after}, ${before}` : whole;
  }
  return isKnownHouse(before) ? `${before} and ${after}` : `${before}, ${after}`;
}

const LABEL_MARKERS = ROLE_MARKERS.filter((marker) => marker.anywhere);

const CONTRIBUTED =
  /^(.+?)\s+(?:also\s+)?contributed(?:\s+(?:reporting|research|to\s+this\s+\p{L}+))*(?:\s+from\s+(\p{Lu}[^,;]*?))?(?:,?\s+and\s+(.+?)\s+from\s+(\p{Lu}[^,;]*?))?(?:[\s,].*)?$/u;

/** "John Roe contributed reporting from Paris, and Mary Major from London": names with their places. */
function whoContributed([, names = '', place, others, otherPlace]: RegExpExecArray): string {
  const first = place === undefined ? names : `${names} in ${place}`;
  return others === undefined ? first : `${first} and ${others} in ${otherPlace}`;
}

/** Walks over the words; a marker at a break begins a new credit. */
function collectCredits(text: string, prefix: string, language: string | undefined): Credit[] {
  const credits: Credit[] = [];
  let roles: readonly CreditRole[] = ['author'];
  let phrase = prefix;
  let start = 0;
  let isClose = false;
  const bare = anyMarker(text, BARE_LABELS) !== null;
  const close = (end: number) => {
    const stretch = text
      .slice(start, end)
      .replace(/(?:[\s,;]|\s(?:[Aa][Nn][Dd]|[Uu][Nn][Dd]|[Ee]t|en|[yeiи])|\.(?=\s*$))+$/u, '')
      .trim();
    const contributed = CONTRIBUTED.exec(stretch);
    if (contributed) {
      // "By Jane Doe, John Roe contributed reporting": the author comes first.
      const [, author, others] = (phrase && /^([^,]+),\s+(.+)$/u.exec(stretch)) || [];
      const rest = others === undefined ? contributed : CONTRIBUTED.exec(others);
      const isGuess = author !== undefined && rest !== null;
      if (isGuess) credits.push({ text: author, roles, phrase, isGuess });
      credits.push({
        text: whoContributed(rest ?? contributed),
        roles: ['additional-reporting'],
        phrase: 'contributed',
      });
    } else if (stretch !== '') {
      credits.push({ text: restoreStop(text, start, end, stretch), roles, phrase, isClose });
      isClose = false;
    }
  };
  for (let at = 0; at < text.length; at += 1) {
    const atWord = at === 0 || /[\s(;]/u.test(text.charAt(at - 1));
    if (!atWord || /\s/u.test(text.charAt(at))) continue;
    const rest = text.slice(at, at + 60);
    const before = text.slice(Math.max(start, at - 6), at);
    const atBreak = at === start || /(?:[;.,(]\s*|\s(?:and|und|et|y|e|en|i|и)\s)$/iu.test(before);
    const found =
      (atBreak ? markerAt(rest) : null) ??
      anyMarker(rest, LABEL_MARKERS) ??
      (bare ? anyMarker(rest, BARE_LABELS) : null);
    const withWord = at > start ? WITH : at === 0 ? WITH_FIRST[language ?? 'en'] : undefined;
    const joined = found ? undefined : withWord?.exec(rest)?.[0];
    if (found) {
      close(at);
      roles = found.roles;
      phrase = text.slice(at, at + found.length);
      start = at + found.length;
      at = start - 1;
    } else if (joined) {
      close(at);
      roles = ['with'];
      isClose = /[^,;.]\s$/u.test(text.slice(0, at));
      start = at + joined.length;
      at = start - 1;
    } else if (text.charAt(at - 1) === ';' || (text.charAt(at - 2) === ';' && at - 1 > start)) {
      close(at);
      start = at;
    } else if (beginsSentence(text, at, start)) {
      close(at);
      start = at;
      roles = ['author'];
      phrase = '';
    }
  }
  close(text.length);
  return credits;
}

/** ". Jane Doe contributed reporting": a sentence of its own, not the initial in "J. Doe". */
function beginsSentence(text: string, at: number, start: number): boolean {
  if (at - start < 6 || text.slice(at - 2, at) !== '. ') return false;
  const word = /(\S+)\.\s$/u.exec(text.slice(Math.max(0, at - 20), at))?.[1] ?? '';
  const abbreviated =
    /^(?:\p{L}|jr|sr|dr|st|prof|mrs?|ms|rev|hon|gen|col|capt|maj|lt|sen|rep|gov|amb|adm|sgt|cmdr|em|ing|msgr|co|mt|ft|ste)$/iu.test(
      word,
    );
  return !abbreviated && !word.includes('.') && /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/** Keeps the full stop of "Jr." and of an initial at the end of a stretch. */
function restoreStop(text: string, start: number, end: number, stretch: string): string {
  const abbreviated =
    /(?:^|\s|\.)(?:[Jj][Rr]|[Ss][Rr]|Esq|Inc|Ltd|Co|Corp|Ill|Miss|Mass|Calif|Fla|Conn|Colo|Ariz|Tenn|Mich|Minn|Wis|Wash|Ore|Pa|Va|Md|Ga|\p{Lu})$/u.test(
      stretch,
    );
  return abbreviated && text.slice(start, end).includes(`${stretch}.`) ? `${stretch}.` : stretch;
}
