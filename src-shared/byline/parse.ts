/*
 * Reading a byline that was pasted or imported (STANDARDS section 4.3). Bylines made in Stet are
 * never read back out of their line.
 */
import type { CreditRole } from '../model/byline';
import { leftOutCjk } from './cjk-words';
import { doubtsOf, type Reading } from './doubts';
import { leftOut } from './left-out';
import { addNote, attach } from './parse-attach';
import { parseCjkByline } from './parse-cjk';
import { addFlag, makeContributor, type NameContext } from './parse-contributor';
import { splitCredits } from './parse-credits';
import { type Item, splitItems } from './parse-items';
import { askAboutList, askWhoseElse, houseFirst, placeFirst } from './parse-list';
import type { ContributorKind } from './parse-name';
import { NO_BYLINE, OUR } from './parse-words';
import { protectNames, restoreNames } from './protect-names';
import { withoutEntities } from './strip-surroundings';

/** A contributor as the byline gives it. What it does not say is left out. */
export interface ParsedContributor {
  /** As printed; re-cased only from capitals (flag `case-guess`), never re-ordered. */
  name: string;
  kind: ContributorKind;
  role: CreditRole;
  /** All roles, where one label gives several ("Text und Fotos"); the first is `role`. */
  roles?: CreditRole[];
  location?: string;
  jobTitle?: string;
  affiliation?: string;
  staff?: 'freelance';
  honorificPrefix?: string;
  honorificSuffix?: string;
  nameOrder?: 'family-first';
  pseudonym?: boolean;
  /** Never exported unless the editor asks for it. */
  email?: string;
  handle?: string;
  /** Words in brackets after the name: "now", "the match". */
  note?: string;
  /** Questions for the editor: `case-guess`, `location-scope?`, `single-name`, `check-name` … */
  flags?: string[];
}

/** A contributor that the library knows. */
export interface KnownContributor {
  name: string;
  kind?: ContributorKind;
  pseudonym?: boolean;
}

export interface BylineOptions {
  /** BCP 47 tag of the article. */
  language?: string;
  /** Contributors and organisations of the library; their names are never cut. */
  known?: readonly (string | KnownContributor)[];
}

export interface ParsedByline {
  contributors: ParsedContributor[];
  /** Every flag of the contributors, once; `left-out?` also where words of the byline name nobody. */
  flags: string[];
  /** The words that stand in no credit. */
  leftOut: string[];
}

/** Longer than any byline; what follows is left out. */
const MAXIMUM_LENGTH = 2_000;

/**
 * Reads the contributors of a byline, in order. Names come out as printed; anything uncertain
 * carries a flag. Never throws; a text that names nobody gives no contributors.
 */
export function parseByline(input: string, options: BylineOptions = {}): ParsedByline {
  const language = options.language?.slice(0, 2).toLowerCase();
  const known = new Map<string, KnownContributor>();
  for (const entry of options.known ?? []) {
    const contributor = typeof entry === 'string' ? { name: entry } : entry;
    known.set(contributor.name.normalize('NFC'), contributor);
  }
  const text = withoutEntities(input.slice(0, MAXIMUM_LENGTH)).normalize('NFC').trim();
  const rest = input.slice(MAXIMUM_LENGTH).match(/\p{L}+/u) ?? [];
  if (NO_BYLINE.test(text)) return { contributors: [], flags: [], leftOut: [] };
  const inCjk = parseCjkByline(text, language);
  if (inCjk) {
    for (const one of inCjk)
      doubt(
        one,
        { joined: 'start', isList: true, isOneOfMany: false, isApart: false, language },
        known,
      );
    return flagged(inCjk, [...leftOutCjk(text, inCjk), ...rest]);
  }
  return parseCredits(text, language, known, rest);
}

function parseCredits(
  input: string,
  language: string | undefined,
  known: ReadonlyMap<string, KnownContributor>,
  rest: readonly string[],
): ParsedByline {
  const { text, names } = protectNames(input, [...known.keys()]);
  const contributors: ParsedContributor[] = [];
  const credits = splitCredits(text, language);
  for (const credit of credits) {
    let list: ParsedContributor[] = [];
    /** Those whose place stands right after their name: "in Moscow". */
    const placed = new Set<ParsedContributor>();
    const joints = new Map<ParsedContributor, Item['joined']>();
    const items = splitItems(credit.text, language);
    for (const item of items) {
      addItem(list, item, { names, known, roles: credit.roles, language });
      const last = list.at(-1);
      if (last?.location && endsWith(item, last.location)) placed.add(last);
      // A note after it speaks for a name, as an "and" before it does.
      if (last && !joints.has(last)) joints.set(last, item.notes.length > 0 ? 'and' : item.joined);
    }
    list = placeFirst(houseFirst(list, joints), joints);
    askAboutList(list, placed, joints, known);
    // "Contributor: Jane Doe", and nobody else: who wrote it.
    const isAlone = credits.length === 1 && /^contribut(?:or|ing)/iu.test(credit.phrase);
    if (credit.isGuess || isAlone) for (const one of list) addFlag(one, 'role?');
    // Where one comma parted a name from its place, another may do so too.
    const upToAnd = items.findLastIndex(({ joined }) => joined === 'and') + 1;
    for (const [index, one] of list.entries()) {
      const isList = index < upToAnd && upToAnd <= list.length;
      const before = input.slice(0, Math.max(0, input.indexOf(one.name)));
      const isApart = /\s[|·•/–—-]\s*$/u.test(before);
      const isOneOfMany = list.length > 1;
      const joined = joints.get(one) ?? 'start';
      doubt(one, { joined, isList, isOneOfMany, isApart, language }, known);
    }
    if (credit.isClose) askWhoseElse(contributors, list, placed);
    contributors.push(...list);
  }
  const phrases = credits.map(({ phrase }) => phrase);
  const without = leftOut(restoreNames(text, names), contributors, phrases);
  return flagged(contributors, [...without, ...rest]);
}

/** Whether a place is the last of what is said of a name: "in Moscow", "(Moscow)". */
function endsWith({ text, notes }: Item, place: string): boolean {
  return text.endsWith(place) || notes.at(-1)?.endsWith(place) === true;
}

/** Asks about whatever is unlikely in a contributor; nothing about a name that the library knows. */
function doubt(
  contributor: ParsedContributor,
  reading: Reading,
  known: ReadonlyMap<string, KnownContributor>,
): void {
  const isKnown = known.has(contributor.name);
  // One question about a name is enough.
  const isAsked = isKnown || contributor.flags?.includes('single-name') === true;
  for (const flag of doubtsOf(contributor, reading)) {
    if (isKnown && flag === 'kind?') continue;
    if (!(isAsked && flag === 'check-name')) addFlag(contributor, flag);
  }
}

/** The contributors with their flags last and once each; words that are in none are a question too. */
function flagged(contributors: ParsedContributor[], without: string[]): ParsedByline {
  const last = contributors.at(-1);
  if (without.length > 0 && last) addFlag(last, 'left-out?');
  const flags = new Set(contributors.flatMap((contributor) => contributor.flags ?? []));
  if (without.length > 0) flags.add('left-out?');
  return { contributors: contributors.map(ordered), flags: [...flags], leftOut: without };
}

/** Adds an item to the list: as a new contributor, or to the one before it. */
function addItem(list: ParsedContributor[], item: Item, context: NameContext): void {
  const previous = list.at(-1);
  const whole = restoreNames(item.text, context.names);
  if (
    previous &&
    item.joined === 'comma' &&
    attach(previous, whole, item, list, context.language)
  ) {
    return;
  }
  const contributor = makeContributor(item.text, context);
  if (!contributor) return;
  if (previous && takesName(previous, contributor, item)) return;
  for (const note of item.notes) addNote(contributor, note, context.language);
  if (item.isGuess && contributor.kind === 'person') addFlag(contributor, 'check-name');
  list.push(contributor);
}

/** "Notre correspondant à Rome, Luc Petit": the office comes first, and then whose it is. */
function takesName(
  office: ParsedContributor,
  { name, kind, flags }: ParsedContributor,
  { joined }: Item,
): boolean {
  const ours = OUR.exec(office.name)?.[0];
  if (office.kind !== 'anonymous' || ours === undefined) return false;
  if (joined !== 'comma' || kind !== 'person' || !name.includes(' ')) return false;
  office.jobTitle = office.name.slice(ours.length);
  office.name = name;
  office.kind = 'person';
  for (const flag of flags ?? []) addFlag(office, flag);
  return true;
}

/** Flags last and once each. */
function ordered({ flags, ...contributor }: ParsedContributor): ParsedContributor {
  return flags ? { ...contributor, flags: [...new Set(flags)] } : contributor;
}
