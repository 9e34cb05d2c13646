import { leadsToOneOf } from '../../src-shared/document/links';
import { type Credit, tierOf } from '../../src-shared/model/byline';
import { type Contact, isWithoutContact, readContact } from '../../src-shared/people/contact';
import { foldName } from '../../src-shared/people/fold-name';
import { namesOf, readPerson, standingPerson } from '../library/people';
import { listMerges } from '../library/person-merges';
import { readPrivateDetails } from '../library/person-private';
import { listAllAgreements, listLinkedSources } from '../library/person-trace';
import { listUnnamedSources, type UnnamedSource } from '../library/unnamed-sources';
import { isSameSpeaker } from './agreements';
import type { Context } from './context';

/** Whoever made one of these is its source; a transcript or a note is the reporter's own. */
const MADE_BY_SOURCES: ReadonlySet<string> = new Set(['email', 'document', 'web-page']);

/**
 * How the people in the line above an article are reached, by the ids of their credits: what an editor
 * asks for when exporting, and nothing else ever has at hand. Of nobody who is or was called otherwise:
 * a pseudonym, or a name that the article was finished under and that is no longer the person's; and of
 * nobody who stands behind a source that may not be named.
 */
export function bylineContacts(
  { library: { db } }: Context,
  credits: readonly Credit[],
): Record<string, Contact> {
  const unnamed = listUnnamedSources(db);
  const contacts: Record<string, Contact> = {};
  for (const credit of credits) {
    if (tierOf(credit) !== 'byline' || credit.kind === 'anonymous') continue;
    const person = standingPerson(db, credit.personId);
    const records = [
      person,
      ...listMerges(db, person.id).map((one) => readPerson(db, one.mergedId)),
    ];
    const isHidden = records.some(
      ({ id, isPseudonym }) => isPseudonym || readPrivateDetails(db, id).realName !== null,
    );
    if (isHidden || person.isDeleted || person.name !== credit.name) continue;
    if (standsBehind(db, person.id, unnamed)) continue;
    const { email, contact } = readPrivateDetails(db, person.id);
    const found = withoutNamed(readContact(email, contact), unnamed);
    if (!isWithoutContact(found)) contacts[credit.id] = found;
  }
  return contacts;
}

/** Whether a person is the speaker or the maker of a source that may not be named, in any article. */
function standsBehind(
  db: Context['library']['db'],
  personId: string,
  unnamed: readonly UnnamedSource[],
): boolean {
  const ids = new Set(unnamed.map(({ id }) => id));
  if (listLinkedSources(db, personId).some(({ sourceId }) => ids.has(sourceId))) return true;
  const agreed = listAllAgreements(db)
    .filter(({ sourceId }) => ids.has(sourceId))
    .map(({ agreement }) => agreement.speaker);
  const makers = unnamed.flatMap(({ kind, creator }) =>
    creator !== null && MADE_BY_SOURCES.has(kind) ? [creator] : [],
  );
  return namesOf(db, personId).some((name) =>
    [...agreed, ...makers].some((other) => isSameSpeaker(name, other) || isNamedIn(name, other)),
  );
}

/** "Calder, Ines; Tom Oakes" names Ines Calder. */
function isNamedIn(name: string, text: string): boolean {
  const wordsOf = (one: string) => foldName(one).match(/[\p{L}\p{N}]+/gu) ?? [];
  const said = new Set(wordsOf(text));
  return wordsOf(name).every((word) => said.has(word));
}

/** Addresses by which such a source is known, or that lead to it, are left out. */
function withoutNamed(
  { emails, telephones, urls }: Contact,
  unnamed: readonly UnnamedSource[],
): Contact {
  const said = unnamed.map(({ title, creator }) => `${title} ${creator ?? ''}`.toLowerCase());
  const digits = said.map((text) => text.replace(/\D/g, ''));
  const isHidden = leadsToOneOf(unnamed.flatMap(({ url }) => (url === null ? [] : [url])));
  const isSaid = (address: string) => said.some((text) => text.includes(address.toLowerCase()));
  return {
    emails: emails.filter((one) => !isSaid(one)),
    telephones: telephones.filter(
      (one) => !digits.some((text) => text.includes(one.replace(/\D/g, ''))),
    ),
    urls: urls.filter((one) => !isHidden(one) && !isSaid(one)),
  };
}
