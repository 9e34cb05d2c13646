import type { KnownContributor, ParsedContributor } from './parse';
import { addFlag } from './parse-contributor';
import type { Item } from './parse-items';
import { isPlace } from './parse-place';

/*
 * What is read of several names that stand together: whose the place and the house at the end are, and
 * whether they are several at all. Each has two readings, and the editor is asked which is right.
 */

/** How each contributor was joined to the one before. */
type Joints = ReadonlyMap<ParsedContributor, Item['joined']>;

/** Shares the place and the house of a list, and flags what can be read in two ways. */
export function askAboutList(
  list: ParsedContributor[],
  placed: ReadonlySet<ParsedContributor>,
  joints: Joints,
  known: ReadonlyMap<string, KnownContributor>,
): void {
  shareLocation(list, placed, joints);
  shareAffiliation(list);
  flagHouseOrList(list, joints);
  flagSingleNames(list, known);
  flagOneGroup(list);
}

/** "AFP, Jane Doe", "Reuters – Jane Doe": more likely her house than a credit beside hers. */
export function houseFirst(list: ParsedContributor[], joints: Joints): ParsedContributor[] {
  const [house, person] = list;
  if (list.length !== 2 || house?.kind !== 'organization' || person?.kind !== 'person') return list;
  const hasMore = house.location ?? house.jobTitle ?? person.affiliation;
  if (joints.get(person) !== 'comma' || hasMore !== undefined) return list;
  person.affiliation = house.name;
  addFlag(person, 'affiliation?');
  return [person];
}

/** "CAIRO — Jane Doe": where she wrote it. */
export function placeFirst(list: ParsedContributor[], joints: Joints): ParsedContributor[] {
  const [place, person] = list;
  if (list.length !== 2 || !place || person?.kind !== 'person') return list;
  const isAfter = joints.get(person) === 'comma' && person.name.includes(' ');
  if (!isAfter || !isPlace(place.name) || person.location !== undefined) return list;
  person.location = place.name;
  addFlag(person, 'location?');
  return [person];
}

/**
 * "A and B in Moscow", "A and agencies, Moscow": the place may be that of those before it too, and the
 * editor is asked.
 */
function shareLocation(
  list: ParsedContributor[],
  placed: ReadonlySet<ParsedContributor>,
  joints: Joints,
): void {
  let waiting: ParsedContributor[] = [];
  for (const contributor of list) {
    const { location } = contributor;
    if (location === undefined) {
      waiting.push(contributor);
      continue;
    }
    // "Jane Doe, Defence Editor, John Roe, Moscow": each has what stands after the name. In "A, B in
    // Moscow and C" the place is more likely that of one.
    const isAmid = joints.get(contributor) === 'comma' && contributor !== list.at(-1);
    const own = isAmid ? [] : waiting.filter((one) => !hasOwn(one));
    const isOpen = waiting.length > 0 && own.length === 0 && placed.has(contributor);
    if (isOpen && (isAmid || joints.get(contributor) === 'and')) {
      addFlag(contributor, 'location-scope?');
    }
    if (own.length > 0 && placed.has(contributor)) {
      for (const sharer of [...own, contributor]) {
        sharer.location = location;
        addFlag(sharer, 'location-scope?');
      }
    }
    waiting = [];
  }
}

/** "Jane Doe with John Roe in Moscow": he was there, and maybe she was too. */
export function askWhoseElse(
  before: readonly ParsedContributor[],
  list: readonly ParsedContributor[],
  placed: ReadonlySet<ParsedContributor>,
): void {
  const [first] = list;
  if (list.length !== 1 || !first || !placed.has(first)) return;
  const isOpen = before.length > 0 && before.every(({ location }) => location === undefined);
  if (isOpen) addFlag(first, 'location-scope?');
}

const hasOwn = ({ jobTitle, affiliation }: ParsedContributor) =>
  jobTitle !== undefined || affiliation !== undefined;

/** "A and B for The Planet", "A and B, The Planet": the house may be that of those before it too. */
function shareAffiliation(list: ParsedContributor[]): void {
  const last = list.at(-1);
  const rest = list.slice(0, -1);
  if (!last?.affiliation || rest.length === 0) return;
  if (!list.every(({ kind }) => kind === 'person')) return;
  if (rest.some(({ affiliation, jobTitle, location }) => affiliation ?? jobTitle ?? location))
    return;
  for (const one of list) {
    one.affiliation = last.affiliation;
    if (last.staff) one.staff = last.staff;
    addFlag(one, 'affiliation-scope?');
  }
}

/** "Jane Doe, AFP and Reuters": a house of hers, or the first of two that are credited beside her. */
function flagHouseOrList(list: ParsedContributor[], joints: Joints): void {
  list.forEach((one, index) => {
    const next = list[index + 1];
    const isBeside = one.kind === 'person' && one.affiliation && next?.kind === 'organization';
    if (isBeside && one.staff !== 'freelance') addFlag(one, 'affiliation?');
    // "Jane Doe, Metro Desk": hers, or those who are credited beside her.
    const isAfter = one.kind === 'person' && next?.kind === 'collective';
    if (isAfter && next === list.at(-1) && joints.get(next) === 'comma' && /\s/u.test(next.name)) {
      addFlag(next, 'kind?');
    }
  });
}

function flagSingleNames(
  list: ParsedContributor[],
  known: ReadonlyMap<string, KnownContributor>,
): void {
  const isSingle = ({ name, kind, nameOrder, pseudonym }: ParsedContributor) =>
    kind === 'person' && !name.includes(' ') && !nameOrder && !pseudonym && !known.has(name);
  for (const contributor of list) if (isSingle(contributor)) addFlag(contributor, 'single-name');
  if (list.length === 2 && list.every(isSingle)) flagMaybeOne(list);
}

/** "Staff and wire reports": reports of the staff and of the wires, or both of them. */
function flagOneGroup(list: ParsedContributor[]): void {
  const [first, last] = list;
  if (list.length !== 2 || !list.every(({ kind }) => kind === 'collective')) return;
  const isOpen = first?.name.includes(' ') === false;
  if (isOpen && /\s(?:reports|services|dispatches)$/iu.test(last?.name ?? '')) flagMaybeOne(list);
}

function flagMaybeOne(list: readonly ParsedContributor[]): void {
  for (const contributor of list) addFlag(contributor, 'maybe-one-entity');
}
